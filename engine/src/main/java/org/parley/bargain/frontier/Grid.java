package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.parley.bargain.graph.Packing;

/// Thins a set of vectors to one in each cell of a grid.
final class Grid {

  private Grid() {}

  /// Thins vectors sorted from the largest down.
  ///
  /// @param cell by party, how wide a cell is, 1 or more
  /// @return a part of the vectors, in the same order: for each vector left out, one that is kept
  ///   is less by at most the width of a cell minus one in every lane
  static long[] onePerCell(Packing packing, long[] sorted, long[] cell) {
    int words = packing.words;
    long[] kept = new long[sorted.length];
    int size = 0;
    Set<Cell> taken = new HashSet<>();
    for (int index = 0; index < sorted.length / words; index++) {
      long[] place = new long[cell.length];
      for (int party = 0; party < cell.length; party++) {
        place[party] = packing.lane(sorted, index, party) / cell[party];
      }
      if (taken.add(new Cell(place))) {
        System.arraycopy(sorted, index * words, kept, size, words);
        size += words;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private static final class Cell {
    private final long[] place;

    Cell(long[] place) {
      this.place = place;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cell that && Arrays.equals(place, that.place);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(place);
    }
  }
}
