package org.parley.bargain.frontier;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.linked.LinkedForm;
import org.parley.bargain.linked.LinkedFrontier;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;

/// The frontiers of linked problems: two parties by [LinkedFrontier], more with caps from the
/// frontier without them.
final class LinkedFrontiers {

  /// With fewer joint worths or packages the layers are as fast, and trace every package.
  private static final int FEWEST_JOINT = 10;

  private static final int FEWEST_PACKAGES = 1_000_000;

  /// The nodes after which budgets alone are left to [BudgetFrontier].
  private static final long TRIED_NODES = 10_000;

  private LinkedFrontiers() {}

  /// Finds the frontier of a capped or linked problem.
  ///
  /// @return null if the layers suit the problem, or the budget ended before a package was known. A
  ///   cover if it ended before the proof; of a problem with caps that is all
  static @Nullable Finding<Frontier> find(Problem problem, int parties, Budget budget) {
    Finding<Frontier> found = null;
    if (suits(problem, parties)) {
      found = ofTwo(problem, parties, budget);
    } else if (isWorthATry(problem, parties)) {
      found = ofTwo(problem, parties, budget.withSteps(Math.min(budget.steps(), TRIED_NODES)));
    }
    return problem.isCapped() && (found == null || found instanceof Finding.Bounded)
        ? closer(
            problem,
            parties,
            found,
            capped(problem, Frontiers.find(problem.withoutCaps(), parties, budget)))
        : found;
  }

  /// Whether a problem is of two parties, and capped or widely linked. Budgets without many joint
  /// worths, and exact sums, are left to [BudgetFrontier].
  static boolean suits(Problem problem, int parties) {
    boolean isLinked = problem.jointWorths().size() >= FEWEST_JOINT && isLarge(problem);
    return Integer.bitCount(parties) == 2
        && (bounds(problem) == 0
            ? isLinked || problem.isCapped()
            : isLinked && !hasExactSums(problem));
  }

  /// Whether a problem is of two parties under two bounds of budgets or more.
  private static boolean isWorthATry(Problem problem, int parties) {
    return Integer.bitCount(parties) == 2
        && bounds(problem) > 1
        && !hasExactSums(problem)
        && isLarge(problem);
  }

  /// The better of two findings; of two covers, the one that may miss less of any party's range.
  static Finding<Frontier> closer(
      Problem problem, int parties, @Nullable Finding<Frontier> one, Finding<Frontier> other) {
    return one instanceof Finding.Bounded<Frontier>(_, PackageBound.Cover(var within), _)
            && other instanceof Finding.Bounded<Frontier>(_, Bound bound, _)
            && (!(bound instanceof PackageBound.Cover(var others))
                || share(problem, parties, within) <= share(problem, parties, others))
        ? one
        : other;
  }

  /// The largest loss of a party, as a share of the worths that options of single points differ by.
  private static double share(Problem problem, int parties, List<Long> within) {
    int[] signers = signers(parties);
    double share = 0;
    for (int at = 0; at < signers.length; at++) {
      double range = 1;
      for (List<Long> row : problem.parties().get(signers[at]).worths()) {
        range += Collections.max(row) - Collections.min(row);
      }
      share = Math.max(share, within.get(at) / range);
    }
    return share;
  }

  private static long bounds(Problem problem) {
    return budgets(problem)
        .mapToLong(each -> (each.least() == null ? 0 : 1) + (each.most() == null ? 0 : 1))
        .sum();
  }

  private static boolean hasExactSums(Problem problem) {
    return budgets(problem)
        .anyMatch(each -> each.least() != null && each.least().equals(each.most()));
  }

  private static Stream<PackageConstraint.Budget> budgets(Problem problem) {
    return problem.linkages().stream()
        .filter(PackageConstraint.Budget.class::isInstance)
        .map(PackageConstraint.Budget.class::cast);
  }

  private static boolean isLarge(Problem problem) {
    return packages(problem) > FEWEST_PACKAGES;
  }

  private static double packages(Problem problem) {
    double packages = 1;
    for (Problem.Point point : problem.points()) {
      packages *= point.options().size();
    }
    return packages;
  }

  /// Finds the frontier of two parties by [LinkedFrontier].
  ///
  /// @return null if it does not take the problem, or the budget ended before a package was known
  static @Nullable Finding<Frontier> ofTwo(Problem problem, int parties, Budget budget) {
    LinkedForm form = LinkedForm.of(problem, parties);
    if (form == null) {
      return null;
    }
    Meter meter = new Meter(budget);
    LinkedFrontier.LinkedVectors found = LinkedFrontier.findOrCover(form, meter);
    return found == null ? null : of(found, parties, meter);
  }

  private static Finding<Frontier> of(
      LinkedFrontier.LinkedVectors found, int parties, Meter meter) {
    if (found.vectors().isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.outOfReach(parties));
    }
    Frontier frontier =
        new Frontier(
            signers(parties),
            found.vectors().stream().map(LinkedFrontiers::longs).toArray(long[][]::new),
            found.packages());
    return switch (found) {
      case LinkedFrontier.CoveringVectors(_, _, List<Long> within) ->
          new Finding.Bounded<>(frontier, new PackageBound.Cover(within), meter.stoppedBy());
      case LinkedFrontier.ProvedVectors(_, _, var proof) ->
          proof == null
              ? new Finding.Exhausted<>(frontier)
              : new Finding.Proved<>(frontier, new FrontierCertificate(frontier, parties, proof));
    };
  }

  private static int[] signers(int parties) {
    int[] signers = new int[Integer.bitCount(parties)];
    int rest = parties;
    for (int at = 0; at < signers.length; at++) {
      signers[at] = Integer.numberOfTrailingZeros(rest);
      rest &= rest - 1;
    }
    return signers;
  }

  private static long[] longs(List<Long> all) {
    return all.stream().mapToLong(Long::longValue).toArray();
  }

  private static Finding<Frontier> capped(Problem problem, Finding<Frontier> without) {
    return switch (without) {
      case Finding.Proved<Frontier>(Frontier all, FrontierCertificate proof) -> {
        Frontier frontier = CappedVectors.of(problem, all);
        yield new Finding.Proved<>(
            frontier, new FrontierCertificate(frontier, proof.parties(), null, null, proof));
      }
      case Finding.Proved<Frontier>(Frontier all, _) ->
          new Finding.Exhausted<>(CappedVectors.of(problem, all));
      case Finding.Exhausted<Frontier>(Frontier all) ->
          new Finding.Exhausted<>(CappedVectors.of(problem, all));
      case Finding.Bounded<Frontier>(Frontier some, Bound bound, StoppedBy why) ->
          new Finding.Bounded<>(CappedVectors.of(problem, some), bound, why);
      case Finding.Impossible<Frontier> none -> none;
    };
  }
}
