package org.parley.bargain.frontier;

import org.parley.bargain.graph.Packing;

/// The dominance test of a sweep, in all lanes but the first.
///
/// The sweep descends the first lane, so earlier vectors are at least as good there.
sealed interface Cover
    permits Cover.Everything, Cover.RunningMaximum, Cover.ShortList, Cover.Large {

  /// Inserts a vector unless it is covered; returns whether it was inserted.
  ///
  /// @param vectors packed; the vector at `at` is no larger than any inserted before
  boolean add(long[] vectors, int at);

  /// The work beyond the fixed cost of each vector, since the last call.
  default long work() {
    return 0;
  }

  /// A cover for many vectors.
  sealed interface Large extends Cover permits FenwickCover, BoxTree {

    /// Whether a vector is covered.
    boolean covers(long[] vectors, int at);
  }

  /// No vector dominates another: constant sums.
  record Everything() implements Cover {
    @Override
    public boolean add(long[] vectors, int at) {
      return true;
    }
  }

  /// One or two parties: the maximum of the second lane so far.
  final class RunningMaximum implements Cover {
    private final Packing packing;
    private long most = -1;

    RunningMaximum(Packing packing) {
      this.packing = packing;
    }

    @Override
    public boolean add(long[] vectors, int at) {
      if (packing.parties() == 1) {
        boolean isFirst = most < 0;
        most = 0;
        return isFirst;
      }
      long second = packing.lane(vectors, at, 1);
      if (second <= most) {
        return false;
      }
      most = second;
      return true;
    }
  }

  /// A plain list, for few vectors.
  final class ShortList implements Cover {
    private final Packing packing;
    private final long[] held;
    private int size;

    /// @param most the most vectors that may be inserted
    ShortList(Packing packing, int most) {
      this.packing = packing;
      held = new long[most * packing.words];
    }

    @Override
    public boolean add(long[] vectors, int at) {
      if (packing.words == 1) {
        long guards = packing.guards[0];
        long wanted = vectors[at];
        for (int known = size - 1; known >= 0; known--) {
          if ((((held[known] | guards) - wanted) & guards) == guards) {
            return false;
          }
        }
        held[size++] = wanted;
        return true;
      }
      for (int known = size - 1; known >= 0; known--) {
        if (packing.covers(held, known, vectors, at)) {
          return false;
        }
      }
      System.arraycopy(vectors, at * packing.words, held, size * packing.words, packing.words);
      size++;
      return true;
    }
  }
}
