package org.parley.bargain.frontier;

import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;

/// Goes back from a kept vector through the vectors kept before it.
final class Trace {

  private final Layers layers;
  private final Packing packing;

  /// The kept vectors before each layer, by state.
  private final long[][][] fronts;

  Trace(Layers layers, Packing packing, long[][][] fronts) {
    this.layers = layers;
    this.packing = packing;
    this.fronts = fronts;
  }

  /// The vector before a step that leads to this one; -1 where there is none.
  int before(int at, int state, int index, int step) {
    Layers.Layer layer = layers.layers.get(at - 1);
    if (layer.to()[step] != state) {
      return -1;
    }
    long[] wanted = new long[packing.words];
    for (int party = 0; party < packing.parties(); party++) {
      long lane =
          packing.lane(fronts[at][state], index, party)
              + packing.offset[at][party]
              - layer.worth()[step][party]
              - packing.offset[at - 1][party];
      if (lane < 0 || lane > packing.range[party]) {
        return -1;
      }
      wanted[packing.word[party]] |= lane << packing.shift[party];
    }
    long[] earlier = fronts[at - 1][layer.from()[step]];
    return packing.find(earlier, earlier.length / packing.words, wanted);
  }

  /// The steps of one package of a vector, back to a layer.
  void stepsOf(int from, int start, int vector, int until, int[] steps) {
    int state = start;
    int index = vector;
    for (int at = from; at > until; at--) {
      Layers.Layer layer = layers.layers.get(at - 1);
      int step = -1;
      int before = -1;
      while (before < 0) {
        step++;
        before = before(at, state, index, step);
      }
      steps[at - 1] = step;
      state = layer.from()[step];
      index = before;
    }
  }
}
