package org.parley.exchange.tables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// A cell of a table that leaves Parley: a value that programs compute with, or words.
public sealed interface TableCell {

  /// Nothing stands there.
  TableCell EMPTY = new Words("");

  /// The value as programs read it, without a sign of its kind: `0.34`, `2025-12-28`.
  String written();

  /// Words.
  ///
  /// @param text the words, in several lines if need be
  record Words(String text) implements TableCell {
    @Override
    public String written() {
      return text;
    }
  }

  /// A number.
  ///
  /// @param value the number; 0.34 for 34 %
  /// @param isPercent whether people read it as a percentage
  record Figure(BigDecimal value, boolean isPercent) implements TableCell {
    @Override
    public String written() {
      return value.toPlainString();
    }
  }

  /// A day.
  ///
  /// @param day a day of the Gregorian calendar
  record Day(LocalDate day) implements TableCell {
    @Override
    public String written() {
      return day.toString();
    }
  }

  /// A moment.
  ///
  /// @param at the moment, to the second
  record Moment(Instant at) implements TableCell {
    @Override
    public String written() {
      return at.toString();
    }
  }

  /// The most digits a spreadsheet keeps.
  int MOST_DIGITS = 15;

  Pattern NUMBER = Pattern.compile("(-?(?:0|[1-9]\\d*)(?:\\.\\d+)?)(%?)");
  Pattern DATE = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?");

  /// Reads a value as machines write it. Days and moments follow ISO 8601, numbers have a decimal
  /// point, percentages are like `34%`. Anything else is words.
  static TableCell of(String value) {
    var number = NUMBER.matcher(value);
    if (number.matches() && digits(number.group(1)) <= MOST_DIGITS) {
      BigDecimal read = new BigDecimal(number.group(1));
      boolean isPercent = !number.group(2).isEmpty();
      return new Figure(isPercent ? read.movePointLeft(2) : read, isPercent);
    }
    var date = DATE.matcher(value);
    if (date.matches()) {
      try {
        return date.group(1) == null
            ? new Day(LocalDate.parse(value))
            : new Moment(Instant.parse(value));
      } catch (DateTimeParseException e) {
        return new Words(value);
      }
    }
    return new Words(value);
  }

  private static long digits(String number) {
    return number.chars().filter(Character::isDigit).count();
  }
}
