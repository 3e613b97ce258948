package org.parley.bargain.frontier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;

/// The vectors kept after each layer, for tracing packages back.
final class LayerTrace {

  private final Layers layers;
  private final Packing packing;

  /// The kept vectors before each layer, by state.
  private final Front[][] fronts;

  private final long[][] losses;

  /// The number of packages that lead to a vector, by layer, memoised.
  private final List<Map<Place, BigInteger>> counts = new ArrayList<>();

  private record Place(int state, int index) {}

  /// @param losses by layer and party, the epsilon
  LayerTrace(Layers layers, Packing packing, Front[][] fronts, long[][] losses) {
    this.layers = layers;
    this.packing = packing;
    this.fronts = fronts;
    this.losses = losses;
    for (int layer = 0; layer <= layers.size(); layer++) {
      counts.add(new HashMap<>());
    }
  }

  private Front last() {
    return fronts[layers.size()][0];
  }

  int size() {
    return last().size();
  }

  int[] parties() {
    return layers.signers.clone();
  }

  long[] worths(int entry) {
    return packing.worths(last().vector(entry), 0, layers.size());
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
    long[] vector = fronts[at][state].vector(index);
    int left = most;
    for (int step = 0; step < layer.steps() && left > 0; step++) {
      int before = before(at, state, vector, step);
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
    Place place = new Place(state, index);
    BigInteger known = counts.get(at).get(place);
    if (known == null) {
      known = BigInteger.ZERO;
      Layers.Layer layer = layers.layers.get(at - 1);
      long[] vector = fronts[at][state].vector(index);
      for (int step = 0; step < layer.steps(); step++) {
        int before = before(at, state, vector, step);
        if (before >= 0) {
          known = known.add(count(at - 1, layer.from()[step], before));
        }
      }
      counts.get(at).put(place, known);
    }
    return known;
  }

  /// The index of the predecessor of a vector by a step; -1 if there is none.
  ///
  /// @param vector the successor, packed
  private int before(int at, int state, long[] vector, int step) {
    Layers.Layer layer = layers.layers.get(at - 1);
    if (layer.to()[step] != state) {
      return -1;
    }
    long[] wanted = new long[packing.words];
    for (int party = 0; party < packing.parties(); party++) {
      long lane =
          packing.lane(vector, 0, party)
              + packing.offset[at][party]
              - layer.worth()[step][party]
              - packing.offset[at - 1][party];
      if (lane < 0 || lane > packing.range[party]) {
        return -1;
      }
      wanted[packing.word[party]] |= lane << packing.shift[party];
    }
    return fronts[at - 1][layer.from()[step]].find(wanted);
  }

  List<List<long[]>> keptAfter(int layer) {
    List<List<long[]>> all = new ArrayList<>();
    for (Front front : fronts[layer]) {
      long[] list = front.list();
      all.add(
          IntStream.range(0, front.size())
              .mapToObj(index -> packing.worths(list, index, layer))
              .toList());
    }
    return all;
  }

  /// The vectors of a state after a layer, packed.
  long[] packedAfter(int layer, int state) {
    return fronts[layer][state].list();
  }

  long countAfter(int layer) {
    return Arrays.stream(fronts[layer]).mapToLong(Front::size).sum();
  }

  long[] lossAt(int layer) {
    return losses[layer].clone();
  }

  int[] order() {
    return layers.layers.stream().mapToInt(Layers.Layer::point).toArray();
  }
}
