package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.bargain.graph.VectorTable;
import org.parley.exact.Meter;

/// Counts acceptable packages by a decision diagram. A node is a state of the layered graph with
/// the deficit of each signer, never below zero.
///
/// Packages with equal deficits share a node, so paths are counted and not enumerated. With a grain
/// above 1 deficits are measured in grains: gains rounded up give a superset, rounded down a subset
/// (Dyer 2003).
final class DecisionDiagram implements Counts {

  private final Layers layers;

  /// By layer and state: for each node and step of the state, the target node; -1 for none.
  private final int[][][] edges;

  /// By layer, state and node: the number of completions.
  private final BigInteger[][][] counts;

  private DecisionDiagram(Layers layers, int[][][] edges, BigInteger[][][] counts) {
    this.layers = layers;
    this.edges = edges;
    this.counts = counts;
  }

  @Override
  public BigInteger total() {
    return counts[0][0].length == 0 ? BigInteger.ZERO : counts[0][0][0];
  }

  /// Builds the diagram.
  ///
  /// @param grains by signer, the rounding unit of its worths; 1 for exact
  /// @param up whether gains are rounded up
  /// @return null if more nodes would be needed
  /// @param most the most nodes
  static @Nullable DecisionDiagram of(
      Layers layers, long[] grains, boolean up, long most, Meter meter) {
    return new Builder(layers, grains, up).build(most, meter);
  }

  @Override
  public BigInteger[][] byOption(Meter meter) {
    BigInteger[][] result = new BigInteger[layers.size()][];
    BigInteger[][] paths = {new BigInteger[] {BigInteger.ONE}};
    for (int at = 0; at < layers.size() && !meter.stopped(); at++) {
      Layers.Layer layer = layers.layers.get(at);
      result[at] = new BigInteger[layers.problem.points().get(layer.point()).options().size()];
      Arrays.fill(result[at], BigInteger.ZERO);
      BigInteger[][] next = new BigInteger[layers.states[at + 1]][];
      for (int state = 0; state < next.length; state++) {
        next[state] = new BigInteger[counts[at + 1][state].length];
        Arrays.fill(next[state], BigInteger.ZERO);
      }
      for (int state = 0; state < paths.length; state++) {
        int first = layer.first()[state];
        int width = layer.first()[state + 1] - first;
        for (int node = 0; node < counts[at][state].length && !meter.spend(1); node++) {
          for (int step = 0; step < width; step++) {
            int target = edges[at][state][node * width + step];
            if (target >= 0) {
              int to = layer.to()[first + step];
              int option = layer.option()[first + step];
              BigInteger ways = paths[state][node];
              next[to][target] = next[to][target].add(ways);
              result[at][option] =
                  result[at][option].add(ways.multiply(counts[at + 1][to][target]));
            }
          }
        }
      }
      paths = next;
    }
    return result;
  }

  /// The package with this number, 0 to `total() - 1`.
  int[] get(BigInteger number) {
    BigInteger left = number;
    int[] options = new int[layers.size()];
    int state = 0;
    int node = 0;
    for (int at = 0; at < options.length; at++) {
      Layers.Layer layer = layers.layers.get(at);
      int first = layer.first()[state];
      int width = layer.first()[state + 1] - first;
      for (int step = 0; step < width; step++) {
        int target = edges[at][state][node * width + step];
        if (target >= 0) {
          BigInteger ways = counts[at + 1][layer.to()[first + step]][target];
          if (left.compareTo(ways) < 0) {
            options[at] = layer.option()[first + step];
            state = layer.to()[first + step];
            node = target;
            break;
          }
          left = left.subtract(ways);
        }
      }
    }
    return layers.packageOf(options);
  }

  /// A uniformly random package.
  int[] draw(RandomGenerator random) {
    BigInteger total = total();
    while (true) {
      BigInteger number = BigInteger.ZERO;
      for (int bits = 0; bits < total.bitLength(); bits += 32) {
        number = number.shiftLeft(32).or(BigInteger.valueOf(random.nextInt() & 0xffff_ffffL));
      }
      number = number.shiftRight((32 - total.bitLength() % 32) % 32);
      if (number.compareTo(total) < 0) {
        return get(number);
      }
    }
  }

  private static final class Builder {
    final Layers layers;
    final Packing packing;
    final long[] grains;
    final boolean up;

    Builder(Layers layers, long[] grains, boolean up) {
      this.layers = layers;
      this.grains = grains;
      this.up = up;
      packing = new Packing(layers);
    }

    private long grained(long gain, int party) {
      return up ? Math.ceilDiv(gain, grains[party]) : gain / grains[party];
    }

    @Nullable DecisionDiagram build(long most, Meter meter) {
      int size = layers.size();
      long[][][] left = mostLeft();
      VectorTable[] here = {new VectorTable(packing.words)};
      long[] lacks = new long[packing.parties()];
      boolean reachable = true;
      for (int party = 0; party < lacks.length; party++) {
        long baseline = layers.baseline(party);
        long lack = baseline == Long.MIN_VALUE ? 0 : baseline - packing.offset[size][party];
        lacks[party] = lack <= 0 ? 0 : Math.ceilDiv(lack, grains[party]);
        reachable &= lacks[party] <= left[0][0][party];
      }
      if (reachable) {
        here[0].number(packing.pack(lacks));
      }
      int[][][] edges = new int[size][][];
      int[][] nodes = new int[size + 1][];
      nodes[0] = new int[] {here[0].size()};
      long held = 1;
      for (int at = 0; at < size; at++) {
        VectorTable[] next = new VectorTable[layers.states[at + 1]];
        for (int state = 0; state < next.length; state++) {
          next[state] = new VectorTable(packing.words);
        }
        edges[at] = new int[here.length][];
        for (int state = 0; state < here.length; state++) {
          int[] reached = follow(at, state, here[state], next, left[at + 1], meter);
          held += here[state].size();
          if (reached == null || held > most) {
            return null;
          }
          edges[at][state] = reached;
        }
        here = next;
        nodes[at + 1] = Arrays.stream(next).mapToInt(VectorTable::size).toArray();
      }
      return new DecisionDiagram(layers, edges, counts(edges, nodes));
    }

    /// By layer and state, upper bounds on each signer's further gain, in grains.
    private long[][][] mostLeft() {
      long[][][] left = new long[layers.size() + 1][][];
      left[layers.size()] = new long[layers.states[layers.size()]][packing.parties()];
      for (int at = layers.size() - 1; at >= 0; at--) {
        Layers.Layer layer = layers.layers.get(at);
        left[at] = new long[layers.states[at]][packing.parties()];
        for (int step = 0; step < layer.steps(); step++) {
          for (int party = 0; party < packing.parties(); party++) {
            long gain = gain(at, step, party) + left[at + 1][layer.to()[step]][party];
            long[] before = left[at][layer.from()[step]];
            before[party] = Math.max(before[party], gain);
          }
        }
      }
      return left;
    }

    private long gain(int at, int step, int party) {
      long add =
          (packing.adds[at][step * packing.words + packing.word[party]] >>> packing.shift[party])
              & packing.mask[party];
      return grained(add, party);
    }

    private int @Nullable [] follow(
        int at, int state, VectorTable nodes, VectorTable[] next, long[][] left, Meter meter) {
      Layers.Layer layer = layers.layers.get(at);
      int first = layer.first()[state];
      int width = layer.first()[state + 1] - first;
      int parties = packing.parties();
      long[][] gains = new long[width][parties];
      for (int step = 0; step < width; step++) {
        for (int party = 0; party < parties; party++) {
          gains[step][party] = gain(at, first + step, party);
        }
      }
      int[] edges = new int[Math.multiplyExact(nodes.size(), width)];
      long[] packed = new long[packing.words];
      for (int node = 0; node < nodes.size(); node++) {
        if (meter.spend(1)) {
          return null;
        }
        for (int step = 0; step < width; step++) {
          int to = layer.to()[first + step];
          Arrays.fill(packed, 0);
          boolean reachable = true;
          for (int party = 0; party < parties; party++) {
            long lack =
                Math.max(0, packing.lane(nodes.vectors(), node, party) - gains[step][party]);
            reachable &= lack <= left[to][party];
            packed[packing.word[party]] |= lack << packing.shift[party];
          }
          edges[node * width + step] = reachable ? next[to].number(packed) : -1;
        }
      }
      return edges;
    }

    private BigInteger[][][] counts(int[][][] edges, int[][] nodes) {
      BigInteger[][][] counts = new BigInteger[nodes.length][][];
      for (int at = nodes.length - 1; at >= 0; at--) {
        counts[at] = new BigInteger[nodes[at].length][];
        for (int state = 0; state < counts[at].length; state++) {
          counts[at][state] = new BigInteger[nodes[at][state]];
          Arrays.fill(counts[at][state], at == nodes.length - 1 ? BigInteger.ONE : BigInteger.ZERO);
          if (at < nodes.length - 1) {
            Layers.Layer layer = layers.layers.get(at);
            int first = layer.first()[state];
            int width = layer.first()[state + 1] - first;
            for (int node = 0; node < nodes[at][state]; node++) {
              for (int step = 0; step < width; step++) {
                int target = edges[at][state][node * width + step];
                if (target >= 0) {
                  counts[at][state][node] =
                      counts[at][state][node].add(counts[at + 1][layer.to()[first + step]][target]);
                }
              }
            }
          }
        }
      }
      return counts;
    }
  }
}
