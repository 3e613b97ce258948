package org.parley.bargain.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.parley.sweep.SearchThreads;

/// Finds packages in which each party reaches its need and the sum exceeds all needs by at most a
/// slack (Schroeppel and Shamir 1981).
/// 1. The points are dealt into four lists of partial packages.
/// 2. For each worth of the first party, pairs of the first two lists that reach it are enumerated.
/// 3. Each is looked up among pairs of the other two lists, ordered by the worths of the second and
///    third party.
///
/// Of packages with equal worths some are found, not all. Time: the partial packages of half the
/// points, times those within reach. Memory: those of a quarter, and those of a half with a worth
/// of the first party within reach. Several threads enumerate further worths of the first party in
/// advance.
final class SchroeppelShamir {

  /// The requirement; may only become narrower.
  interface Wanted {
    /// By party, the least worth.
    long[] least();

    /// By party, the largest worth.
    long[] most();

    /// Takes one package.
    ///
    /// @param steps by point; reused by the caller
    /// @return whether to go on
    boolean take(int[] steps);

    /// Polled now and then; returns whether to stop.
    ///
    /// @param pairs the pairs processed since the last call
    boolean stops(long pairs);
  }

  /// The first party has a list of its own; four others fit each of two words.
  static final int MOST_PARTIES = 9;

  /// The total gain of a party stays below this.
  static final int MOST_GAIN = 1 << 15;

  private static final long GUARDS = 0x8000_8000_8000_8000L;
  private static final int FIELD = 16;
  private static final int PER_WORD = 4;
  private static final int MASK = 0x7fff;
  private static final int LOOK_EVERY = 1 << 16;
  private static final int FEW_CELLS = 1 << 10;

  /// The gains of the first party that a thread enumerates before they are passed on.
  private static final int WAVE = 2;

  private final int parties;
  private final int points;
  private final int[] order;
  private final long[] base;
  private final long top;
  private final SchroeppelShamirList[] quarters = new SchroeppelShamirList[4];
  private final long[] rangeRight = new long[3];
  private final int[] taken;
  private final int columns;
  private final int shift;
  private Slab[] slabs = {};

  // The requirement, as gains over the base; words hold it for all but the first party.
  private final long[] low;
  private final long[] high;
  private long slack;
  private final long[] lowWords = new long[3];
  private final long[] highWords = new long[3];

  /// @param worth the worth of each step: `[point][step][party]`
  /// @param open by point, the steps allowed, one bit each
  SchroeppelShamir(long[][][] worth, long[] open, int parties) {
    this.parties = parties;
    points = worth.length;
    taken = new int[points];
    low = new long[parties];
    high = new long[parties];
    base = new long[parties];
    int[][] steps = new int[points][];
    long sum = 0;
    for (int point = 0; point < points; point++) {
      steps[point] = steps(open[point]);
      long most = Long.MIN_VALUE;
      for (int step : steps[point]) {
        most = Math.max(most, Arrays.stream(worth[point][step]).sum());
      }
      sum += most;
      for (int party = 0; party < parties; party++) {
        base[party] += least(worth[point], steps[point], party);
      }
    }
    top = sum - Arrays.stream(base).sum();
    order = byRange(worth, steps, parties);
    long[][][] gains = gains(worth, steps);
    deal(steps, gains);
    for (int part = 2; part < 4; part++) {
      for (int word = 0; word < 3; word++) {
        rangeRight[word] += top(quarters[part], word);
      }
    }
    long width = quarters[2].top() + quarters[3].top() + 1L;
    long cells = Math.max(FEW_CELLS, 2L * quarters[2].size() * quarters[3].size() / width);
    int shifted = 0;
    while (third(rangeRight[1]) >> shifted > 0
        && (second(rangeRight[1]) + 1L) * ((third(rangeRight[1]) >> shifted) + 1) > 4 * cells) {
      shifted++;
    }
    shift = shifted;
    columns = (third(rangeRight[1]) >> shift) + 1;
  }

  private static int[] steps(long open) {
    int[] steps = new int[Long.bitCount(open)];
    int count = 0;
    for (long rest = open; rest != 0; rest &= rest - 1) {
      steps[count++] = Long.numberOfTrailingZeros(rest);
    }
    return steps;
  }

  private static long least(long[][] worth, int[] steps, int party) {
    return Arrays.stream(steps).mapToLong(step -> worth[step][party]).min().orElseThrow();
  }

  private static long range(long[][] worth, int[] steps, int party) {
    return Arrays.stream(steps).mapToLong(step -> worth[step][party]).max().orElseThrow()
        - least(worth, steps, party);
  }

  /// Whether the gains of each party can be packed.
  static boolean suits(long[][][] worth, long[] open, int parties) {
    if (parties > MOST_PARTIES) {
      return false;
    }
    for (int party = 0; party < parties; party++) {
      long gain = 0;
      for (int point = 0; point < worth.length; point++) {
        gain = Math.addExact(gain, range(worth[point], steps(open[point]), party));
      }
      if (gain >= MOST_GAIN) {
        return false;
      }
    }
    return true;
  }

  /// The parties in descending order of the range of their worths: wide ranges separate most
  /// partial packages.
  private static int[] byRange(long[][][] worth, int[][] steps, int parties) {
    long[] ranges = new long[parties];
    for (int point = 0; point < worth.length; point++) {
      for (int party = 0; party < parties; party++) {
        ranges[party] += range(worth[point], steps[point], party);
      }
    }
    return IntStream.range(0, parties)
        .boxed()
        .sorted(Comparator.comparingLong(party -> -ranges[party]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// By point and open step, the gain over the least of the point, packed.
  private long[][][] gains(long[][][] worth, int[][] steps) {
    long[][][] gains = new long[points][][];
    for (int point = 0; point < points; point++) {
      gains[point] = new long[steps[point].length][3];
      long[] gain = new long[parties];
      for (int way = 0; way < steps[point].length; way++) {
        for (int party = 0; party < parties; party++) {
          gain[party] =
              worth[point][steps[point][way]][party] - least(worth[point], steps[point], party);
        }
        pack(gain, gains[point][way]);
      }
    }
    return gains;
  }

  /// Packs the first party's gain into a word of its own, the others' from the highest field down.
  private void pack(long[] gain, long[] into) {
    into[0] = gain[order[0]];
    into[1] = 0;
    into[2] = 0;
    for (int at = 1; at < parties; at++) {
      int field = PER_WORD - 1 - (at - 1) % PER_WORD;
      into[1 + (at - 1) / PER_WORD] |= gain[order[at]] << (field * FIELD);
    }
  }

  private static int second(long word) {
    return (int) (word >>> (3 * FIELD)) & MASK;
  }

  private static int third(long word) {
    return (int) (word >>> (2 * FIELD)) & MASK;
  }

  private static long top(SchroeppelShamirList quarter, int word) {
    if (word == 0) {
      return quarter.top();
    }
    long top = 0;
    for (int field = 0; field < PER_WORD; field++) {
      long most = 0;
      for (long each : word == 1 ? quarter.word : quarter.more) {
        most = Math.max(most, (each >>> (field * FIELD)) & MASK);
      }
      top |= most << (field * FIELD);
    }
    return top;
  }

  /// Deals the points so that the lists have similar lengths, halves before quarters.
  private void deal(int[][] steps, long[][][] gains) {
    int[] byWays =
        IntStream.range(0, points)
            .boxed()
            .sorted(Comparator.comparingInt(point -> -steps[point].length))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ways = {1, 1, 1, 1};
    int[] part = new int[points];
    for (int point : byWays) {
      int least = 0;
      for (int each = 1; each < 4; each++) {
        least = ways[each] < ways[least] ? each : least;
      }
      part[point] = least;
      ways[least] *= steps[point].length;
    }
    for (int each = 0; each < 4; each++) {
      int one = each;
      quarters[each] =
          new SchroeppelShamirList(
              IntStream.range(0, points).filter(point -> part[point] == one).toArray(),
              steps,
              gains);
    }
  }

  /// The largest sum beyond all needs.
  static long slack(long most, long[] least) {
    return most - Arrays.stream(least).sum();
  }

  /// Sets the requirement; returns whether it can be met.
  private boolean aim(Wanted wanted) {
    long[] least = wanted.least();
    long[] most = wanted.most();
    slack = top;
    for (int party = 0; party < parties; party++) {
      low[party] = Math.max(0, least[party] - base[party]);
      slack -= low[party];
    }
    boolean any = slack >= 0;
    for (int party = 0; party < parties; party++) {
      high[party] = Math.min(Math.min(most[party] - base[party], low[party] + slack), MASK);
      any &= low[party] <= high[party];
    }
    if (any) {
      pack(low, lowWords);
      pack(high, highWords);
    }
    return any;
  }

  /// Enumerates the packages that meet the requirement, and few others.
  ///
  /// @param threads change the time alone
  /// @return whether the enumeration completed
  boolean search(Wanted wanted, SearchThreads threads) {
    if (!aim(wanted)) {
      return true;
    }
    int end = quarters[0].top() + quarters[1].top();
    int middle = Math.clamp((lowWords[0] + highWords[0]) / 4, 0, end);
    int[] gains =
        IntStream.concat(
                IntStream.rangeClosed(middle, end),
                IntStream.range(0, middle).map(g -> middle - 1 - g))
            .toArray();
    int wave = threads.count() == 1 ? 1 : WAVE * threads.count();
    for (int from = 0; from < gains.length; from += wave) {
      int[] some = Arrays.copyOfRange(gains, from, Math.min(gains.length, from + wave));
      if (!(wave == 1 ? join(some[0], wanted) : joinAll(some, wanted, threads))) {
        return false;
      }
    }
    return true;
  }

  /// Enumerates the partial packages of the first half with this gain of the first party.
  private boolean join(int gain, Wanted wanted) {
    return !aim(wanted)
        || join(
            gain,
            within(gain, 0),
            new Events() {
              @Override
              public boolean take(int way, int with, int right) {
                settle(way, with, right);
                return wanted.take(taken);
              }

              @Override
              public boolean stops(long pairs) {
                return wanted.stops(pairs);
              }
            });
  }

  /// Enumerates several gains at the same time, under the present requirement, and passes on what
  /// was found in their order. Once the requirement changes, later gains are enumerated again.
  private boolean joinAll(int[] gains, Wanted wanted, SearchThreads threads) {
    int next = 0;
    while (next < gains.length && aim(wanted)) {
      long[] aimed = requirement();
      int[] left = Arrays.copyOfRange(gains, next, gains.length);
      int room = fill(left, threads);
      List<Supplier<EventList>> joins = new ArrayList<>();
      for (int gain : left) {
        Slab[] within = within(gain, room);
        joins.add(
            () -> {
              EventList found = new EventList();
              join(gain, within, found);
              return found;
            });
      }
      boolean isSame = true;
      for (EventList each : threads.run(joins)) {
        if (!isSame) {
          break;
        }
        if (!(each.isFull() ? join(gains[next], wanted) : pass(each, wanted))) {
          return false;
        }
        next++;
        isSame = aim(wanted) && Arrays.equals(aimed, requirement());
      }
    }
    return true;
  }

  /// The requirement that is set.
  private long[] requirement() {
    return new long[] {
      slack, lowWords[0], lowWords[1], lowWords[2], highWords[0], highWords[1], highWords[2]
    };
  }

  /// Fills the slabs that some gains reach; returns how many these are.
  private int fill(int[] gains, SearchThreads threads) {
    List<Supplier<Slab>> fills = new ArrayList<>();
    Set<Integer> reached = new TreeSet<>();
    for (int gain : gains) {
      for (int each = from(gain); each <= to(gain); each++) {
        reached.add(each);
      }
    }
    for (int each : reached) {
      Slab slab = place(each, reached.size());
      if (slab.gain != each) {
        fills.add(
            () -> {
              fill(slab, each);
              return slab;
            });
      }
    }
    threads.run(fills);
    return reached.size();
  }

  private boolean pass(EventList found, Wanted wanted) {
    int at = 0;
    while (at < found.size) {
      int way = found.all[at++];
      if (way < 0) {
        if (wanted.stops(found.all[at++])) {
          return false;
        }
      } else {
        settle(way, found.all[at++], found.all[at++]);
        if (!wanted.take(taken)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Receives what is found for one gain.
  private interface Events {

    /// Takes a package: an entry of each quarter of the first half, and one of both others.
    boolean take(int way, int with, int right);

    boolean stops(long pairs);
  }

  /// The events of one gain in order: three numbers for a package, -1 and a number for pairs.
  private static final class EventList implements Events {
    private static final int MOST = 1 << 20;

    private int[] all = new int[64];
    private int size;

    @Override
    public boolean take(int way, int with, int right) {
      add(way);
      add(with);
      add(right);
      return size < MOST;
    }

    @Override
    public boolean stops(long pairs) {
      add(-1);
      add(Math.toIntExact(pairs));
      return size >= MOST;
    }

    private void add(int number) {
      if (size == all.length) {
        all = Arrays.copyOf(all, 2 * size);
      }
      all[size++] = number;
    }

    /// Whether there may be more.
    boolean isFull() {
      return size >= MOST;
    }
  }

  /// The least gain of the second half that meets the requirement.
  private int from(int gain) {
    return (int) Math.max(0, lowWords[0] - gain);
  }

  private int to(int gain) {
    return (int) Math.min(rangeRight[0], highWords[0] - gain);
  }

  /// The slabs that a gain reaches.
  ///
  /// @param room the slabs that stay filled, if they are more
  private Slab[] within(int gain, int room) {
    int from = from(gain);
    Slab[] within = new Slab[Math.max(0, to(gain) - from + 1)];
    for (int at = 0; at < within.length; at++) {
      within[at] = place(from + at, Math.max(within.length, room));
      if (within[at].gain != from + at) {
        fill(within[at], from + at);
      }
    }
    return within;
  }

  private boolean join(int gain, Slab[] within, Events events) {
    if (within.length == 0) {
      return true;
    }
    SchroeppelShamirList one = quarters[0];
    SchroeppelShamirList other = quarters[1];
    long looked = 0;
    for (int way = 0; way < one.size(); way++) {
      int rest = gain - one.first[way];
      if (rest < 0 || rest > other.top()) {
        continue;
      }
      for (int with = other.start(rest); with < other.start(rest + 1); with++) {
        long word = one.word[way] + other.word[with];
        long more = one.more[way] + other.more[with];
        if (!reaches(word + rangeRight[1], lowWords[1])
            || !reaches(more + rangeRight[2], lowWords[2])) {
          continue;
        }
        long pairs = look(gain, from(gain), within, word, more, way, with, events);
        if (pairs < 0) {
          return false;
        }
        looked += pairs;
        if (looked > LOOK_EVERY) {
          if (events.stops(looked)) {
            return false;
          }
          looked = 0;
        }
      }
    }
    return !events.stops(looked);
  }

  /// Whether each field is at least as large.
  private static boolean reaches(long word, long least) {
    return (((word | GUARDS) - least) & GUARDS) == GUARDS;
  }

  /// Looks up the partners of one partial package of the first half.
  ///
  /// @return the pairs processed; negative if the enumeration ends
  private long look(
      int gain, int from, Slab[] within, long word, long more, int way, int with, Events events) {
    long pairs = 0;
    int second = second(lowWords[1]) - second(word);
    int third = third(lowWords[1]) - third(word);
    int mostSecond = Math.min(second(highWords[1]) - second(word), second(rangeRight[1]));
    int mostThird = Math.min(third(highWords[1]) - third(word), third(rangeRight[1]));
    long lacks = (word | GUARDS) - lowWords[1];
    long lacksMore = (more | GUARDS) - lowWords[2];
    for (int at = 0; at < within.length; at++) {
      Slab slab = within[at];
      int left = (int) (slack - (gain + from + at - lowWords[0]));
      int last = Math.min(mostSecond, second + left);
      for (int each = Math.max(0, second); each <= last; each++) {
        int end = Math.min(mostThird, third + left - (each - second));
        if (end < 0 || end < third) {
          continue;
        }
        int row = each * columns;
        int stop = slab.start[row + (end >> shift) + 1];
        int begin = slab.start[row + (Math.max(0, third) >> shift)];
        pairs += stop - begin + 1;
        for (int entry = begin; entry < stop; entry++) {
          if (((lacks + slab.word[entry]) & (lacksMore + slab.more[entry]) & GUARDS) == GUARDS
              && reaches(highWords[1], word + slab.word[entry])
              && reaches(highWords[2], more + slab.more[entry])
              && !events.take(way, with, slab.way[entry])) {
            return -1;
          }
        }
      }
    }
    return pairs;
  }

  private void settle(int way, int with, int right) {
    quarters[0].settle(way, taken);
    quarters[1].settle(with, taken);
    quarters[2].settle(right / quarters[3].size(), taken);
    quarters[3].settle(right % quarters[3].size(), taken);
  }

  /// The partial packages of the second half with one gain of the first party, ordered by the gains
  /// of the second and third.
  private static final class Slab {
    int gain = -1;
    int[] start = {};
    long[] word = {};
    long[] more = {};
    int[] way = {};

    void makeRoom(int size) {
      if (size > word.length) {
        int room = size + size / 4;
        word = new long[room];
        more = new long[room];
        way = new int[room];
      }
    }
  }

  /// The place of a slab among those cached: the next requests are nearly the same.
  ///
  /// @param room the fewest places
  private Slab place(int gain, int room) {
    if (slabs.length < room) {
      slabs = new Slab[room];
      Arrays.setAll(slabs, _ -> new Slab());
    }
    return slabs[gain % slabs.length];
  }

  private void fill(Slab slab, int gain) {
    slab.gain = gain;
    int cells = (second(rangeRight[1]) + 1) * columns;
    if (slab.start.length == 0) {
      slab.start = new int[cells + 2];
    }
    Arrays.fill(slab.start, 0);
    SchroeppelShamirList one = quarters[2];
    SchroeppelShamirList other = quarters[3];
    int size = 0;
    for (int way = 0; way < one.size(); way++) {
      int rest = gain - one.first[way];
      if (rest >= 0 && rest <= other.top()) {
        for (int with = other.start(rest); with < other.start(rest + 1); with++) {
          slab.start[cell(one.word[way] + other.word[with]) + 2]++;
          size++;
        }
      }
    }
    for (int cell = 2; cell < slab.start.length; cell++) {
      slab.start[cell] += slab.start[cell - 1];
    }
    slab.makeRoom(size);
    for (int way = 0; way < one.size(); way++) {
      int rest = gain - one.first[way];
      if (rest >= 0 && rest <= other.top()) {
        for (int with = other.start(rest); with < other.start(rest + 1); with++) {
          long word = one.word[way] + other.word[with];
          int at = slab.start[cell(word) + 1]++;
          slab.word[at] = word;
          slab.more[at] = one.more[way] + other.more[with];
          slab.way[at] = way * other.size() + with;
        }
      }
    }
  }

  private int cell(long word) {
    return second(word) * columns + (third(word) >> shift);
  }
}
