package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Condition;
import org.parley.bargain.graph.PointOrder;
import org.parley.bargain.graph.VectorTable;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;

/// Counts acceptable packages by a decision diagram of limited width, for linkages and joint worths
/// that tie too many points for the layered graph.
///
/// A node is the set of open conditions that still hold, and the need of each party. A party whose
/// need is met whatever follows is left out with all its conditions. A node from which a need is
/// out of reach is dropped.
///
/// If a layer has too many nodes, they are merged into better ones for an upper bound, into worse
/// ones for a lower. Such diagrams are relaxed and restricted (Bergman, Cire, van Hoeve and Hooker
/// 2016). Needs are rounded, and conditions of little worth taken as open or as failed in all
/// nodes. Without a merge the count is exact.
///
/// Cost: nodes times options; two layers in memory. A step of the meter is a node.
final class WidthLimitedDiagram implements Counts {

  /// How a merge may change the count.
  enum Merge {
    /// The search ends instead.
    NONE,
    /// It can only rise.
    UP,
    /// It can only fall.
    DOWN
  }

  /// The need of a party that is met whatever follows.
  private static final long MET = Long.MIN_VALUE;

  /// In the place of a signer: nobody has a baseline.
  static final int NOBODY = -1;

  /// Merges begin at each party's range over 2 to this power, and end far beyond the range.
  private static final int FINEST = 12;

  private static final int COARSEST = -64;

  /// Numbers of packages are sums of digits below 2 to this power.
  private static final int DIGIT = 32;

  private static final long DIGIT_MASK = (1L << DIGIT) - 1;

  private final Problem problem;
  private final int parties;
  private final int width;

  /// The signers with a baseline.
  private final int[] bound;

  private final BitSet[] allowed;
  private final List<Condition> conditions = new ArrayList<>();
  private final int[] order;
  private final int[] positionOf;
  private final int bits;
  private final int digits;
  private final BigInteger packages;

  /// By bound party, what it needs beyond the least of every layer.
  private final long[] needs;

  /// By layer, its options, with worths counted from the least of the layer.
  private final List<List<Way>> ways = new ArrayList<>();

  /// By layer and bound party, the least and the most that the layers from there on add. Conditions
  /// that are open before it are left out.
  private final long[][] least;

  private final long[][] most;

  /// By bound party, the span of its worths.
  private final double[] range;

  /// By layer, the conditions that are open before it.
  private final int[][] open;

  private BigInteger total = BigInteger.ZERO;

  /// @param byParty whether each party will be followed alone
  WidthLimitedDiagram(Problem problem, int parties, int width, boolean byParty) {
    this.problem = problem;
    this.parties = parties;
    this.width = width;
    List<Integer> signers = new ArrayList<>();
    for (int party = 0; party < problem.parties().size(); party++) {
      if (((parties >> party) & 1) == 1 && problem.parties().get(party).baseline() != null) {
        signers.add(party);
      }
    }
    bound = signers.stream().mapToInt(Integer::intValue).toArray();
    allowed = allowed(problem, parties);
    for (Condition each : Condition.of(problem, parties)) {
      if (each.forbids() && each.terms().size() == 1) {
        each.terms().forEach((point, options) -> allowed[point].andNot(options));
      } else if (each.forbids() || signers.contains(each.party())) {
        conditions.add(each);
      }
    }
    order = byParty ? PointOrder.byParty(allowed, conditions) : PointOrder.of(allowed, conditions);
    positionOf = new int[order.length];
    BigInteger product = BigInteger.ONE;
    for (int at = 0; at < order.length; at++) {
      positionOf[order[at]] = at;
      product = product.multiply(BigInteger.valueOf(allowed[order[at]].cardinality()));
    }
    packages = product;
    digits = 1 + packages.bitLength() / DIGIT;
    bits = (conditions.size() + Long.SIZE - 1) / Long.SIZE;
    for (int at = 0; at < order.length; at++) {
      ways.add(ways(at));
    }
    needs = needs();
    least = new long[order.length + 1][bound.length];
    most = new long[order.length + 1][bound.length];
    range = new double[bound.length];
    open = new int[order.length + 1][];
    sumUp();
  }

  private static BitSet[] allowed(Problem problem, int parties) {
    BitSet[] allowed = new BitSet[problem.points().size()];
    for (int point = 0; point < allowed.length; point++) {
      allowed[point] = new BitSet();
      allowed[point].set(0, problem.points().get(point).options().size());
    }
    for (int party = 0; party < problem.parties().size(); party++) {
      if (((parties >> party) & 1) == 1) {
        for (Choice line : problem.parties().get(party).redLines()) {
          allowed[line.point()].clear(line.option());
        }
      }
    }
    return allowed;
  }

  /// Counts packages, or bounds their number.
  ///
  /// @param parties who accepts, party `i` as bit `i`
  /// @param width the most nodes of a layer
  /// @param merge what happens to larger layers
  /// @return null if a layer is larger and may not be merged, if there are budgets, or if the meter
  ///   stopped
  static @Nullable WidthLimitedDiagram of(
      Problem problem, int parties, int width, Merge merge, Meter meter) {
    if (!takes(problem)) {
      return null;
    }
    WidthLimitedDiagram diagram = new WidthLimitedDiagram(problem, parties, width, false);
    BigInteger total = diagram.count(merge, meter);
    if (total == null) {
      return null;
    }
    diagram.total = total;
    return diagram;
  }

  /// Whether there are no budgets.
  static boolean takes(Problem problem) {
    return problem.linkages().stream().noneMatch(PackageConstraint.Budget.class::isInstance);
  }

  /// The number of layers.
  int size() {
    return order.length;
  }

  /// The number of signers with a baseline.
  int signers() {
    return bound.length;
  }

  /// The state before all layers if one signer alone has a baseline, or nobody.
  ///
  /// @return null if the baseline is out of reach, or no package is left
  long @Nullable [] start(int signer) {
    long[] state = new long[bits + bound.length];
    Arrays.fill(state, bits, state.length, MET);
    if (signer != NOBODY) {
      state[bits + signer] = needs[signer];
    }
    return packages.signum() > 0 && settle(state, 0) ? state : null;
  }

  /// Computes the state after a step of a layer; whether all needs stay within reach.
  boolean leads(Step step, long[] states, int from, long[] after, int at) {
    return step.leads(states, from, after) && settle(after, at + 1);
  }

  @Override
  public BigInteger total() {
    return total;
  }

  /// Counts again with each option. By point; for counts without merges only.
  @Override
  public BigInteger[][] byOption(Meter meter) {
    BigInteger[][] counts = new BigInteger[order.length][];
    for (int point = 0; point < counts.length; point++) {
      int options = problem.points().get(point).options().size();
      counts[point] = new BigInteger[options];
      BigInteger left = total;
      for (int option = 0; option < options; option++) {
        boolean isLast = allowed[point].nextSetBit(option + 1) < 0;
        BigInteger with = BigInteger.ZERO;
        if (allowed[point].get(option) && !meter.stopped()) {
          with = isLast ? left : with(new Choice(point, option), meter);
        }
        counts[point][option] = with;
        left = left.subtract(with);
      }
    }
    return counts;
  }

  private BigInteger with(Choice choice, Meter meter) {
    WidthLimitedDiagram settled =
        of(problem.withSettled(choice), parties, width, Merge.NONE, meter);
    if (settled == null) {
      meter.stop(StoppedBy.STATES);
      return BigInteger.ZERO;
    }
    return settled.total;
  }

  /// The effect of some options of a layer.
  ///
  /// @param keeps by word, the open conditions that remain
  /// @param opens by word, the conditions that it begins
  /// @param forbids by word, the open conditions that must not hold
  /// @param completes the open conditions with a worth that it completes
  /// @param worths by bound party, what it adds in any case
  private record Way(
      List<Long> keeps,
      List<Long> opens,
      List<Long> forbids,
      List<Integer> completes,
      List<Long> worths) {

    Way less(long[] least) {
      List<Long> left = new ArrayList<>();
      for (int party = 0; party < least.length; party++) {
        left.add(worths.get(party) - least[party]);
      }
      return new Way(keeps, opens, forbids, completes, left);
    }
  }

  /// Counts the worths of each layer from the least, so that no shift of them changes a merge.
  private long[] needs() {
    long[] needs = new long[bound.length];
    for (int party = 0; party < needs.length; party++) {
      needs[party] = Objects.requireNonNull(problem.parties().get(bound[party]).baseline());
    }
    for (List<Way> layer : ways) {
      long[] least = new long[needs.length];
      for (int party = 0; party < needs.length; party++) {
        int at = party;
        least[party] = layer.stream().mapToLong(way -> way.worths().get(at)).min().orElse(0);
        needs[party] -= least[party];
      }
      layer.replaceAll(way -> way.less(least));
    }
    return needs;
  }

  private List<Way> ways(int at) {
    List<Way> all = new ArrayList<>();
    allowed[order[at]].stream().forEach(option -> all.add(way(at, option)));
    return all;
  }

  private Way way(int at, int option) {
    int point = order[at];
    long[] keeps = new long[bits];
    long[] opens = new long[bits];
    long[] forbids = new long[bits];
    Arrays.fill(keeps, -1);
    List<Integer> completes = new ArrayList<>();
    long[] worths = new long[bound.length];
    for (int party = 0; party < worths.length; party++) {
      worths[party] = problem.parties().get(bound[party]).worths().get(point).get(option);
    }
    for (int index = 0; index < conditions.size(); index++) {
      Condition condition = conditions.get(index);
      if (!condition.terms().containsKey(point)) {
        continue;
      }
      boolean isFirst = firstPoint(condition) == at;
      boolean isLast = condition.lastPoint(positionOf) == at;
      boolean holds = condition.allows(point, option);
      long bit = 1L << (index % Long.SIZE);
      int word = index / Long.SIZE;
      keeps[word] &= holds && !isLast ? -1 : ~bit;
      opens[word] |= holds && isFirst && !isLast ? bit : 0;
      forbids[word] |= holds && isLast && condition.forbids() ? bit : 0;
      if (holds && isLast && !condition.forbids()) {
        if (isFirst) {
          worths[placeOf(condition.party())] += condition.worth();
        } else {
          completes.add(index);
        }
      }
    }
    return new Way(longs(keeps), longs(opens), longs(forbids), completes, longs(worths));
  }

  private static List<Long> longs(long[] all) {
    return Arrays.stream(all).boxed().toList();
  }

  private int firstPoint(Condition condition) {
    return condition.terms().keySet().stream().mapToInt(point -> positionOf[point]).min().orElse(0);
  }

  private int placeOf(int party) {
    return Arrays.binarySearch(bound, party);
  }

  private void sumUp() {
    for (int at = order.length - 1; at >= 0; at--) {
      for (int party = 0; party < bound.length; party++) {
        int one = party;
        long high = ways.get(at).stream().mapToLong(way -> way.worths().get(one)).max().orElse(0);
        least[at][party] = least[at + 1][party];
        most[at][party] = most[at + 1][party] + high;
      }
      for (Condition each : conditions) {
        if (!each.forbids() && each.terms().size() > 1 && firstPoint(each) == at) {
          int party = placeOf(each.party());
          least[at][party] += Math.min(0, each.worth());
          most[at][party] += Math.max(0, each.worth());
        }
      }
    }
    for (int party = 0; party < bound.length; party++) {
      range[party] = Math.max(1.0, (double) most[0][party] - least[0][party]);
    }
    for (int at = 0; at <= order.length; at++) {
      int layer = at;
      open[at] =
          IntStream.range(0, conditions.size())
              .filter(
                  index ->
                      firstPoint(conditions.get(index)) < layer
                          && conditions.get(index).lastPoint(positionOf) >= layer)
              .toArray();
    }
  }

  /// The nodes of a layer, and the number of packages that lead to each.
  private final class Nodes {
    private final VectorTable table = new VectorTable(bits + bound.length);
    private long[] counts = new long[16 * digits];

    int size() {
      return table.size();
    }

    /// Adds a multiple of the packages of another node.
    void add(long[] state, long[] from, int node, int times) {
      int number = table.number(state);
      if ((number + 1) * digits > counts.length) {
        counts = Arrays.copyOf(counts, 2 * counts.length);
      }
      long carry = 0;
      for (int digit = 0; digit < digits; digit++) {
        carry += counts[number * digits + digit] + times * from[node * digits + digit];
        counts[number * digits + digit] = carry & DIGIT_MASK;
        carry >>>= DIGIT;
      }
    }

    BigInteger sum() {
      BigInteger sum = BigInteger.ZERO;
      for (int at = size() * digits - 1; at >= 0; at--) {
        sum = sum.add(BigInteger.valueOf(counts[at]).shiftLeft(DIGIT * (at % digits)));
      }
      return sum;
    }
  }

  private @Nullable BigInteger count(Merge merge, Meter meter) {
    Nodes here = new Nodes();
    long[] state = new long[bits + bound.length];
    System.arraycopy(needs, 0, state, bits, needs.length);
    if (packages.signum() > 0 && settle(state, 0)) {
      long[] one = new long[digits];
      one[0] = 1;
      here.add(state, one, 0, 1);
    }
    for (int at = 0; at < order.length; at++) {
      here = follow(at, here, merge, meter);
      if (here == null || meter.stopped()) {
        return null;
      }
      if (here.size() > width) {
        here = merged(at + 1, here, merge == Merge.UP, meter);
      }
    }
    return here.sum();
  }

  /// The different ways of a layer.
  List<Step> steps(int at) {
    Map<Way, Integer> classes = new HashMap<>();
    List<Way> distinct = new ArrayList<>();
    for (Way way : ways.get(at)) {
      if (classes.merge(way, 1, Integer::sum) == 1) {
        distinct.add(way);
      }
    }
    return distinct.stream().map(way -> new Step(way, classes.getOrDefault(way, 1))).toList();
  }

  /// The nodes after a layer; null if they are too many to be merged.
  private @Nullable Nodes follow(int at, Nodes here, Merge merge, Meter meter) {
    List<Step> steps = steps(at);
    Nodes next = new Nodes();
    long[] after = new long[bits + bound.length];
    long[] states = here.table.vectors();
    for (int node = 0; node < here.size(); node++) {
      if (meter.spend(1) || (merge == Merge.NONE && next.size() > width)) {
        return null;
      }
      for (Step step : steps) {
        if (step.leads(states, node * after.length, after) && settle(after, at + 1)) {
          next.add(after, here.counts, node, step.times);
        }
      }
    }
    return merge == Merge.NONE && next.size() > width ? null : next;
  }

  /// A way as arrays.
  final class Step {
    private final long[] keeps;
    private final long[] opens;
    private final long[] forbids;
    private final int[] completes;
    private final long[] worths;
    private final int times;

    private Step(Way way, int times) {
      keeps = way.keeps().stream().mapToLong(Long::longValue).toArray();
      opens = way.opens().stream().mapToLong(Long::longValue).toArray();
      forbids = way.forbids().stream().mapToLong(Long::longValue).toArray();
      completes = way.completes().stream().mapToInt(Integer::intValue).toArray();
      worths = way.worths().stream().mapToLong(Long::longValue).toArray();
      this.times = times;
    }

    /// The number of options that have this effect.
    int times() {
      return times;
    }

    /// Computes the next state; whether it breaks no linkage.
    private boolean leads(long[] states, int from, long[] after) {
      for (int word = 0; word < bits; word++) {
        long state = states[from + word];
        if ((state & forbids[word]) != 0) {
          return false;
        }
        after[word] = (state & keeps[word]) | opens[word];
      }
      for (int party = 0; party < worths.length; party++) {
        long need = states[from + bits + party];
        after[bits + party] = need == MET ? MET : need - worths[party];
      }
      for (int index : completes) {
        if (((states[from + index / Long.SIZE] >>> (index % Long.SIZE)) & 1) == 1) {
          int party = bits + placeOf(conditions.get(index).party());
          after[party] -= after[party] == MET ? 0 : conditions.get(index).worth();
        }
      }
      return true;
    }
  }

  /// Leaves out parties whose needs are met whatever follows, with their conditions; whether all
  /// needs are within reach.
  private boolean settle(long[] state, int at) {
    boolean hasMet = false;
    for (int party = 0; party < bound.length; party++) {
      long need = state[bits + party];
      if (need == MET) {
        hasMet = true;
        continue;
      }
      long low = least[at][party];
      long high = most[at][party];
      for (int index : open[at]) {
        Condition condition = conditions.get(index);
        if (condition.party() == bound[party] && isOpen(state, index)) {
          low += Math.min(0, condition.worth());
          high += Math.max(0, condition.worth());
        }
      }
      if (need > high) {
        return false;
      }
      if (need <= low) {
        state[bits + party] = MET;
        hasMet = true;
      }
    }
    if (hasMet) {
      for (int index : open[at]) {
        Condition condition = conditions.get(index);
        if (!condition.forbids() && state[bits + placeOf(condition.party())] == MET) {
          state[index / Long.SIZE] &= ~(1L << (index % Long.SIZE));
        }
      }
    }
    return true;
  }

  private static boolean isOpen(long[] state, int index) {
    return ((state[index / Long.SIZE] >>> (index % Long.SIZE)) & 1) == 1;
  }

  /// Merges the nodes of a layer, coarser and coarser, until they are few.
  private Nodes merged(int at, Nodes nodes, boolean up, Meter meter) {
    Nodes few = nodes;
    for (int coarse = FINEST; few.size() > width && coarse > COARSEST; coarse--) {
      few = merged(at, few, up, StrictMath.scalb(1.0, -coarse), meter);
    }
    return few;
  }

  private Nodes merged(int at, Nodes nodes, boolean up, double share, Meter meter) {
    long[] grains = new long[bound.length];
    for (int party = 0; party < grains.length; party++) {
      grains[party] = Math.max(1, (long) (range[party] * share));
    }
    long[] sets = new long[bits];
    long[] clears = new long[bits];
    for (int index : open[at]) {
      Condition condition = conditions.get(index);
      // Beyond the whole range, linkages go too.
      boolean isLittle =
          condition.forbids()
              ? share >= 1
              : Math.abs(condition.worth()) <= share * range[placeOf(condition.party())];
      if (isLittle) {
        boolean helps = !condition.forbids() && condition.worth() > 0;
        long[] all = helps == up ? sets : clears;
        all[index / Long.SIZE] |= 1L << (index % Long.SIZE);
      }
    }
    Nodes few = new Nodes();
    long[] state = new long[bits + bound.length];
    for (int node = 0; node < nodes.size() && !meter.spend(1); node++) {
      System.arraycopy(nodes.table.vectors(), node * state.length, state, 0, state.length);
      for (int word = 0; word < bits; word++) {
        state[word] = (state[word] | sets[word]) & ~clears[word];
      }
      for (int party = 0; party < grains.length; party++) {
        long need = state[bits + party];
        long rounded = up ? Math.floorDiv(need, grains[party]) : Math.ceilDiv(need, grains[party]);
        state[bits + party] = need == MET ? MET : rounded * grains[party];
      }
      if (settle(state, at)) {
        few.add(state, nodes.counts, node, 1);
      }
    }
    return few;
  }
}
