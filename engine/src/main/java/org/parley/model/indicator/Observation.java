package org.parley.model.indicator;

import java.time.LocalDate;
import org.parley.model.date.Edtf;
import org.parley.model.text.Amount;

/// A value of a series.
///
/// @param date the day, month or year it is of
/// @param value the value
/// @param of the donor, country or product it is of; empty for a series of one
public record Observation(Edtf date, Amount value, String of) {

  /// The last day it is about: no value is known before.
  public LocalDate lastDay() {
    return date.latestDay();
  }

  @Override
  public String toString() {
    return date + " " + value + (of.isEmpty() ? "" : " " + of);
  }
}
