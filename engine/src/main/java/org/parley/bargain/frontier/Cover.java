package org.parley.bargain.frontier;

import org.parley.bargain.graph.Packing;

/// The dominance test of a sweep, in all lanes but the first: the sweep descends the first lane, so
/// earlier vectors are at least as good there.
sealed interface Cover
    permits Cover.Everything, Cover.RunningMaximum, Cover.ShortList, FenwickCover, BoxTree {

  /// Takes in a vector, unless it is covered; says whether it was taken in.
  ///
  /// @param vectors where the vector stands at `at`, packed, no larger than any taken in before
  boolean add(long[] vectors, int at);

  /// How much was looked at beside what each vector costs anyway, since the last time asked.
  default long work() {
    return 0;
  }

  /// Nothing covers anything else: where all that the parties get adds up to the same.
  record Everything() implements Cover {
    @Override
    public boolean add(long[] vectors, int at) {
      return true;
    }
  }

  /// One party or two: the most the second has got so far.
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

  /// A plain list, for so few vectors that anything more is not worth its while.
  final class ShortList implements Cover {
    private final Packing packing;
    private final long[] held;
    private int size;

    /// @param most how many vectors may be taken in
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
