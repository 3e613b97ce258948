package org.parley.exchange.sheet;

import org.parley.model.Refusal;

/// The reasons why a spreadsheet is not read.
public sealed interface SheetFault extends Refusal {

  /// Faults without parameters beyond the wrong value.
  enum Plain implements SheetFault {
    SHEET_WITHOUT_ROWS,
    SHEET_NOT_SEPARATED,
    SHEET_NOT_A_WORKBOOK,
    SHEET_NOT_PARQUET,
    SHEET_OF_OLD_EXCEL,
    SHEET_TOO_LONG_FOR_A_PAGE,
    TOO_MANY_SHEETS,
    DAY_OR_MONTH_FIRST,
    FORMULA_FAILED,
    NO_HEADING_KNOWN
  }

  /// A file that is too large, as it is or once unpacked.
  record SheetTooLarge(int mebibytes) implements SheetFault {}

  /// More rows than are read at once.
  record TooManySheetRows(int most) implements SheetFault {}

  /// More columns than are read.
  record TooManySheetColumns(int most) implements SheetFault {}

  /// A cell with more characters than are read.
  ///
  /// @param row the row, from 1
  /// @param column the column, from 1
  record SheetCellTooLong(int row, int column, int most) implements SheetFault {}

  /// An option, condition or share beside a stance that has none.
  record AssertionTakesNothing(String stance) implements SheetFault {}

  /// A name in a cell that no record of this kind has.
  ///
  /// @param kind the kind of record
  record NoRecordOfName(NamedKind kind) implements SheetFault {}

  /// A name in a cell that several records have.
  record SeveralRecordsOfName(NamedKind kind) implements SheetFault {}
}
