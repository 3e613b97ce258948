package org.parley.sequence.exposure;

import java.util.Arrays;

/// Sets of steps that were seen before.
sealed interface Seen {

  /// Notes a set; says whether it is new.
  boolean add(long set);

  long size();

  /// One bit for every set there can be.
  final class Dense implements Seen {
    private final long[] bits;
    private long size;

    Dense(int steps) {
      bits = new long[Math.max(1, 1 << Math.max(0, steps - 6))];
    }

    @Override
    public boolean add(long set) {
      int word = (int) (set >>> 6);
      long bit = 1L << (set & 63);
      if ((bits[word] & bit) != 0) {
        return false;
      }
      bits[word] |= bit;
      size++;
      return true;
    }

    @Override
    public long size() {
      return size;
    }
  }

  /// Open addressing; 0, the empty set, is never asked for.
  final class Sparse implements Seen {
    private long[] table = new long[1 << 12];
    private int size;

    @Override
    public boolean add(long set) {
      if (2L * size >= table.length) {
        long[] old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        Arrays.stream(old).filter(each -> each != 0).forEach(each -> table[place(each)] = each);
      }
      int at = place(set);
      if (table[at] == set) {
        return false;
      }
      table[at] = set;
      size++;
      return true;
    }

    private int place(long set) {
      long mixed = set * 0x9E3779B97F4A7C15L;
      int at = (int) (mixed >>> 32) & (table.length - 1);
      while (table[at] != 0 && table[at] != set) {
        at = (at + 1) & (table.length - 1);
      }
      return at;
    }

    @Override
    public long size() {
      return size;
    }
  }
}
