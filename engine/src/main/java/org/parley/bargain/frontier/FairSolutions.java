package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.linked.LinkedExtreme;
import org.parley.bargain.linked.LinkedFrontier;
import org.parley.bargain.linked.LoneParty;
import org.parley.bargain.solve.ExtremeCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;
import org.parley.exact.StoppedBy;

/// The solutions of any problem: by [Solutions], or from the frontier where worths have caps or
/// links are too many for the layers. Under budgets with many sums, from the frontier if that is
/// found whole.
///
/// Every rule grows with each party's worth, so an efficient package attains it. Frontier and
/// floors are found once, when they are first needed. Not thread-safe.
public final class FairSolutions {

  /// The nodes after which the extreme of a party under budgets is sought otherwise.
  private static final long LONE_NODES = 2_000;

  private final Problem problem;
  private final Budget budget;
  private final Budget forFrontier;
  private @Nullable Finding<Frontier> frontier;
  private final List<LeastWorth> leasts = new ArrayList<>();
  private boolean areFloorsKnown;
  private long @Nullable [] floors;

  /// @param forFrontier the budget of the frontier
  public FairSolutions(Problem problem, Budget budget, Budget forFrontier) {
    this.problem = problem;
    this.budget = budget;
    this.forFrontier = forFrontier;
  }

  /// The solution of a rule.
  ///
  /// @return as [Solutions#find]; proved by the frontier if it comes from there
  public static Finding<Solution> find(Problem problem, Solution.Kind kind, Budget budget) {
    return new FairSolutions(problem, budget, budget).find(kind);
  }

  /// The solution of a rule.
  ///
  /// @return as [Solutions#find]; proved by the frontier if it comes from there
  public Finding<Solution> find(Solution.Kind kind) {
    if (isWide(problem)) {
      return selected(kind);
    }
    Finding<Solution> found = BudgetFrontier.suits(problem) ? selected(kind) : null;
    if (found != null && isSettled(found)) {
      return found;
    }
    Finding<Solution> searched = Solutions.find(problem, kind, budget);
    return searched
                instanceof
                Finding.Bounded<Solution>(
                    Solution none,
                    PackageBound.BestFound(_, Rational atMost),
                    StoppedBy by)
            && none.outcomes().isEmpty()
            && found != null
            && found.findAnswer().isPresent()
        ? known(found.findAnswer().get(), atMost, by)
        : searched;
  }

  /// A solution of a cover, with a bound from elsewhere.
  private static Finding<Solution> known(
      Solution solution, @Nullable Rational atMost, StoppedBy by) {
    Rational value = solution.outcomes().isEmpty() ? null : solution.value();
    return new Finding.Bounded<>(solution, new PackageBound.BestFound(value, atMost), by);
  }

  private static boolean isSettled(Finding<Solution> found) {
    return found.isComplete() || found instanceof Finding.Impossible;
  }

  private Finding<Solution> selected(Solution.Kind kind) {
    Finding<Solution> found =
        fromFrontier(
            frontier(),
            outcomes -> floors().map(each -> Solutions.among(kind, each, outcomes)),
            kind);
    return found instanceof Finding.Exhausted<Solution>(Solution solution)
            && frontier()
                instanceof Finding.Proved<Frontier>(Frontier all, FrontierCertificate proof)
        ? new Finding.Proved<>(solution, certificate(solution, all, proof))
        : found;
  }

  private SelectedCertificate certificate(
      Solution solution, Frontier all, FrontierCertificate proof) {
    List<Long> floor = Arrays.stream(floors().orElseThrow()).boxed().toList();
    List<Long> unit = new ArrayList<>();
    for (int party = 0; party < floor.size(); party++) {
      int at = party;
      long most = all.vectors().mapToLong(each -> each[at]).max().orElseThrow();
      unit.add(
          switch (solution.kind()) {
            case KALAI_SMORODINSKY, LEXIMIN -> most - floor.get(party);
            case NASH, UTILITARIAN, EQUAL_GAINS -> 1L;
          });
    }
    return new SelectedCertificate(
        solution.kind(), solution.outcomes().getFirst().worths(), floor, unit, proof, leasts);
  }

  /// The frontier of the problem.
  public Finding<Frontier> frontier() {
    Finding<Frontier> known = frontier;
    if (known == null) {
      known = Frontiers.find(problem, forFrontier);
      frontier = known;
    }
    return known;
  }

  /// Finds the largest worth of one party over packages that all accept.
  ///
  /// @return as [Solutions#best]; searched to the end where worths have caps, or if it comes from
  ///   the frontier
  public static Finding<Solution> best(Problem problem, int party, Budget budget) {
    Problem sums = problem.withoutCaps();
    boolean isLinked = LinkedFrontiers.suits(sums, sums.everyone()) && !LinkedExtreme.suits(sums);
    boolean isBudgeted = BudgetFrontier.suits(sums);
    Finding<Solution> found = null;
    if (isBudgeted && isWithoutBaselines(sums)) {
      found = lone(sums, party, 1, budget);
    } else if (isLinked || isBudgeted) {
      found =
          fromFrontier(
              Frontiers.find(sums, budget),
              outcomes -> Optional.of(most(outcomes, party)),
              Solution.Kind.UTILITARIAN);
    }
    return cut(
        problem,
        found != null && (isLinked || isSettled(found))
            ? found
            : Solutions.best(sums, party, budget),
        party,
        1);
  }

  /// Finds the least worth of one party over packages that all accept.
  ///
  /// @return as [Solutions#worst]; searched to the end where worths have caps
  public static Finding<Solution> worst(Problem problem, int party, Budget budget) {
    Problem sums = problem.withoutCaps();
    Finding<Solution> found =
        BudgetFrontier.suits(sums) && isWithoutBaselines(sums)
            ? lone(sums, party, -1, budget)
            : null;
    return cut(
        problem,
        found != null && isSettled(found) ? found : Solutions.worst(sums, party, budget),
        party,
        -1);
  }

  private static boolean isWithoutBaselines(Problem problem) {
    return problem.parties().stream().allMatch(each -> each.baseline() == null);
  }

  /// The extreme of a party under budgets: by prices if few nodes are enough, which proves it. Else
  /// from the frontier of its worths or losses alone.
  ///
  /// @param sign 1 for the largest worth, -1 for the least
  private static Finding<Solution> lone(Problem problem, int party, long sign, Budget budget) {
    Meter some = new Meter(budget.withSteps(Math.min(budget.steps(), LONE_NODES)));
    LinkedFrontier.ProvedVectors linked = LinkedExtreme.find(problem, party, sign > 0, some);
    if (linked != null && linked.proof() != null) {
      return Solutions.extreme(problem, party, sign, linked);
    }
    Finding<Solution> found =
        fromFrontier(
            Frontiers.find(LoneParty.of(problem, party, sign > 0), budget),
            outcomes -> Optional.of(most(outcomes, 0)),
            Solution.Kind.UTILITARIAN);
    if (found instanceof Finding.Exhausted<Solution>(Solution alone)) {
      Solution full = capped(problem, alone, party, sign);
      Solution.Outcome outcome = full.outcomes().getFirst();
      return new Finding.Proved<>(
          full, new ExtremeCertificate(party, sign > 0, outcome.worths().get(party), outcome));
    }
    return found instanceof Finding.Impossible<Solution>
        ? new Finding.Impossible<>(NothingAcceptable.contradiction(problem.everyone()))
        : found;
  }

  /// The extreme of sums, cut off at the cap: of all that a party gets, the extreme stays extreme.
  private static Finding<Solution> cut(
      Problem problem, Finding<Solution> sums, int party, long sign) {
    return problem.isCapped() && sums.isComplete() && sums.findAnswer().isPresent()
        ? new Finding.Exhausted<>(capped(problem, sums.findAnswer().get(), party, sign))
        : sums;
  }

  /// Selects among the vectors of a frontier.
  private interface Selection {
    /// Empty if what the rule measures from is not known.
    Optional<Solution> of(List<Solution.Outcome> efficient);
  }

  private static Finding<Solution> fromFrontier(
      Finding<Frontier> frontier, Selection selection, Solution.Kind kind) {
    if (frontier instanceof Finding.Impossible<Frontier>(var certificate)) {
      return new Finding.Impossible<>(certificate);
    }
    Optional<Solution> best = selection.of(outcomes(frontier.findAnswer().orElseThrow()));
    if (best.isPresent() && frontier.isComplete()) {
      return new Finding.Exhausted<>(best.get());
    }
    return new Finding.Bounded<>(
        best.orElse(new Solution(kind, Rational.ZERO, List.of(), false)),
        new PackageBound.BestFound(best.map(Solution::value).orElse(null), null),
        frontier instanceof Finding.Bounded<Frontier>(_, _, StoppedBy by) ? by : StoppedBy.STEPS);
  }

  private static Solution capped(Problem problem, Solution sums, int party, long sign) {
    List<Solution.Outcome> outcomes =
        sums.outcomes().stream()
            .map(each -> new Solution.Outcome(worths(problem, each.options()), each.options()))
            .toList();
    return new Solution(
        sums.kind(),
        Rational.of(Math.multiplyExact(sign, outcomes.getFirst().worths().get(party))),
        outcomes,
        false);
  }

  private static List<Long> worths(Problem problem, List<Integer> options) {
    return Arrays.stream(problem.worths(options.stream().mapToInt(Integer::intValue).toArray()))
        .boxed()
        .toList();
  }

  private static Solution most(List<Solution.Outcome> efficient, int party) {
    Solution.Outcome best =
        Collections.max(
            efficient,
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
  private Optional<long[]> floors() {
    if (!areFloorsKnown) {
      List<Long> all = new ArrayList<>();
      for (int party = 0; party < problem.parties().size(); party++) {
        Long baseline = problem.parties().get(party).baseline();
        Optional<Long> floor = baseline == null ? least(party) : Optional.of(baseline);
        floor.ifPresent(all::add);
      }
      floors =
          all.size() == problem.parties().size()
              ? all.stream().mapToLong(Long::longValue).toArray()
              : null;
      areFloorsKnown = true;
    }
    return Optional.ofNullable(floors);
  }

  /// The least that any package gives a party that crosses no red line.
  private Optional<Long> least(int party) {
    boolean isBudgeted = BudgetFrontier.suits(problem.withoutCaps());
    Problem alone = LoneParty.of(problem, party, false);
    Finding<Frontier> loss =
        isBudgeted
            ? Frontiers.find(alone, budget)
            : LinkedFrontiers.ofTwo(alone, alone.everyone(), budget);
    if (loss instanceof Finding.Proved<Frontier>(_, FrontierCertificate proof)) {
      leasts.add(new LeastWorth(party, proof));
    }
    if (loss != null && loss.isComplete()) {
      return loss.findAnswer().map(each -> problem.parties().get(party).capped(-each.worths(0)[0]));
    }
    return isBudgeted
        ? leastBySums(party)
        : worst(Solutions.worst(withoutBaselines(), party, budget), party)
            .map(problem.parties().get(party)::capped);
  }

  /// The worth of a proved extreme; empty of one only bounded.
  private static Optional<Long> worst(Finding<Solution> found, int party) {
    return found.isComplete()
        ? found.findAnswer().map(each -> each.outcomes().getFirst().worths().get(party))
        : Optional.empty();
  }

  /// The least under one budget with few sums; empty under others.
  private Optional<Long> leastBySums(int party) {
    SumTable table = SumTable.of(problem, problem.everyone());
    if (table == null) {
      return Optional.empty();
    }
    long[] weights = new long[problem.parties().size()];
    weights[party] = -1;
    return Optional.ofNullable(table.best(weights)).map(each -> problem.worth(party, each));
  }

  private Problem withoutBaselines() {
    return problem
        .withParties(problem.parties().stream().map(each -> each.withBaseline(null)).toList())
        .withoutCaps();
  }

  /// Whether solutions are selected from the frontier.
  private static boolean isWide(Problem problem) {
    return problem.isCapped() || LinkedFrontiers.suits(problem, problem.everyone());
  }
}
