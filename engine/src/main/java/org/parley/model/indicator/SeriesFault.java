package org.parley.model.indicator;

import org.parley.model.InvalidValue;

/// The reason why a text is not a series. A line counts from 1 within the text.
public sealed interface SeriesFault extends InvalidValue {

  /// A series has no value.
  record NoValues() implements SeriesFault {}

  /// A line is not a date, a number and perhaps a name.
  record NotAnObservation(int line) implements SeriesFault {}

  /// A date is not a year, a month or a day.
  record NotADayOrMonth(int line) implements SeriesFault {}

  /// A number is no exact decimal.
  record NotANumber(int line) implements SeriesFault {}

  /// A date is less or more precise than the first one.
  ///
  /// @param first the first date
  record OtherFrequency(int line, String first) implements SeriesFault {}

  /// A date has a value already.
  ///
  /// @param earlier the line of the first value
  record DateTwice(int line, int earlier) implements SeriesFault {}

  /// A series is too long.
  ///
  /// @param most the most values allowed
  record SeriesTooLong(int most) implements SeriesFault {}
}
