package org.parley.bargain.solve;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.linked.LinkedExtreme;
import org.parley.bargain.linked.LinkedFrontier;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

/// Finds the optima of the classical rules of fair division without listing the frontier.
///
/// Only packages acceptable to every party count. Each rule is branch and bound under Lagrangian
/// bounds in exact arithmetic, see docs/concepts/packages.md. Cost: milliseconds in most cases,
/// every package in the worst; a step of the budget is a node of the search.
public final class Solutions {

  private final Layers layers;
  private final Meter meter;
  private final SolutionSearch.Maker maker;
  private final long[] floor;

  private Solutions(Layers layers, SolutionSearch.Maker maker, Budget budget) {
    this.layers = layers;
    this.maker = maker;
    meter = new Meter(budget);
    floor = new long[layers.parties()];
    long[] least = layers.least();
    for (int signer = 0; signer < floor.length; signer++) {
      long baseline = layers.baseline(signer);
      floor[signer] = baseline == Long.MIN_VALUE ? least[signer] : baseline;
    }
  }

  /// Finds the solution of a rule.
  ///
  /// @return proved; bounded if the budget ended before the proof; impossible if no package is
  ///   acceptable to all
  public static Finding<Solution> find(Problem problem, Solution.Kind kind, Budget budget) {
    return find(problem, kind, SolutionSearch::of, budget);
  }

  static Finding<Solution> find(
      Problem problem, Solution.Kind kind, SolutionSearch.Maker maker, Budget budget) {
    return find(Layers.of(problem, problem.everyone(), budget.stop()), kind, maker, budget);
  }

  static Finding<Solution> find(
      Layers layers, Solution.Kind kind, SolutionSearch.Maker maker, Budget budget) {
    return layers.isEmpty()
        ? new Finding.Impossible<>(NothingAcceptable.contradiction(layers.problem.everyone()))
        : new Solutions(layers, maker, budget).find(kind);
  }

  /// Finds the largest worth of one party over packages that all accept.
  ///
  /// @return as [#find]; the value is the worth
  public static Finding<Solution> best(Problem problem, int party, Budget budget) {
    return extreme(problem, party, 1, budget);
  }

  /// Finds the least worth of one party over packages that all accept.
  ///
  /// @return as [#find]; the value is the worth times -1
  public static Finding<Solution> worst(Problem problem, int party, Budget budget) {
    return extreme(problem, party, -1, budget);
  }

  private static Finding<Solution> extreme(Problem problem, int party, long sign, Budget budget) {
    if (LinkedExtreme.suits(problem)) {
      LinkedFrontier.ProvedVectors found =
          LinkedExtreme.find(problem, party, sign > 0, new Meter(budget));
      if (found != null) {
        return extreme(problem, party, sign, found);
      }
    }
    Layers layers = Layers.of(problem, problem.everyone(), budget.stop());
    if (layers.isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(problem.everyone()));
    }
    Solutions search = new Solutions(layers, SolutionSearch::of, budget);
    long[] factors = new long[layers.parties()];
    factors[party] = sign;
    if (sign < 0 && layers.isLoose()) {
      // A relaxed graph bounds worths from above, not from below.
      search.meter.stop(layers.because());
      return search.unfinished(
          Solution.Kind.UTILITARIAN, new SumGoal(search.floor, factors), factors, List.of());
    }
    Finding<Solution> found =
        search.run(
            Solution.Kind.UTILITARIAN,
            new SumGoal(search.floor, factors),
            ones(factors.length),
            false);
    if (found instanceof Finding.Proved<Solution>(Solution solution, _)) {
      Solution.Outcome outcome = solution.outcomes().getFirst();
      return new Finding.Proved<>(
          solution, new ExtremeCertificate(party, sign > 0, outcome.worths().get(party), outcome));
    }
    return found;
  }

  /// Selects by a rule among the vectors of a whole frontier.
  ///
  /// @param floor by party, the worth from which gains are counted
  /// @param efficient at least one
  /// @return ties are not all listed, since a dominated package may tie
  public static Solution among(Solution.Kind kind, long[] floor, List<Solution.Outcome> efficient) {
    long[] most = new long[floor.length];
    Arrays.fill(most, Long.MIN_VALUE);
    long together = Long.MIN_VALUE;
    for (Solution.Outcome each : efficient) {
      long sum = 0;
      for (int party = 0; party < most.length; party++) {
        most[party] = Math.max(most[party], each.worths().get(party));
        sum += each.worths().get(party);
      }
      together = Math.max(together, sum);
    }
    long[] unit = new long[floor.length];
    for (int party = 0; party < unit.length; party++) {
      unit[party] = most[party] - floor[party];
    }
    Goal goal =
        switch (kind) {
          case NASH -> new NashGoal(floor, most, together);
          case UTILITARIAN -> new SumGoal(floor, ones(floor.length));
          case EQUAL_GAINS -> new MaxMinGoal(floor, ones(floor.length), false);
          case KALAI_SMORODINSKY -> new MaxMinGoal(floor, unit, false);
          case LEXIMIN -> new MaxMinGoal(floor, unit, true);
        };
    goal.listTies();
    for (Solution.Outcome each : efficient) {
      goal.offer(
          each.worths().stream().mapToLong(Long::longValue).toArray(),
          each.options().stream().mapToInt(Integer::intValue).toArray());
    }
    goal.leaveTiesOpen();
    return solution(kind, goal, false);
  }

  private static long[] ones(int count) {
    return LongStream.generate(() -> 1).limit(count).toArray();
  }

  /// The extreme of a party that [LinkedExtreme] found.
  ///
  /// @param sign 1 for the largest worth, -1 for the least
  public static Finding<Solution> extreme(
      Problem problem, int party, long sign, LinkedFrontier.ProvedVectors found) {
    if (found.vectors().isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(problem.everyone()));
    }
    List<Integer> options = found.packages().getFirst();
    Solution.Outcome outcome =
        new Solution.Outcome(
            LongStream.of(problem.worths(options.stream().mapToInt(Integer::intValue).toArray()))
                .boxed()
                .toList(),
            options);
    long worth = outcome.worths().get(party);
    Solution solution =
        new Solution(
            Solution.Kind.UTILITARIAN,
            Rational.of(Math.multiplyExact(sign, worth)),
            List.of(outcome),
            false);
    return found.proof() == null
        ? new Finding.Exhausted<>(solution)
        : new Finding.Proved<>(
            solution, new ExtremeCertificate(party, sign > 0, worth, outcome, found.proof()));
  }

  private Finding<Solution> find(Solution.Kind kind) {
    long[] ones = ones(floor.length);
    return switch (kind) {
      case NASH -> run(kind, new NashGoal(floor, layers.most()[0][0], together()), ones, true);
      case UTILITARIAN -> run(kind, new SumGoal(floor, ones), ones, true);
      case EQUAL_GAINS -> run(kind, new MaxMinGoal(floor, ones, false), ones, true);
      case KALAI_SMORODINSKY, LEXIMIN -> shares(kind);
    };
  }

  /// The largest joint worth.
  private long together() {
    return most(new SumGoal(floor, ones(floor.length)), 1, new long[floor.length]).longValueExact();
  }

  /// Measures gains as shares of the ideal gains, then maximises the least share.
  private Finding<Solution> shares(Solution.Kind kind) {
    long[] unit = new long[floor.length];
    for (int signer = 0; signer < unit.length; signer++) {
      long[] factors = new long[unit.length];
      factors[signer] = 1;
      Goal ideal = new SumGoal(floor, factors);
      maker.of(layers, ideal, meter).findBest();
      long[] best = ideal.bestWorths();
      if (meter.stopped() || best == null) {
        // Without all ideal gains no share is known, so no package can be judged.
        return unfinished(kind, new MaxMinGoal(floor, unit, false), unit, List.of());
      }
      unit[signer] = best[signer] - floor[signer];
    }
    MaxMinGoal goal = new MaxMinGoal(floor, unit, false);
    return kind == Solution.Kind.LEXIMIN ? leximin(goal, unit) : run(kind, goal, unit, true);
  }

  /// Compares all packages with the largest least share if they can be listed, else party by party.
  private Finding<Solution> leximin(MaxMinGoal least, long[] unit) {
    least.listTies();
    SolutionSearch search = maker.of(layers, least, meter);
    search.findBest();
    MaxMinGoal goal = new MaxMinGoal(floor, unit, true);
    goal.listTies();
    for (Goal.Outcome each : least.best()) {
      goal.offer(
          each.worths().stream().mapToLong(Long::longValue).toArray(),
          each.options().stream().mapToInt(Integer::intValue).toArray());
    }
    if (!least.best().isEmpty() && !least.hasAllTies()) {
      new Leximin(layers, goal, meter).refine();
    }
    return finished(Solution.Kind.LEXIMIN, goal, unit, search.multipliers());
  }

  /// Whether gains are counted from the floor of the rule: a relaxed graph does not know the least
  /// worth of a package.
  private boolean isFloorKnown() {
    boolean known = true;
    for (int signer = 0; signer < floor.length; signer++) {
      known &= layers.baseline(signer) != Long.MIN_VALUE;
    }
    return known || !layers.isLoose();
  }

  private Finding<Solution> run(Solution.Kind kind, Goal goal, long[] unit, boolean ties) {
    if (ties) {
      goal.listTies();
    }
    SolutionSearch search = maker.of(layers, goal, meter);
    search.findBest();
    return finished(kind, goal, unit, search.multipliers());
  }

  private Finding<Solution> finished(
      Solution.Kind kind,
      Goal goal,
      long[] unit,
      List<SolutionCertificate.Multipliers> multipliers) {
    long[] best = goal.bestWorths();
    if (kind != Solution.Kind.UTILITARIAN && best != null && !isFloorKnown()) {
      meter.stop(layers.because());
    }
    if (meter.stopped() || best == null) {
      return unfinished(kind, goal, unit, multipliers);
    }
    return proved(kind, goal, best, unit, multipliers);
  }

  private Finding<Solution> proved(
      Solution.Kind kind,
      Goal goal,
      long[] best,
      long[] unit,
      List<SolutionCertificate.Multipliers> multipliers) {
    return new Finding.Proved<>(
        solution(kind, goal, goal.hasAllTies()),
        new SolutionCertificate(
            kind,
            LongStream.of(best).boxed().toList(),
            LongStream.of(floor).boxed().toList(),
            LongStream.of(unit).boxed().toList(),
            multipliers));
  }

  /// Whether the incumbent attains the upper bound, rounded to integers if the value is one; for
  /// leximin the least share alone does not decide.
  private static boolean isReached(Solution.Kind kind, Rational value, @Nullable Rational atMost) {
    return switch (kind) {
      case NASH, UTILITARIAN, EQUAL_GAINS ->
          atMost != null && atMost.compareTo(value.plus(Rational.ONE)) < 0;
      case KALAI_SMORODINSKY -> atMost != null && atMost.compareTo(value) <= 0;
      case LEXIMIN -> false;
    };
  }

  private Finding<Solution> unfinished(
      Solution.Kind kind,
      Goal goal,
      long[] unit,
      List<SolutionCertificate.Multipliers> multipliers) {
    if (!meter.stopped()) {
      return new Finding.Impossible<>(NothingAcceptable.outOfReach(layers.problem.everyone()));
    }
    Solution solution = solution(kind, goal, false);
    Rational atMost = goal.ruledOut();
    for (SolutionCertificate.Multipliers each : multipliers) {
      long[] weights = each.ofParties().stream().mapToLong(Long::longValue).toArray();
      Rational bound = goal.atMost(each.ofSum(), weights, most(goal, each.ofSum(), weights));
      atMost = atMost == null || (bound != null && bound.compareTo(atMost) < 0) ? bound : atMost;
    }
    long[] best = goal.bestWorths();
    if (best != null && isReached(kind, solution.value(), atMost) && isFloorKnown()) {
      // Only ties may be missing.
      goal.leaveTiesOpen();
      return proved(kind, goal, best, unit, multipliers);
    }
    return new Finding.Bounded<>(
        solution,
        new PackageBound.BestFound(solution.outcomes().isEmpty() ? null : solution.value(), atMost),
        meter.stoppedBy());
  }

  /// The largest weighted sum of a package, acceptable or not: a longest path.
  private BigInteger most(Goal goal, long scale, long[] weights) {
    long[] factors = new long[weights.length];
    for (int signer = 0; signer < factors.length; signer++) {
      factors[signer] =
          Math.addExact(Math.multiplyExact(scale, goal.base()[signer]), weights[signer]);
    }
    long[] after = {0};
    for (int at = layers.size() - 1; at >= 0; at--) {
      Layers.Layer layer = layers.layers.get(at);
      long[] before = new long[layers.states[at]];
      Arrays.fill(before, Long.MIN_VALUE);
      for (int step = 0; step < layer.steps(); step++) {
        long sum = after[layer.to()[step]];
        for (int signer = 0; signer < factors.length; signer++) {
          sum =
              Math.addExact(sum, Math.multiplyExact(factors[signer], layer.worth()[step][signer]));
        }
        before[layer.from()[step]] = Math.max(before[layer.from()[step]], sum);
      }
      after = before;
    }
    return BigInteger.valueOf(after[0]);
  }

  private static Solution solution(Solution.Kind kind, Goal goal, boolean allTies) {
    long[] best = goal.bestWorths();
    return new Solution(
        kind,
        best == null ? Rational.ZERO : goal.value(best),
        goal.best().stream()
            .map(each -> new Solution.Outcome(each.worths(), each.options()))
            .toList(),
        allTies);
  }
}
