package org.parley.reading.dates;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Dates as a text says them, against its day of publication.
public final class SpokenDates {

  /// A date in a text: tokens `from` up to `to`.
  public record Said(int from, int to, Edtf date) {}

  /// "Within the next three weeks": so many words at most.
  private static final int MAX_WITHIN = 5;

  private final @Nullable LocalDate published;
  private final Lexicon lexicon;
  private final Months months;
  private final Stretches stretches;
  private final DaySpans spans;

  /// Dates of a text in the language of `lexicon`.
  public SpokenDates(@Nullable LocalDate published, Lexicon lexicon) {
    this.published = published;
    this.lexicon = lexicon;
    months = new Months(lexicon);
    stretches = new Stretches(lexicon);
    spans = new DaySpans(lexicon);
  }

  /// The dates within some tokens.
  ///
  /// @param ahead whether the text looks ahead: then "Monday" is the next one, else the last
  public List<Said> in(Sentence sentence, int from, int to, boolean ahead) {
    List<Said> found = new ArrayList<>();
    int at = from;
    while (at < to) {
      Optional<Said> said = Optional.empty();
      try {
        said =
            spans
                .at(sentence, at, to, published, ahead)
                .or(one(sentence, at, to, ahead))
                .or(dayAfter(sentence, at, to, found));
      } catch (DateTimeException | IllegalArgumentException _) {
        // words like "31 February" are no date
      }
      said.ifPresent(found::add);
      at = said.map(Said::to).orElse(at + 1);
    }
    return found;
  }

  /// "The next day", after the previous date of the sentence.
  private static Supplier<Optional<Said>> dayAfter(Sentence s, int i, int to, List<Said> before) {
    boolean isNext =
        i > 0
            && i + 1 < to
            && s.get(i - 1).is("the")
            && s.get(i).lower().matches("next|following")
            && s.get(i + 1).lower().matches("day|morning|afternoon|evening|night")
            && !before.isEmpty();
    return () ->
        isNext
            ? said(i, i + 2, before.getLast().date().latestDay().plusDays(1).toString())
            : Optional.empty();
  }

  private Supplier<Optional<Said>> one(Sentence s, int i, int to, boolean ahead) {
    return () -> at(s, i, to, ahead);
  }

  private Optional<Said> at(Sentence s, int i, int to, boolean ahead) {
    Token token = s.get(i);
    String word = token.lower();
    Optional<Said> explicit = explicit(s, i, to, ahead);
    if (explicit.isPresent() || published == null) {
      return explicit;
    }
    LocalDate day = published;
    Optional<String> weekday = lexicon.get("dates.weekdays").valueOf(word);
    if (weekday.isPresent()) {
      DayOfWeek wanted = DayOfWeek.of(Integer.parseInt(weekday.get()));
      boolean isNext = i > 0 && s.get(i - 1).is("next");
      LocalDate meant =
          isNext
              ? day.with(TemporalAdjusters.next(wanted))
              : ahead
                  ? day.with(TemporalAdjusters.nextOrSame(wanted))
                  : day.with(TemporalAdjusters.previousOrSame(wanted));
      return said(i, i + 1, meant.toString());
    }
    Optional<Said> earlier = earlier(s, i, to, day).or(() -> stretches.at(s, i, to, day, ahead));
    if (earlier.isPresent()) {
      return earlier;
    }
    return switch (word) {
      case "today", "tonight" -> said(i, i + 1, day.toString());
      case "yesterday" -> said(i, i + 1, day.minusDays(1).toString());
      case "tomorrow" -> said(i, i + 1, day.plusDays(1).toString());
      case "next", "last", "this", "past", "coming" ->
          partOfDay(s, i, to, day).or(() -> relative(s, i, to, day));
      case "early", "late", "mid", "mid-" -> part(s, i, to, day, ahead);
      case "within" -> within(s, i, to, day);
      case "in" -> ahead ? after(s, i, to, day) : Optional.empty();
      case "end" -> end(s, i, to, day, ahead);
      case "day" -> dayBeyond(s, i, to, day);
      default -> word.startsWith("mid-") ? mid(s, i, day, ahead) : Optional.empty();
    };
  }

  private static Optional<Said> said(int from, int to, String date) {
    return Optional.of(new Said(from, to, Edtf.of(date)));
  }

  /// A count in figures or words; "a week" is one.
  private int count(Token token) {
    return token.is("a") || token.is("an")
        ? 1
        : lexicon
            .get("share.numbers")
            .valueOf(token.lower())
            .map(Integer::parseInt)
            .orElseGet(() -> Months.number(token));
  }

  private Optional<Said> explicit(Sentence s, int i, int to, boolean ahead) {
    Token token = s.get(i);
    if (token.text().matches("\\d{4}-\\d{2}-\\d{2}")) {
      return said(i, i + 1, token.text());
    }
    if (token.text().matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")) {
      return said(i, i + 1, SaidDate.of(token.text()).toString());
    }
    int number = Months.number(token);
    boolean isDay = number >= 1 && number <= 31;
    if (isDay && i + 1 < to && months.is(s.get(i + 1))) {
      return dayOf(s, i, i + 2, to, number, months.of(s.get(i + 1)), ahead);
    }
    if (isDay && i + 2 < to && s.get(i + 1).is("of") && months.is(s.get(i + 2))) {
      return dayOf(s, i, i + 3, to, number, months.of(s.get(i + 2)), ahead);
    }
    if (months.is(token)) {
      int month = months.of(token);
      int at = Months.after(s, i, to);
      int next = at < to ? Months.number(s.get(at)) : -1;
      boolean isCount = at + 1 < to && s.get(at + 1).isTagged("NOUN") && next < 32;
      if (next >= 1 && next <= 31 && !isCount) {
        return dayOf(s, i, at + 1, to, next, month, ahead);
      }
      if (next >= 1000) {
        return said(i, at + 1, YearMonth.of(next, month).toString());
      }
      boolean isSaid =
          i > 0
              && (s.get(i - 1).isTagged("ADP", "ADJ", "ADV", "SCONJ")
                  || s.get(i - 1).is("early")
                  || s.get(i - 1).is("late")
                  || s.get(i - 1).is("their")
                  || s.get(i - 1).is("next")
                  || s.get(i - 1).is("last"));
      if (published != null && isSaid) {
        return said(i, i + 1, Months.nearest(month, published, ahead).toString());
      }
      return Optional.empty();
    }
    if (number >= 1900
        && number <= 2100
        && token.text().length() == 4
        && i > 0
        && (s.get(i - 1).isTagged("ADP", "SCONJ")
            || s.get(i - 1).is("early")
            || s.get(i - 1).is("late"))) {
      return said(i, i + 1, token.text());
    }
    return published == null ? Optional.empty() : ofThisMonth(s, i, to, published, ahead);
  }

  /// "On the 27th", "by the fifth": a day of this month, or of the next.
  private Optional<Said> ofThisMonth(
      Sentence s, int i, int to, LocalDate published, boolean ahead) {
    boolean isThe = i > 1 && s.get(i - 1).is("the");
    boolean isBare = i + 1 >= to || !s.get(i + 1).isTagged("NOUN", "PROPN", "ADJ", "ADP", "NUM");
    boolean isDay =
        s.get(i).text().matches("\\d{1,2}(st|nd|rd|th)")
            || (isBare && isThe && s.get(i - 2).lower().matches("on|by|before|until"));
    int day =
        lexicon
            .get("dates.ordinals")
            .valueOf(s.get(i).lower())
            .map(Integer::parseInt)
            .orElseGet(() -> Months.number(s.get(i)));
    if (!isThe || !isDay || day < 1 || day > 31) {
      return Optional.empty();
    }
    YearMonth month = YearMonth.from(published);
    boolean isNext = ahead && day < published.getDayOfMonth();
    return said(i, i + 1, (isNext ? month.plusMonths(1) : month).atDay(day).toString());
  }

  private Optional<Said> dayOf(
      Sentence s, int from, int end, int to, int day, int month, boolean ahead) {
    int at = end < to && s.get(end).lower().matches("[,.]") ? end + 1 : end;
    int year = at < to ? Months.number(s.get(at)) : -1;
    if (year >= 1000) {
      return said(from, at + 1, LocalDate.of(year, month, day).toString());
    }
    if (published == null) {
      return Optional.empty();
    }
    LocalDate meant = LocalDate.of(published.getYear(), month, day);
    if (ahead && meant.isBefore(published)) {
      meant = meant.plusYears(1);
    } else if (!ahead && meant.isAfter(published.plusDays(60))) {
      meant = meant.minusYears(1);
    }
    return said(from, end, meant.toString());
  }

  private Optional<Said> relative(Sentence s, int i, int to, LocalDate day) {
    if (i + 1 >= to) {
      return Optional.empty();
    }
    String which = s.get(i).lower();
    Token unit = s.get(i + 1);
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int shift = which.equals("next") || which.equals("coming") ? 1 : which.equals("this") ? 0 : -1;
    return switch (unit.lower()) {
      case "week" -> {
        LocalDate from = monday.plusWeeks(shift);
        yield said(i, i + 2, from + "/" + from.plusDays(6));
      }
      case "weekend" -> {
        LocalDate from = monday.plusDays(5).plusWeeks(shift);
        yield said(i, i + 2, from + "/" + from.plusDays(1));
      }
      case "month" -> said(i, i + 2, YearMonth.from(day).plusMonths(shift).toString());
      case "year" -> said(i, i + 2, String.valueOf(day.getYear() + shift));
      case "days" ->
          which.equals("coming") ? said(i, i + 2, day + "/" + day.plusDays(7)) : Optional.empty();
      case "weeks" ->
          which.equals("coming") ? said(i, i + 2, day + "/" + day.plusWeeks(6)) : Optional.empty();
      case "months" ->
          which.equals("coming") ? said(i, i + 2, day + "/" + day.plusMonths(6)) : Optional.empty();
      default ->
          months.is(unit)
              ? said(i, i + 2, Months.nearest(months.of(unit), day, shift > 0).toString())
              : Optional.empty();
    };
  }

  private Optional<Said> part(Sentence s, int i, int to, LocalDate day, boolean ahead) {
    int at = i + 1;
    while (at < to && (s.get(at).is("in") || s.get(at).is("-") || s.get(at).is("next"))) {
      at++;
    }
    if (at >= to) {
      return Optional.empty();
    }
    String part = s.get(i).lower();
    boolean isEarly = part.equals("early");
    boolean isLate = part.equals("late");
    if (months.is(s.get(at))) {
      YearMonth month = Months.nearest(months.of(s.get(at)), day, ahead);
      int end = at + 1;
      if (end < to && Months.number(s.get(end)) >= 1900) {
        month = YearMonth.of(Months.number(s.get(end)), month.getMonthValue());
        end++;
      }
      int from = isEarly ? 1 : isLate ? 21 : 11;
      int until = isEarly ? 10 : isLate ? month.lengthOfMonth() : 20;
      return said(i, end, month.atDay(from) + "/" + month.atDay(until));
    }
    int year = Months.number(s.get(at));
    boolean isNextYear = s.get(at).is("year") && s.get(at - 1).is("next");
    if (isNextYear) {
      year = day.getYear() + 1;
    }
    if (year >= 1900 && year <= 2100) {
      String from = isEarly ? "-01" : isLate ? "-10" : "-05";
      String until = isEarly ? "-03" : isLate ? "-12" : "-08";
      return said(i, at + 1, year + from + "/" + year + until);
    }
    return Optional.empty();
  }

  /// "Mid-April", "mid-2032".
  private Optional<Said> mid(Sentence s, int i, LocalDate day, boolean ahead) {
    String whole = s.get(i).lower().substring("mid-".length());
    if (whole.matches("\\d{4}")) {
      return said(i, i + 1, whole + "-05/" + whole + "-08");
    }
    Optional<String> named = lexicon.get("dates.months").valueOf(whole);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    YearMonth month = Months.nearest(Integer.parseInt(named.get()), day, ahead);
    return said(i, i + 1, month.atDay(11) + "/" + month.atDay(20));
  }

  /// "This morning", "last night".
  private static Optional<Said> partOfDay(Sentence s, int i, int to, LocalDate day) {
    boolean isPart =
        i + 1 < to && s.get(i + 1).lower().matches("morning|noon|afternoon|evening|night");
    if (!isPart || !s.get(i).lower().matches("this|last")) {
      return Optional.empty();
    }
    return said(i, i + 2, day.minusDays(s.get(i).is("last") ? 1 : 0).toString());
  }

  /// "Eight days earlier", "a fortnight ago".
  private Optional<Said> earlier(Sentence s, int i, int to, LocalDate day) {
    boolean isEarlier = i + 2 < to && s.get(i + 2).lower().matches("earlier|ago");
    int count = isEarlier ? count(s.get(i)) : -1;
    if (count < 1) {
      return Optional.empty();
    }
    return switch (s.get(i + 1).lemma()) {
      case "day" -> said(i, i + 3, day.minusDays(count).toString());
      case "week" -> said(i, i + 3, day.minusWeeks(count).toString());
      case "fortnight" -> said(i, i + 3, day.minusWeeks(2L * count).toString());
      case "month" -> said(i, i + 3, YearMonth.from(day).minusMonths(count).toString());
      default -> Optional.empty();
    };
  }

  /// "In ten days", in forward-looking text.
  private Optional<Said> after(Sentence s, int i, int to, LocalDate day) {
    if (i + 2 >= to || !s.get(i + 2).lower().matches("(day|week|fortnight|month)s?")) {
      return Optional.empty();
    }
    int count = count(s.get(i + 1));
    if (count < 1) {
      return Optional.empty();
    }
    return switch (s.get(i + 2).lemma()) {
      case "day" -> said(i, i + 3, day.plusDays(count).toString());
      case "fortnight" -> said(i, i + 3, day.plusWeeks(2L * count).toString());
      case "week" -> said(i, i + 3, day.plusWeeks(count).toString());
      default -> said(i, i + 3, YearMonth.from(day).plusMonths(count).toString());
    };
  }

  private Optional<Said> within(Sentence s, int i, int to, LocalDate day) {
    int at = i + 1;
    while (at < to
        && at < i + MAX_WITHIN
        && !s.get(at).lower().matches("(hour|day|week|month|year)s?")) {
      at++;
    }
    if (at >= to || at == i + MAX_WITHIN) {
      return Optional.empty();
    }
    int count = at == i + 1 ? 0 : Math.max(1, count(s.get(at - 1)));
    LocalDate until =
        switch (s.get(at).lemma()) {
          case "hour" -> day.plusDays(1);
          case "day" -> day.plusDays(count == 0 ? 7 : count);
          case "week" -> day.plusWeeks(count == 0 ? 6 : count);
          case "month" -> day.plusMonths(count == 0 ? 6 : count);
          default -> day.plusYears(Math.max(1, count));
        };
    return said(i, at + 1, day + "/" + until + (count == 0 ? "~" : ""));
  }

  /// "The day before yesterday", "the day after tomorrow".
  private static Optional<Said> dayBeyond(Sentence s, int i, int to, LocalDate day) {
    if (i + 2 >= to) {
      return Optional.empty();
    }
    return switch (s.get(i + 1).lower() + " " + s.get(i + 2).lower()) {
      case "before yesterday" -> said(i, i + 3, day.minusDays(2).toString());
      case "after tomorrow" -> said(i, i + 3, day.plusDays(2).toString());
      default -> Optional.empty();
    };
  }

  /// "At the end of May", its last days; "by the end of May", up to its last day.
  private Optional<Said> end(Sentence s, int i, int to, LocalDate day, boolean ahead) {
    if (i + 2 >= to || !s.get(i + 1).is("of")) {
      return Optional.empty();
    }
    int at = s.get(i + 2).lower().matches("the|this|next") ? i + 3 : i + 2;
    if (at >= to) {
      return Optional.empty();
    }
    int shift = s.get(at - 1).is("next") ? 1 : 0;
    boolean isUntil = i > 1 && s.get(i - 2).lower().matches("by|before|until|till");
    int year = s.get(at).is("year") ? day.getYear() + shift : Months.number(s.get(at));
    if (Months.isYear(year)) {
      return said(i, at + 1, year + (isUntil ? "-12-31" : "-12"));
    }
    if (s.get(at).is("week")) {
      LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusWeeks(shift);
      return said(i, at + 1, isUntil ? sunday.toString() : sunday.minusDays(2) + "/" + sunday);
    }
    boolean isMonth = s.get(at).is("month");
    if (!isMonth && !months.is(s.get(at))) {
      return Optional.empty();
    }
    YearMonth month =
        isMonth
            ? YearMonth.from(day).plusMonths(shift)
            : Months.nearest(months.of(s.get(at)), day, ahead || isUntil);
    return said(
        i,
        at + 1,
        isUntil ? month.atEndOfMonth().toString() : month.atDay(21) + "/" + month.atEndOfMonth());
  }
}
