package org.parley.bargain.frontier;

import org.parley.bargain.graph.Packing;

/// The vectors kept in one state after some points: packed, descending, without duplicates.
sealed interface Front permits Front.Listed, Grid {

  /// How many vectors there are.
  int size();

  /// One of them, packed.
  long[] vector(int index);

  /// Where a packed vector stands; -1 where it is not among them.
  int find(long[] wanted);

  /// All of them, one after the other: made where they are not held so.
  long[] list();

  /// How many states of a budget they count for.
  long held();

  /// One after the other.
  final class Listed implements Front {
    private final Packing packing;
    private final long[] all;

    /// @param all sorted from the largest down
    Listed(Packing packing, long[] all) {
      this.packing = packing;
      this.all = all;
    }

    @Override
    public int size() {
      return all.length / packing.words;
    }

    @Override
    public long[] vector(int index) {
      long[] vector = new long[packing.words];
      System.arraycopy(all, index * packing.words, vector, 0, packing.words);
      return vector;
    }

    @Override
    public int find(long[] wanted) {
      return packing.find(all, size(), wanted);
    }

    @Override
    public long[] list() {
      return all;
    }

    @Override
    public long held() {
      return size();
    }
  }
}
