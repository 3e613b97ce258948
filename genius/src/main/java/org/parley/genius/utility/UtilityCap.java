package org.parley.genius.utility;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// The cap at which a format cuts utilities off, where any package exceeds it.
///
/// In most files none does. The sum of the largest worths shows that, or the best package if a
/// short search finds it. Otherwise the cap stands.
final class UtilityCap {

  private static final long MOST_STEPS = 20_000;

  private UtilityCap() {}

  /// The cap of a party.
  ///
  /// @param worths its worths
  /// @param joints its joint worths
  /// @param one the worth of utility 1
  /// @param slack how much more rounding alone can explain
  /// @return null if no package is worth more
  static @Nullable Long of(
      List<Problem.Point> points,
      Problem.Party worths,
      List<JointWorth> joints,
      long one,
      long slack) {
    long most = 0;
    for (List<Long> row : worths.worths()) {
      most += Collections.max(row);
    }
    for (JointWorth each : joints) {
      most += Math.max(0, each.worth());
    }
    return most > one + slack && !isBelow(points, worths, joints, one + slack) ? one : null;
  }

  private static boolean isBelow(
      List<Problem.Point> points, Problem.Party worths, List<JointWorth> joints, long limit) {
    List<JointWorth> own =
        joints.stream().map(each -> new JointWorth(0, each.when(), each.worth())).toList();
    Problem alone =
        new Problem(List.of(worths.withBaseline(null)), points, List.of(), own, SigningRule.all(1));
    return switch (Solutions.best(alone, 0, Budget.ofSteps(MOST_STEPS))) {
      case Finding.Proved<Solution>(Solution best, _) -> isBelow(best, limit);
      case Finding.Exhausted<Solution>(Solution best) -> isBelow(best, limit);
      case Finding.Bounded<Solution> _ -> false;
      case Finding.Impossible<Solution> _ -> true;
    };
  }

  private static boolean isBelow(Solution best, long limit) {
    return best.value().numerator().longValueExact() <= limit;
  }
}
