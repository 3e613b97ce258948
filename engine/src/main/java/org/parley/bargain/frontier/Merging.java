package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.Meter;

/// Finds a small frontier of a problem without linkages and red lines directly: points merged one
/// after the other into one list of words, each a vector of worths, without laying anything out.
///
/// For problems so small that everything else takes longer than the search.
final class Merging {

  /// So many vectors are held at the most; a longer list is slower than a sweep.
  private static final int MOST = 48;

  private static final int BITS = 63;

  private final Problem problem;
  private final int[] parties;
  private final int[] shift;
  private final long[] mask;
  private final long[] least;
  private long guards;
  private long[] held = new long[0];
  private int count = 1;

  private Merging(Problem problem, int parties) {
    this.problem = problem;
    int size = Integer.bitCount(parties);
    this.parties = new int[size];
    int rest = parties;
    for (int at = 0; at < size; at++) {
      this.parties[at] = Integer.numberOfTrailingZeros(rest);
      rest &= rest - 1;
    }
    shift = new int[size];
    mask = new long[size];
    least = new long[size];
  }

  /// The parties of the vectors, as indices into the problem.
  int[] parties() {
    return parties;
  }

  /// The frontier.
  ///
  /// @param parties the parties that have to accept, party `i` as bit `i`
  /// @param meter a step is a vector looked at
  /// @return null where the problem is not so small or has what this does not know; else ready to
  ///   give its vectors
  static @Nullable Merging of(Problem problem, int parties, Meter meter) {
    if (!problem.linkages().isEmpty() || !problem.jointWorths().isEmpty()) {
      return null;
    }
    Merging merging = new Merging(problem, parties);
    return merging.isFree() && merging.layOut() && merging.merge(meter) ? merging : null;
  }

  private boolean isFree() {
    for (int party : parties) {
      if (!problem.parties().get(party).redLines().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// Gives each party as many bits as its worths need and a guard; says whether they fit a word.
  private boolean layOut() {
    int used = BITS;
    for (int at = 0; at < parties.length; at++) {
      long range = 0;
      for (List<Long> row : problem.parties().get(parties[at]).worths()) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int option = 0; option < row.size(); option++) {
          long worth = row.get(option);
          low = Math.min(low, worth);
          high = Math.max(high, worth);
        }
        least[at] += low;
        range += high - low;
      }
      int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(range));
      used -= bits + 1;
      if (used < 0) {
        return false;
      }
      shift[at] = used;
      mask[at] = (1L << bits) - 1;
      guards |= (mask[at] + 1) << used;
    }
    return true;
  }

  /// How many vectors there can be: one more than are held, or no more than there are packages.
  private int room() {
    int room = 1;
    for (Problem.Point point : problem.points()) {
      room *= point.options().size();
      if (room >= MOST) {
        return MOST;
      }
    }
    return room;
  }

  private boolean merge(Meter meter) {
    int room = room();
    long[] next = new long[room];
    held = new long[room];
    for (int point = 0; point < problem.points().size(); point++) {
      long[] adds = adds(point);
      int kept = 0;
      for (long add : adds) {
        if (meter.spend(count)) {
          return false;
        }
        for (int index = 0; index < count; index++) {
          kept = insert(next, kept, held[index] + add);
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

  private long[] adds(int point) {
    long[] adds = new long[problem.points().get(point).options().size()];
    for (int at = 0; at < parties.length; at++) {
      List<Long> row = problem.parties().get(parties[at]).worths().get(point);
      long low = Long.MAX_VALUE;
      for (int option = 0; option < adds.length; option++) {
        low = Math.min(low, row.get(option));
      }
      for (int option = 0; option < adds.length; option++) {
        adds[option] += (row.get(option) - low) << shift[at];
      }
    }
    return adds;
  }

  /// Takes a vector into a list of which none covers another; returns how many there are then.
  private int insert(long[] list, int size, long vector) {
    int kept = 0;
    for (int index = 0; index < size; index++) {
      long other = list[index];
      if ((((other | guards) - vector) & guards) == guards) {
        return size;
      }
      if ((((vector | guards) - other) & guards) == guards) {
        // From here on none covers the vector: whatever did would cover this one as well.
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

  /// The vectors that reach the baselines, the largest first.
  long[][] vectors() {
    long[] sorted = Arrays.copyOf(held, count);
    Arrays.sort(sorted);
    long[][] vectors = new long[count][];
    int kept = 0;
    for (int index = count - 1; index >= 0; index--) {
      long[] worths = new long[parties.length];
      boolean reaches = true;
      for (int at = 0; at < worths.length; at++) {
        worths[at] = ((sorted[index] >>> shift[at]) & mask[at]) + least[at];
        Long baseline = problem.parties().get(parties[at]).baseline();
        reaches &= baseline == null || worths[at] >= baseline;
      }
      if (reaches) {
        vectors[kept++] = worths;
      }
    }
    return kept == count ? vectors : Arrays.copyOf(vectors, kept);
  }
}
