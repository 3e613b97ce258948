package org.parley.bargain.rehearse;

import java.util.List;

/// The plays of a rehearsal, counted. Shares are in basis points: 10,000 is the whole range of a
/// party, from the least it would sign to its best.
///
/// @param plays all of them
/// @param deals those that ended with one
/// @param efficient the deals that no package dominates
/// @param turns the rounds of all deals, added up
/// @param outcomes the deals by package, the most frequent first
/// @param shares by party, its shares of all deals, added up
/// @param records by strategy, how it fared
public record Rehearsal(
    long plays,
    long deals,
    long efficient,
    long turns,
    List<DealCount> outcomes,
    List<Long> shares,
    List<StrategyRecord> records) {

  public Rehearsal {
    outcomes = List.copyOf(outcomes);
    shares = List.copyOf(shares);
    records = List.copyOf(records);
  }

  /// A package that came out.
  ///
  /// @param options by point
  /// @param gap the most that every party could gain at once, in basis points of its range; 0 if it
  ///   is weakly efficient
  public record DealCount(List<Integer> options, long count, boolean isEfficient, long gap) {
    public DealCount {
      options = List.copyOf(options);
    }
  }

  /// The fortunes of a strategy, over all parties that played it.
  ///
  /// @param uses how often it was played
  /// @param deals in how many of these there was a deal
  /// @param shares the shares of its parties in these, added up
  public record StrategyRecord(BargainingStrategy strategy, long uses, long deals, long shares) {}
}
