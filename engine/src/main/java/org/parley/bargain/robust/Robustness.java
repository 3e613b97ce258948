package org.parley.bargain.robust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.bargain.solve.AnyPackage;
import org.parley.bargain.solve.Improvement;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.Estimate;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;
import org.parley.exact.StoppedBy;

/// Says how packages fare when worths are only known within bounds, and which is the safest.
///
/// Everything drawn is a function of the seeds: [#sweep] of a range of seeds can be done anywhere,
/// and the tallies added. Cost: a draw costs one sum a package, and one search for each that is
/// acceptable; a step of the budget is a node of these.
public final class Robustness {

  /// So many scenarios propose a package each when the safest is sought.
  private static final int PROPOSALS = 32;

  /// How finely it is measured how far all worths can fall together.
  private static final long FINENESS = 1 << 20;

  private Robustness() {}

  /// The chances are estimates.
  ///
  /// @param draws from how many draws
  public record ByChance(long draws) implements Bound {
    @Override
    public String inWords() {
      return "chances are estimated from "
          + draws
          + " draws; the true one lies in the interval in 95 of 100 cases";
    }
  }

  /// Draws the worths of each seed and sees what becomes of the packages.
  ///
  /// @param packages one option index a point each
  /// @return the tally of all seeds, or of the first ones where the meter stopped
  public static Tally sweep(
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
    return new Tally(draws, boxed(acceptable), boxed(efficient));
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
  /// @return proved where no draw was needed, since ranges have no width; else bounded by chance,
  ///   from fewer draws where the budget ended
  public static Finding<List<Robust>> of(
      UncertainProblem problem,
      List<List<Integer>> packages,
      Seeds seeds,
      int threads,
      Budget budget) {
    ParallelSweep sweep = new ParallelSweep(problem, packages, threads, budget);
    Seeds needed = problem.worst().equals(problem.best()) ? new Seeds(seeds.first(), 1) : seeds;
    Tally tally = sweep.tally(needed);
    Problem worst = problem.worst();
    Problem best = problem.best();
    List<Robust> all = new ArrayList<>();
    for (int each = 0; each < packages.size(); each++) {
      int[] options = ints(packages.get(each));
      Robust.Standing standing =
          isAcceptable(worst, options)
              ? Robust.Standing.SURELY
              : isAcceptable(best, options) ? Robust.Standing.POSSIBLY : Robust.Standing.NEVER;
      all.add(
          new Robust(
              packages.get(each),
              standing,
              Estimate.of(tally.acceptable().get(each), tally.draws()),
              Estimate.of(tally.efficient().get(each), tally.draws())));
    }
    return needed.equals(seeds) || tally.draws() < needed.count()
        ? new Finding.Bounded<>(
            List.copyOf(all),
            new ByChance(tally.draws()),
            tally.draws() < needed.count() ? sweep.stoppedBy() : StoppedBy.METHOD)
        : new Finding.Proved<>(List.copyOf(all), new NothingInDoubt(tally));
  }

  /// No worth is in doubt: one draw is all there is.
  public record NothingInDoubt(Tally tally) implements Certificate {}

  /// Packages that are likely to be safe, the safest first: the largest chance that all accept it,
  /// then that it is efficient.
  ///
  /// Proposed are the package that stays acceptable when all worths fall furthest together, and
  /// what each rule of equal gains picks in the middle and in the first scenarios; nothing is
  /// claimed of packages that nobody proposed.
  ///
  /// @return as [#of]; impossible where for no worths anything is acceptable to all
  public static Finding<List<Robust>> safest(
      UncertainProblem problem, Seeds seeds, int threads, Budget budget) {
    Set<List<Integer>> proposed = new LinkedHashSet<>();
    Meter meter = new Meter(budget);
    List<Integer> last = lastToFall(problem, meter);
    if (last.isEmpty() && !meter.stopped()) {
      return new Finding.Impossible<>(NothingAcceptable.outOfReach(problem.frame().everyone()));
    }
    if (!last.isEmpty()) {
      proposed.add(last);
    }
    propose(problem.worst(), budget, proposed);
    propose(problem.middle(), budget, proposed);
    for (long draw = 0; draw < Math.min(PROPOSALS, seeds.count()); draw++) {
      propose(problem.drawn(seeds.first() + draw), budget, proposed);
    }
    // Judged on other draws than those they come from.
    Seeds others = new Seeds(seeds.first() + PROPOSALS, seeds.count());
    return switch (of(problem, List.copyOf(proposed), others, threads, budget)) {
      case Finding.Proved<List<Robust>>(List<Robust> all, var certificate) ->
          new Finding.Proved<>(sorted(all), certificate);
      case Finding.Bounded<List<Robust>>(List<Robust> all, Bound bound, StoppedBy by) ->
          new Finding.Bounded<>(sorted(all), bound, by);
      case Finding.Impossible<List<Robust>> impossible -> impossible;
    };
  }

  private static List<Robust> sorted(List<Robust> all) {
    return all.stream()
        .sorted(
            Comparator.comparing(Robust::standing)
                .thenComparingLong(each -> -each.acceptable().hits())
                .thenComparingLong(each -> -each.efficient().hits()))
        .toList();
  }

  private static void propose(Problem problem, Budget budget, Set<List<Integer>> proposed) {
    Solutions.find(problem, Solution.Kind.EQUAL_GAINS, budget).findAnswer().stream()
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
