package org.parley.sequence.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.exact.Meter;

/// Small sets of labels, as arrays in ascending order.
public final class LabelSet {

  public static final int[] EMPTY = {};

  /// The sets still compared after the meter stopped.
  private static final long LAST_WORK = 100_000;

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

  /// The elements with minimal label sets; the first of equal ones. If the meter has stopped, the
  /// filter ends early: the result is minimal but may be incomplete.
  ///
  /// @param sorted fewest labels first
  static <T> List<T> minimal(List<T> sorted, Function<T, int[]> labelsOf, Meter meter) {
    List<T> kept = new ArrayList<>();
    Map<Integer, List<int[]>> keptByFirst = new HashMap<>();
    long lastWork = 0;
    for (T each : sorted) {
      int[] labels = labelsOf.apply(each);
      if (!kept.isEmpty() && labelsOf.apply(kept.getFirst()).length == 0) {
        return kept;
      }
      boolean minimal = true;
      for (int label : labels) {
        List<int[]> smaller = keptByFirst.getOrDefault(label, List.of());
        lastWork += meter.heed(smaller.size() + 1L) ? smaller.size() + 1L : 0;
        minimal &= smaller.stream().noneMatch(set -> isSubset(set, labels));
      }
      if (lastWork > LAST_WORK) {
        return kept;
      }
      if (minimal) {
        kept.add(each);
        if (labels.length > 0) {
          keptByFirst.computeIfAbsent(labels[0], _ -> new ArrayList<>()).add(labels);
        }
      }
    }
    return kept;
  }
}
