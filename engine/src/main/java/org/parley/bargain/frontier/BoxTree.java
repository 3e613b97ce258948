package org.parley.bargain.frontier;

import java.util.Arrays;
import org.parley.bargain.graph.Packing;

/// The maxima seen so far in all lanes but the first, as a tree of boxes with packed leaves.
///
/// Lanes are packed side by side, each with a guard bit above it, so that "at least as much in all
/// lanes" is one subtraction a word. The idea is the ND-tree (Jaszkiewicz and Lust 2018), here over
/// one lane fewer. What a new point covers is removed from its own leaf alone: to look for it
/// elsewhere costs more than it saves.
final class BoxTree implements Cover {

  private static final int LEAF = 32;

  /// So many nodes cost about as much as a vector of the other covers.
  private static final int LOOKS_A_STEP = 16;

  private final Packing packing;
  private final boolean isExact;
  private final int lanes;

  /// How many bits apart lanes are, the guard among them, and how many lanes a word has.
  private final int stride;

  private final int perWord;
  private final int width;
  private final long guards;

  /// The upper corner of each node: `[node * width + word]`.
  private long[] top;

  /// The left child of an inner node, the right one follows; -1 for a leaf.
  private int[] left = new int[64];

  private int[] splitLane = new int[64];
  private long[] splitAt = new long[64];
  private int[] counts = new int[64];
  private long[][] points = new long[64][];
  private int nodes = 1;

  private final long[] key;
  private final long[] query;
  private int[] stack = new int[64];
  private long looks;
  private int lastLeaf;
  private int lastPlace;

  /// @param isExact whether nothing is ever lowered
  BoxTree(Packing packing, boolean isExact) {
    this.packing = packing;
    this.isExact = isExact;
    lanes = packing.parties() - 1;
    long most = 1;
    for (int lane = 1; lane <= lanes; lane++) {
      most = Math.max(most, packing.range[lane]);
    }
    stride = Long.SIZE - Long.numberOfLeadingZeros(most) + 1;
    perWord = Math.max(1, Long.SIZE / stride);
    width = (lanes + perWord - 1) / perWord;
    long each = 0;
    for (int lane = 0; lane < perWord; lane++) {
      each |= 1L << (stride * lane + stride - 1);
    }
    guards = each;
    top = new long[64 * width];
    key = new long[width];
    query = new long[width];
    makeLeaf(0);
  }

  private void makeLeaf(int node) {
    left[node] = -1;
    counts[node] = 0;
    points[node] = new long[LEAF * width];
  }

  private void repack(long[] vectors, int index, long[] into) {
    Arrays.fill(into, 0);
    for (int lane = 0; lane < lanes; lane++) {
      into[lane / perWord] |= packing.lane(vectors, index, lane + 1) << (stride * (lane % perWord));
    }
  }

  @Override
  public boolean add(long[] vectors, int at, long[] lowered, int low) {
    repack(lowered, low, query);
    if (lastPlace < counts[lastLeaf]
        && left[lastLeaf] < 0
        && covers(points[lastLeaf], lastPlace, query)) {
      return false;
    }
    if (covers(top, 0, query) && (width == 1 ? isCovered() : isCoveredWide(0))) {
      return false;
    }
    if (isExact) {
      System.arraycopy(query, 0, key, 0, width);
    } else {
      repack(vectors, at, key);
    }
    insert();
    return true;
  }

  private boolean covers(long[] corners, int at, long[] wanted) {
    for (int w = 0; w < width; w++) {
      if ((((corners[at * width + w] | guards) - wanted[w]) & guards) != guards) {
        return false;
      }
    }
    return true;
  }

  @Override
  public long work() {
    long work = looks / LOOKS_A_STEP;
    looks = 0;
    return work;
  }

  /// Whether a point covers the query, one word a point.
  private boolean isCovered() {
    long wanted = query[0];
    long g = guards;
    int depth = 0;
    int node = 0;
    while (true) {
      looks++;
      int child = left[node];
      if (child < 0) {
        long[] held = points[node];
        for (int at = counts[node] - 1; at >= 0; at--) {
          if ((((held[at] | g) - wanted) & g) == g) {
            lastLeaf = node;
            lastPlace = at;
            return true;
          }
        }
        if (depth == 0) {
          return false;
        }
        node = stack[--depth];
        continue;
      }
      boolean one = (((top[child] | g) - wanted) & g) == g;
      boolean other = (((top[child + 1] | g) - wanted) & g) == g;
      if (one && other) {
        if (depth == stack.length) {
          stack = Arrays.copyOf(stack, 2 * depth);
        }
        stack[depth++] = child;
        node = child + 1;
      } else if (one || other) {
        node = one ? child : child + 1;
      } else if (depth == 0) {
        return false;
      } else {
        node = stack[--depth];
      }
    }
  }

  private boolean isCoveredWide(int node) {
    looks++;
    int child = left[node];
    if (child >= 0) {
      return (covers(top, child + 1, query) && isCoveredWide(child + 1))
          || (covers(top, child, query) && isCoveredWide(child));
    }
    for (int at = counts[node] - 1; at >= 0; at--) {
      if (covers(points[node], at, query)) {
        lastLeaf = node;
        lastPlace = at;
        return true;
      }
    }
    return false;
  }

  private boolean isBelow(long[] corners, int at) {
    for (int w = 0; w < width; w++) {
      if ((((key[w] | guards) - corners[at * width + w]) & guards) != guards) {
        return false;
      }
    }
    return true;
  }

  private void enclose(int node) {
    for (int w = 0; w < width; w++) {
      long up = 0;
      for (int at = 0; at < counts[node]; at++) {
        up = most(up, points[node][at * width + w]);
      }
      top[node * width + w] = up;
    }
  }

  /// The larger of each lane.
  private long most(long a, long b) {
    long wins = (((a | guards) - b) & guards) >>> (stride - 1);
    long mask = (wins << (stride - 1)) - wins;
    return (a & mask) | (b & ~(mask | guards));
  }

  private void insert() {
    int node = 0;
    while (true) {
      for (int w = 0; w < width; w++) {
        int at = node * width + w;
        top[at] = most(top[at], key[w]);
      }
      if (left[node] < 0) {
        break;
      }
      node = left[node] + (lane(key, 0, splitLane[node]) >= splitAt[node] ? 1 : 0);
    }
    removeCovered(node);
    System.arraycopy(key, 0, points[node], counts[node] * width, width);
    if (++counts[node] * width == points[node].length) {
      split(node);
    }
  }

  /// Removes what the new vector covers in its own leaf: it can cover nothing that the new one does
  /// not.
  private void removeCovered(int leaf) {
    long[] held = points[leaf];
    int kept = 0;
    for (int at = 0; at < counts[leaf]; at++) {
      if (!isBelow(held, at)) {
        if (kept < at) {
          System.arraycopy(held, at * width, held, kept * width, width);
        }
        kept++;
      }
    }
    counts[leaf] = kept;
  }

  private long lane(long[] packed, int from, int lane) {
    return (packed[from + lane / perWord] >>> (stride * (lane % perWord)))
        & ((1L << (stride - 1)) - 1);
  }

  /// Splits a full leaf at the middle of its widest lane; a leaf of equal points grows instead.
  private void split(int node) {
    int widest = 0;
    long spread = -1;
    for (int lane = 0; lane < lanes; lane++) {
      long each = spread(node, lane);
      if (each > spread) {
        spread = each;
        widest = lane;
      }
    }
    long[] held = points[node];
    int count = counts[node];
    if (spread == 0) {
      points[node] = Arrays.copyOf(held, held.length * 2);
      return;
    }
    long[] values = new long[count];
    for (int at = 0; at < count; at++) {
      values[at] = lane(held, at * width, widest);
    }
    Arrays.sort(values);
    long middle = values[count / 2] > values[0] ? values[count / 2] : values[count / 2] + 1;
    while (middle > values[count - 1] || middle <= values[0]) {
      middle = values[0] + 1;
    }
    int child = nodes;
    nodes += 2;
    if (nodes > left.length) {
      grow();
    }
    makeLeaf(child);
    makeLeaf(child + 1);
    for (int at = 0; at < count; at++) {
      int side = child + (lane(held, at * width, widest) >= middle ? 1 : 0);
      if (points[side].length == counts[side] * width) {
        points[side] = Arrays.copyOf(points[side], points[side].length * 2);
      }
      System.arraycopy(held, at * width, points[side], counts[side] * width, width);
      counts[side]++;
    }
    for (int side = child; side <= child + 1; side++) {
      enclose(side);
      if (counts[side] * width == points[side].length) {
        points[side] = Arrays.copyOf(points[side], points[side].length * 2);
      }
    }
    left[node] = child;
    splitLane[node] = widest;
    splitAt[node] = middle;
    points[node] = new long[0];
  }

  private long spread(int node, int lane) {
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int at = 0; at < counts[node]; at++) {
      long each = lane(points[node], at * width, lane);
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    return most - least;
  }

  private void grow() {
    int size = left.length * 2;
    left = Arrays.copyOf(left, size);
    splitLane = Arrays.copyOf(splitLane, size);
    splitAt = Arrays.copyOf(splitAt, size);
    counts = Arrays.copyOf(counts, size);
    points = Arrays.copyOf(points, size);
    top = Arrays.copyOf(top, size * width);
  }
}
