package org.parley.bargain.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.exact.StoppedBy;

/// Builds the [Layers] of a problem, strict if possible, else relaxed.
final class LayersBuilder {

  /// Steps between two polls of the stop signal.
  private static final int LOOK_EVERY = 1024;

  private final Problem problem;
  private final int[] signers;
  private final int[] signerOf;
  private final List<Condition> conditions = new ArrayList<>();
  private final List<PackageConstraint.Budget> budgets = new ArrayList<>();
  private final BitSet[] allowed;
  private final BooleanSupplier stop;
  private int[] order = new int[0];
  private int[] positionOf = new int[0];
  private List<RunningSum> sums = List.of();
  private long steps;
  private long lookAt = LOOK_EVERY;
  private @Nullable StoppedBy stoppedBy;

  LayersBuilder(Problem problem, int parties, BooleanSupplier stop) {
    this.problem = problem;
    this.stop = stop;
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
    for (Condition each : Condition.of(problem, parties)) {
      if (each.forbids() && each.terms().size() == 1) {
        each.terms().forEach((point, options) -> allowed[point].andNot(options));
      } else if (each.forbids() || signerOf[each.party()] >= 0) {
        conditions.add(each);
      }
    }
    for (PackageConstraint each : problem.linkages()) {
      if (each instanceof PackageConstraint.Budget budget) {
        budgets.add(budget);
      }
    }
  }

  Layers build() {
    if (conditions.isEmpty() && budgets.isEmpty()) {
      return additive(null);
    }
    settle(budgetsFirst(PointOrder.of(allowed, conditions)));
    Layers strict = strict();
    return strict == null ? loose() : strict;
  }

  /// Points that nothing ties come last, so that sums are over before them.
  private int[] budgetsFirst(int[] points) {
    BitSet tied = new BitSet();
    conditions.forEach(each -> each.terms().keySet().forEach(tied::set));
    budgets.forEach(each -> each.points().forEach(tied::set));
    return IntStream.concat(
            Arrays.stream(points).filter(tied::get),
            Arrays.stream(points).filter(point -> !tied.get(point)))
        .toArray();
  }

  private void settle(int[] points) {
    order = points;
    positionOf = new int[points.length];
    for (int at = 0; at < points.length; at++) {
      positionOf[points[at]] = at;
    }
  }

  /// Counts a step; whether the limits are exceeded.
  private boolean isTooMuch() {
    if (++steps > Layers.MOST_STEPS) {
      stoppedBy = StoppedBy.STATES;
    } else if (steps >= lookAt) {
      lookAt = steps + LOOK_EVERY;
      stoppedBy = stop.getAsBoolean() ? StoppedBy.SIGNAL : stoppedBy;
    }
    return stoppedBy != null;
  }

  /// The strict graph: one state for each set of open conditions, as bits, and the sums of budgets;
  /// null if it exceeds the limits.
  private @Nullable Layers strict() {
    int bits = (conditions.size() + Long.SIZE - 1) / Long.SIZE;
    int words = bits + budgets.size();
    sums = budgets.stream().map(each -> new RunningSum(each, problem, order, allowed)).toList();
    List<Layers.Layer> layers = new ArrayList<>();
    int[] states = new int[order.length + 1];
    VectorTable here = new VectorTable(words);
    long[] first = new long[words];
    for (int budget = 0; budget < sums.size(); budget++) {
      first[bits + budget] = sums.get(budget).begin();
      if (first[bits + budget] == RunningSum.BROKEN) {
        return new Layers(problem, signers, List.of(), new int[1]);
      }
    }
    here.number(first);
    for (int at = 0; at < order.length; at++) {
      states[at] = here.size();
      VectorTable next = new VectorTable(words);
      Layers.Layer layer = layer(at, here, next, words);
      if (layer == null) {
        return null;
      }
      layers.add(layer);
      here = next;
    }
    states[order.length] = here.size();
    return withoutDeadEnds(layers, states);
  }

  /// The graph without conditions: one state.
  ///
  /// @param loosened the relaxation, null for none
  private Layers additive(Layers.@Nullable Loosened loosened) {
    if (loosened == null) {
      settle(PointOrder.byOptions(allowed));
    }
    Layers.Layer[] layers = new Layers.Layer[order.length];
    int[] states = new int[order.length + 1];
    Arrays.fill(states, 1);
    for (int at = 0; at < order.length; at++) {
      int point = order[at];
      int count = allowed[point].cardinality();
      if (count == 0) {
        return new Layers(problem, signers, List.of(), new int[1], loosened);
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
      layers[at] = new Layers.Layer(point, one, option, one, worth, new int[] {0, count});
    }
    return new Layers(problem, signers, List.of(layers), states, loosened);
  }

  /// The relaxed graph. A positive joint worth is added to every option of one of its terms; a
  /// negative one is dropped. So no package is worth more than its path.
  Layers loose() {
    StoppedBy because = stoppedBy == null ? StoppedBy.STATES : stoppedBy;
    settle(PointOrder.byOptions(allowed));
    List<Layers.Exclusion> exclusions = new ArrayList<>();
    long[] above = new long[signers.length];
    for (Condition condition : conditions) {
      if (condition.forbids()) {
        List<Integer> layers = condition.terms().keySet().stream().map(p -> positionOf[p]).toList();
        exclusions.add(new Layers.Exclusion(layers, List.copyOf(condition.terms().values())));
      } else {
        above[signerOf[condition.party()]] += Math.abs(condition.worth());
      }
    }
    Layers loose =
        additive(new Layers.Loosened(because, exclusions, Arrays.stream(above).boxed().toList()));
    for (Condition condition : conditions) {
      if (!condition.forbids() && condition.worth() > 0 && !loose.isEmpty()) {
        raise(loose, condition);
      }
    }
    return loose;
  }

  private void raise(Layers loose, Condition condition) {
    int point = condition.terms().firstKey();
    BitSet options = condition.terms().getOrDefault(point, new BitSet());
    Layers.Layer layer = loose.layers.get(positionOf[point]);
    for (int step = 0; step < layer.steps(); step++) {
      if (options.get(layer.option()[step])) {
        layer.worth()[step][signerOf[condition.party()]] += condition.worth();
      }
    }
  }

  private Layers.@Nullable Layer layer(int at, VectorTable here, VectorTable next, int words) {
    int point = order[at];
    List<Way> ways = new ArrayList<>();
    allowed[point].stream().forEach(option -> ways.add(new Way(at, option, words)));
    Growing grown = new Growing();
    long[] after = new long[words];
    for (int state = 0; state < here.size(); state++) {
      for (Way way : ways) {
        if (isTooMuch()) {
          return null;
        }
        if (way.follow(here.vectors(), state * words, after)) {
          long[] adds = way.adds(here.vectors(), state * words);
          grown.add(state, way.option, next.number(after), adds);
        }
      }
    }
    return grown.layer(point, new int[0]);
  }

  /// The effect of an option at a layer on a state.
  private final class Way {
    private final int at;
    final int option;

    /// The conditions that stay open.
    private final long[] keeps;

    /// The conditions it opens.
    private final long[] opens;

    /// The exclusions it completes.
    private final long[] forbids;

    /// The joint worths it completes if they are open.
    private final List<Integer> completes = new ArrayList<>();

    private final long[] plain;

    Way(int at, int option, int words) {
      this.at = at;
      this.option = option;
      int point = order[at];
      keeps = new long[words];
      Arrays.fill(keeps, -1);
      opens = new long[words];
      forbids = new long[words];
      plain = new long[signers.length];
      for (int signer = 0; signer < signers.length; signer++) {
        plain[signer] = problem.parties().get(signers[signer]).worths().get(point).get(option);
      }
      for (int index = 0; index < conditions.size(); index++) {
        if (conditions.get(index).terms().containsKey(point)) {
          touch(at, index, conditions.get(index));
        }
      }
    }

    private void touch(int at, int index, Condition condition) {
      boolean begun = condition.terms().keySet().stream().anyMatch(p -> positionOf[p] < at);
      boolean last = condition.lastPoint(positionOf) == at;
      boolean holds = condition.allows(order[at], option);
      int word = index / Long.SIZE;
      long bit = 1L << (index % Long.SIZE);
      keeps[word] &= holds && !last ? -1 : ~bit;
      opens[word] |= holds && !last && !begun ? bit : 0;
      forbids[word] |= holds && last && condition.forbids() ? bit : 0;
      if (holds && last && !condition.forbids()) {
        if (begun) {
          completes.add(index);
        } else {
          plain[signerOf[condition.party()]] += condition.worth();
        }
      }
    }

    /// Computes the next state; returns whether the step is allowed.
    boolean follow(long[] states, int from, long[] after) {
      int bits = after.length - sums.size();
      for (int word = 0; word < bits; word++) {
        long state = states[from + word];
        if ((state & forbids[word]) != 0) {
          return false;
        }
        after[word] = (state & keeps[word]) | opens[word];
      }
      for (int budget = 0; budget < sums.size(); budget++) {
        int word = bits + budget;
        after[word] = sums.get(budget).after(states[from + word], at, option);
        if (after[word] == RunningSum.BROKEN) {
          return false;
        }
      }
      return true;
    }

    /// The worths of the step with the joint worths it completes; not to be modified.
    long[] adds(long[] states, int from) {
      if (completes.isEmpty()) {
        return plain;
      }
      long[] adds = plain.clone();
      for (int index : completes) {
        if (((states[from + index / Long.SIZE] >>> (index % Long.SIZE)) & 1) == 1) {
          adds[signerOf[conditions.get(index).party()]] += conditions.get(index).worth();
        }
      }
      return adds;
    }
  }

  /// The steps of a layer under construction.
  private static final class Growing {
    private int[] from = new int[16];
    private int[] option = new int[16];
    private int[] to = new int[16];
    private long[][] worth = new long[16][];
    private int count;

    void add(int state, int way, int target, long[] adds) {
      if (count == from.length) {
        from = Arrays.copyOf(from, 2 * count);
        option = Arrays.copyOf(option, 2 * count);
        to = Arrays.copyOf(to, 2 * count);
        worth = Arrays.copyOf(worth, 2 * count);
      }
      from[count] = state;
      option[count] = way;
      to[count] = target;
      worth[count++] = adds;
    }

    Layers.Layer layer(int point, int[] first) {
      return new Layers.Layer(
          point,
          Arrays.copyOf(from, count),
          Arrays.copyOf(option, count),
          Arrays.copyOf(to, count),
          Arrays.copyOf(worth, count),
          first);
    }
  }

  private Layers withoutDeadEnds(List<Layers.Layer> layers, int[] states) {
    int[] numbers = new int[states[layers.size()]];
    for (int state = 0; state < numbers.length; state++) {
      numbers[state] = state;
    }
    for (int at = layers.size() - 1; at >= 0; at--) {
      Layers.Layer layer = layers.get(at);
      int[] before = new int[states[at]];
      Arrays.fill(before, -1);
      int alive = 0;
      Growing kept = new Growing();
      int[] first = new int[states[at] + 1];
      for (int step = 0; step < layer.steps(); step++) {
        int to = numbers[layer.to()[step]];
        if (to >= 0) {
          int from = layer.from()[step];
          if (before[from] < 0) {
            first[alive] = kept.count;
            before[from] = alive++;
          }
          kept.add(before[from], layer.option()[step], to, layer.worth()[step]);
        }
      }
      first[alive] = kept.count;
      layers.set(at, kept.layer(layer.point(), Arrays.copyOf(first, alive + 1)));
      states[at] = alive;
      numbers = before;
    }
    return new Layers(problem, signers, List.copyOf(layers), states);
  }

  static Layers ofPackages(Problem problem, int parties, List<int[]> packages) {
    LayersBuilder builder = new LayersBuilder(problem, parties, () -> false);
    int size = problem.points().size();
    int count = packages.size();
    List<Layers.Layer> layers = new ArrayList<>();
    int[] states = new int[size + 1];
    Arrays.fill(states, count);
    states[0] = 1;
    states[size] = 1;
    for (int point = 0; point < size; point++) {
      Growing grown = new Growing();
      int[] first = new int[states[point] + 1];
      first[states[point]] = count;
      for (int path = 0; path < count; path++) {
        if (point > 0) {
          first[path] = path;
        }
        int[] options = packages.get(path);
        long[] adds = new long[builder.signers.length];
        for (int signer = 0; signer < adds.length; signer++) {
          int party = builder.signers[signer];
          long worth = problem.parties().get(party).worths().get(point).get(options[point]);
          adds[signer] = worth + (point == size - 1 ? builder.joint(party, options) : 0);
        }
        grown.add(point == 0 ? 0 : path, options[point], point == size - 1 ? 0 : path, adds);
      }
      layers.add(grown.layer(point, first));
    }
    return new Layers(problem, builder.signers, List.copyOf(layers), states);
  }

  private long joint(int party, int[] options) {
    return problem.jointWorths().stream()
        .filter(each -> each.party() == party && each.countsIn(options))
        .mapToLong(each -> each.worth())
        .sum();
  }
}
