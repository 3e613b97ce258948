package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Meter;

/// An epsilon-archive: selects few of many vectors by additive epsilon-dominance (Laumanns, Thiele,
/// Deb and Zitzler 2002). Each vector is matched by a selected one that loses at most epsilon for
/// each party.
///
/// Vectors are taken by falling sum of shares; a share is a worth as a fraction of the party's
/// range. One is kept if no earlier one matches it. Ties are in lexicographic order, with the
/// parties ordered by their worths. So the naming order of parties changes nothing, unless two have
/// equal worths throughout. Cost: sorting, and a lookup in a [BoxTree] for each vector.
final class EpsilonArchive {

  /// Bits of a share: the sum over 30 parties fits 31 bits.
  private static final int SHARE_BITS = 26;

  /// Bits of a worth used for its share.
  private static final int WORTH_BITS = 36;

  private static final int BLOCK = 128;

  private final Packing packing;

  /// The parties in an order independent of their names.
  private final Integer[] order;

  EpsilonArchive(Layers layers, Packing packing) {
    this.packing = packing;
    order = IntStream.range(0, packing.parties()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (one, other) -> compare(layers, one, other));
  }

  /// Compares two parties by their worths in each step, then by their baselines.
  private int compare(Layers layers, int one, int other) {
    for (int at = 0; at < layers.size(); at++) {
      for (int step = 0; step < layers.layers.get(at).steps(); step++) {
        int compared =
            Long.compare(
                packing.lane(packing.adds[at], step, one),
                packing.lane(packing.adds[at], step, other));
        if (compared != 0) {
          return compared;
        }
      }
    }
    return Long.compare(need(layers, one), need(layers, other));
  }

  private long need(Layers layers, int party) {
    long baseline = layers.baseline(party);
    return baseline == Long.MIN_VALUE ? baseline : baseline - packing.offset[layers.size()][party];
  }

  /// Selects an epsilon-cover of the vectors.
  ///
  /// @param vectors packed, in any order
  /// @param loss by party, the epsilon
  /// @param most the most vectors to keep
  /// @return packed, descending; null if more would be needed, or the meter stopped
  long @Nullable [] keep(long[] vectors, long[] loss, long most, Meter meter) {
    int words = packing.words;
    long[] sorted = sorted(vectors);
    BoxTree archive = BoxTree.ofAllLanes(packing);
    Integer[] kept = new Integer[(int) Math.min(most, sorted.length)];
    int size = 0;
    long[] lowered = new long[words];
    for (int place = 0; place < sorted.length; place++) {
      if (place % BLOCK == 0 && meter.spend(BLOCK + archive.work())) {
        return null;
      }
      int index = (int) sorted[place];
      lower(vectors, index, loss, lowered);
      if (archive.add(vectors, index, lowered)) {
        if (size == kept.length) {
          return null;
        }
        kept[size++] = index;
      }
    }
    Arrays.sort(kept, 0, size, (one, other) -> packing.compare(vectors, other, vectors, one));
    long[] all = new long[size * words];
    for (int place = 0; place < size; place++) {
      System.arraycopy(vectors, kept[place] * words, all, place * words, words);
    }
    return all;
  }

  private void lower(long[] vectors, int index, long[] loss, long[] into) {
    Arrays.fill(into, 0);
    for (int party = 0; party < loss.length; party++) {
      into[packing.word[party]] |=
          Math.max(0, packing.lane(vectors, index, party) - loss[party]) << packing.shift[party];
    }
  }

  /// The indices of the vectors in the lower half of each word, in descending order of the sum of
  /// shares.
  private long[] sorted(long[] vectors) {
    long[] sorted = new long[vectors.length / packing.words];
    for (int index = 0; index < sorted.length; index++) {
      sorted[index] = ((Integer.MAX_VALUE - shares(vectors, index)) << Integer.SIZE) | index;
    }
    Arrays.sort(sorted);
    int from = 0;
    for (int place = 1; place <= sorted.length; place++) {
      if (place == sorted.length
          || sorted[place] >>> Integer.SIZE != sorted[from] >>> Integer.SIZE) {
        if (place - from > 1) {
          sortTies(vectors, sorted, from, place);
        }
        from = place;
      }
    }
    return sorted;
  }

  private long shares(long[] vectors, int index) {
    long sum = 0;
    for (int party = 0; party < order.length; party++) {
      long range = packing.range[party];
      int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(range) - WORTH_BITS);
      long worth = packing.lane(vectors, index, party) >>> shift;
      sum += (worth << SHARE_BITS) / Math.max(1, range >>> shift);
    }
    return sum;
  }

  private void sortTies(long[] vectors, long[] sorted, int from, int to) {
    long[] tied =
        Arrays.stream(sorted, from, to)
            .boxed()
            .sorted(Comparator.comparing(Long::intValue, (one, other) -> tie(vectors, one, other)))
            .mapToLong(Long::longValue)
            .toArray();
    System.arraycopy(tied, 0, sorted, from, tied.length);
  }

  private int tie(long[] vectors, int one, int other) {
    for (int party : order) {
      int compared =
          Long.compare(packing.lane(vectors, other, party), packing.lane(vectors, one, party));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }
}
