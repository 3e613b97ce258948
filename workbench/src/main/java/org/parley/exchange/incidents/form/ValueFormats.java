package org.parley.exchange.incidents.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.OccurrenceSpan;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.guarantees.log.Moments;
import org.parley.model.date.Edtf;

/// How dates, numbers and degrees are written in files.
final class ValueFormats {

  private static final Pattern DAY_ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[ T].*)?");
  private static final Pattern DAY_SLASHED =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: .*)?");
  private static final Pattern DAY_WRITTEN =
      Pattern.compile("(\\d{1,2})[-. ]+(\\d{1,2}|\\p{Alpha}{3,9})[-. ]+(\\d{4})(?:[, ].*)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern COUNT = Pattern.compile("\\d{1,12}");
  private static final Pattern DEGREES = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{1,15})?");

  private ValueFormats() {}

  /// A moment with a zone, or a date as precise as it is written (EDTF), in UTC.
  static OccurrenceSpan span(String what, String written) {
    try {
      if (written.indexOf('T') > 0) {
        long moment = OffsetDateTime.parse(written.strip()).toEpochSecond();
        return OccurrenceSpan.of(moment, moment);
      }
      Edtf date = Edtf.of(written.strip());
      return OccurrenceSpan.of(Moments.of(date.earliest()), Moments.of(date.end()) - 1);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw new UnusableRecordException(new LogRecordFault.NotADateOrMoment(what), written);
    }
  }

  /// From the start of one date to the end of another.
  ///
  /// @param from the field of the start
  /// @param what the field of the end
  static OccurrenceSpan until(OccurrenceSpan start, String from, String written, String what) {
    long latest = span(what, written).latest();
    if (latest < start.earliest()) {
      throw new UnusableRecordException(new LogRecordFault.EndBeforeStart(what, from), written);
    }
    try {
      return OccurrenceSpan.of(start.earliest(), latest);
    } catch (ArithmeticException e) {
      throw new UnusableRecordException(new LogRecordFault.NotADateOrMoment(what), written);
    }
  }

  /// A day as `2014-01-22` or with slashes; a time of day is ignored.
  ///
  /// @param monthFirst whether the month comes first in dates with slashes
  static LocalDate day(String what, String written, boolean monthFirst) {
    try {
      Matcher iso = DAY_ISO.matcher(written.strip());
      if (iso.matches()) {
        return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
      }
      Matcher slashed = DAY_SLASHED.matcher(written.strip());
      if (slashed.matches()) {
        return LocalDate.of(
            number(slashed, 3),
            number(slashed, monthFirst ? 1 : 2),
            number(slashed, monthFirst ? 2 : 1));
      }
    } catch (DateTimeException e) {
      // no such day: said below
    }
    throw new UnusableRecordException(
        new LogRecordFault.NotACalendarDay(what, monthFirst ? "1/22/2014" : "22/01/2014"), written);
  }

  /// A day with the day first, the month as a number or an English word, or as `2014-01-22`; a time
  /// of day is ignored.
  static LocalDate dayFirst(String what, String written) {
    Matcher parts = DAY_WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      return day(what, written, false);
    }
    String word = parts.group(2).toLowerCase(Locale.ROOT);
    int month =
        Character.isDigit(word.charAt(0))
            ? Integer.parseInt(word)
            : MONTHS.indexOf(word.substring(0, 3)) + 1;
    try {
      return LocalDate.of(number(parts, 3), month, number(parts, 1));
    } catch (DateTimeException e) {
      throw new UnusableRecordException(
          new LogRecordFault.NotACalendarDay(what, "22/01/2014"), written);
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  static long start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  static long end(LocalDate day) {
    return start(day.plusDays(1)) - 1;
  }

  /// A whole number from 0 on.
  static long count(String what, String written) {
    if (!COUNT.matcher(written.strip()).matches()) {
      throw new UnusableRecordException(new LogRecordFault.NotACount(what), written);
    }
    return Long.parseLong(written.strip());
  }

  static BigDecimal degrees(String what, String written) {
    if (!DEGREES.matcher(written.strip()).matches()) {
      throw new UnusableRecordException(new LogRecordFault.NotDegrees(what), written);
    }
    return new BigDecimal(written.strip());
  }

  /// The words of a category, joined by hyphens: "Explosions/Remote violence" becomes
  /// `explosions-remote-violence`.
  static String word(String written) {
    return written
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  static boolean isYes(String what, String written) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "met" -> true;
      case "no", "false", "not-met" -> false;
      default -> throw new UnusableRecordException(new LogRecordFault.NotYesOrNo(what), written);
    };
  }
}
