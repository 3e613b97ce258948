package org.parley.bargain.linked;

import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.Meter;

/// The largest or the least worth of one party over the packages that cross no red line.
///
/// It is the frontier beside a party to which all packages are the same.
public final class LinkedExtreme {

  /// With so many joint worths, searches over the layers may not end.
  private static final int MANY = 30;

  private LinkedExtreme() {}

  /// Whether an extreme is found so: many joint worths, and neither baselines nor caps.
  public static boolean suits(Problem problem) {
    return problem.jointWorths().size() >= MANY
        && !problem.isCapped()
        && problem.parties().stream().allMatch(each -> each.baseline() == null);
  }

  /// Finds the extreme.
  ///
  /// @param most whether the largest worth is sought; the least is found as the largest loss
  /// @return one vector, the worth or the loss first; none if no package is left. Null if the meter
  ///   stopped or the worths are too large
  public static LinkedFrontier.@Nullable ProvedVectors find(
      Problem problem, int party, boolean most, Meter meter) {
    LinkedForm form = LinkedForm.of(LoneParty.of(problem, party, most), 3);
    return form == null ? null : LinkedFrontier.find(form, meter);
  }
}
