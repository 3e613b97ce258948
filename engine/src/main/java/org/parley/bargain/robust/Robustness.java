package org.parley.bargain.robust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.FairSolutions;
import org.parley.bargain.solve.AnyPackage;
import org.parley.bargain.solve.Improvement;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;
import org.parley.exact.Stage;
import org.parley.exact.StoppedBy;
import org.parley.sweep.ParallelSweep;
import org.parley.sweep.ParallelTasks;
import org.parley.sweep.Seeds;

/// Evaluates packages when worths are known only within bounds, and finds the safest.
///
/// Monte Carlo: every draw is a function of its seed. A [#sweep] of a range of seeds can run
/// anywhere, and tallies add up. The work is bounded by draws, with a step limit for each search
/// and for all together. One range of seeds thus has one answer on any machine. A stop returns the
/// answer of the draws so far. Cost: a draw costs one sum a package, and one search for each
/// acceptable one. A step of the budget is a node of these.
public final class Robustness {

  /// The number of scenarios that each propose a package.
  private static final int PROPOSALS = 32;

  /// The average steps allowed per draw.
  private static final long STEPS_A_DRAW = 20_000;

  /// The most steps of the search for one proposal.
  private static final long STEPS_A_PROPOSAL = 1_000_000;

  /// The most states of a search, on any machine.
  private static final long MOST_STATES = 1_000_000;

  /// The resolution of the common fall of all worths.
  private static final long FINENESS = 1 << 20;

  private Robustness() {}

  /// Draws the worths of each seed and evaluates the packages.
  ///
  /// @param packages one option index per point each
  /// @return the tally of all seeds, or of the first ones if the meter stopped
  public static AcceptanceTally sweep(
      UncertainProblem problem, List<List<Integer>> packages, Seeds seeds, Meter meter) {
    long[] acceptable = new long[packages.size()];
    long[] efficient = new long[packages.size()];
    long draws = 0;
    for (long seed = seeds.first(); draws < seeds.count(); seed++) {
      Problem drawn = problem.drawn(seed);
      boolean[] accepted = new boolean[packages.size()];
      boolean[] stays = new boolean[packages.size()];
      for (int each = 0; each < accepted.length; each++) {
        int[] options = ints(packages.get(each));
        accepted[each] = isAcceptable(drawn, options);
        stays[each] =
            accepted[each] && Improvement.find(drawn, drawn.everyone(), options, meter).isEmpty();
      }
      if (meter.spend(1) || meter.look()) {
        break;
      }
      for (int each = 0; each < accepted.length; each++) {
        acceptable[each] += accepted[each] ? 1 : 0;
        efficient[each] += stays[each] ? 1 : 0;
      }
      draws++;
    }
    return new AcceptanceTally(draws, boxed(acceptable), boxed(efficient));
  }

  private static List<Long> boxed(long[] counts) {
    List<Long> all = new ArrayList<>();
    for (long count : counts) {
      all.add(count);
    }
    return all;
  }

  private static int[] ints(List<Integer> options) {
    return options.stream().mapToInt(Integer::intValue).toArray();
  }

  static boolean isAcceptable(Problem problem, int[] options) {
    boolean all = problem.allows(options);
    for (int party = 0; all && party < problem.parties().size(); party++) {
      all = problem.acceptableTo(party, options);
    }
    return all;
  }

  /// Evaluates packages.
  ///
  /// @param threads the number of threads; the result does not depend on it
  /// @return searched to the end if ranges have no width, so that no draw was needed. Else an
  ///   estimate, from fewer draws if the budget ended
  public static Finding<List<RobustPackage>> of(
      UncertainProblem problem,
      List<List<Integer>> packages,
      Seeds seeds,
      int threads,
      Budget budget) {
    return ParallelSweep.run(
        new AcceptanceSweep(problem, packages, seeds, budget), threads, budget, Stage.DRAWS);
  }

  /// The evaluation of packages by a tally.
  ///
  /// @param stoppedBy the reason, if the tally has fewer draws than needed
  static Finding<List<RobustPackage>> evaluated(
      UncertainProblem problem,
      List<List<Integer>> packages,
      AcceptanceTally tally,
      Seeds seeds,
      Seeds needed,
      StoppedBy stoppedBy) {
    Problem worst = problem.worst();
    Problem best = problem.best();
    List<RobustPackage> all = new ArrayList<>();
    for (int each = 0; each < packages.size(); each++) {
      int[] options = ints(packages.get(each));
      RobustPackage.Certainty standing =
          isAcceptable(worst, options)
              ? RobustPackage.Certainty.SURELY
              : isAcceptable(best, options)
                  ? RobustPackage.Certainty.POSSIBLY
                  : RobustPackage.Certainty.NEVER;
      all.add(
          new RobustPackage(
              packages.get(each),
              standing,
              WilsonEstimate.of(tally.acceptable().get(each), tally.draws()),
              WilsonEstimate.of(tally.efficient().get(each), tally.draws())));
    }
    return needed.equals(seeds) || tally.draws() < needed.count()
        ? new Finding.Bounded<>(
            List.copyOf(all),
            new PackageBound.ByChance(tally.draws(), needed.count()),
            tally.draws() < needed.count() ? stoppedBy : StoppedBy.METHOD)
        : new Finding.Exhausted<>(List.copyOf(all));
  }

  /// The limits of so many draws.
  static Budget ofDraws(Budget budget, long draws) {
    return atMost(budget, STEPS_A_PROPOSAL + Math.multiplyExact(STEPS_A_DRAW, draws));
  }

  private static Budget atMost(Budget budget, long steps) {
    return budget
        .withSteps(Math.min(budget.steps(), steps))
        .withStates(Math.min(budget.states(), MOST_STATES));
  }

  /// Finds the packages most likely to be safe, safest first: by the chance that all accept, then
  /// by the chance that it is efficient.
  ///
  /// One candidate is the package that stays acceptable under the largest common fall of all
  /// worths. Others are the selections of each rule of equal gains in the middle and in the first
  /// scenarios. No claim is made about other packages. The candidates do not depend on the number
  /// of draws.
  ///
  /// @param also further candidates, one option index per point
  /// @return as [#of]; impossible if no package is acceptable to all for any worths
  public static Finding<List<RobustPackage>> safest(
      UncertainProblem problem, List<List<Integer>> also, Seeds seeds, int threads, Budget budget) {
    Set<List<Integer>> proposed = new LinkedHashSet<>(also);
    if (!proposeAll(problem, seeds, budget.withThreads(threads), proposed)) {
      return new Finding.Impossible<>(NothingAcceptable.outOfReach(problem.frame().everyone()));
    }
    return switch (of(problem, List.copyOf(proposed), evaluating(seeds), threads, budget)) {
      case Finding.Proved<List<RobustPackage>>(List<RobustPackage> all, var certificate) ->
          new Finding.Proved<>(sorted(all), certificate);
      case Finding.Exhausted<List<RobustPackage>>(List<RobustPackage> all) ->
          new Finding.Exhausted<>(sorted(all));
      case Finding.Bounded<List<RobustPackage>>(
              List<RobustPackage> all,
              Bound bound,
              StoppedBy by) ->
          new Finding.Bounded<>(sorted(all), bound, by);
      case Finding.Impossible<List<RobustPackage>> impossible -> impossible;
    };
  }

  /// The candidates that [#safest] evaluates, with the draws [#evaluating]. Empty if no package is
  /// acceptable to all for any worths.
  public static List<List<Integer>> candidates(
      UncertainProblem problem, Seeds seeds, Budget budget) {
    Set<List<Integer>> proposed = new LinkedHashSet<>();
    return proposeAll(problem, seeds, budget, proposed) ? List.copyOf(proposed) : List.of();
  }

  /// The draws that evaluate: others than those of the proposals, to avoid selection bias.
  public static Seeds evaluating(Seeds seeds) {
    return new Seeds(seeds.first() + PROPOSALS, seeds.count());
  }

  /// Whether any package is acceptable to all for some worths.
  private static boolean proposeAll(
      UncertainProblem problem, Seeds seeds, Budget budget, Set<List<Integer>> proposed) {
    Budget each = atMost(budget, STEPS_A_PROPOSAL).withThreads(1);
    Meter meter = new Meter(each);
    List<Integer> first = acceptableAt(problem, FINENESS, meter);
    if (first.isEmpty() && !meter.stopped()) {
      return false;
    }
    List<Supplier<List<Integer>>> proposals = new ArrayList<>();
    proposals.add(() -> lastToFall(problem, first, meter));
    proposals.add(() -> proposal(problem.worst(), each));
    proposals.add(() -> proposal(problem.middle(), each));
    for (long draw = 0; draw < PROPOSALS; draw++) {
      long seed = seeds.first() + draw;
      proposals.add(() -> proposal(problem.drawn(seed), each));
    }
    ParallelTasks.run(proposals, budget.threads()).stream()
        .filter(options -> !options.isEmpty())
        .forEach(proposed::add);
    return true;
  }

  private static List<RobustPackage> sorted(List<RobustPackage> all) {
    return all.stream()
        .sorted(
            Comparator.comparing(RobustPackage::standing)
                .thenComparingLong(each -> -each.acceptable().hits())
                .thenComparingLong(each -> -each.efficient().hits()))
        .toList();
  }

  /// The selection of a rule; empty if there is none, or its search was stopped by a signal.
  private static List<Integer> proposal(Problem problem, Budget budget) {
    Finding<Solution> finding = FairSolutions.find(problem, Solution.Kind.EQUAL_GAINS, budget);
    if (finding instanceof Finding.Bounded<Solution>(_, _, StoppedBy by)
        && by == StoppedBy.SIGNAL) {
      return List.of();
    }
    return finding.findAnswer().stream()
        .flatMap(solution -> solution.outcomes().stream())
        .map(Solution.Outcome::options)
        .findFirst()
        .orElse(List.of());
  }

  /// The package that stays acceptable under the largest common fall of worths and rise of
  /// baselines within their ranges. Empty if there is none even at the best ends.
  ///
  /// @param first one that is acceptable at the best ends
  private static List<Integer> lastToFall(
      UncertainProblem problem, List<Integer> first, Meter meter) {
    List<Integer> last = first;
    long low = 0;
    long high = FINENESS;
    while (!last.isEmpty() && low < high && !meter.stopped()) {
      long middle = (low + high) >>> 1;
      List<Integer> found = acceptableAt(problem, middle, meter);
      if (found.isEmpty()) {
        low = middle + 1;
      } else {
        last = found;
        high = middle;
      }
    }
    return last;
  }

  private static List<Integer> acceptableAt(UncertainProblem problem, long share, Meter meter) {
    Problem at = problem.at(Rational.of(share, FINENESS));
    List<Integer> options = new ArrayList<>();
    AnyPackage.find(at, at.everyone(), meter)
        .ifPresent(
            found -> {
              for (int option : found) {
                options.add(option);
              }
            });
    return options;
  }
}
