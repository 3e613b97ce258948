package org.parley.exchange.incidents.facts;

import java.util.List;
import org.parley.model.Refusal;

/// The reasons why a record of a file, or a line of a map of its words, cannot be used.
public sealed interface LogRecordFault extends Refusal {

  /// Faults without parameters beyond the wrong value.
  enum Plain implements LogRecordFault {
    NOT_CSV,
    NO_COLUMN_NAMES,
    DOCUMENTS_THE_FILE,
    NOT_A_CAMEO_CODE,
    NOT_TWO_SIDES,
    NO_COORDINATES,
    ONE_COORDINATE,
    LATITUDE_OUT_OF_RANGE,
    LONGITUDE_OUT_OF_RANGE,
    NO_SOURCE_NAMED,
    NO_INCIDENT_IN_FILE,
    TOO_MANY_INCIDENT_FILES,
    INCIDENT_NOT_ON_RECORD,
    CORRECTED_ENTRY_NOT_ON_RECORD,
    DAY_BEYOND_CALENDAR
  }

  /// Text that is not JSON.
  ///
  /// @param parser the message of the parser, in English
  record NotJson(String parser) implements LogRecordFault {}

  /// A row that is shorter or longer than the heading.
  record WrongNumberOfCells(int cells, int columns) implements LogRecordFault {}

  /// A record that repeats an earlier one.
  record RepeatsRecord(Origin earlier) implements LogRecordFault {}

  /// A record with the id of an earlier one that says something else.
  record IdOfAnotherRecord(Origin earlier) implements LogRecordFault {}

  /// A field without a value.
  record FieldEmpty(String field) implements LogRecordFault {}

  /// A field that holds an object.
  record ObjectInField(String field) implements LogRecordFault {}

  /// Neither a date nor a moment with its zone.
  record NotADateOrMoment(String field) implements LogRecordFault {}

  /// No day of the calendar.
  ///
  /// @param slashed an example with slashes
  record NotACalendarDay(String field, String slashed) implements LogRecordFault {}

  /// No whole number from 0 on.
  record NotACount(String field) implements LogRecordFault {}

  /// No degrees of latitude or longitude.
  record NotDegrees(String field) implements LogRecordFault {}

  /// Neither yes nor no.
  record NotYesOrNo(String field) implements LogRecordFault {}

  /// No word of a list.
  record NotOneOf(String field, List<String> words) implements LogRecordFault {}

  /// An end before its beginning.
  record EndBeforeStart(String end, String start) implements LogRecordFault {}

  /// A name that is no party of the case where one is needed.
  record NotAParty(String field) implements LogRecordFault {}

  /// A line that maps no word.
  record NotAMapLine(int line) implements LogRecordFault {}

  /// A line that names no two incidents.
  record NotASameLine(int line) implements LogRecordFault {}

  /// A line by which incidents are one event in a circle.
  record SameInACircle(int line) implements LogRecordFault {}

  /// A field that names a record of the case that is not there.
  record NameNotOnRecord(String field) implements LogRecordFault {}

  /// A file that is too large.
  record IncidentFileTooLarge(int mebibytes) implements LogRecordFault {}

  /// More incidents than one import may add.
  record TooManyIncidents(int count, int most) implements LogRecordFault {}
}
