package org.parley.bargain.frontier;

import java.util.List;
import org.parley.bargain.graph.Packing;

/// A k-way merge of sorted vector lists, each shifted by its own step, descending and without
/// duplicates.
///
/// Merged slice by slice, two lists at a time, so the candidates, several times as many as the
/// vectors, are never all in memory.
final class KWayMerge {

  /// The approximate number of vectors in a slice.
  private static final int SLICE = 1 << 15;

  /// A list and the step that shifts it.
  static final class Stream {
    private final long[] vectors;
    private final int step;

    /// @param vectors in descending order
    /// @param step the step of the layer that shifts it
    Stream(long[] vectors, int step) {
      this.vectors = vectors;
      this.step = step;
    }

    long[] vectors() {
      return vectors;
    }

    int step() {
      return step;
    }
  }

  private final Packing packing;
  private final int words;
  private final Stream[] streams;
  private final long[] adds;
  private final int[] at;
  private final long size;

  /// The most vectors of one list in a slice.
  private final int share;

  private final long[] threshold;
  private final int[] bounds;
  private long[] slice;
  private long[] spare;

  /// @param adds the packed additions of the steps of the layer
  KWayMerge(Packing packing, List<Stream> all, long[] adds) {
    this.packing = packing;
    this.adds = adds;
    words = packing.words;
    streams = all.toArray(Stream[]::new);
    at = new int[streams.length];
    long count = 0;
    int longest = 0;
    for (Stream stream : streams) {
      count += stream.vectors().length / words;
      longest = Math.max(longest, stream.vectors().length / words);
    }
    size = count;
    share = Math.min(longest, Math.max(16, SLICE / Math.max(1, streams.length)));
    bounds = new int[streams.length + 1];
    threshold = new long[words];
    int most = (int) Math.min(count, (long) share * streams.length) * words;
    slice = new long[most];
    spare = new long[most];
  }

  /// The number of vectors in all lists.
  long size() {
    return size;
  }

  /// The vectors of the current slice.
  long[] slice() {
    return slice;
  }

  /// Moves to the next slice; returns its number of vectors, 0 at the end.
  int next() {
    boolean isCut = cut();
    int runs = 0;
    int end = 0;
    for (int stream = 0; stream < streams.length; stream++) {
      long[] from = streams[stream].vectors();
      int add = streams[stream].step() * words;
      int until = isCut ? endAbove(stream) : from.length / words;
      if (until == at[stream]) {
        continue;
      }
      for (int place = at[stream] * words; place < until * words; place += words) {
        for (int w = 0; w < words; w++) {
          slice[end + w] = from[place + w] + adds[add + w];
        }
        end += words;
      }
      at[stream] = until;
      bounds[++runs] = end;
    }
    while (runs > 1) {
      int merged = 0;
      int kept = 0;
      for (int run = 0; run < runs; run += 2) {
        int from = bounds[run];
        int middle = bounds[run + 1];
        if (run + 1 == runs) {
          System.arraycopy(slice, from, spare, kept, middle - from);
          kept += middle - from;
        } else if (words == 1) {
          kept = singles(from, middle, bounds[run + 2], kept);
        } else {
          kept = wide(from, middle, bounds[run + 2], kept);
        }
        bounds[++merged] = kept;
      }
      runs = merged;
      long[] other = slice;
      slice = spare;
      spare = other;
    }
    return runs == 0 ? 0 : bounds[1] / words;
  }

  /// Sets the threshold above which all vectors go into this slice; returns whether there is one.
  private boolean cut() {
    boolean isCut = false;
    for (int stream = 0; stream < streams.length; stream++) {
      int beyond = at[stream] + share;
      if (beyond < streams[stream].vectors().length / words
          && (!isCut || compare(stream, beyond) > 0)) {
        isCut = true;
        for (int w = 0; w < words; w++) {
          threshold[w] = value(stream, beyond, w);
        }
      }
    }
    return isCut;
  }

  private long value(int stream, int index, int w) {
    return streams[stream].vectors()[index * words + w] + adds[streams[stream].step() * words + w];
  }

  private int compare(int stream, int index) {
    for (int w = 0; w < words; w++) {
      int order = Long.compare(value(stream, index, w), threshold[w]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /// The end of the vectors of a list above the threshold.
  private int endAbove(int stream) {
    int low = at[stream];
    int high = Math.min(streams[stream].vectors().length / words, at[stream] + share);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(stream, middle) > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int singles(int from, int middle, int end, int into) {
    long[] source = slice;
    long[] merged = spare;
    int i = from;
    int j = middle;
    int count = into;
    while (i < middle && j < end) {
      long a = source[i];
      long b = source[j];
      merged[count++] = Math.max(a, b);
      i += a >= b ? 1 : 0;
      j += b >= a ? 1 : 0;
    }
    return rest(i, middle, j, end, count);
  }

  private int rest(int i, int middle, int j, int end, int into) {
    System.arraycopy(slice, i, spare, into, middle - i);
    System.arraycopy(slice, j, spare, into + middle - i, end - j);
    return into + middle - i + end - j;
  }

  private int wide(int from, int middle, int end, int into) {
    int i = from;
    int j = middle;
    int count = into;
    while (i < middle && j < end) {
      int order = packing.compare(slice, i / words, slice, j / words);
      System.arraycopy(slice, order >= 0 ? i : j, spare, count, words);
      count += words;
      i += order >= 0 ? words : 0;
      j += order <= 0 ? words : 0;
    }
    return rest(i, middle, j, end, count);
  }
}
