package org.parley.bargain.zone;

import java.util.Arrays;
import org.parley.exact.Meter;

/// Counts, for rows of worths, the others that reach the baselines together with them, by bit sets.
///
/// The others are ranked by each party's worth. Block by block, a party has a bit set for each
/// rank. The partners of a row are the intersection over the parties. Cost: rows times others times
/// parties, over 64, and sorting both.
final class BitSetCount {

  /// The rows of a block: its bit sets fit into a second-level cache.
  private static final int BLOCK = 1 << 10;

  private static final int INDEX = BLOCK - 1;
  private static final int LOOK_EVERY = 1 << 8;

  private final long[] baselines;
  private final LayerPaths.Worths others;
  private final Meter meter;

  /// By party, the sorted worths of the others.
  private final long[][] sorted;

  /// By party and other, the number of others with a smaller worth.
  private final int[][] ranks;

  /// By party and rank, the number of others in the block with at least that rank.
  private final int[][] reaching;

  /// By party, for each number of others in the block, those of the highest ranks.
  private final long[][] sets;

  private final long[] common = new long[BLOCK / Long.SIZE];
  private int size;
  private int words;

  BitSetCount(long[] baselines, LayerPaths.Worths others, Meter meter) {
    this.baselines = baselines;
    this.others = others;
    this.meter = meter;
    int parties = baselines.length;
    sorted = new long[parties][others.rows()];
    ranks = new int[parties][];
    reaching = new int[parties][others.rows() + 1];
    sets = new long[parties][];
    for (int party = 0; party < parties && !meter.spend(1 + others.rows() / 100); party++) {
      for (int row = 0; row < others.rows(); row++) {
        sorted[party][row] = others.get(row, party);
      }
      Arrays.sort(sorted[party]);
      ranks[party] = ranks(party, others, 1, 0);
    }
  }

  /// By row, the number of others with a worth below the given number less the row's worth, times a
  /// sign.
  private int[] ranks(int party, LayerPaths.Worths rows, int sign, long of) {
    int[] ranks = new int[rows.rows()];
    for (int row = 0; row < ranks.length && !(row % LOOK_EVERY == 0 && meter.look()); row++) {
      ranks[row] = rank(sorted[party], of + sign * rows.get(row, party));
    }
    return ranks;
  }

  private static int rank(long[] sorted, long worth) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < worth) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// By row, the number of others that reach the baselines with it; unreliable if the meter
  /// stopped.
  long[] count(LayerPaths.Worths rows) {
    int parties = baselines.length;
    long[] counts = new long[rows.rows()];
    int[][] needs = new int[parties][];
    for (int party = 0; party < parties && !meter.spend(1 + rows.rows() / 100); party++) {
      needs[party] = ranks(party, rows, -1, baselines[party]);
    }
    for (int start = 0; start < others.rows() && !meter.stopped(); start += BLOCK) {
      fill(start, Math.min(BLOCK, others.rows() - start));
      for (int row = 0; row < counts.length; row++) {
        if (row % LOOK_EVERY == 0 && meter.spend(1 + (long) LOOK_EVERY * parties * words / 1000)) {
          break;
        }
        counts[row] += count(needs, row);
      }
    }
    return counts;
  }

  private void fill(int start, int count) {
    size = count;
    words = (count + Long.SIZE - 1) / Long.SIZE;
    for (int party = 0; party < baselines.length && !meter.look(); party++) {
      long[] byRank = new long[count];
      for (int index = 0; index < count; index++) {
        byRank[index] = (long) ranks[party][start + index] * BLOCK + index;
      }
      Arrays.sort(byRank);
      long[] set = new long[(count + 1) * words];
      int taken = 0;
      for (int rank = others.rows(); rank >= 0; rank--) {
        while (taken < count && byRank[count - 1 - taken] >= (long) rank * BLOCK) {
          int index = (int) byRank[count - 1 - taken] & INDEX;
          System.arraycopy(set, taken * words, set, (taken + 1) * words, words);
          taken++;
          set[taken * words + index / Long.SIZE] |= 1L << index;
        }
        reaching[party][rank] = taken;
      }
      sets[party] = set;
    }
  }

  private int count(int[][] needs, int row) {
    boolean isWhole = true;
    for (int party = 0; party < needs.length; party++) {
      int reach = reaching[party][needs[party][row]];
      if (reach == 0) {
        return 0;
      }
      if (reach < size) {
        meet(sets[party], reach * words, isWhole);
        isWhole = false;
      }
    }
    return isWhole ? size : members();
  }

  private void meet(long[] set, int at, boolean isFirst) {
    if (isFirst) {
      System.arraycopy(set, at, common, 0, words);
    } else {
      for (int word = 0; word < words; word++) {
        common[word] &= set[at + word];
      }
    }
  }

  private int members() {
    int members = 0;
    for (int word = 0; word < words; word++) {
      members += Long.bitCount(common[word]);
    }
    return members;
  }
}
