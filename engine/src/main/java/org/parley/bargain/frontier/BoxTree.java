package org.parley.bargain.frontier;

import java.util.Arrays;
import org.parley.bargain.graph.Packing;

/// The maxima seen so far in all lanes but the first, as a tree of boxes with packed leaves.
///
/// Lanes are packed 4 to a word with 15 bits and a guard bit each, so that "at least as much in
/// four lanes" is one subtraction. Lanes wider than 15 bits are cut to their leading bits, and what
/// the cut lanes suggest is checked on the full ones. The idea is the ND-tree (Jaszkiewicz and Lust
/// 2018), here over one lane fewer.
final class BoxTree implements Sweep.Cover {

  private static final int LEAF = 32;
  private static final int LANE_BITS = 15;
  private static final long GUARDS = 0x8000_8000_8000_8000L;

  private final Packing packing;
  private final long[] sorted;
  private final int lanes;
  private final int width;
  private final int[] cut;
  private final boolean isExact;

  /// The corners of each node: `[node * width + word]`.
  private long[] top;

  private long[] bottom;

  /// The left child of an inner node, the right one follows; -1 for a leaf.
  private int[] left = new int[64];

  private int[] splitLane = new int[64];
  private int[] splitAt = new int[64];
  private int[] counts = new int[64];
  private long[][] points = new long[64][];
  private int[][] origins = new int[64][];
  private int nodes = 1;

  private final long[] query;
  private int lastLeaf;
  private int lastPlace;

  BoxTree(Packing packing, long[] sorted, int count) {
    this.packing = packing;
    this.sorted = sorted;
    lanes = packing.parties() - 1;
    width = (lanes + 3) / 4;
    cut = new int[lanes];
    boolean exact = true;
    for (int lane = 0; lane < lanes; lane++) {
      int bits = Long.SIZE - Long.numberOfLeadingZeros(packing.range[lane + 1]);
      cut[lane] = Math.max(0, bits - LANE_BITS);
      exact &= cut[lane] == 0;
    }
    isExact = exact;
    top = new long[64 * width];
    bottom = new long[64 * width];
    query = new long[width];
    makeLeaf(0);
  }

  private void makeLeaf(int node) {
    left[node] = -1;
    counts[node] = 0;
    points[node] = new long[LEAF * width];
    origins[node] = isExact ? new int[0] : new int[LEAF];
  }

  @Override
  public boolean add(long[] vectors, int index) {
    Arrays.fill(query, 0);
    for (int lane = 0; lane < lanes; lane++) {
      query[lane >> 2] |=
          (packing.lane(vectors, index, lane + 1) >>> cut[lane]) << (16 * (lane & 3));
    }
    if (lastPlace < counts[lastLeaf]
        && left[lastLeaf] < 0
        && covers(points[lastLeaf], lastPlace)
        && (isExact || coversFully(origins[lastLeaf][lastPlace], index))) {
      return false;
    }
    if (isCovered(0, index)) {
      return false;
    }
    if (isExact) {
      removeCovered(0);
    }
    insert(index);
    return true;
  }

  private boolean covers(long[] corners, int at) {
    for (int w = 0; w < width; w++) {
      if ((((corners[at * width + w] | GUARDS) - query[w]) & GUARDS) != GUARDS) {
        return false;
      }
    }
    return true;
  }

  private boolean isCoveredBy(long[] corners, int at) {
    for (int w = 0; w < width; w++) {
      if ((((query[w] | GUARDS) - corners[at * width + w]) & GUARDS) != GUARDS) {
        return false;
      }
    }
    return true;
  }

  private boolean coversFully(int origin, int index) {
    for (int party = 1; party <= lanes; party++) {
      if (packing.lane(sorted, origin, party) < packing.lane(sorted, index, party)) {
        return false;
      }
    }
    return true;
  }

  private boolean isCovered(int node, int index) {
    if (counts[node] == 0 || !covers(top, node)) {
      return false;
    }
    if (isExact && covers(bottom, node)) {
      return true;
    }
    int child = left[node];
    if (child >= 0) {
      return isCovered(child + 1, index) || isCovered(child, index);
    }
    long[] held = points[node];
    if (width == 1) {
      long wanted = query[0];
      for (int at = counts[node] - 1; at >= 0; at--) {
        if ((((held[at] | GUARDS) - wanted) & GUARDS) == GUARDS
            && (isExact || coversFully(origins[node][at], index))) {
          lastLeaf = node;
          lastPlace = at;
          return true;
        }
      }
      return false;
    }
    for (int at = counts[node] - 1; at >= 0; at--) {
      if (covers(held, at) && (isExact || coversFully(origins[node][at], index))) {
        lastLeaf = node;
        lastPlace = at;
        return true;
      }
    }
    return false;
  }

  /// Removes what the query covers: it can cover nothing that the query does not.
  private void removeCovered(int node) {
    if (counts[node] == 0 || !isCoveredBy(bottom, node)) {
      return;
    }
    int child = left[node];
    if (child >= 0) {
      int before = counts[node];
      removeCovered(child);
      removeCovered(child + 1);
      counts[node] = counts[child] + counts[child + 1];
      if (counts[node] < before && counts[node] > 0) {
        joinChildren(node);
      }
      return;
    }
    long[] held = points[node];
    int kept = 0;
    for (int at = 0; at < counts[node]; at++) {
      if (!isCoveredBy(held, at)) {
        System.arraycopy(held, at * width, held, kept * width, width);
        kept++;
      }
    }
    if (kept < counts[node]) {
      counts[node] = kept;
      enclose(node);
    }
  }

  private void joinChildren(int node) {
    int child = left[node];
    int one = counts[child] > 0 ? child : child + 1;
    int other = counts[child + 1] > 0 ? child + 1 : child;
    for (int w = 0; w < width; w++) {
      top[node * width + w] = most(top[one * width + w], top[other * width + w]);
      bottom[node * width + w] = least(bottom[one * width + w], bottom[other * width + w]);
    }
  }

  private void enclose(int node) {
    for (int w = 0; w < width; w++) {
      long up = 0;
      long low = ~GUARDS;
      for (int at = 0; at < counts[node]; at++) {
        up = most(up, points[node][at * width + w]);
        low = least(low, points[node][at * width + w]);
      }
      top[node * width + w] = up;
      bottom[node * width + w] = low;
    }
  }

  /// The larger of each lane.
  private static long most(long a, long b) {
    long wins = (((a | GUARDS) - b) & GUARDS) >>> LANE_BITS;
    long mask = (wins << LANE_BITS) - wins;
    return (a & mask) | (b & ~(mask | GUARDS));
  }

  private static long least(long a, long b) {
    long wins = (((b | GUARDS) - a) & GUARDS) >>> LANE_BITS;
    long mask = (wins << LANE_BITS) - wins;
    return (a & mask) | (b & ~(mask | GUARDS));
  }

  private void insert(int index) {
    int node = 0;
    while (true) {
      for (int w = 0; w < width; w++) {
        int at = node * width + w;
        top[at] = counts[node] == 0 ? query[w] : most(top[at], query[w]);
        bottom[at] = counts[node] == 0 ? query[w] : least(bottom[at], query[w]);
      }
      int place = counts[node]++;
      if (left[node] >= 0) {
        node = left[node] + (lane(query, 0, splitLane[node]) >= splitAt[node] ? 1 : 0);
      } else {
        System.arraycopy(query, 0, points[node], place * width, width);
        if (!isExact) {
          origins[node][place] = index;
        }
        if (counts[node] * width == points[node].length) {
          split(node);
        }
        return;
      }
    }
  }

  private static int lane(long[] packed, int from, int lane) {
    return (int) (packed[from + (lane >> 2)] >>> (16 * (lane & 3))) & 0x7fff;
  }

  /// Splits a full leaf at the middle of its widest lane; a leaf of equal points grows instead.
  private void split(int node) {
    int widest = 0;
    int spread = -1;
    for (int lane = 0; lane < lanes; lane++) {
      int each = lane(top, node * width, lane) - lane(bottom, node * width, lane);
      if (each > spread) {
        spread = each;
        widest = lane;
      }
    }
    long[] held = points[node];
    int count = counts[node];
    if (spread == 0) {
      points[node] = Arrays.copyOf(held, held.length * 2);
      origins[node] = Arrays.copyOf(origins[node], origins[node].length * 2);
      return;
    }
    int[] values = new int[count];
    for (int at = 0; at < count; at++) {
      values[at] = lane(held, at * width, widest);
    }
    Arrays.sort(values);
    int middle = values[count / 2] > values[0] ? values[count / 2] : values[count / 2] + 1;
    int child = nodes;
    nodes += 2;
    if (nodes > left.length) {
      grow();
    }
    makeLeaf(child);
    makeLeaf(child + 1);
    int[] from = origins[node];
    for (int at = 0; at < count; at++) {
      int side = child + (lane(held, at * width, widest) >= middle ? 1 : 0);
      if (points[side].length == counts[side] * width) {
        points[side] = Arrays.copyOf(points[side], points[side].length * 2);
        origins[side] = Arrays.copyOf(origins[side], origins[side].length * 2);
      }
      System.arraycopy(held, at * width, points[side], counts[side] * width, width);
      if (!isExact) {
        origins[side][counts[side]] = from[at];
      }
      counts[side]++;
    }
    for (int side = child; side <= child + 1; side++) {
      enclose(side);
      if (counts[side] * width == points[side].length) {
        points[side] = Arrays.copyOf(points[side], points[side].length * 2);
        origins[side] = Arrays.copyOf(origins[side], origins[side].length * 2);
      }
    }
    left[node] = child;
    splitLane[node] = widest;
    splitAt[node] = middle;
    points[node] = new long[0];
    origins[node] = new int[0];
  }

  private void grow() {
    int size = left.length * 2;
    left = Arrays.copyOf(left, size);
    splitLane = Arrays.copyOf(splitLane, size);
    splitAt = Arrays.copyOf(splitAt, size);
    counts = Arrays.copyOf(counts, size);
    points = Arrays.copyOf(points, size);
    origins = Arrays.copyOf(origins, size);
    top = Arrays.copyOf(top, size * width);
    bottom = Arrays.copyOf(bottom, size * width);
  }
}
