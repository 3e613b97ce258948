package org.parley.bargain.robust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.solve.AnyPackage;
import org.parley.bargain.solve.Improvement;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;
import org.parley.exact.StoppedBy;

/// Evaluates packages when worths are known only within bounds, and finds the safest.
///
/// Monte Carlo: every draw is a function of its seed, so a [#sweep] of a range of seeds can run
/// anywhere and tallies add up. The work is bounded by draws, with a step limit for each search and
/// for all together. One range of seeds thus has one answer on any machine. A stop returns the
/// answer of the draws so far. Cost: a draw costs one sum a package, and one search for each
/// acceptable one; a step of the budget is a node of these.
public final class Robustness {

  /// So many scenarios propose a package each when the safest is sought.
  private static final int PROPOSALS = 32;

  /// How many steps each draw may take, taken over all of them.
  private static final long STEPS_A_DRAW = 20_000;

  /// How many steps the search for one proposal may take.
  private static final long STEPS_A_PROPOSAL = 1_000_000;

  /// How many states a search may hold, on any machine.
  private static final long MOST_STATES = 1_000_000;

  /// How finely it is measured how far all worths can fall together.
  private static final long FINENESS = 1 << 20;

  private Robustness() {}

  /// Draws the worths of each seed and sees what becomes of the packages.
  ///
  /// @param packages one option index a point each
  /// @return the tally of all seeds, or of the first ones where the meter stopped
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

  /// How each of these packages fares.
  ///
  /// @param threads on how many threads to draw; changes nothing but the time
  /// @return searched to the end where no draw was needed, since ranges have no width; else bounded
  ///   by chance, from fewer draws where the budget ended
  public static Finding<List<RobustPackage>> of(
      UncertainProblem problem,
      List<List<Integer>> packages,
      Seeds seeds,
      int threads,
      Budget budget) {
    Seeds needed = problem.worst().equals(problem.best()) ? new Seeds(seeds.first(), 1) : seeds;
    ParallelSweep sweep =
        new ParallelSweep(
            problem,
            packages,
            threads,
            atMost(budget, STEPS_A_PROPOSAL + Math.multiplyExact(STEPS_A_DRAW, needed.count())));
    AcceptanceTally tally = sweep.tally(needed);
    Problem worst = problem.worst();
    Problem best = problem.best();
    List<RobustPackage> all = new ArrayList<>();
    for (int each = 0; each < packages.size(); each++) {
      int[] options = ints(packages.get(each));
      RobustPackage.Standing standing =
          isAcceptable(worst, options)
              ? RobustPackage.Standing.SURELY
              : isAcceptable(best, options)
                  ? RobustPackage.Standing.POSSIBLY
                  : RobustPackage.Standing.NEVER;
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
            tally.draws() < needed.count() ? sweep.stoppedBy() : StoppedBy.METHOD)
        : new Finding.Exhausted<>(List.copyOf(all));
  }

  private static Budget atMost(Budget budget, long steps) {
    return budget
        .withSteps(Math.min(budget.steps(), steps))
        .withStates(Math.min(budget.states(), MOST_STATES));
  }

  /// Packages that are likely to be safe, the safest first: the largest chance that all accept it,
  /// then that it is efficient.
  ///
  /// Proposed are the package that stays acceptable when all worths fall furthest together, and
  /// what each rule of equal gains picks in the middle and in the first scenarios; nothing is
  /// claimed of packages that nobody proposed. What is proposed does not depend on how many draws
  /// are made.
  ///
  /// @param also packages that are proposed as well, one option index a point each
  /// @return as [#of]; impossible where for no worths anything is acceptable to all
  public static Finding<List<RobustPackage>> safest(
      UncertainProblem problem, List<List<Integer>> also, Seeds seeds, int threads, Budget budget) {
    Set<List<Integer>> proposed = new LinkedHashSet<>(also);
    Budget each = atMost(budget, STEPS_A_PROPOSAL);
    Meter meter = new Meter(each);
    List<Integer> last = lastToFall(problem, meter);
    if (last.isEmpty() && !meter.stopped()) {
      return new Finding.Impossible<>(NothingAcceptable.outOfReach(problem.frame().everyone()));
    }
    if (!last.isEmpty()) {
      proposed.add(last);
    }
    propose(problem.worst(), each, proposed);
    propose(problem.middle(), each, proposed);
    for (long draw = 0; draw < PROPOSALS; draw++) {
      propose(problem.drawn(seeds.first() + draw), each, proposed);
    }
    // Judged on other draws than those they come from.
    Seeds others = new Seeds(seeds.first() + PROPOSALS, seeds.count());
    return switch (of(problem, List.copyOf(proposed), others, threads, budget)) {
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

  private static List<RobustPackage> sorted(List<RobustPackage> all) {
    return all.stream()
        .sorted(
            Comparator.comparing(RobustPackage::standing)
                .thenComparingLong(each -> -each.acceptable().hits())
                .thenComparingLong(each -> -each.efficient().hits()))
        .toList();
  }

  /// Adds what a rule picks; not what a search had come to that a signal stopped.
  private static void propose(Problem problem, Budget budget, Set<List<Integer>> proposed) {
    Finding<Solution> finding = Solutions.find(problem, Solution.Kind.EQUAL_GAINS, budget);
    if (finding instanceof Finding.Bounded<Solution>(_, _, StoppedBy by)
        && by == StoppedBy.SIGNAL) {
      return;
    }
    finding.findAnswer().stream()
        .flatMap(solution -> solution.outcomes().stream())
        .limit(1)
        .forEach(outcome -> proposed.add(outcome.options()));
  }

  /// The package that is still acceptable when all worths have fallen, and all baselines risen,
  /// furthest together in their ranges; empty where even the best ends leave none.
  private static List<Integer> lastToFall(UncertainProblem problem, Meter meter) {
    List<Integer> last = acceptableAt(problem, FINENESS, meter);
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
