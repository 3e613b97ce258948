package org.parley.bargain.solve;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/// The partial packages of some points, ordered by the worth to the first party.
///
/// Worths to the others are packed in two words, see [SchroeppelShamir]. Of equal worths one is
/// kept.
final class SchroeppelShamirList {

  /// The gain of the first party, by partial package.
  final int[] first;

  /// The gains of the next four parties, and of the four after these.
  final long[] word;

  final long[] more;

  /// The first partial package with each gain of the first party.
  final int[] start;

  private record Gain(int first, long word, long more) {}

  private final int[] number;
  private final int[] points;
  private final int[][] steps;

  /// @param points each with at least one step
  /// @param steps by point, the steps allowed
  /// @param gains by point and step, packed by [SchroeppelShamir#pack]
  SchroeppelShamirList(int[] points, int[][] steps, long[][][] gains) {
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
    int[] kept = different(gain, words, mores);
    start = new int[top + 2];
    for (int way : kept) {
      start[gain[way] + 1]++;
    }
    for (int each = 1; each < start.length; each++) {
      start[each] += start[each - 1];
    }
    int[] next = Arrays.copyOf(start, start.length - 1);
    first = new int[kept.length];
    word = new long[kept.length];
    more = new long[kept.length];
    number = new int[kept.length];
    for (int way : kept) {
      int at = next[gain[way]]++;
      first[at] = gain[way];
      word[at] = words[way];
      more[at] = mores[way];
      number[at] = way;
    }
  }

  private static int[] different(int[] gain, long[] words, long[] mores) {
    Set<Gain> seen = HashSet.newHashSet(gain.length);
    return IntStream.range(0, gain.length)
        .filter(way -> seen.add(new Gain(gain[way], words[way], mores[way])))
        .toArray();
  }

  int size() {
    return first.length;
  }

  /// The largest gain of the first party.
  int top() {
    return start.length - 2;
  }

  /// The first partial package with this gain of the first party; the end if it is larger than any.
  int start(int gain) {
    return start[gain];
  }

  /// Writes the steps of a partial package.
  void settle(int way, int[] taken) {
    int left = number[way];
    for (int point : points) {
      taken[point] = steps[point][left % steps[point].length];
      left /= steps[point].length;
    }
  }
}
