package org.parley.bargain.frontier;

import org.parley.bargain.graph.Packing;

/// The vectors kept in one state after some points: packed, descending, without duplicates.
sealed interface Front permits Front.Listed, Grid {

  /// The number of vectors.
  int size();

  /// The vector at an index, packed.
  long[] vector(int index);

  /// The index of a packed vector; -1 if it is not contained.
  int find(long[] wanted);

  /// All vectors, one after the other; computed if they are not stored so.
  long[] list();

  /// The states of a budget used.
  long held();

  /// Vectors stored one after the other.
  final class Listed implements Front {
    private final Packing packing;
    private final long[] all;

    /// @param all in descending order
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
