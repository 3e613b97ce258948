package org.parley.bargain.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// The paths through consecutive layers that can still reach the baselines, listed layer by layer.
final class LayerPaths {

  /// The worths of some paths, one row per path and one column per party.
  static final class Worths {
    private final int rows;
    private final int parties;
    private final long[] all;

    private Worths(int rows, int parties, long[] all) {
      this.rows = rows;
      this.parties = parties;
      this.all = all;
    }

    int rows() {
      return rows;
    }

    long get(int row, int party) {
      return all[row * parties + party];
    }

    /// Consecutive rows.
    Worths between(int from, int to) {
      return new Worths(to - from, parties, Arrays.copyOfRange(all, from * parties, to * parties));
    }

    /// The number of rows with at least these worths.
    long reaching(long[] needs) {
      long count = rows;
      for (int row = 0; row < rows; row++) {
        long below = 0;
        for (int party = 0; party < parties; party++) {
          below |= all[row * parties + party] - needs[party];
        }
        count -= below >>> (Long.SIZE - 1);
      }
      return count;
    }
  }

  private final Layers layers;
  private final int from;

  /// By layer and path, its predecessor in the layer before, and the step.
  private final int[][] parents;

  private final int[][] steps;

  /// The end state of each path.
  private final int[] states;

  private final Worths worths;

  private LayerPaths(
      Layers layers, int from, int[][] parents, int[][] steps, int[] states, Worths worths) {
    this.layers = layers;
    this.from = from;
    this.parents = parents;
    this.steps = steps;
    this.states = states;
    this.worths = worths;
  }

  int size() {
    return states.length;
  }

  /// The layer before which the paths end.
  int end() {
    return from + steps.length;
  }

  /// The end state of a path.
  int endOf(int number) {
    return states[number];
  }

  Worths worths() {
    return worths;
  }

  Worths worths(int[] numbers) {
    int parties = worths.parties;
    long[] some = new long[numbers.length * parties];
    for (int row = 0; row < numbers.length; row++) {
      System.arraycopy(worths.all, numbers[row] * parties, some, row * parties, parties);
    }
    return new Worths(numbers.length, parties, some);
  }

  /// By state, the paths that end in it.
  int[][] byState(int count) {
    int[] sizes = new int[count];
    for (int state : states) {
      sizes[state]++;
    }
    int[][] numbers = new int[count][];
    Arrays.setAll(numbers, state -> new int[sizes[state]]);
    for (int number = states.length - 1; number >= 0; number--) {
      int state = states[number];
      numbers[state][--sizes[state]] = number;
    }
    return numbers;
  }

  /// Writes the option of each layer on a path.
  void follow(int number, int[] options) {
    int at = number;
    for (int layer = steps.length - 1; layer >= 0; layer--) {
      options[from + layer] = layers.layers.get(from + layer).option()[steps[layer][at]];
      at = parents[layer][at];
    }
  }

  /// Adds the weights of the paths to those of their options, by layer and option.
  void addUp(long[] weights, long[][] into) {
    long[] after = weights;
    for (int layer = steps.length - 1; layer >= 0; layer--) {
      int[] option = layers.layers.get(from + layer).option();
      long[] before = new long[layer == 0 ? 1 : steps[layer - 1].length];
      for (int path = 0; path < after.length; path++) {
        into[from + layer][option[steps[layer][path]]] += after[path];
        before[parents[layer][path]] += after[path];
      }
      after = before;
    }
  }

  /// Lists paths up to a common limit.
  static final class Lister {
    private static final int LOOK_EVERY = 1 << 10;

    private final Layers layers;
    private final int[] bound;
    private final long[][][] left;
    private final long most;
    private final Meter meter;
    private long listed;

    /// @param bound the signers with worths to follow
    /// @param most the most paths
    Lister(Layers layers, int[] bound, long most, Meter meter) {
      this.layers = layers;
      this.bound = bound;
      this.most = most;
      this.meter = meter;
      left = layers.most();
    }

    /// Whether paths were left out, because there are too many or the meter stopped.
    boolean isIncomplete() {
      return listed > most || meter.stopped();
    }

    /// Begins a list of paths before a layer, in a state.
    ///
    /// @param need the least worth with the best of later layers, by bound signer
    Listing from(int layer, int state, long[] need) {
      return new Listing(this, layer, state, need);
    }
  }

  /// A list of paths under construction.
  static final class Listing {
    private final Lister lister;
    private final int from;
    private final long[] need;
    private final List<int[]> parents = new ArrayList<>();
    private final List<int[]> steps = new ArrayList<>();
    private Growing here;

    private Listing(Lister lister, int from, int state, long[] need) {
      this.lister = lister;
      this.from = from;
      this.need = need;
      here = new Growing(1, need.length);
      here.take(0, 0, state);
    }

    /// The layer before which the paths end.
    int at() {
      return from + steps.size();
    }

    int size() {
      return here.size;
    }

    /// The paths so far.
    LayerPaths paths() {
      return new LayerPaths(
          lister.layers,
          from,
          parents.toArray(int[][]::new),
          steps.toArray(int[][]::new),
          Arrays.copyOf(here.states, here.size),
          new Worths(here.size, need.length, here.worths));
    }

    Listing to(int layer) {
      while (at() < layer) {
        advance();
      }
      return this;
    }

    /// Extends the paths by one layer.
    void advance() {
      int at = at();
      Layers.Layer layer = lister.layers.layers.get(at);
      Growing before = here;
      Growing after = new Growing(before.size, need.length);
      for (int path = 0; path < before.size && lister.listed <= lister.most; path++) {
        if (path % Lister.LOOK_EVERY == 0 && lister.meter.spend(1)) {
          break;
        }
        int state = before.states[path];
        int first = layer.first()[state];
        int end = layer.first()[state + 1];
        for (int step = first; step < end; step++) {
          after.reserve();
          if (reaches(before, path, layer, step, after, lister.left[at + 1][layer.to()[step]])) {
            after.take(path, step, layer.to()[step]);
            lister.listed++;
          }
        }
      }
      here = after;
      parents.add(Arrays.copyOf(after.parents, after.size));
      steps.add(Arrays.copyOf(after.steps, after.size));
    }

    /// Appends the worths of a path and a step; returns whether the needs stay within reach.
    private boolean reaches(
        Growing before, int path, Layers.Layer layer, int step, Growing after, long[] left) {
      int parties = need.length;
      boolean reaches = true;
      for (int party = 0; party < parties; party++) {
        int signer = lister.bound[party];
        long sum = before.worths[path * parties + party] + layer.worth()[step][signer];
        after.worths[after.size * parties + party] = sum;
        reaches &= sum + left[signer] >= need[party];
      }
      return reaches;
    }
  }

  /// The paths to one layer under construction.
  private static final class Growing {
    private final int parties;
    private int[] parents;
    private int[] steps;
    private int[] states;
    private long[] worths;
    private int size;

    Growing(int room, int parties) {
      this.parties = parties;
      parents = new int[room];
      steps = new int[room];
      states = new int[room];
      worths = new long[room * parties];
    }

    void reserve() {
      if (size == parents.length) {
        int room = Math.max(4, 2 * size);
        parents = Arrays.copyOf(parents, room);
        steps = Arrays.copyOf(steps, room);
        states = Arrays.copyOf(states, room);
        worths = Arrays.copyOf(worths, Math.multiplyExact(room, parties));
      }
    }

    /// Accepts the path with the worths appended last.
    void take(int parent, int step, int state) {
      parents[size] = parent;
      steps[size] = step;
      states[size++] = state;
    }
  }
}
