package org.parley.sequence;

import org.parley.exact.Bound;

/// The guarantee of an answer about a sequence that is not proved complete or optimal.
public sealed interface SequenceBound extends Bound {

  /// More knots may exist than were found, each of them a set of demands that cannot all hold.
  ///
  /// @param found how many were found
  record SomeKnots(int found) implements SequenceBound {}

  /// Whether the knots found are all is proved in part.
  ///
  /// @param witnesses how many sets of dates prove it so far
  record ProofOfAllUnfinished(int witnesses) implements SequenceBound {}

  /// Ways out were found for some groups of knots; the others stay tied.
  ///
  /// @param groups how many groups of knots were finished
  record SomeGroups(int groups) implements SequenceBound {}

  /// By how much to weaken is not worked out: the demands can be met in too many ways together.
  ///
  /// @param most how many ways are tried at the most
  record TooManyWays(int most) implements SequenceBound {}

  /// By how much to weaken is not worked out: there may be more knots than were found.
  record KnotsMissing() implements SequenceBound {}

  /// By how much to weaken was not worked out within the budget.
  record AmountsUnfinished() implements SequenceBound {}

  /// Some readings have a plan; others were not looked at, and a plan may last shorter.
  ///
  /// @param found for how many readings there is a plan so far
  record SomePlans(int found) implements SequenceBound {}

  /// The dates keep every clause; others may move less.
  record KeepsAll() implements SequenceBound {}

  /// Whether a strategy keeps control whatever others decide was not found out.
  record ControlUntold() implements SequenceBound {}

  /// Whether every bound can be kept whatever others decide was not found out.
  record ControlUndecided() implements SequenceBound {}

  /// The proof that every bound can be kept was not finished.
  record ClosureUnfinished() implements SequenceBound {}

  /// No order keeps every exposure below a number.
  ///
  /// @param atLeast the exposure that no order can avoid
  record NotBelow(long atLeast) implements SequenceBound {}

  /// Pairs that lower the exposure: more or better ones may exist.
  ///
  /// @param found how many were found
  record SomePairs(int found) implements SequenceBound {}
}
