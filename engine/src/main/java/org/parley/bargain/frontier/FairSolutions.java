package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.linked.LinkedExtreme;
import org.parley.bargain.linked.LinkedFrontier;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;
import org.parley.exact.StoppedBy;

/// The solutions of any problem: by [Solutions], or from the frontier where worths have caps or
/// links are too many for the layers.
///
/// Every rule grows with each party's worth, so an efficient package attains it. The floor of a
/// party without a baseline, the least that any package gives it, is a frontier of its own.
public final class FairSolutions {

  private FairSolutions() {}

  /// Finds the solution of each rule; where worths are capped or linked widely, from one frontier.
  ///
  /// @return by rule
  public static Map<Solution.Kind, Finding<Solution>> all(Problem problem, Budget budget) {
    Finding<Frontier> frontier = isWide(problem) ? Frontiers.find(problem, budget) : null;
    Optional<long[]> floors = isWide(problem) ? floors(problem, budget) : Optional.empty();
    Map<Solution.Kind, Finding<Solution>> all = new EnumMap<>(Solution.Kind.class);
    for (Solution.Kind kind : Solution.Kind.values()) {
      all.put(
          kind,
          frontier == null
              ? find(problem, kind, budget)
              : among(kind, frontier, floors.orElse(null)));
    }
    return all;
  }

  /// Finds the solution of a rule.
  ///
  /// @return as [Solutions#find]; searched to the end if it comes from the frontier
  public static Finding<Solution> find(Problem problem, Solution.Kind kind, Budget budget) {
    if (!isWide(problem)) {
      Finding<Solution> found = Solutions.find(problem, kind, budget);
      if (!(found instanceof Finding.Bounded<Solution>)
          || !LinkedFrontiers.suits(problem, problem.everyone())) {
        return found;
      }
    }
    return among(kind, Frontiers.find(problem, budget), floors(problem, budget).orElse(null));
  }

  /// @param floors null if they are not known, so that no gain is
  private static Finding<Solution> among(
      Solution.Kind kind, Finding<Frontier> frontier, long @Nullable [] floors) {
    return switch (frontier) {
      case Finding.Impossible<Frontier>(var certificate) -> new Finding.Impossible<>(certificate);
      case Finding.Bounded<Frontier>(Frontier some, _, StoppedBy by) -> {
        Solution best =
            floors == null
                ? new Solution(kind, Rational.ZERO, List.of(), false)
                : Solutions.among(kind, floors, outcomes(some));
        yield new Finding.Bounded<>(
            best,
            new PackageBound.BestFound(best.outcomes().isEmpty() ? null : best.value(), null),
            by);
      }
      case Finding.Proved<Frontier>(Frontier all, _) -> among(kind, all, floors);
      case Finding.Exhausted<Frontier>(Frontier all) -> among(kind, all, floors);
    };
  }

  private static Finding<Solution> among(
      Solution.Kind kind, Frontier all, long @Nullable [] floors) {
    return floors == null
        ? new Finding.Bounded<>(
            new Solution(kind, Rational.ZERO, List.of(), false),
            new PackageBound.BestFound(null, null),
            StoppedBy.STEPS)
        : new Finding.Exhausted<>(Solutions.among(kind, floors, outcomes(all)));
  }

  /// Finds the largest worth of one party over packages that all accept.
  ///
  /// @return as [Solutions#best]
  public static Finding<Solution> best(Problem problem, int party, Budget budget) {
    if (!isWide(problem) || LinkedExtreme.suits(problem)) {
      Finding<Solution> found = Solutions.best(problem, party, budget);
      if (!(found instanceof Finding.Bounded<Solution>)
          || !LinkedFrontiers.suits(problem, problem.everyone())) {
        return found;
      }
    }
    return switch (Frontiers.find(problem, budget)) {
      case Finding.Impossible<Frontier>(var certificate) -> new Finding.Impossible<>(certificate);
      case Finding.Bounded<Frontier>(Frontier some, _, StoppedBy by) -> {
        Solution best = most(some, party);
        yield new Finding.Bounded<>(best, new PackageBound.BestFound(best.value(), null), by);
      }
      case Finding.Proved<Frontier>(Frontier all, _) -> new Finding.Exhausted<>(most(all, party));
      case Finding.Exhausted<Frontier>(Frontier all) -> new Finding.Exhausted<>(most(all, party));
    };
  }

  /// Finds the least worth of one party over packages that all accept.
  ///
  /// @return as [Solutions#worst]; a cap is no less than the least worth under it
  public static Finding<Solution> worst(Problem problem, int party, Budget budget) {
    Finding<Solution> found = Solutions.worst(problem.withoutCaps(), party, budget);
    return problem.isCapped()
        ? switch (found) {
          case Finding.Proved<Solution>(Solution least, _) ->
              new Finding.Exhausted<>(capped(problem, least, party));
          case Finding.Exhausted<Solution>(Solution least) ->
              new Finding.Exhausted<>(capped(problem, least, party));
          case Finding.Bounded<Solution> _, Finding.Impossible<Solution> _ -> found;
        }
        : found;
  }

  private static Solution capped(Problem problem, Solution least, int party) {
    List<Solution.Outcome> outcomes =
        least.outcomes().stream()
            .map(
                each ->
                    new Solution.Outcome(
                        Arrays.stream(
                                problem.worths(
                                    each.options().stream().mapToInt(Integer::intValue).toArray()))
                            .boxed()
                            .toList(),
                        each.options()))
            .toList();
    return new Solution(
        least.kind(),
        Rational.of(Math.negateExact(outcomes.getFirst().worths().get(party))),
        outcomes,
        false);
  }

  private static Solution most(Frontier frontier, int party) {
    Solution.Outcome best =
        Collections.max(
            outcomes(frontier),
            (one, other) -> one.worths().get(party).compareTo(other.worths().get(party)));
    return new Solution(
        Solution.Kind.UTILITARIAN, Rational.of(best.worths().get(party)), List.of(best), false);
  }

  private static List<Solution.Outcome> outcomes(Frontier frontier) {
    return IntStream.range(0, frontier.size())
        .mapToObj(
            entry ->
                new Solution.Outcome(
                    Arrays.stream(frontier.worths(entry)).boxed().toList(),
                    Arrays.stream(frontier.packageOf(entry)).boxed().toList()))
        .toList();
  }

  /// By party, its baseline or the least that any package gives it; empty if that is not known.
  private static Optional<long[]> floors(Problem problem, Budget budget) {
    long[] floors = new long[problem.parties().size()];
    for (int party = 0; party < floors.length; party++) {
      Long baseline = problem.parties().get(party).baseline();
      Long floor = baseline == null ? least(problem, party, budget) : baseline;
      if (floor == null) {
        return Optional.empty();
      }
      floors[party] = floor;
    }
    return Optional.of(floors);
  }

  /// The least that any package gives a party: the frontier of its losses, beside a party to which
  /// all is the same.
  private static @Nullable Long least(Problem problem, int party, Budget budget) {
    LinkedFrontier.ProvedVectors found =
        LinkedExtreme.find(problem, party, false, new Meter(budget));
    return found == null || found.vectors().isEmpty()
        ? null
        : (Long)
            problem
                .parties()
                .get(party)
                .capped(Math.negateExact(found.vectors().getFirst().getFirst()));
  }

  /// Whether solutions are selected from the frontier at once.
  private static boolean isWide(Problem problem) {
    return problem.isCapped()
        || (LinkedFrontiers.suits(problem, problem.everyone())
            && problem.jointWorths().size() >= LinkedFrontier.MANY);
  }
}
