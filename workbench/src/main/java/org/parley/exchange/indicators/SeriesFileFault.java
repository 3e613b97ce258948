package org.parley.exchange.indicators;

import org.parley.model.Refusal;

/// The reasons why a file gives no series.
public sealed interface SeriesFileFault extends Refusal {

  /// Faults without parameters beyond the wrong value.
  enum Plain implements SeriesFileFault {
    SERIES_NOT_CSV,
    NO_SERIES_ROWS,
    SERIES_NOT_PARQUET
  }

  /// A column that the file does not have.
  ///
  /// @param columns those it has
  record NoSeriesColumn(String columns) implements SeriesFileFault {}

  /// Several columns could hold the values.
  ///
  /// @param columns those
  record WhichValueColumn(String columns) implements SeriesFileFault {}

  /// Several columns tell the rows of one date apart.
  ///
  /// @param columns those
  record WhichNameColumn(String columns) implements SeriesFileFault {}

  /// A row with a different number of cells than the heading.
  record WrongNumberOfSeriesCells(int cells, int columns) implements SeriesFileFault {}

  /// A cell that is no date.
  record NotASeriesDate(String column) implements SeriesFileFault {}

  /// A cell that is no exact number.
  record NotASeriesNumber(String column) implements SeriesFileFault {}

  /// A date that is more or less precise than the first one.
  record OtherSeriesFrequency(String first) implements SeriesFileFault {}

  /// A date that has a value already.
  ///
  /// @param earlier the line of the first value
  record SeriesDateTwice(int earlier) implements SeriesFileFault {}

  /// More values than a series may have.
  record TooManySeriesValues(int most) implements SeriesFileFault {}

  /// A condition that is no column and value.
  record NotASeriesCondition() implements SeriesFileFault {}
}
