package org.parley.bargain.frontier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.linked.LinkedForm;
import org.parley.bargain.linked.LinkedFrontier;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;

/// The frontiers of linked problems: two parties by [LinkedFrontier], more with caps from the
/// frontier without them.
final class LinkedFrontiers {

  /// With fewer joint worths the layers are as fast, and trace every package.
  private static final int FEWEST_JOINT = 10;

  private LinkedFrontiers() {}

  /// Finds the frontier of a linked problem.
  ///
  /// @return null if the layers suit the problem, or the budget ended before the proof
  static @Nullable Finding<Frontier> find(Problem problem, int parties, Budget budget) {
    if (suits(problem, parties)) {
      LinkedForm form = LinkedForm.of(problem, parties);
      Meter meter = new Meter(budget);
      LinkedFrontier.ProvedVectors found = form == null ? null : LinkedFrontier.find(form, meter);
      if (found != null) {
        return of(found, parties);
      }
    }
    return problem.isCapped()
        ? capped(problem, parties, Frontiers.find(problem.withoutCaps(), parties, budget))
        : null;
  }

  /// Whether a problem is of two parties, and capped or linked by many joint worths.
  static boolean suits(Problem problem, int parties) {
    return Integer.bitCount(parties) == 2
        && (problem.isCapped() || problem.jointWorths().size() >= FEWEST_JOINT);
  }

  private static Finding<Frontier> of(LinkedFrontier.ProvedVectors found, int parties) {
    if (found.vectors().isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.outOfReach(parties));
    }
    Frontier frontier =
        new Frontier(
            signers(parties),
            found.vectors().stream().map(LinkedFrontiers::longs).toArray(long[][]::new),
            found.packages());
    return found.proof() == null
        ? new Finding.Exhausted<>(frontier)
        : new Finding.Proved<>(frontier, new FrontierCertificate(frontier, parties, found.proof()));
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

  /// Cuts vectors off at the caps and keeps those that no other one covers.
  private static Finding<Frontier> capped(Problem problem, int parties, Finding<Frontier> without) {
    return switch (without) {
      case Finding.Proved<Frontier>(Frontier all, Certificate.OfAnswer _) -> {
        CappedVectors kept = CappedVectors.of(problem, all);
        Frontier frontier = kept.frontier();
        yield frontier == null
            ? new Finding.Impossible<>(NothingAcceptable.outOfReach(parties))
            : new Finding.Proved<>(frontier, new FrontierCertificate(frontier, parties));
      }
      case Finding.Exhausted<Frontier>(Frontier all) -> {
        Frontier frontier = CappedVectors.of(problem, all).frontier();
        yield frontier == null
            ? new Finding.Impossible<>(NothingAcceptable.outOfReach(parties))
            : new Finding.Exhausted<>(frontier);
      }
      case Finding.Bounded<Frontier>(Frontier all, Bound bound, StoppedBy why) -> {
        Frontier frontier = CappedVectors.of(problem, all).frontier();
        yield frontier == null || !(bound instanceof PackageBound.Cover)
            ? new Finding.Bounded<>(all, bound, why)
            : new Finding.Bounded<>(frontier, bound, why);
      }
      case Finding.Impossible<Frontier> none -> none;
    };
  }
}
