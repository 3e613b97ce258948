package org.parley.genius.utility;

import org.parley.model.Refusal;

/// Why utilities make no bargaining problem.
public sealed interface UtilityFault extends Refusal {

  /// No parties, or too many.
  record ProfileCount(int profiles, int most) implements UtilityFault {}

  /// Two parties of one name.
  record ProfileNameTwice(String party) implements UtilityFault {}

  /// Worths beyond 64 bits.
  ///
  /// @param unit the worth of a utility of 1
  /// @param most the largest sum
  record UtilitiesTooFine(String unit, String most) implements UtilityFault {}

  /// The same, after rounding to decimals.
  record RoundedTooFine(String unit, String most, int digits) implements UtilityFault {}
}
