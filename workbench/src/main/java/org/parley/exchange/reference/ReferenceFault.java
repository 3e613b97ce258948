package org.parley.exchange.reference;

import org.parley.model.Refusal;

/// The reasons why a file of a collection, or a row of it, cannot be used.
public sealed interface ReferenceFault extends Refusal {

  /// Faults without parameters beyond the wrong value.
  enum Plain implements ReferenceFault {
    REFERENCE_NOT_CSV,
    NO_YEAR_OF_ACCORD,
    NO_PLACE_FOR_COPIES,
    COPY_CHANGED
  }

  /// A file that is no edition that is known.
  ///
  /// @param sha256 that of its bytes
  /// @param bytes how many they are
  /// @param known the editions that are known
  record UnknownEdition(String sha256, int bytes, String known) implements ReferenceFault {}

  /// A file with a different number of rows than its edition.
  record WrongNumberOfRows(int found, int expected) implements ReferenceFault {}

  /// A row with a different number of cells than the heading.
  record WrongNumberOfReferenceCells(int cells, int columns) implements ReferenceFault {}

  /// A file without a column of its edition.
  record MissingColumn(String column) implements ReferenceFault {}

  /// A column whose codes no codebook at hand confirms.
  record UnconfirmedColumn(String column) implements ReferenceFault {}

  /// A code that is in no list.
  ///
  /// @param codes those that are
  record UnknownReferenceCode(String column, String codes) implements ReferenceFault {}

  /// No whole number.
  record NotAReferenceNumber(String column) implements ReferenceFault {}

  /// No day.
  record NotAReferenceDay(String column) implements ReferenceFault {}
}
