package org.parley.reading.dates;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.dates.SpokenDates.Said;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Sentence;

/// Days named together: "from 28 to 30 October", "8, 9 and 10 March", "May 3-5", "28 January to 3
/// February". They denote the interval from the first to the last.
final class DaySpans {

  /// So many days are named one by one at most.
  private static final int MAX_LIST = 6;

  /// The first and the last day, with their position.
  private record Days(int from, int end, int firstMonth, int firstDay, int lastMonth, int lastDay) {

    LocalDate first(int year) {
      return LocalDate.of(year, firstMonth, firstDay);
    }

    LocalDate last(int year) {
      return LocalDate.of(year, lastMonth, lastDay);
    }
  }

  private final Months months;

  DaySpans(Lexicon lexicon) {
    months = new Months(lexicon);
  }

  /// The days that begin at a token.
  Optional<Said> at(Sentence s, int i, int to, @Nullable LocalDate published, boolean ahead) {
    return dayFirst(s, i, to, published, ahead).or(() -> monthFirst(s, i, to, published, ahead));
  }

  /// "28 to 30 October 2031", "28 January to 3 February".
  private Optional<Said> dayFirst(
      Sentence s, int i, int to, @Nullable LocalDate published, boolean ahead) {
    int first = day(s, i, to);
    if (first < 0) {
      return Optional.empty();
    }
    int at = i + 1;
    int firstMonth = 0;
    if (at < to && months.is(s.get(at))) {
      firstMonth = months.of(s.get(at));
      at++;
    }
    if (day(s, at + 1, to) < 0 || !isJoint(s, at)) {
      return Optional.empty();
    }
    at = lastOfList(s, at + 1, to);
    int last = day(s, at, to);
    at++;
    if (at >= to || !months.is(s.get(at))) {
      return Optional.empty();
    }
    int month = months.of(s.get(at));
    Days days = new Days(i, at + 1, firstMonth == 0 ? month : firstMonth, first, month, last);
    return said(s, days, to, published, ahead);
  }

  /// "May 3 to 5", "January 28 to February 3".
  private Optional<Said> monthFirst(
      Sentence s, int i, int to, @Nullable LocalDate published, boolean ahead) {
    int start = Months.after(s, i, to);
    int next = start + 2;
    int first = months.is(s.get(i)) ? day(s, start, to) : -1;
    if (first < 0 || next >= to || !isJoint(s, start + 1)) {
      return Optional.empty();
    }
    int month = months.of(s.get(i));
    boolean isTwoMonths = months.is(s.get(next));
    int at = isTwoMonths ? Months.after(s, next, to) : lastOfList(s, next, to);
    int last = day(s, at, to);
    boolean isCount = at + 1 < to && !isTwoMonths && s.get(at + 1).isTagged("NOUN");
    if (last < 0 || isCount || (!isTwoMonths && last <= first)) {
      return Optional.empty();
    }
    int lastMonth = isTwoMonths ? months.of(s.get(next)) : month;
    return said(s, new Days(i, at + 1, month, first, lastMonth, last), to, published, ahead);
  }

  /// The last day of "8, 9 and 10", from the second on.
  private static int lastOfList(Sentence s, int from, int to) {
    int at = from;
    for (int n = 0; n < MAX_LIST && day(s, at + 2, to) > 0 && isJoint(s, at + 1); n++) {
      at += 2;
    }
    return at;
  }

  private static boolean isJoint(Sentence s, int i) {
    return s.get(i).lower().matches("to|and|until|till|through|-|–|,");
  }

  private static int day(Sentence s, int i, int to) {
    int number = i < to ? Months.number(s.get(i)) : -1;
    return number >= 1 && number <= 31 ? number : -1;
  }

  private static Optional<Said> said(
      Sentence s, Days days, int to, @Nullable LocalDate published, boolean ahead) {
    int at = days.end < to && s.get(days.end).is(",") ? days.end + 1 : days.end;
    int year = at < to ? Months.number(s.get(at)) : -1;
    if (Months.isYear(year)) {
      return said(days.from, at + 1, days.first(year), days.last(year));
    }
    if (published == null) {
      return Optional.empty();
    }
    LocalDate last = days.last(published.getYear());
    if (ahead && last.isBefore(published)) {
      last = days.last(published.getYear() + 1);
    } else if (!ahead && last.isAfter(published.plusDays(60))) {
      last = days.last(published.getYear() - 1);
    }
    LocalDate first = days.first(last.getYear());
    return said(days.from, days.end, first.isAfter(last) ? first.minusYears(1) : first, last);
  }

  private static Optional<Said> said(int from, int to, LocalDate first, LocalDate last) {
    return first.isBefore(last)
        ? Optional.of(new Said(from, to, Edtf.of(first + "/" + last)))
        : Optional.empty();
  }
}
