package org.parley.sequence;

import org.parley.exact.Bound;

/// The guarantee of an answer about a sequence that is not proved complete or optimal.
public sealed interface SequenceBound extends Bound {

  /// More knots may exist than were found.
  ///
  /// @param found the number found
  record SomeKnots(int found) implements SequenceBound {}

  /// Completeness of the knots is partly proved.
  ///
  /// @param witnesses the sets of dates that prove it so far
  record ProofOfAllUnfinished(int witnesses) implements SequenceBound {}

  /// Ways out were found for some groups of knots; the others stay unresolved.
  ///
  /// @param groups the number of finished groups
  record SomeGroups(int groups) implements SequenceBound {}

  /// Amounts of weakening were not computed: the demands have too many combinations of ways.
  ///
  /// @param most the most combinations tried
  record TooManyWays(int most) implements SequenceBound {}

  /// Amounts of weakening were not computed: knots may be missing.
  record KnotsMissing() implements SequenceBound {}

  /// Amounts of weakening were not computed within the budget.
  record AmountsUnfinished() implements SequenceBound {}

  /// Some readings have a plan; others were not tried, and a plan may have a shorter alternative.
  ///
  /// @param found the number of readings with a plan so far
  record SomePlans(int found) implements SequenceBound {}

  /// The dates keep every clause, but may not be the nearest.
  record KeepsAll() implements SequenceBound {}

  /// It is undecided whether a strategy keeps control whatever others decide.
  record ControlUntold() implements SequenceBound {}

  /// It is undecided whether every bound can be kept whatever others decide.
  record ControlUndecided() implements SequenceBound {}

  /// The proof that every bound can be kept was not finished.
  record ClosureUnfinished() implements SequenceBound {}

  /// A lower bound on the largest exposure.
  ///
  /// @param atLeast the bound
  record NotBelow(long atLeast) implements SequenceBound {}

  /// Some pairs that lower the exposure; more or better ones may exist.
  ///
  /// @param found the number found
  record SomePairs(int found) implements SequenceBound {}
}
