package org.parley.model;

import java.time.LocalDate;
import org.parley.model.indicator.SeriesFault;
import org.parley.model.place.GeometryFault;

/// The reason why a text is not a value of its kind.
public sealed interface InvalidValue extends Refusal
    permits InvalidValue.Plain, InvalidValue.AmbiguousDate, GeometryFault, SeriesFault {

  /// Reasons without parameters beyond the text.
  enum Plain implements InvalidValue {
    NOT_AN_ID,
    NOT_A_DATE,
    NO_SUCH_MOMENT,
    NOT_A_MOMENT,
    OPEN_ON_BOTH_SIDES,
    DATES_REVERSED,
    NOT_A_SAID_DATE,
    DAY_OR_MONTH,
    NOT_A_LENGTH_OF_TIME,
    NO_UNIT_OF_TIME,
    MIXED_UNITS_OF_TIME,
    BLANK_SHARE,
    NOT_A_SHARE,
    NOT_A_PROBABILITY,
    NOT_A_SEAL,
    NOT_A_WORTH,
    WORTH_TOO_LONG,
    WORTHS_REVERSED,
    NOT_AN_AMOUNT,
    SEPARATED_AMOUNT,
    AMOUNT_TOO_LONG,
    NOT_A_PERCENT_RANGE,
    NOT_A_THRESHOLD,
    NOT_COORDINATES,
    SEVERITY_OUT_OF_ORDER
  }

  /// An ambiguous date: day and month may be swapped.
  ///
  /// @param perhaps the date if the first number is the day
  record AmbiguousDate(LocalDate perhaps) implements InvalidValue {}
}
