package org.parley.bargain.graph;

import java.util.Arrays;

/// Packs a vector of worths into words, so that addition is word addition and word order is the
/// lexicographic order of vectors.
///
/// Each worth is counted from the least that a prefix of the layers can give, so it is never
/// negative. It gets the bits of its range and a guard bit, so "at least as much for everyone" is
/// one subtraction per word. A word holds 63 bits and compares as signed.
public final class Packing {

  private static final int WORD_BITS = 63;

  public final int words;
  public final int[] word;
  public final int[] shift;
  public final long[] mask;
  public final long[] guards;

  /// The largest value of each lane.
  public final long[] range;

  /// The least worths of a prefix, summed layer by layer: `[layers][party]`.
  public final long[][] offset;

  /// The steps of each layer as packed additions: `[layer][step * words + word]`.
  public final long[][] adds;

  public Packing(Layers layers) {
    int parties = layers.parties();
    offset = new long[layers.size() + 1][parties];
    range = new long[parties];
    long[][] least = new long[layers.size()][parties];
    for (int at = 0; at < layers.size(); at++) {
      long[] most = new long[parties];
      Arrays.fill(most, Long.MIN_VALUE);
      Arrays.fill(least[at], Long.MAX_VALUE);
      for (long[] worth : layers.layers.get(at).worth()) {
        for (int party = 0; party < parties; party++) {
          least[at][party] = Math.min(least[at][party], worth[party]);
          most[party] = Math.max(most[party], worth[party]);
        }
      }
      for (int party = 0; party < parties; party++) {
        offset[at + 1][party] = offset[at][party] + least[at][party];
        range[party] = Math.addExact(range[party], most[party] - least[at][party]);
      }
    }
    word = new int[parties];
    shift = new int[parties];
    mask = new long[parties];
    int used = WORD_BITS;
    int at = 0;
    for (int party = 0; party < parties; party++) {
      int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(range[party]));
      if (bits + 1 > used) {
        at++;
        used = WORD_BITS;
      }
      used -= bits + 1;
      word[party] = at;
      shift[party] = used;
      mask[party] = (1L << bits) - 1;
    }
    words = at + 1;
    guards = new long[words];
    for (int party = 0; party < parties; party++) {
      guards[word[party]] |= (mask[party] + 1) << shift[party];
    }
    adds = new long[layers.size()][];
    for (int layer = 0; layer < adds.length; layer++) {
      long[][] worth = layers.layers.get(layer).worth();
      adds[layer] = new long[worth.length * words];
      for (int step = 0; step < worth.length; step++) {
        for (int party = 0; party < parties; party++) {
          adds[layer][step * words + word[party]] +=
              (worth[step][party] - least[layer][party]) << shift[party];
        }
      }
    }
  }

  public int parties() {
    return word.length;
  }

  public long lane(long[] vectors, int index, int party) {
    return (vectors[index * words + word[party]] >>> shift[party]) & mask[party];
  }

  /// The worths of a packed vector after a number of layers.
  public long[] worths(long[] vectors, int index, int layer) {
    long[] result = new long[word.length];
    for (int party = 0; party < result.length; party++) {
      result[party] = lane(vectors, index, party) + offset[layer][party];
    }
    return result;
  }

  /// Packs lanes counted from the offset, each within its range.
  public long[] pack(long[] lanes) {
    long[] packed = new long[words];
    for (int party = 0; party < lanes.length; party++) {
      packed[word[party]] |= lanes[party] << shift[party];
    }
    return packed;
  }

  /// Whether one vector is at least another in every lane.
  public boolean covers(long[] one, int i, long[] other, int j) {
    for (int w = 0; w < words; w++) {
      if ((((one[i * words + w] | guards[w]) - other[j * words + w]) & guards[w]) != guards[w]) {
        return false;
      }
    }
    return true;
  }

  public int compare(long[] one, int i, long[] other, int j) {
    for (int w = 0; w < words; w++) {
      int order = Long.compare(one[i * words + w], other[j * words + w]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /// The index of a vector among vectors in descending order; -1 if it is not contained.
  public int find(long[] sorted, int count, long[] wanted) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(sorted, middle, wanted, 0);
      if (order == 0) {
        return middle;
      }
      if (order > 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
