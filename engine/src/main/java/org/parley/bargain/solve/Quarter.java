package org.parley.bargain.solve;

import java.util.Arrays;

/// All ways to settle some points, in the order of what they give the first party; what they give
/// the others is packed in two words, see [FourLists].
final class Quarter {

  /// What the first party gets, by way.
  final int[] first;

  /// What the next four parties get, and the four after these.
  final long[] word;

  final long[] more;

  /// Where the ways begin that give the first party so much.
  final int[] start;

  private final int[] number;
  private final int[] points;
  private final int[][] steps;

  /// @param points each with at least one step
  /// @param steps by point, those that may be taken
  /// @param gains by point and step, as [FourLists#pack] has them
  Quarter(int[] points, int[][] steps, long[][][] gains) {
    this.points = points;
    this.steps = steps;
    int size = 1;
    for (int point : points) {
      size *= steps[point].length;
    }
    int[] gain = new int[size];
    long[] words = new long[size];
    long[] mores = new long[size];
    int count = 1;
    int top = 0;
    for (int point : points) {
      int ways = steps[point].length;
      int most = 0;
      for (int way = ways - 1; way >= 0; way--) {
        long[] adds = gains[point][way];
        most = Math.max(most, (int) adds[0]);
        for (int at = 0; at < count; at++) {
          gain[way * count + at] = gain[at] + (int) adds[0];
          words[way * count + at] = words[at] + adds[1];
          mores[way * count + at] = mores[at] + adds[2];
        }
      }
      count *= ways;
      top += most;
    }
    start = new int[top + 2];
    for (int each : gain) {
      start[each + 1]++;
    }
    for (int each = 1; each < start.length; each++) {
      start[each] += start[each - 1];
    }
    int[] next = Arrays.copyOf(start, start.length - 1);
    first = new int[size];
    word = new long[size];
    more = new long[size];
    number = new int[size];
    for (int way = 0; way < size; way++) {
      int at = next[gain[way]]++;
      first[at] = gain[way];
      word[at] = words[way];
      more[at] = mores[way];
      number[at] = way;
    }
  }

  int size() {
    return first.length;
  }

  /// The most that a way gives the first party.
  int top() {
    return start.length - 2;
  }

  /// The first way that gives the first party so much; the end where it is more than any gives.
  int start(int gain) {
    return start[gain];
  }

  /// Writes the steps of a way.
  void settle(int way, int[] taken) {
    int left = number[way];
    for (int point : points) {
      taken[point] = steps[point][left % steps[point].length];
      left /= steps[point].length;
    }
  }
}
