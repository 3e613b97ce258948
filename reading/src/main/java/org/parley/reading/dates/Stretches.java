package org.parley.reading.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.dates.SpokenDates.Said;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Sentence;

/// Stretches of time: seasons, weekends, and parts of a year or a month, "the second half of May".
final class Stretches {

  /// An interval and the end of its words.
  private record Whole(LocalDate from, LocalDate until, int end) {}

  private final Lexicon lexicon;
  private final Months months;

  Stretches(Lexicon lexicon) {
    this.lexicon = lexicon;
    months = new Months(lexicon);
  }

  /// The stretch that begins at a token.
  Optional<Said> at(Sentence s, int i, int to, LocalDate day, boolean ahead) {
    return part(s, i, to, day, ahead)
        .or(() -> season(s, i, to, day, ahead))
        .or(() -> weekend(s, i, day, ahead));
  }

  /// "The first week of May", "the second half of next year", "the last quarter of 2031".
  private Optional<Said> part(Sentence s, int i, int to, LocalDate day, boolean ahead) {
    boolean isLast = s.get(i).is("last");
    Optional<String> ordinal = lexicon.get("dates.ordinals").valueOf(s.get(i).lower());
    if ((!isLast && ordinal.isEmpty()) || i + 3 >= to || !s.get(i + 2).is("of")) {
      return Optional.empty();
    }
    Whole whole = whole(s, i + 3, to, day, ahead);
    if (whole == null) {
      return Optional.empty();
    }
    int which = isLast ? -1 : Integer.parseInt(ordinal.orElse("0"));
    boolean isYear = whole.from.plusMonths(2).isBefore(whole.until);
    return switch (s.get(i + 1).lower()) {
      case "week" -> weeks(whole, which, i);
      case "half" -> isYear ? monthsOf(whole, which, 6, i) : days(whole, which, 15, i);
      case "quarter" -> isYear ? monthsOf(whole, which, 3, i) : Optional.empty();
      case "days" -> days(whole, which, 10, i);
      default -> Optional.empty();
    };
  }

  private static Optional<Said> weeks(Whole whole, int which, int from) {
    LocalDate first =
        which < 0 ? whole.until.minusDays(6) : whole.from.plusWeeks(Math.max(0, which - 1));
    return said(from, whole.end, first + "/" + first.plusDays(6));
  }

  private static Optional<Said> monthsOf(Whole whole, int which, int length, int from) {
    int parts = 12 / length;
    int part = which < 0 ? parts : which;
    if (part < 1 || part > parts) {
      return Optional.empty();
    }
    YearMonth first = YearMonth.from(whole.from).plusMonths((long) (part - 1) * length);
    return said(from, whole.end, first + "/" + first.plusMonths(length - 1L));
  }

  private static Optional<Said> days(Whole whole, int which, int length, int from) {
    return which == 1
        ? said(from, whole.end, whole.from + "/" + whole.from.plusDays(length - 1L))
        : said(
            from,
            whole.end,
            (which < 0 ? whole.until.minusDays(length - 1L) : whole.from.plusDays(length))
                + "/"
                + whole.until);
  }

  /// The whole that a part refers to: a month, "next year", "the month", "2031".
  private @Nullable Whole whole(Sentence s, int from, int to, LocalDate day, boolean ahead) {
    if (months.is(s.get(from))) {
      YearMonth month = Months.nearest(months.of(s.get(from)), day, ahead);
      int year = from + 1 < to ? Months.number(s.get(from + 1)) : -1;
      YearMonth meant = Months.isYear(year) ? month.withYear(year) : month;
      return of(meant, Months.isYear(year) ? from + 2 : from + 1);
    }
    int year = Months.number(s.get(from));
    if (Months.isYear(year)) {
      return ofYear(year, from + 1);
    }
    if (from + 1 >= to || !s.get(from).lower().matches("the|this|next|last|coming")) {
      return null;
    }
    int shift = s.get(from).lower().matches("next|coming") ? 1 : s.get(from).is("last") ? -1 : 0;
    return switch (s.get(from + 1).lower()) {
      case "year" -> ofYear(day.getYear() + shift, from + 2);
      case "month" -> of(YearMonth.from(day).plusMonths(shift), from + 2);
      default -> null;
    };
  }

  private static Whole of(YearMonth month, int end) {
    return new Whole(month.atDay(1), month.atEndOfMonth(), end);
  }

  private static Whole ofYear(int year, int end) {
    return new Whole(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), end);
  }

  /// "In the autumn", "this summer", "by spring", "next winter", "in the summer of 2031".
  private Optional<Said> season(Sentence s, int i, int to, LocalDate day, boolean ahead) {
    Optional<String> named = lexicon.get("dates.seasons").valueOf(s.get(i).lower());
    boolean isThe = i > 1 && s.get(i - 1).is("the");
    String before = i == 0 ? "" : s.get(isThe ? i - 2 : i - 1).lower();
    boolean isTime =
        before.matches("in|by|before|until|till|into|over|during|after|since|through|for|from")
            || (!isThe && before.matches("this|next|last|early|late|coming|past"));
    if (named.isEmpty() || !isTime || s.get(i).isTagged("VERB")) {
      return Optional.empty();
    }
    int at = i + 1 < to && s.get(i + 1).is("of") ? i + 2 : i + 1;
    int year = at < to ? Months.number(s.get(at)) : -1;
    int first = Integer.parseInt(named.orElse("0"));
    if (Months.isYear(year)) {
      YearMonth start = YearMonth.of(year, first);
      return said(i, at + 1, start + "/" + start.plusMonths(2));
    }
    boolean isPast = before.matches("last|past|since") || !(ahead || before.matches("this|next"));
    YearMonth start = YearMonth.of(day.getYear(), first);
    YearMonth now = YearMonth.from(day);
    if (isPast && start.isAfter(now)) {
      start = start.minusYears(1);
    } else if (!isPast && start.plusMonths(2).isBefore(now)) {
      start = start.plusYears(1);
    }
    if (before.equals("next") && !start.isAfter(now)) {
      start = start.plusYears(1);
    }
    return said(i, i + 1, start + "/" + start.plusMonths(2));
  }

  /// "At the weekend": the next one, or the last; "before the weekend", the day before it.
  private static Optional<Said> weekend(Sentence s, int i, LocalDate day, boolean ahead) {
    if (!s.get(i).is("weekend") || i == 0 || !s.get(i - 1).is("the")) {
      return Optional.empty();
    }
    LocalDate saturday =
        ahead
            ? day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
            : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    return i > 1 && s.get(i - 2).is("before")
        ? said(i, i + 1, saturday.minusDays(1).toString())
        : said(i, i + 1, saturday + "/" + saturday.plusDays(1));
  }

  private static Optional<Said> said(int from, int to, String date) {
    return Optional.of(new Said(from, to, Edtf.of(date)));
  }
}
