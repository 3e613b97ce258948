package org.parley.bargain.frontier;

import java.util.Arrays;
import org.parley.bargain.graph.Packing;

/// A tree of boxes with packed leaves over the maxima seen so far, for dominance tests.
///
/// An ND-tree (Jaszkiewicz and Lust 2018) in a sweep over one lane fewer. Lanes are packed side by
/// side with guard bits, so "at least as much in all lanes" is one subtraction a word. A new point
/// prunes only its own leaf. After growth by a factor, all points are revisited, a few with each
/// insertion, and the tree is rebuilt balanced. Use a [FenwickCover] for up to five parties if its
/// table fits.
final class BoxTree implements Cover.Large {

  private static final int LEAF = 32;

  /// The most points of a new leaf.
  private static final int NEW_LEAF = 16;

  /// A tree is pruned from this size on, each time it has grown by the factor.
  private static final int FEW = 1 << 12;

  private static final int GROWTH = 3;

  /// Points revisited per insertion while a tree is pruned.
  private static final int PRUNED = 16;

  /// Points sampled to choose a split.
  private static final int SAMPLE = 32;

  /// Nodes visited at about the cost of one vector of the other covers.
  private static final int LOOKS_A_STEP = 16;

  private final Packing packing;
  private final int first;
  private final int lanes;

  /// The bits from one lane to the next, guard included, and the lanes in a word.
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
  private int size;
  private int pruneAt = FEW;

  /// The leaf being pruned, 0 if none, and how many of its points stay.
  private int pruning;

  private int prunedOf;

  private final long[] key;
  private final long[] query;
  private int[] stack = new int[64];
  private long looks;

  /// The point that covered the last query: it often covers the next as well.
  private final long[] last;

  /// The result of the last search.
  private final long[] found;

  /// A tree for vectors that come in descending order of the first lane.
  static BoxTree ofSweptLanes(Packing packing) {
    return ofLanes(packing, 1);
  }

  /// A tree for vectors that come in descending order of the lanes before the first.
  static BoxTree ofLanes(Packing packing, int first) {
    return new BoxTree(packing, first);
  }

  /// A tree for vectors in any order.
  static BoxTree ofAllLanes(Packing packing) {
    return new BoxTree(packing, 0);
  }

  private BoxTree(Packing packing, int first) {
    this.packing = packing;
    this.first = first;
    lanes = packing.parties() - first;
    long most = 1;
    for (int lane = 0; lane < lanes; lane++) {
      most = Math.max(most, packing.range[first + lane]);
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
    last = new long[width];
    found = new long[width];
    build(new long[0]);
  }

  private void repack(long[] vectors, int index, long[] into) {
    Arrays.fill(into, 0);
    for (int lane = 0; lane < lanes; lane++) {
      into[lane / perWord] |=
          packing.lane(vectors, index, first + lane) << (stride * (lane % perWord));
    }
  }

  @Override
  public boolean add(long[] vectors, int at) {
    repack(vectors, at, query);
    if (isMatched()) {
      return false;
    }
    System.arraycopy(query, 0, key, 0, width);
    take();
    return true;
  }

  /// Inserts a vector unless its lowered copy is covered; returns whether it was inserted.
  ///
  /// @param lowered the vector less the loss allowed
  boolean add(long[] vectors, int at, long[] lowered) {
    repack(lowered, 0, query);
    if (isMatched()) {
      return false;
    }
    repack(vectors, at, key);
    take();
    return true;
  }

  @Override
  public boolean covers(long[] vectors, int at) {
    repack(vectors, at, query);
    return isMatched();
  }

  private boolean isMatched() {
    if (size > 0 && covers(last, 0, query)) {
      return true;
    }
    if (covers(top, 0, query) && isCoveredByAny()) {
      System.arraycopy(found, 0, last, 0, width);
      return true;
    }
    return false;
  }

  private void take() {
    insert();
    if (size > pruneAt || pruning > 0) {
      prune();
    }
  }

  private boolean isCoveredByAny() {
    return width == 1 ? isCovered() : isCoveredWide(0);
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

  /// Whether a point covers the query, for one word per point.
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
            found[0] = held[at];
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
        System.arraycopy(points[node], at * width, found, 0, width);
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

  /// The maximum of each lane.
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
    size++;
    if (++counts[node] * width == points[node].length) {
      build(node, points[node], 0, counts[node]);
    }
  }

  /// Removes the points that the new vector covers in its own leaf. Any query they cover, the new
  /// one covers as well.
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
    size -= counts[leaf] - kept;
    counts[leaf] = kept;
  }

  private long lane(long[] packed, int from, int lane) {
    return (packed[from + lane / perWord] >>> (stride * (lane % perWord)))
        & ((1L << (stride - 1)) - 1);
  }

  /// Continues removing dominated points; rebuilds the tree once all were revisited.
  private void prune() {
    for (int looked = 0; looked < PRUNED; looked++) {
      while (pruning < nodes && counts[pruning] <= prunedOf) {
        pruning++;
        prunedOf = 0;
      }
      if (pruning == nodes) {
        build(all());
        pruning = 0;
        pruneAt = Math.max(FEW, GROWTH * size);
        return;
      }
      prune(pruning);
    }
  }

  /// Removes the next point of a leaf if another covers it; all points differ.
  private void prune(int leaf) {
    long[] held = points[leaf];
    int at = prunedOf * width;
    int end = --counts[leaf] * width;
    System.arraycopy(held, at, query, 0, width);
    System.arraycopy(held, end, held, at, width);
    if (isCoveredByAny()) {
      size--;
    } else {
      System.arraycopy(held, at, held, end, width);
      System.arraycopy(query, 0, held, at, width);
      counts[leaf]++;
      prunedOf++;
    }
  }

  private long[] all() {
    long[] all = new long[size * width];
    int end = 0;
    for (int node = 0; node < nodes; node++) {
      if (left[node] < 0) {
        System.arraycopy(points[node], 0, all, end, counts[node] * width);
        end += counts[node] * width;
      }
    }
    return all;
  }

  private void build(long[] all) {
    nodes = 1;
    build(0, all, 0, all.length / width);
  }

  /// Builds a node from some points, reordering them: a leaf if they are few or all equal, else a
  /// split along the widest lane.
  private void build(int node, long[] all, int from, int until) {
    enclose(node, all, from, until);
    int widest = 0;
    long spread = -1;
    for (int lane = 0; lane < lanes; lane++) {
      long each = spread(all, from, until, lane);
      if (each > spread) {
        spread = each;
        widest = lane;
      }
    }
    left[node] = -1;
    counts[node] = until - from;
    if (until - from <= NEW_LEAF || spread == 0) {
      points[node] = new long[Math.max(LEAF, 2 * counts[node]) * width];
      System.arraycopy(all, from * width, points[node], 0, counts[node] * width);
      return;
    }
    long middle = middle(all, from, until, widest);
    int low = from;
    int high = until;
    while (low < high) {
      if (lane(all, low * width, widest) < middle) {
        low++;
      } else {
        high--;
        for (int w = 0; w < width; w++) {
          long other = all[low * width + w];
          all[low * width + w] = all[high * width + w];
          all[high * width + w] = other;
        }
      }
    }
    points[node] = new long[0];
    counts[node] = 0;
    int child = nodes;
    nodes += 2;
    if (nodes > left.length) {
      grow();
    }
    left[node] = child;
    splitLane[node] = widest;
    splitAt[node] = middle;
    build(child, all, from, low);
    build(child + 1, all, low, until);
  }

  private void enclose(int node, long[] all, int from, int until) {
    for (int w = 0; w < width; w++) {
      long up = 0;
      for (int at = from; at < until; at++) {
        up = most(up, all[at * width + w]);
      }
      top[node * width + w] = up;
    }
  }

  private long spread(long[] all, int from, int until, int lane) {
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int at = from; at < until; at++) {
      long each = lane(all, at * width, lane);
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    return most - least;
  }

  /// An approximate median of a lane with more than one value; larger than its minimum.
  private long middle(long[] all, int from, int until, int lane) {
    int count = Math.min(SAMPLE, until - from);
    long[] values = new long[count];
    for (int at = 0; at < count; at++) {
      int place = from + (int) ((long) (until - from) * at / count);
      values[at] = lane(all, place * width, lane);
    }
    Arrays.sort(values);
    if (values[count / 2] > values[0]) {
      return values[count / 2];
    }
    for (int at = from; at < until; at++) {
      if (lane(all, at * width, lane) < values[0]) {
        return values[0];
      }
    }
    return values[0] + 1;
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
