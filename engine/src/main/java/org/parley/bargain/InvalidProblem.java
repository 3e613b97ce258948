package org.parley.bargain;

import org.parley.model.Refusal;

/// A violation that keeps data from being a bargaining problem, or from being searched.
public sealed interface InvalidProblem extends Refusal {

  /// Violations without parameters.
  enum Plain implements InvalidProblem {
    NO_POINT_TO_SETTLE
  }

  record WrongNumberOfParties(int parties, int most) implements InvalidProblem {}

  record PointWithoutOptions(String point) implements InvalidProblem {}

  record PointTwice(String point) implements InvalidProblem {}

  record PartyTwice(String party) implements InvalidProblem {}

  record RedLineOutside(String party, int option, int point) implements InvalidProblem {}

  record BaselineTooLarge(String party, long baseline) implements InvalidProblem {}

  record PartyWithoutWorths(String party) implements InvalidProblem {}

  record WorthsOfOtherPoints(String party, int given, int points) implements InvalidProblem {}

  record WorthsOfOtherOptions(String party, int given, String point, int options)
      implements InvalidProblem {}

  /// A linkage or joint worth that names no point.
  ///
  /// @param linkage the id of the linkage or joint worth
  /// @param joint whether it is a joint worth
  record LinkageWithoutPoint(String linkage, boolean joint) implements InvalidProblem {}

  /// A linkage or joint worth that names a point but no option of it.
  ///
  /// @param linkage the id of the linkage or joint worth
  /// @param joint whether it is a joint worth
  record LinkageWithoutOption(String linkage, boolean joint, int point) implements InvalidProblem {}

  /// A linkage or joint worth that names an option that does not exist.
  ///
  /// @param linkage the id of the linkage or joint worth
  /// @param joint whether it is a joint worth
  record LinkageOutside(String linkage, boolean joint, int option, int point)
      implements InvalidProblem {}

  /// A budget with other amounts than a point has options.
  record AmountsOfOtherOptions(String linkage, int given, int point) implements InvalidProblem {}

  /// A budget that names a point twice.
  record BudgetNamesTwice(String linkage, int point) implements InvalidProblem {}

  /// A budget with neither bound, or whose lower bound is above the upper one.
  record BudgetBoundsNothing(String linkage) implements InvalidProblem {}

  record AmountsTooLarge(String linkage, long most) implements InvalidProblem {}

  record JointWorthOfNobody(int party) implements InvalidProblem {}

  record MoreSignersThanParties(int needed, int parties) implements InvalidProblem {}

  record BlockedByNobody(int party) implements InvalidProblem {}

  record WorthsTooLarge(long most) implements InvalidProblem {}

  /// A quantity whose values have too many different worths.
  ///
  /// @param point its number
  record TooManyBands(String point, int most) implements InvalidProblem {}

  record RangesOfOtherParties(int given, int parties) implements InvalidProblem {}

  record TooManySets(int most) implements InvalidProblem {}

  record TooManyDemands(int demands, int most) implements InvalidProblem {}
}
