package org.parley.bargain.frontier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;

/// Worth vectors that no other dominates, each with its packages; largest worth of the first party
/// first.
///
/// Vectors are counted, not packages: packages of equal worth to every party are one entry.
/// Packages are traced back on request through the vectors of each layer, which are kept: 8 bytes a
/// vector for every 63 bits of worth.
public final class Frontier {

  private final Layers layers;
  private final Packing packing;

  /// The kept vectors before each layer, by state.
  private final long[][][] fronts;

  private final Trace trace;
  private final long[][] losses;
  private final int size;
  private BigInteger[][][] counts = new BigInteger[0][][];

  /// @param losses by layer and party, how much worse a kept vector may be than what it stands for
  Frontier(Layers layers, Packing packing, long[][][] fronts, long[][] losses) {
    this.layers = layers;
    this.packing = packing;
    this.fronts = fronts;
    this.losses = losses;
    trace = new Trace(layers, packing, fronts);
    size = last().length / packing.words;
  }

  private long[] last() {
    return fronts[layers.size()][0];
  }

  /// How many vectors it has.
  public int size() {
    return size;
  }

  /// The parties a vector has an entry for, as indices into the problem.
  public int[] parties() {
    return layers.signers.clone();
  }

  /// The worths of an entry, one for each of [#parties].
  public long[] worths(int entry) {
    return packing.worths(last(), entry, layers.size());
  }

  /// All entries in order, made one by one.
  public Stream<long[]> vectors() {
    return IntStream.range(0, size).mapToObj(this::worths);
  }

  /// One package of an entry.
  public int[] packageOf(int entry) {
    List<int[]> found = new ArrayList<>();
    trace(layers.size(), 0, entry, new int[layers.size()], 1, found::add);
    return found.getFirst();
  }

  /// Hands on every package of an entry, at most so many.
  public void packagesOf(int entry, int most, Consumer<int[]> consumer) {
    trace(layers.size(), 0, entry, new int[layers.size()], most, consumer);
  }

  /// How many packages an entry has: all that are worth this to every party, where the frontier is
  /// proved; those that were kept, where it is bounded.
  public BigInteger countOf(int entry) {
    return count(layers.size(), 0, entry);
  }

  private int trace(
      int at, int state, int index, int[] options, int most, Consumer<int[]> consumer) {
    if (at == 0) {
      consumer.accept(layers.packageOf(options));
      return most - 1;
    }
    Layers.Layer layer = layers.layers.get(at - 1);
    int left = most;
    for (int step = 0; step < layer.steps() && left > 0; step++) {
      int before = trace.before(at, state, index, step);
      if (before >= 0) {
        options[at - 1] = layer.option()[step];
        left = trace(at - 1, layer.from()[step], before, options, left, consumer);
      }
    }
    return left;
  }

  private BigInteger count(int at, int state, int index) {
    if (at == 0) {
      return BigInteger.ONE;
    }
    if (counts.length == 0) {
      counts = new BigInteger[layers.size() + 1][][];
      for (int layer = 0; layer < counts.length; layer++) {
        counts[layer] = new BigInteger[fronts[layer].length][];
      }
    }
    if (counts[at][state] == null) {
      counts[at][state] = new BigInteger[fronts[at][state].length / packing.words];
    }
    BigInteger known = counts[at][state][index];
    if (known == null) {
      known = BigInteger.ZERO;
      Layers.Layer layer = layers.layers.get(at - 1);
      for (int step = 0; step < layer.steps(); step++) {
        int before = trace.before(at, state, index, step);
        if (before >= 0) {
          known = known.add(count(at - 1, layer.from()[step], before));
        }
      }
      counts[at][state][index] = known;
    }
    return known;
  }

  /// The vectors kept after so many layers, in the states of the layered graph, for the
  /// certificate.
  List<List<long[]>> keptAfter(int layer) {
    List<List<long[]>> all = new ArrayList<>();
    for (long[] front : fronts[layer]) {
      all.add(
          IntStream.range(0, front.length / packing.words)
              .mapToObj(index -> packing.worths(front, index, layer))
              .toList());
    }
    return all;
  }

  /// What may be lost at the point settled after so many others, one entry for each of [#parties].
  long[] lossAt(int layer) {
    return losses[layer].clone();
  }

  /// The order in which points were settled.
  int[] order() {
    return layers.layers.stream().mapToInt(Layers.Layer::point).toArray();
  }
}
