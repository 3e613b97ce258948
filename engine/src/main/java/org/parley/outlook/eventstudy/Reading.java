package org.parley.outlook.eventstudy;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A value and the period it is of.
///
/// @param first the first day of the period
/// @param last its last day: the first, of a daily value
/// @param value the value
public record Reading(LocalDate first, LocalDate last, BigDecimal value) {

  /// Whether it is of a single day.
  public boolean isOfDay() {
    return first.equals(last);
  }
}
