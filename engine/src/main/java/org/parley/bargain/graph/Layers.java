package org.parley.bargain.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.Problem;

/// The packages that cross no linkage and no red line of the signers, as paths through a layered
/// graph: one layer a point, one step an option.
///
/// The state between two layers is the set of conditions that are begun, not finished and still
/// fulfilled; without linkages there is one state. Whatever is additive is then a sum along a path,
/// whatever is best a longest path, whatever is counted a sum over paths. Steps that lead nowhere
/// are removed. This is variable elimination with the width measured in open conditions, not in
/// options: at most min(k^w, 2^c) states for w open points and c open conditions.
public final class Layers {

  /// The most steps a graph may have; beyond, the points are too intertwined for exact answers.
  public static final int MOST_STEPS = 40_000_000;

  /// The steps of one layer, sorted by the state they come from.
  public static final class Layer {
    private final int point;
    private final int[] from;
    private final int[] option;
    private final int[] to;
    private final long[][] worth;
    private final int[] first;

    Layer(int point, int[] from, int[] option, int[] to, long[][] worth, int[] first) {
      this.point = point;
      this.from = from;
      this.option = option;
      this.to = to;
      this.worth = worth;
      this.first = first;
    }

    /// The point settled here.
    public int point() {
      return point;
    }

    /// The state each step leaves.
    public int[] from() {
      return from;
    }

    /// The option it takes.
    public int[] option() {
      return option;
    }

    /// The state it reaches.
    public int[] to() {
      return to;
    }

    /// What it adds, signer by signer.
    public long[][] worth() {
      return worth;
    }

    /// Where the steps of each state begin; one entry more than states.
    public int[] first() {
      return first;
    }

    public int steps() {
      return from.length;
    }
  }

  public final Problem problem;

  /// The parties whose worth is followed: indices into the problem.
  public final int[] signers;

  public final List<Layer> layers;

  /// How many states there are before each layer, and at the end.
  public final int[] states;

  private Layers(Problem problem, int[] signers, List<Layer> layers, int[] states) {
    this.problem = problem;
    this.signers = signers;
    this.layers = layers;
    this.states = states;
  }

  public int size() {
    return layers.size();
  }

  public int parties() {
    return signers.length;
  }

  /// Whether no package is left: the linkages and red lines contradict each other.
  public boolean isEmpty() {
    return states[0] == 0;
  }

  /// Whether there are no linkages at work: one state throughout.
  public boolean isAdditive() {
    return Arrays.stream(states).allMatch(count -> count == 1);
  }

  /// The baseline of a signer; [Long#MIN_VALUE] where it has none.
  public long baseline(int signer) {
    Long baseline = problem.parties().get(signers[signer]).baseline();
    return baseline == null ? Long.MIN_VALUE : baseline;
  }

  /// The most each signer can still get, by layer and state; at index `size()` zero.
  public long[][][] most() {
    long[][][] most = new long[size() + 1][][];
    most[size()] = new long[states[size()]][parties()];
    for (int at = size() - 1; at >= 0; at--) {
      Layer layer = layers.get(at);
      most[at] = new long[states[at]][parties()];
      for (long[] each : most[at]) {
        Arrays.fill(each, Long.MIN_VALUE);
      }
      for (int step = 0; step < layer.steps(); step++) {
        long[] after = most[at + 1][layer.to[step]];
        long[] before = most[at][layer.from[step]];
        for (int signer = 0; signer < before.length; signer++) {
          before[signer] = Math.max(before[signer], layer.worth[step][signer] + after[signer]);
        }
      }
    }
    return most;
  }

  /// No package gives a signer less than this: the least of each layer, added up.
  public long[] least() {
    long[] sum = new long[parties()];
    for (Layer layer : layers) {
      for (int signer = 0; signer < sum.length; signer++) {
        long least = Long.MAX_VALUE;
        for (long[] worth : layer.worth) {
          least = Math.min(least, worth[signer]);
        }
        sum[signer] += least;
      }
    }
    return sum;
  }

  /// The package of a path.
  ///
  /// @param options the option taken in each layer
  public int[] packageOf(int[] options) {
    int[] result = new int[size()];
    for (int at = 0; at < result.length; at++) {
      result[layers.get(at).point()] = options[at];
    }
    return result;
  }

  /// Lays out the packages that some parties could sign.
  ///
  /// @param parties the parties that have to accept, party `i` as bit `i`
  /// @throws InvalidProblemException where the points are too intertwined
  public static Layers of(Problem problem, int parties) {
    return new Builder(problem, parties).build();
  }

  private static final class Builder {
    final Problem problem;
    final int[] signers;
    final int[] signerOf;
    final List<Condition> conditions;
    final int[] order;
    final int[] positionOf;
    final BitSet[] allowed;

    Builder(Problem problem, int parties) {
      this.problem = problem;
      signerOf = new int[problem.parties().size()];
      Arrays.fill(signerOf, -1);
      signers = new int[Integer.bitCount(parties)];
      int signer = 0;
      for (int party = 0; party < signerOf.length; party++) {
        if (((parties >> party) & 1) == 1) {
          signers[signer] = party;
          signerOf[party] = signer++;
        }
      }
      allowed = new BitSet[problem.points().size()];
      for (int point = 0; point < allowed.length; point++) {
        allowed[point] = new BitSet();
        allowed[point].set(0, problem.points().get(point).options().size());
      }
      for (int party : signers) {
        problem
            .parties()
            .get(party)
            .redLines()
            .forEach(line -> allowed[line.point()].clear(line.option()));
      }
      conditions = new ArrayList<>();
      for (Condition each : Condition.of(problem)) {
        if (each.forbids() && each.terms().size() == 1) {
          each.terms().forEach((point, options) -> allowed[point].andNot(options));
        } else if (each.forbids() || signerOf[each.party()] >= 0) {
          conditions.add(each);
        }
      }
      order = PointOrder.of(allowed, conditions);
      positionOf = new int[order.length];
      for (int at = 0; at < order.length; at++) {
        positionOf[order[at]] = at;
      }
    }

    Layers build() {
      if (conditions.isEmpty()) {
        return additive();
      }
      List<Layer> layers = new ArrayList<>();
      int[] states = new int[order.length + 1];
      Map<BitSet, Integer> here = new HashMap<>(Map.of(new BitSet(), 0));
      long steps = 0;
      for (int at = 0; at < order.length; at++) {
        states[at] = here.size();
        Map<BitSet, Integer> next = new HashMap<>();
        layers.add(layer(at, here, next));
        steps += layers.getLast().steps();
        if (steps > MOST_STEPS) {
          throw new InvalidProblemException(
              List.of(
                  "laying out the linkages: the points are too intertwined, more than "
                      + MOST_STEPS
                      + " combinations are open at point \""
                      + problem.points().get(order[at]).id()
                      + "\". Maybe drop linkages that tie many points together."));
        }
        here = next;
      }
      states[order.length] = here.size();
      return withoutDeadEnds(layers, states);
    }

    /// Without conditions there is one state, and nothing to follow.
    private Layers additive() {
      Layer[] layers = new Layer[order.length];
      int[] states = new int[order.length + 1];
      Arrays.fill(states, 1);
      for (int at = 0; at < order.length; at++) {
        int point = order[at];
        int count = allowed[point].cardinality();
        if (count == 0) {
          Arrays.fill(states, 0);
          return new Layers(problem, signers, List.of(), new int[1]);
        }
        int[] option = new int[count];
        long[][] worth = new long[count][signers.length];
        int way = -1;
        for (int step = 0; step < count; step++) {
          way = allowed[point].nextSetBit(way + 1);
          option[step] = way;
        }
        for (int signer = 0; signer < signers.length; signer++) {
          List<Long> row = problem.parties().get(signers[signer]).worths().get(point);
          for (int step = 0; step < count; step++) {
            worth[step][signer] = row.get(option[step]);
          }
        }
        int[] one = new int[count];
        layers[at] = new Layer(point, one, option, one, worth, new int[] {0, count});
      }
      return new Layers(problem, signers, List.of(layers), states);
    }

    private Layer layer(int at, Map<BitSet, Integer> here, Map<BitSet, Integer> next) {
      int point = order[at];
      int[] touching =
          IntStream.range(0, conditions.size())
              .filter(index -> conditions.get(index).terms().containsKey(point))
              .toArray();
      BitSet[] byState = new BitSet[here.size()];
      here.forEach((state, index) -> byState[index] = state);
      int most = byState.length * Math.max(1, allowed[point].cardinality());
      int[] from = new int[most];
      int[] option = new int[most];
      int[] to = new int[most];
      long[][] worth = new long[most][];
      int count = 0;
      for (int state = 0; state < byState.length; state++) {
        for (int way : allowed[point].stream().toArray()) {
          long[] adds = new long[signers.length];
          BitSet after = follow(byState[state], at, touching, way, adds);
          if (after != null) {
            from[count] = state;
            option[count] = way;
            to[count] = next.computeIfAbsent(after, _ -> next.size());
            worth[count++] = adds;
          }
        }
      }
      return new Layer(
          point,
          Arrays.copyOf(from, count),
          Arrays.copyOf(option, count),
          Arrays.copyOf(to, count),
          Arrays.copyOf(worth, count),
          new int[0]);
    }

    /// The state after taking an option, its worths added to `adds`; null where it is forbidden.
    private @Nullable BitSet follow(BitSet state, int at, int[] touching, int way, long[] adds) {
      int point = order[at];
      for (int signer = 0; signer < signers.length; signer++) {
        adds[signer] = problem.parties().get(signers[signer]).worths().get(point).get(way);
      }
      BitSet after = (BitSet) state.clone();
      for (int index : touching) {
        Condition condition = conditions.get(index);
        boolean begun =
            condition.terms().keySet().stream().anyMatch(other -> positionOf[other] < at);
        boolean holds = (!begun || state.get(index)) && condition.allows(point, way);
        boolean last = condition.lastPoint(positionOf) == at;
        if (holds && last && condition.forbids()) {
          return null;
        }
        if (holds && last) {
          adds[signerOf[condition.party()]] += condition.worth();
        }
        after.set(index, holds && !last);
      }
      return after;
    }

    private Layers withoutDeadEnds(List<Layer> layers, int[] states) {
      int[] numbers = new int[states[layers.size()]];
      for (int state = 0; state < numbers.length; state++) {
        numbers[state] = state;
      }
      for (int at = layers.size() - 1; at >= 0; at--) {
        Layer layer = layers.get(at);
        int[] before = new int[states[at]];
        Arrays.fill(before, -1);
        int kept = 0;
        int alive = 0;
        int[] from = new int[layer.steps()];
        int[] option = new int[layer.steps()];
        int[] to = new int[layer.steps()];
        long[][] worth = new long[layer.steps()][];
        int[] first = new int[states[at] + 1];
        for (int step = 0; step < layer.steps(); step++) {
          if (numbers[layer.to[step]] >= 0) {
            if (before[layer.from[step]] < 0) {
              first[alive] = kept;
              before[layer.from[step]] = alive++;
            }
            from[kept] = before[layer.from[step]];
            option[kept] = layer.option[step];
            to[kept] = numbers[layer.to[step]];
            worth[kept++] = layer.worth[step];
          }
        }
        first[alive] = kept;
        layers.set(
            at,
            new Layer(
                layer.point,
                Arrays.copyOf(from, kept),
                Arrays.copyOf(option, kept),
                Arrays.copyOf(to, kept),
                Arrays.copyOf(worth, kept),
                Arrays.copyOf(first, alive + 1)));
        states[at] = alive;
        numbers = before;
      }
      return new Layers(problem, signers, List.copyOf(layers), states);
    }
  }
}
