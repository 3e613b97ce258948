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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.OccurrenceSpan;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.SheetFault;
import org.parley.guarantees.log.Moments;
import org.parley.model.date.Edtf;
import org.parley.reading.dates.DecimalDigits;

/// How dates, numbers and degrees are written in files.
final class ValueFormats {

  private static final Pattern DAY_ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[ T].*)?");

  /// Figures alone, of which some have the day first and others the month.
  private static final Pattern FIGURES = Pattern.compile("[\\p{Nd}/.-]+(?:[ ,T].*)?");

  private static final Pattern DAY_WRITTEN =
      Pattern.compile("(\\d{1,2})[-. ]+(\\p{L}{3,10})[-. ]+(\\d{4}|\\d{2}(?!\\d))(?:[, ].*)?");
  private static final Pattern MONTH_WRITTEN =
      Pattern.compile("(?<month>\\p{L}{3,10})\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})(?: .*)?");

  /// How months begin in the languages in which headings are known.
  private static final List<Pattern> MONTHS =
      Stream.of(
              "jan|ene|янв|січ|يناير",
              "f[eé][bv]|фев|лют|فبراير",
              "m[aä]r|märz|мар|бер|مارس",
              "a[pvb]r|апр|кві|أبريل|ابريل",
              "ma[iyí]|ма[йя]|тра|مايو",
              "jun|juin|июн|чер|يونيو",
              "jul|juil|июл|лип|يوليو",
              "aug|ao[uû]|ago|авг|сер|أغسطس|اغسطس",
              "sep|set|сен|вер|سبتمبر",
              "o[ck]t|out|окт|жов|أكتوبر|اكتوبر",
              "nov|ноя|лис|نوفمبر",
              "d[eéi][czs]|дек|гру|ديسمبر")
          .map(each -> Pattern.compile("(?:" + each + ").*"))
          .toList();

  private static final Pattern COUNT = Pattern.compile("(\\d{1,12})(?:[.,]0{1,2})?");
  private static final Pattern GROUPED =
      Pattern.compile("[1-9]\\d{0,2}(?:([ .,])\\d{3}(?:\\1\\d{3})*)");
  private static final Pattern ZEROS = Pattern.compile("\\d{1,3}[.,]000");
  private static final Pattern DEGREES = Pattern.compile("[-+]?\\d{1,3}([.,]\\d{1,15})?");

  private ValueFormats() {}

  /// A moment with a zone, a date as precise as it is written (EDTF), or a day in another form, in
  /// UTC.
  static OccurrenceSpan span(String what, String written, DayOrder order) {
    String text = written.strip();
    if (text.matches("\\d{1,2}[/-].*")) {
      LocalDate day = day(what, text, order);
      return OccurrenceSpan.of(start(day), end(day));
    }
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}T.*(?:Z|[-+]\\d{2}:?\\d{2})")) {
        long moment = OffsetDateTime.parse(text).toEpochSecond();
        return OccurrenceSpan.of(moment, moment);
      }
      Edtf date = Edtf.of(text);
      return OccurrenceSpan.of(Moments.of(date.earliest()), Moments.of(date.end()) - 1);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      LocalDate day = find(text, order);
      if (day != null) {
        return OccurrenceSpan.of(start(day), end(day));
      }
      throw new UnusableRecordException(new LogRecordFault.NotADateOrMoment(what), written);
    }
  }

  /// From the start of one date to the end of another.
  ///
  /// @param from the field of the start
  /// @param what the field of the end
  static OccurrenceSpan until(
      OccurrenceSpan start, String from, String written, String what, DayOrder order) {
    long latest = span(what, written, order).latest();
    if (latest < start.earliest()) {
      throw new UnusableRecordException(new LogRecordFault.EndBeforeStart(what, from), written);
    }
    try {
      return OccurrenceSpan.of(start.earliest(), latest);
    } catch (ArithmeticException e) {
      throw new UnusableRecordException(new LogRecordFault.NotADateOrMoment(what), written);
    }
  }

  /// A day as `2014-01-22`, in figures as tables have it, or with the month as a word. A time of
  /// day is ignored.
  ///
  /// @param order the order of day and month in dates with slashes or hyphens
  /// @throws UnusableRecordException if it is no day, or may be two
  static LocalDate day(String what, String said, DayOrder order) {
    if (said.isBlank()) {
      throw new UnusableRecordException(new LogRecordFault.FieldEmpty(what));
    }
    LocalDate day = find(said.strip(), order);
    if (day == null) {
      throw new UnusableRecordException(
          new LogRecordFault.NotACalendarDay(
              what, order == DayOrder.MONTH_FIRST ? "1/22/2014" : "22/01/2014"),
          said);
    }
    return day;
  }

  /// The day of a cell; null for none.
  private static @Nullable LocalDate find(String said, DayOrder order) {
    String cell = DecimalDigits.inAscii(said);
    if (FIGURES.matcher(cell).matches()) {
      cell =
          new LocalForms(order, LocalForms.DecimalSign.UNKNOWN)
              .date(cell)
              .orElseThrow(
                  () -> new UnusableRecordException(SheetFault.Plain.DAY_OR_MONTH_FIRST, said));
    }
    try {
      Matcher iso = DAY_ISO.matcher(cell);
      if (iso.matches()) {
        return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
      }
      Matcher written = DAY_WRITTEN.matcher(cell);
      if (written.matches()) {
        return LocalDate.of(year(written.group(3)), month(written.group(2)), number(written, 1));
      }
      Matcher english = MONTH_WRITTEN.matcher(cell);
      if (english.matches()) {
        return LocalDate.of(
            year(english.group("year")),
            month(english.group("month")),
            Integer.parseInt(english.group("day")));
      }
    } catch (DateTimeException e) {
      // no such day
    }
    return null;
  }

  /// The number of a month, 0 for none.
  private static int month(String written) {
    String word = written.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).matcher(word).matches()) {
        return i + 1;
      }
    }
    return 0;
  }

  /// Two digits are of this century up to 69, as spreadsheets have it.
  private static int year(String written) {
    int year = Integer.parseInt(written);
    return written.length() > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
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

  /// A whole number from 0 on, with or without signs between thousands; some programs write 2 as
  /// `2.0`.
  ///
  /// @throws UnusableRecordException if it is none, or three zeros may be thousands or decimals
  static long count(String what, String written) {
    String cell = DecimalDigits.inAscii(written).strip().replaceAll("[\\u00a0\\u202f\\u2009]", " ");
    if (ZEROS.matcher(cell).matches()) {
      throw new UnusableRecordException(new LogRecordFault.NotACount(what), written);
    }
    if (GROUPED.matcher(cell).matches()) {
      return Long.parseLong(cell.replaceAll("[ .,]", ""));
    }
    Matcher count = COUNT.matcher(cell);
    if (!count.matches()) {
      throw new UnusableRecordException(new LogRecordFault.NotACount(what), written);
    }
    return Long.parseLong(count.group(1));
  }

  static BigDecimal degrees(String what, String written) {
    if (!DEGREES.matcher(written.strip()).matches()) {
      throw new UnusableRecordException(new LogRecordFault.NotDegrees(what), written);
    }
    return new BigDecimal(written.strip().replace(',', '.'));
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
