package org.parley.sequence.bounds;

import java.util.Arrays;

/// Small sets of labels, as arrays in ascending order.
public final class LabelSet {

  public static final int[] EMPTY = {};

  private LabelSet() {}

  public static boolean contains(int[] set, int label) {
    return Arrays.binarySearch(set, label) >= 0;
  }

  /// Whether every label of `part` is in `whole`.
  public static boolean isSubset(int[] part, int[] whole) {
    int w = 0;
    for (int label : part) {
      while (w < whole.length && whole[w] < label) {
        w++;
      }
      if (w == whole.length || whole[w] != label) {
        return false;
      }
    }
    return true;
  }

  public static int[] union(int[] a, int[] b) {
    if (isSubset(b, a)) {
      return a;
    }
    int[] all = new int[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      if (j == b.length || (i < a.length && a[i] < b[j])) {
        all[size++] = a[i++];
      } else {
        if (i < a.length && a[i] == b[j]) {
          i++;
        }
        all[size++] = b[j++];
      }
    }
    return Arrays.copyOf(all, size);
  }

  public static int[] without(int[] set, int label) {
    int at = Arrays.binarySearch(set, label);
    if (at < 0) {
      return set;
    }
    int[] rest = new int[set.length - 1];
    System.arraycopy(set, 0, rest, 0, at);
    System.arraycopy(set, at + 1, rest, at, rest.length - at);
    return rest;
  }
}
