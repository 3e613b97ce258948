package org.parley.bargain.solve;

import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

/// Finds what the classical rules of fair division pick, without listing the frontier.
///
/// Only packages acceptable to every party count. Each rule is a depth-first search under Lagrange
/// bounds in exact arithmetic, see docs/concepts/packages.md. Cost: milliseconds in most cases,
/// every package in the worst; a step of the budget is a node of the search.
public final class Solutions {

  private final Layers layers;
  private final Meter meter;
  private final Search.Maker maker;
  private final long[] floor;

  private Solutions(Layers layers, Search.Maker maker, Budget budget) {
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

  /// The best found before the budget ended; a better one may exist.
  public record BestFound(@Nullable Rational value) implements Bound {
    @Override
    public String inWords() {
      return value == null
          ? "nothing was found, and nothing is ruled out"
          : "the best is at least " + value;
    }
  }

  /// What a rule picks.
  ///
  /// @return proved; bounded where the budget ended before the proof; impossible where nothing is
  ///   acceptable to all
  public static Finding<Solution> find(Problem problem, Solution.Kind kind, Budget budget) {
    return find(problem, kind, Search::of, budget);
  }

  static Finding<Solution> find(
      Problem problem, Solution.Kind kind, Search.Maker maker, Budget budget) {
    Layers layers = Layers.of(problem, problem.everyone());
    return layers.isEmpty()
        ? new Finding.Impossible<>(NothingAcceptable.contradiction(problem.everyone()))
        : new Solutions(layers, maker, budget).find(kind);
  }

  /// The most that one party can get in a package that all accept.
  ///
  /// @return as [#find]; the value is the worth
  public static Finding<Solution> best(Problem problem, int party, Budget budget) {
    return extreme(problem, party, 1, budget);
  }

  /// The least that one party can get in a package that all accept.
  ///
  /// @return as [#find]; the value is the worth times -1
  public static Finding<Solution> worst(Problem problem, int party, Budget budget) {
    return extreme(problem, party, -1, budget);
  }

  private static Finding<Solution> extreme(Problem problem, int party, long sign, Budget budget) {
    Layers layers = Layers.of(problem, problem.everyone());
    if (layers.isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(problem.everyone()));
    }
    Solutions search = new Solutions(layers, Search::of, budget);
    long[] factors = new long[layers.parties()];
    factors[party] = sign;
    return search.run(
        Solution.Kind.UTILITARIAN, new SumGoal(search.floor, factors), ones(factors.length), false);
  }

  private static long[] ones(int count) {
    return LongStream.generate(() -> 1).limit(count).toArray();
  }

  private Finding<Solution> find(Solution.Kind kind) {
    long[] ones = ones(floor.length);
    return switch (kind) {
      case NASH -> run(kind, new NashGoal(floor, layers.most()[0][0]), ones, true);
      case UTILITARIAN -> run(kind, new SumGoal(floor, ones), ones, true);
      case EQUAL_GAINS -> run(kind, new MaxMinGoal(floor, ones, false), ones, true);
      case KALAI_SMORODINSKY -> shares(kind, false);
      case LEXIMIN -> shares(kind, true);
    };
  }

  /// Measures gains as shares of the ideal gains, then looks for the largest least one.
  private Finding<Solution> shares(Solution.Kind kind, boolean lexical) {
    long[] unit = new long[floor.length];
    for (int signer = 0; signer < unit.length; signer++) {
      long[] factors = new long[unit.length];
      factors[signer] = 1;
      Goal ideal = new SumGoal(floor, factors);
      maker.of(layers, ideal, meter).findBest();
      long[] best = ideal.bestWorths();
      if (meter.stopped() || best == null) {
        return unfinished(kind, ideal);
      }
      unit[signer] = best[signer] - floor[signer];
    }
    Goal goal = new MaxMinGoal(floor, unit, lexical);
    return run(kind, goal, unit, true);
  }

  private Finding<Solution> run(Solution.Kind kind, Goal goal, long[] unit, boolean ties) {
    if (ties) {
      goal.listTies();
    }
    Search search = maker.of(layers, goal, meter);
    search.findBest();
    long[] best = goal.bestWorths();
    if (meter.stopped() || best == null) {
      return unfinished(kind, goal);
    }
    return new Finding.Proved<>(
        solution(kind, goal, goal.hasAllTies()),
        new SolutionCertificate(
            kind,
            LongStream.of(best).boxed().toList(),
            LongStream.of(floor).boxed().toList(),
            LongStream.of(unit).boxed().toList(),
            search.multipliers()));
  }

  private Finding<Solution> unfinished(Solution.Kind kind, Goal goal) {
    if (!meter.stopped()) {
      return new Finding.Impossible<>(NothingAcceptable.outOfReach(layers.problem.everyone()));
    }
    Solution solution = solution(kind, goal, false);
    return new Finding.Bounded<>(
        solution,
        new BestFound(solution.outcomes().isEmpty() ? null : solution.value()),
        meter.stoppedBy());
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
