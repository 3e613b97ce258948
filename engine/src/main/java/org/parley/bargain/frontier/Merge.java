package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.List;
import org.parley.bargain.graph.Packing;

/// Merges vectors sorted from the largest down, each equal vector once.
final class Merge {

  private final Packing packing;

  Merge(Packing packing) {
    this.packing = packing;
  }

  /// Merges all lists, two by two.
  long[] all(List<long[]> lists) {
    if (lists.isEmpty()) {
      return new long[0];
    }
    if (lists.size() == 1) {
      return lists.getFirst();
    }
    int half = lists.size() / 2;
    long[] one = all(lists.subList(0, half));
    long[] other = all(lists.subList(half, lists.size()));
    return packing.words == 1 ? singles(one, other) : both(one, other);
  }

  private static long[] singles(long[] one, long[] other) {
    long[] merged = new long[one.length + other.length];
    int i = 0;
    int j = 0;
    int count = 0;
    while (i < one.length && j < other.length) {
      long a = one[i];
      long b = other[j];
      merged[count++] = Math.max(a, b);
      i += a >= b ? 1 : 0;
      j += b >= a ? 1 : 0;
    }
    System.arraycopy(one, i, merged, count, one.length - i);
    count += one.length - i;
    System.arraycopy(other, j, merged, count, other.length - j);
    count += other.length - j;
    return count == merged.length ? merged : Arrays.copyOf(merged, count);
  }

  private long[] both(long[] one, long[] other) {
    int words = packing.words;
    long[] merged = new long[one.length + other.length];
    int i = 0;
    int j = 0;
    int count = 0;
    while (i < one.length && j < other.length) {
      int order = packing.compare(one, i / words, other, j / words);
      System.arraycopy(order >= 0 ? one : other, order >= 0 ? i : j, merged, count, words);
      count += words;
      i += order >= 0 ? words : 0;
      j += order <= 0 ? words : 0;
    }
    System.arraycopy(one, i, merged, count, one.length - i);
    count += one.length - i;
    System.arraycopy(other, j, merged, count, other.length - j);
    count += other.length - j;
    return count == merged.length ? merged : Arrays.copyOf(merged, count);
  }
}
