package org.parley.sequence;

import java.util.Arrays;

/// Small sets of labels, as arrays in ascending order.
final class LabelSet {

  static final int[] EMPTY = {};

  private LabelSet() {}

  static boolean contains(int[] set, int label) {
    return Arrays.binarySearch(set, label) >= 0;
  }

  /// Whether every label of `part` is in `whole`.
  static boolean isSubset(int[] part, int[] whole) {
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

  static int[] union(int[] a, int[] b) {
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

  static int[] without(int[] set, int label) {
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
