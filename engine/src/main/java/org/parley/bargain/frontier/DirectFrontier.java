package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.Budget;

/// The frontier of a small problem without linkages and red lines: points merged directly as a list
/// of packed words.
///
/// For problems whose preparation would cost more than the search. Every party has the same number
/// of bits, one of them a guard. See [WideDirectFrontier] for wide worths.
final class DirectFrontier implements SmallFrontier {

  /// The most vectors held; a longer list is slower than a sweep.
  static final int MOST = 96;

  /// The most candidates.
  static final int MOST_CANDIDATES = 4_000;

  private static final int BITS = 63;

  private final List<Problem.Party> all;
  private final int[] parties;
  private final int width;
  private final long guards;

  /// By party, the sum of the least worth of each point.
  private final long[] least;

  /// The largest sum beyond that.
  private long reach;

  private long[] held;
  private long[] next;
  private int count = 1;

  /// Whether the sums of all parties do not fit a word.
  private boolean isTooWide;

  private DirectFrontier(Problem problem, int parties) {
    all = problem.parties();
    int size = Integer.bitCount(parties);
    this.parties = new int[size];
    least = new long[size];
    width = BITS / size;
    long guard = 0;
    int rest = parties;
    for (int at = 0; at < size; at++) {
      this.parties[at] = Integer.numberOfTrailingZeros(rest);
      rest &= rest - 1;
      guard |= 1L << (shift(at) + width - 1);
    }
    guards = guard;
    int room = room(problem.points());
    held = new long[room];
    next = new long[room];
  }

  /// The first party has the highest bits.
  private int shift(int at) {
    return BITS - (at + 1) * width;
  }

  private long mask() {
    return (1L << (width - 1)) - 1;
  }

  @Override
  public int[] parties() {
    return parties;
  }

  /// The frontier of a small problem.
  ///
  /// @param parties the parties that have to accept, party `i` as bit `i`
  /// @param budget direct merging is not tried with less than any small problem needs
  /// @return null if the problem is too large or has linkages, contingencies or red lines; else
  ///   ready to give its vectors
  static @Nullable SmallFrontier of(Problem problem, int parties, Budget budget) {
    if (Math.min(budget.states(), budget.steps()) < MOST_CANDIDATES
        || Integer.bitCount(parties) > BITS / 2
        || !problem.constraints(parties).isEmpty()
        || !problem.jointWorths().isEmpty()) {
      return null;
    }
    DirectFrontier merging = new DirectFrontier(problem, parties);
    if (!merging.isFree()) {
      return null;
    }
    return merging.merge(problem.points().size())
        ? merging
        : merging.isTooWide ? WideDirectFrontier.of(problem, merging.parties) : null;
  }

  private boolean isFree() {
    for (int party : parties) {
      if (!all.get(party).redLines().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// The list size needed: one more than the most held, or the number of packages.
  private static int room(List<Problem.Point> points) {
    int room = 1;
    for (int point = 0; point < points.size() && room < MOST; point++) {
      room *= points.get(point).options().size();
    }
    return Math.min(room, MOST);
  }

  private boolean merge(int points) {
    long[] adds = {};
    int looked = 0;
    for (int point = 0; point < points; point++) {
      int options = all.getFirst().worths().get(point).size();
      if (adds.length != options) {
        adds = new long[options];
      }
      looked += options * count;
      if (looked > MOST_CANDIDATES) {
        return false;
      }
      if (!layOut(point, adds)) {
        isTooWide = true;
        return false;
      }
      int kept = 0;
      for (int option = 0; option < options; option++) {
        for (int index = 0; index < count; index++) {
          kept = insert(next, kept, held[index] + adds[option]);
          if (kept == MOST) {
            return false;
          }
        }
      }
      long[] spare = held;
      held = next;
      next = spare;
      count = kept;
    }
    return true;
  }

  /// Computes the addition of each option to the least of its point; returns whether all sums fit
  /// their bits.
  private boolean layOut(int point, long[] adds) {
    Arrays.fill(adds, 0);
    long mask = mask();
    long lowest = 0;
    for (int at = 0; at < parties.length; at++) {
      List<Long> row = all.get(parties[at]).worths().get(point);
      int shift = shift(at);
      long low = Long.MAX_VALUE;
      long high = Long.MIN_VALUE;
      for (int option = 0; option < adds.length; option++) {
        long worth = row.get(option);
        low = Math.min(low, worth);
        high = Math.max(high, worth);
        adds[option] += worth << shift;
      }
      least[at] += low;
      lowest += low << shift;
      // A difference beyond the range of `long` is negative.
      long span = high - low;
      if (span < 0 || span > mask) {
        return false;
      }
      reach += span << shift;
    }
    if ((reach & guards) != 0) {
      return false;
    }
    for (int option = 0; option < adds.length; option++) {
      adds[option] -= lowest;
    }
    return true;
  }

  /// Inserts a vector into a list of mutually non-dominated vectors; returns the new size.
  private int insert(long[] list, int size, long vector) {
    int kept = 0;
    for (int index = 0; index < size; index++) {
      long other = list[index];
      if ((((other | guards) - vector) & guards) == guards) {
        return size;
      }
      if ((((vector | guards) - other) & guards) == guards) {
        // From here on no vector covers it: such a vector would cover this one as well.
        kept = index;
        for (int rest = index; rest < size; rest++) {
          if ((((vector | guards) - list[rest]) & guards) != guards) {
            list[kept++] = list[rest];
          }
        }
        list[kept++] = vector;
        return kept;
      }
    }
    list[size] = vector;
    return size + 1;
  }

  @Override
  public long[][] vectors() {
    Arrays.sort(held, 0, count);
    long[][] vectors = new long[count][];
    int kept = 0;
    for (int index = count - 1; index >= 0; index--) {
      long[] worths = new long[parties.length];
      boolean reaches = true;
      for (int at = 0; at < worths.length; at++) {
        worths[at] = ((held[index] >>> shift(at)) & mask()) + least[at];
        Long baseline = all.get(parties[at]).baseline();
        reaches &= baseline == null || worths[at] >= baseline;
      }
      if (reaches) {
        vectors[kept++] = worths;
      }
    }
    return kept == count ? vectors : Arrays.copyOf(vectors, kept);
  }
}
