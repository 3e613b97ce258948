package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;

/// [DirectFrontier] for worths whose sums do not fit one word.
///
/// Each party has a word of its own. One more word holds the leading bits of all and decides most
/// comparisons; only otherwise are all bits compared. [Problem] excludes overflow.
final class WideDirectFrontier implements SmallFrontier {

  /// The most vectors held for three parties and more. It exceeds that of one-word vectors, since a
  /// sweep over several words is slower as well.
  private static final int MOST = 256;

  private static final int MOST_OF_TWO = 64;

  /// The initial capacity.
  private static final int FIRST = 16;

  private static final int BITS = 63;

  private final List<Problem.Party> all;
  private final int[] parties;
  private final int size;

  /// The most vectors held; for two parties a sweep is faster sooner.
  private final int most;

  /// By party, the sum of the least worth of each point.
  private final long[] least;

  /// The bits of each sum missing from the word of leading bits, and the shift of the others.
  private final int[] dropped;

  private final int[] shift;
  private long guards;

  /// By point, the addition of each option to the least of the point, party by party.
  private final long[][] adds;

  private long[] held = new long[0];
  private long[] next = new long[0];
  private long[] leading = new long[0];
  private long[] nextLeading = new long[0];
  private int count = 1;

  private WideDirectFrontier(Problem problem, int[] parties) {
    all = problem.parties();
    this.parties = parties;
    size = parties.length;
    most = size <= 2 ? MOST_OF_TWO : MOST;
    least = new long[size];
    dropped = new int[size];
    shift = new int[size];
    adds = new long[problem.points().size()][];
  }

  /// The frontier of a problem without linkages and red lines of these parties.
  ///
  /// @return null if the problem is too large, or has sums beyond a word
  static @Nullable WideDirectFrontier of(Problem problem, int[] parties) {
    WideDirectFrontier merging = new WideDirectFrontier(problem, parties);
    return merging.layOut() && merging.merge() ? merging : null;
  }

  @Override
  public int[] parties() {
    return parties;
  }

  /// Computes the additions of options; returns whether all sums fit a word.
  private boolean layOut() {
    int width = BITS / size;
    for (int point = 0; point < adds.length; point++) {
      adds[point] = new long[all.getFirst().worths().get(point).size() * size];
    }
    for (int at = 0; at < size; at++) {
      long reach = 0;
      List<List<Long>> worths = all.get(parties[at]).worths();
      for (int point = 0; point < adds.length; point++) {
        List<Long> row = worths.get(point);
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int option = 0; option < row.size(); option++) {
          long worth = row.get(option);
          adds[point][option * size + at] = worth;
          low = Math.min(low, worth);
          high = Math.max(high, worth);
        }
        for (int option = at; option < adds[point].length; option += size) {
          adds[point][option] -= low;
        }
        least[at] += low;
        reach += high - low;
        if (high - low < 0 || reach < 0) {
          return false;
        }
      }
      dropped[at] = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(reach) - (width - 1));
      shift[at] = BITS - (at + 1) * width;
      guards |= 1L << (shift[at] + width - 1);
    }
    return true;
  }

  private boolean merge() {
    held = new long[FIRST * size];
    next = new long[FIRST * size];
    leading = new long[FIRST];
    nextLeading = new long[FIRST];
    int looked = 0;
    for (long[] options : adds) {
      looked += options.length / size * count;
      if (looked > DirectFrontier.MOST_CANDIDATES) {
        return false;
      }
      int kept = 0;
      for (int index = 0; index < count; index++) {
        for (int option = 0; option < options.length; option += size) {
          kept = insert(kept, index * size, options, option);
          if (kept == most) {
            return false;
          }
          if (kept == nextLeading.length) {
            nextLeading = Arrays.copyOf(nextLeading, 2 * kept);
            next = Arrays.copyOf(next, 2 * next.length);
          }
        }
      }
      long[] spare = held;
      held = next;
      next = spare;
      spare = leading;
      leading = nextLeading;
      nextLeading = spare;
      count = kept;
    }
    return true;
  }

  /// Inserts the sum of a vector and an option into a list of mutually non-dominated vectors;
  /// returns the new size.
  private int insert(int kept, int from, long[] options, int option) {
    long[] list = next;
    // Scratch space behind the vectors kept.
    int own = kept * size;
    long lead = 0;
    for (int at = 0; at < size; at++) {
      long sum = held[from + at] + options[option + at];
      list[own + at] = sum;
      lead |= (sum >>> dropped[at]) << shift[at];
    }
    long[] leads = nextLeading;
    for (int index = 0; index < kept; index++) {
      long other = leads[index];
      if ((((other | guards) - lead) & guards) == guards && covers(list, index * size, own)) {
        return kept;
      }
      if ((((lead | guards) - other) & guards) == guards && covers(list, own, index * size)) {
        return replace(kept, index, lead);
      }
    }
    leads[kept] = lead;
    return kept + 1;
  }

  /// Removes the vectors from an index on that the new vector covers. Any cover of the new one
  /// would cover these as well.
  private int replace(int count, int first, long lead) {
    long[] list = next;
    int own = count * size;
    int kept = first;
    for (int index = first + 1; index < count; index++) {
      long other = nextLeading[index];
      if ((((lead | guards) - other) & guards) != guards || !covers(list, own, index * size)) {
        System.arraycopy(list, index * size, list, kept * size, size);
        nextLeading[kept++] = other;
      }
    }
    System.arraycopy(list, own, list, kept * size, size);
    nextLeading[kept] = lead;
    return kept + 1;
  }

  private boolean covers(long[] list, int one, int other) {
    for (int at = 0; at < size; at++) {
      if (list[one + at] < list[other + at]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public long[][] vectors() {
    long[][] vectors = new long[count][];
    int kept = 0;
    for (int index = 0; index < count; index++) {
      long[] worths = new long[size];
      boolean reaches = true;
      for (int at = 0; at < size; at++) {
        worths[at] = held[index * size + at] + least[at];
        Long baseline = all.get(parties[at]).baseline();
        reaches &= baseline == null || worths[at] >= baseline;
      }
      if (reaches) {
        vectors[kept++] = worths;
      }
    }
    long[][] reaching = kept == count ? vectors : Arrays.copyOf(vectors, kept);
    Arrays.sort(reaching, WideDirectFrontier::largestFirst);
    return reaching;
  }

  private static int largestFirst(long[] one, long[] other) {
    int at = 0;
    while (at < one.length - 1 && one[at] == other[at]) {
      at++;
    }
    return Long.compare(other[at], one[at]);
  }
}
