package org.parley.exchange.incidents.text;

import org.parley.model.Refusal;

/// The reasons why lines of a file are not a record.
public sealed interface FileLineFault extends Refusal {

  /// Faults without parameters.
  enum Plain implements FileLineFault {
    OVERLONG_LINE,
    NOT_TEXT,
    CELL_NOT_CLOSED,
    TEXT_AFTER_QUOTATION,
    OBJECT_NOT_CLOSED,
    STRING_NOT_CLOSED,
    FEATURES_NOT_CLOSED,
    OUTSIDE_OBJECTS
  }

  /// Bytes that are text in neither encoding.
  ///
  /// @param encoding the encoding tried after UTF-8
  record UndecodableLine(String encoding) implements FileLineFault {}

  /// Brackets that nest too deeply.
  record BracketsTooDeep(int levels) implements FileLineFault {}
}
