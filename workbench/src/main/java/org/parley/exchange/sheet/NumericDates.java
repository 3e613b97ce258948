package org.parley.exchange.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates in figures as tables have them, whose order no country doubts.
final class NumericDates {

  /// A time of day without a zone says nothing beyond the day.
  private static final Pattern LOCAL_TIME =
      Pattern.compile(
          "(.*\\d)[ T,]+(?:(?:at|à|um|a las|às|в|о|об) )?\\d{1,2}[:hH]\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[AaPp]\\.?[Mm]\\.?| ?Uhr)?");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})\\.?");
  private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})\\.?");
  private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[/.-](\\d{4})");
  private static final Pattern HYPHENED =
      Pattern.compile("(\\d{1,2})-(\\p{L}{3,10})\\.?-(\\d{4}|\\d{2})");

  private NumericDates() {}

  /// The date of a cell in the form of the case; other words as they are.
  static String plain(String cell) {
    String digits = PlainNumbers.digits(cell.strip());
    Matcher timed = LOCAL_TIME.matcher(digits);
    String text = timed.matches() ? timed.group(1) : digits;
    Matcher m = YEAR_FIRST.matcher(text);
    if (m.matches()) {
      return day(text, m.group(1), m.group(3), m.group(4));
    }
    m = COMPACT.matcher(text);
    if (m.matches()) {
      return day(text, m.group(1), m.group(2), m.group(3));
    }
    m = DOTTED.matcher(text);
    if (m.matches()) {
      return day(text, year(m.group(3)), m.group(2), m.group(1));
    }
    m = MONTH_YEAR.matcher(text);
    if (m.matches() && Integer.parseInt(m.group(1)) <= 12) {
      return String.format(Locale.ROOT, "%s-%02d", m.group(2), Integer.parseInt(m.group(1)));
    }
    m = HYPHENED.matcher(text);
    return m.matches() ? m.group(1) + " " + m.group(2) + " " + year(m.group(3)) : text;
  }

  private static String day(String otherwise, String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
          .toString();
    } catch (DateTimeException _) {
      return otherwise;
    }
  }

  /// Two digits are of this century up to 69, as spreadsheets have it.
  static String year(String digits) {
    return digits.length() > 2 ? digits : (Integer.parseInt(digits) < 70 ? "20" : "19") + digits;
  }
}
