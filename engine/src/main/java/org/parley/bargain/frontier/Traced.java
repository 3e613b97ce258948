package org.parley.bargain.frontier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;

/// The vectors kept after each layer, through which packages are traced back.
final class Traced {

  private final Layers layers;
  private final Packing packing;

  /// The kept vectors before each layer, by state.
  private final long[][][] fronts;

  private final Trace trace;
  private final long[][] losses;
  private BigInteger[][][] counts = new BigInteger[0][][];

  /// @param losses by layer and party, how much worse a kept vector may be than what it stands for
  Traced(Layers layers, Packing packing, long[][][] fronts, long[][] losses) {
    this.layers = layers;
    this.packing = packing;
    this.fronts = fronts;
    this.losses = losses;
    trace = new Trace(layers, packing, fronts);
  }

  private long[] last() {
    return fronts[layers.size()][0];
  }

  int size() {
    return last().length / packing.words;
  }

  int[] parties() {
    return layers.signers.clone();
  }

  long[] worths(int entry) {
    return packing.worths(last(), entry, layers.size());
  }

  int[] packageOf(int entry) {
    List<int[]> found = new ArrayList<>();
    packagesOf(entry, 1, found::add);
    return found.getFirst();
  }

  void packagesOf(int entry, int most, Consumer<int[]> consumer) {
    trace(layers.size(), 0, entry, new int[layers.size()], most, consumer);
  }

  BigInteger countOf(int entry) {
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

  long[] lossAt(int layer) {
    return losses[layer].clone();
  }

  int[] order() {
    return layers.layers.stream().mapToInt(Layers.Layer::point).toArray();
  }
}
