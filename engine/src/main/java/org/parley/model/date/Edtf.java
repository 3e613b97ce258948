package org.parley.model.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// A date as it was said, precise or not, in the Extended Date/Time Format of ISO 8601-2:2019.
///
/// Forms: `2025-12-28`, `2025-12-28T13:30-05:00`, `2025-12`, `2025`, `2025-12-XX`, a season
/// `2026-21`, an interval `2026-01/2026-03`, open on either side with `..`. Each may end in `?`
/// (uncertain), `~` (approximate) or `%` (both).
///
/// Level 1 of the format, without years beyond four digits and exponents. Dates without a time are
/// days in UTC. The range is 0001 to 9999. Two dates are equal if they were written alike.
public final class Edtf implements Comparable<Edtf> {

  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern UNSPECIFIED =
      Pattern.compile("\\d{2}(XX|\\dX)|\\d{4}-XX(-XX)?|\\d{4}-\\d{2}-XX");
  private static final int SPRING = 21;
  private static final int WINTER = 24;

  private final String text;
  private final Instant earliest;
  private final Instant end;
  private final LocalDate earliestDay;
  private final LocalDate latestDay;
  private final boolean approximate;
  private final boolean uncertain;

  private Edtf(String text, Span span, boolean approximate, boolean uncertain) {
    this.text = text;
    this.earliest = span.earliest;
    this.end = span.end;
    this.earliestDay = span.earliestDay();
    this.latestDay = span.latestDay();
    this.approximate = approximate;
    this.uncertain = uncertain;
  }

  /// The interval of possible moments; end exclusive.
  private record Span(Instant earliest, Instant end) {

    LocalDate earliestDay() {
      return earliest.equals(Instant.MIN)
          ? LocalDate.MIN
          : earliest.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    LocalDate latestDay() {
      return end.equals(Instant.MAX)
          ? LocalDate.MAX
          : end.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
    }
  }

  /// Parses a date.
  ///
  /// @throws InvalidValueException if it is not a date of this format
  public static Edtf of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      Part part = part(text, text);
      return new Edtf(text, part.span, part.approximate, part.uncertain);
    }
    String from = text.substring(0, slash);
    String to = text.substring(slash + 1);
    boolean openFrom = from.isEmpty() || from.equals("..");
    boolean openTo = to.isEmpty() || to.equals("..");
    if (openFrom && openTo) {
      throw new InvalidValueException(InvalidValue.Plain.OPEN_ON_BOTH_SIDES, text);
    }
    Part first =
        openFrom ? new Part(new Span(Instant.MIN, Instant.MIN), false, false) : part(from, text);
    Part last =
        openTo ? new Part(new Span(Instant.MAX, Instant.MAX), false, false) : part(to, text);
    Span span = new Span(first.span.earliest, last.span.end);
    if (!span.earliest.isBefore(span.end)) {
      throw new InvalidValueException(InvalidValue.Plain.DATES_REVERSED, text);
    }
    return new Edtf(
        text, span, first.approximate || last.approximate, first.uncertain || last.uncertain);
  }

  /// One day, precisely.
  public static Edtf of(LocalDate day) {
    return of(day.toString());
  }

  private record Part(Span span, boolean approximate, boolean uncertain) {}

  private static Part part(String written, String whole) {
    char mark = written.isEmpty() ? ' ' : written.charAt(written.length() - 1);
    boolean marked = mark == '?' || mark == '~' || mark == '%';
    String date = marked ? written.substring(0, written.length() - 1) : written;
    try {
      return new Part(span(date, whole), mark == '~' || mark == '%', mark == '?' || mark == '%');
    } catch (DateTimeException e) {
      throw new InvalidValueException(InvalidValue.Plain.NO_SUCH_MOMENT, whole);
    }
  }

  private static Span span(String date, String whole) {
    if (isDay(date)) {
      LocalDate on =
          LocalDate.of(
              year(date), Integer.parseInt(date, 5, 7, 10), Integer.parseInt(date, 8, 10, 10));
      return days(on, on.plusDays(1));
    }
    Matcher month = MONTH.matcher(date);
    if (month.matches()) {
      int number = number(month, 2);
      if (number >= SPRING && number <= WINTER) {
        LocalDate from = LocalDate.of(year(date), 3, 1).plusMonths(3L * (number - SPRING));
        return days(from, from.plusMonths(3));
      }
      YearMonth in = YearMonth.of(year(date), number);
      return days(in.atDay(1), in.plusMonths(1).atDay(1));
    }
    if (YEAR.matcher(date).matches()) {
      return days(LocalDate.of(year(date), 1, 1), LocalDate.of(year(date), 1, 1).plusYears(1));
    }
    Matcher time = TIME.matcher(date);
    if (time.matches()) {
      Instant at = OffsetDateTime.parse(date).toInstant();
      return new Span(at, at.plusSeconds(time.group(1) == null ? 60 : 1));
    }
    if (UNSPECIFIED.matcher(date).matches()) {
      return unspecified(date);
    }
    throw new InvalidValueException(InvalidValue.Plain.NOT_A_DATE, whole);
  }

  /// Whether a text has the form `2025-12-28`; a fast path for most dates.
  private static boolean isDay(String date) {
    if (date.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = date.charAt(i);
      boolean fits = (i == 4 || i == 7) ? c == '-' : (c >= '0' && c <= '9');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Span unspecified(String date) {
    String known = date.replaceAll("-?X.*", "");
    if (known.length() < 4) {
      int from = Integer.parseInt(known + "0".repeat(4 - known.length()));
      int years = known.length() == 3 ? 10 : 100;
      LocalDate first = LocalDate.of(Math.max(from, 1), 1, 1);
      return days(first, LocalDate.of(from, 1, 1).plusYears(years));
    }
    return span(known, date);
  }

  private static int year(String date) {
    int year = Integer.parseInt(date.substring(0, 4));
    if (year == 0) {
      throw new DateTimeException("0000");
    }
    return year;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Span days(LocalDate from, LocalDate until) {
    return new Span(
        from.atStartOfDay().toInstant(ZoneOffset.UTC),
        until.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  /// The first possible day; [LocalDate#MIN] if open.
  public LocalDate earliestDay() {
    return earliestDay;
  }

  /// The last possible day; [LocalDate#MAX] if open.
  public LocalDate latestDay() {
    return latestDay;
  }

  /// The last possible day of a date, or another day where there is no date.
  public static LocalDate latestDayOr(@Nullable Edtf date, LocalDate none) {
    return date == null ? none : date.latestDay();
  }

  /// The first possible moment; [Instant#MIN] if open.
  public Instant earliest() {
    return earliest;
  }

  /// The first moment after all possible ones; [Instant#MAX] if open.
  public Instant end() {
    return end;
  }

  /// Whether it certainly ended before `other` began.
  public boolean isBefore(Edtf other) {
    return !end.isAfter(other.earliest);
  }

  /// Whether it had certainly passed by the end of `day`.
  public boolean isBy(LocalDate day) {
    return !latestDay().isAfter(day);
  }

  /// Whether it is marked `~` or `%`.
  public boolean isApproximate() {
    return approximate;
  }

  /// Whether it is marked `?` or `%`.
  public boolean isUncertain() {
    return uncertain;
  }

  /// By first moment, then last moment, then as written.
  @Override
  public int compareTo(Edtf other) {
    int byEarliest = earliest.compareTo(other.earliest);
    int byEnd = byEarliest != 0 ? byEarliest : end.compareTo(other.end);
    return byEnd != 0 ? byEnd : text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Edtf date && date.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// The date as it was written.
  @Override
  public String toString() {
    return text;
  }
}
