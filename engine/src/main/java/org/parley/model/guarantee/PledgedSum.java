package org.parley.model.guarantee;

import org.jspecify.annotations.Nullable;

/// A pledged amount of money, in whole units of its currency.
///
/// @param year the year it falls in; null for the sum of no stated year
/// @param currency its ISO 4217 code
/// @param least the amount, or the least of a range
/// @param most the greatest amount of a range; default: `least`
public record PledgedSum(@Nullable Integer year, String currency, long least, @Nullable Long most) {

  /// `most`, or `least` by default.
  public long mostOrLeast() {
    return most != null ? most : least;
  }
}
