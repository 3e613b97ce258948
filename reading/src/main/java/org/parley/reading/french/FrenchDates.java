package org.parley.reading.french;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;

/// Dates as a French text says them, against its day of publication. Windows are those of
/// [org.parley.reading.dates.SpokenDates].
final class FrenchDates {

  /// A date and its position in a sentence.
  record FrenchDate(int from, int to, Edtf date) {}

  /// The meaning of the groups of a pattern.
  @FunctionalInterface
  private interface Meaning {
    @Nullable String of(MatchResult words, LocalDate day, boolean ahead);
  }

  private record Rule(Pattern pattern, boolean isAbsolute, Meaning meaning) {}

  private static final Map<String, String> MONTHS = FrenchWords.values("dates.months");
  private static final Map<String, String> WEEKDAYS = FrenchWords.values("dates.weekdays");
  private static final Map<String, String> SEASONS = FrenchWords.values("dates.seasons");
  private static final Map<Pattern, String> NUMBERS = FrenchWords.valuePatterns("share.numbers");

  private static final String DAY = "(\\d{1,2}|1er)";
  private static final String ON = "(?:" + FrenchWords.any("dates.weekdays") + " )?";
  private static final String MONTH = "(" + FrenchWords.any("dates.months") + ")";
  private static final String YEAR = "(?: (\\d{4}))?";
  private static final String COUNT = "(\\d{1,2}|une?|" + FrenchWords.any("share.numbers") + ")";
  private static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);

  private static final Pattern REPEATED =
      FrenchWords.compiled(FrenchWords.any("dates.repeated") + " (?:les )?$");

  private static final List<Rule> RULES =
      List.of(
          rule("(\\d{4}-\\d{2}-\\d{2})", true, (w, _, _) -> LocalDate.parse(w.group(1)).toString()),
          rule(
              "(\\d{1,2})/(\\d{1,2})/(\\d{4})",
              true,
              (w, _, _) ->
                  LocalDate.of(number(w.group(3)), number(w.group(2)), number(w.group(1)))
                      .toString()),
          rule("du " + DAY + " au " + DAY + " " + MONTH + YEAR, false, FrenchDates::days),
          rule(ON + DAY + " " + MONTH + " (\\d{4})", true, FrenchDates::day),
          rule(ON + DAY + " " + MONTH + YEAR, false, FrenchDates::day),
          rule("(début|mi|fin)[- ](?:de |d')?" + MONTH + YEAR, false, FrenchDates::third),
          rule("(début|mi|fin)[- ](?:de )?(\\d{4})", true, FrenchDates::thirdOfYear),
          rule(
              MONTH + " (\\d{4})",
              true,
              (w, _, _) -> YearMonth.of(number(w.group(2)), month(w.group(1))).toString()),
          rule(
              "(?:en|d'ici|depuis|courant|au mois de|au mois d') ?" + MONTH,
              false,
              FrenchDates::month),
          rule("(?:en|dès|depuis|d'ici) ((?:19|20)\\d{2})", true, (w, _, _) -> w.group(1)),
          rule(
              "(cette )?semaine(?: (prochaine|dernière|passée|suivante))?",
              false,
              FrenchDates::week),
          rule(
              "(?:le )?mois (prochain|dernier|passé)",
              false,
              (w, day, _) -> YearMonth.from(day).plusMonths(shift(w.group(1))).toString()),
          rule("ce mois(?:-ci)?", false, (_, day, _) -> YearMonth.from(day).toString()),
          rule(
              "(?:l'an|l'année) (prochaine?|dernière?|passée?)",
              false,
              (w, day, _) -> String.valueOf(day.getYear() + shift(w.group(1)))),
          rule("cette année", false, (_, day, _) -> String.valueOf(day.getYear())),
          rule("après-demain", false, (_, day, _) -> day.plusDays(2).toString()),
          rule("demain", false, (_, day, _) -> day.plusDays(1).toString()),
          rule("avant-hier", false, (_, day, _) -> day.minusDays(2).toString()),
          rule("hier", false, (_, day, _) -> day.minusDays(1).toString()),
          rule("aujourd'hui|ce matin|ce soir|cet après-midi", false, (_, day, _) -> day.toString()),
          rule(
              "(" + FrenchWords.any("dates.weekdays") + ")(?: (prochain|dernier))?",
              false,
              FrenchDates::weekday),
          rule("(dans|d'ici) " + COUNT + " (jours?|semaines?|mois)", false, FrenchDates::within),
          rule("il y a " + COUNT + " (jours?|semaines?|mois)", false, FrenchDates::ago),
          rule(
              "(?:au |cet |à l'|en |l')("
                  + FrenchWords.any("dates.seasons")
                  + ")(?: (\\d{4})| (prochain|dernier))?",
              false,
              FrenchDates::season));

  private final @Nullable LocalDate published;

  FrenchDates(@Nullable LocalDate published) {
    this.published = published;
  }

  private static Rule rule(String regex, boolean isAbsolute, Meaning meaning) {
    return new Rule(FrenchWords.words("(?:" + regex + ")"), isAbsolute, meaning);
  }

  /// The dates of some words, in their order; of two that overlap, that of the earlier rule.
  ///
  /// @param ahead whether the text looks ahead: then "lundi" is the next one, else the last
  List<FrenchDate> in(String words, boolean ahead) {
    List<FrenchDate> found = new ArrayList<>();
    for (Rule rule : RULES) {
      if (published != null || rule.isAbsolute) {
        LocalDate day = published == null ? NO_DAY : published;
        rule.pattern
            .matcher(words)
            .results()
            .forEach(each -> add(found, rule, words, each, day, ahead));
      }
    }
    found.sort(Comparator.comparingInt(FrenchDate::from));
    return found;
  }

  /// Whether a date is later than the day of publication.
  boolean isAfterPublication(Edtf date) {
    return published != null && date.earliestDay().isAfter(published);
  }

  private static void add(
      List<FrenchDate> found,
      Rule rule,
      String words,
      MatchResult at,
      LocalDate day,
      boolean ahead) {
    String before = words.substring(Math.max(0, at.start() - 12), at.start());
    boolean isTaken = found.stream().anyMatch(each -> each.from < at.end() && at.start() < each.to);
    if (isTaken || REPEATED.matcher(before).find()) {
      return;
    }
    try {
      String date = rule.meaning.of(at, day, ahead);
      if (date != null) {
        found.add(new FrenchDate(at.start(), at.end(), Edtf.of(date)));
      }
    } catch (DateTimeException | IllegalArgumentException _) {
      // words like "31 février" are no date
    }
  }

  private static int number(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "1er", "un", "une" -> 1;
      default ->
          Character.isDigit(lower.charAt(0))
              ? Integer.parseInt(lower)
              : Integer.parseInt(FrenchWords.value(NUMBERS, lower));
    };
  }

  private static int month(String name) {
    String value = MONTHS.get(name.toLowerCase(Locale.ROOT));
    return value == null ? 0 : Integer.parseInt(value);
  }

  private static int shift(String word) {
    return word.toLowerCase(Locale.ROOT).startsWith("prochain") ? 1 : -1;
  }

  private static YearMonth nearest(int month, LocalDate day, boolean ahead) {
    YearMonth same = YearMonth.of(day.getYear(), month);
    YearMonth now = YearMonth.from(day);
    if (ahead) {
      return same.isBefore(now) ? same.plusYears(1) : same;
    }
    return same.isAfter(now) ? same.minusYears(1) : same;
  }

  private static LocalDate nearest(int number, int month, LocalDate day, boolean ahead) {
    LocalDate meant = LocalDate.of(day.getYear(), month, number);
    if (ahead && meant.isBefore(day)) {
      return meant.plusYears(1);
    }
    return !ahead && meant.isAfter(day.plusDays(60)) ? meant.minusYears(1) : meant;
  }

  private static String day(MatchResult w, LocalDate day, boolean ahead) {
    int number = number(w.group(1));
    int month = month(w.group(2));
    return (w.group(3) == null
            ? nearest(number, month, day, ahead)
            : LocalDate.of(number(w.group(3)), month, number))
        .toString();
  }

  private static String days(MatchResult w, LocalDate day, boolean ahead) {
    int month = month(w.group(3));
    LocalDate until =
        w.group(4) == null
            ? nearest(number(w.group(2)), month, day, ahead)
            : LocalDate.of(number(w.group(4)), month, number(w.group(2)));
    return until.withDayOfMonth(number(w.group(1))) + "/" + until;
  }

  private static String month(MatchResult w, LocalDate day, boolean ahead) {
    return nearest(month(w.group(1)), day, ahead).toString();
  }

  /// The first, second or last third of a month: its 1st to 10th, 11th to 20th, 21st to last day.
  private static String third(MatchResult w, LocalDate day, boolean ahead) {
    int number = month(w.group(2));
    YearMonth month =
        w.group(3) == null ? nearest(number, day, ahead) : YearMonth.of(number(w.group(3)), number);
    return switch (w.group(1).toLowerCase(Locale.ROOT)) {
      case "début" -> month.atDay(1) + "/" + month.atDay(10);
      case "mi" -> month.atDay(11) + "/" + month.atDay(20);
      default -> month.atDay(21) + "/" + month.atEndOfMonth();
    };
  }

  private static String thirdOfYear(MatchResult w, LocalDate day, boolean ahead) {
    String year = w.group(2);
    return switch (w.group(1).toLowerCase(Locale.ROOT)) {
      case "début" -> year + "-01/" + year + "-03";
      case "mi" -> year + "-05/" + year + "-08";
      default -> year + "-10/" + year + "-12";
    };
  }

  private static @Nullable String week(MatchResult w, LocalDate day, boolean ahead) {
    String which = w.group(2);
    if (which == null && w.group(1) == null) {
      return null;
    }
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    boolean isNext = which != null && which.toLowerCase(Locale.ROOT).matches("prochaine|suivante");
    LocalDate from = monday.plusWeeks(which == null ? 0 : isNext ? 1 : -1);
    return from + "/" + from.plusDays(6);
  }

  private static String weekday(MatchResult w, LocalDate day, boolean ahead) {
    String number = WEEKDAYS.get(w.group(1).toLowerCase(Locale.ROOT));
    DayOfWeek wanted = DayOfWeek.of(number == null ? 1 : Integer.parseInt(number));
    String which = w.group(2);
    return day.with(
            which == null
                ? ahead
                    ? TemporalAdjusters.nextOrSame(wanted)
                    : TemporalAdjusters.previousOrSame(wanted)
                : shift(which) > 0
                    ? TemporalAdjusters.next(wanted)
                    : TemporalAdjusters.previous(wanted))
        .toString();
  }

  private static String within(MatchResult w, LocalDate day, boolean ahead) {
    boolean isUntil = w.group(1).toLowerCase(Locale.ROOT).startsWith("d");
    String end = moved(day, number(w.group(2)), w.group(3));
    return isUntil && w.group(1).contains("'") && end.length() == 10 ? day + "/" + end : end;
  }

  private static String ago(MatchResult w, LocalDate day, boolean ahead) {
    return moved(day, -number(w.group(1)), w.group(2));
  }

  private static String moved(LocalDate day, int count, String unit) {
    return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
      case 'j' -> day.plusDays(count).toString();
      case 's' -> day.plusWeeks(count).toString();
      default -> YearMonth.from(day).plusMonths(count).toString();
    };
  }

  private static String season(MatchResult w, LocalDate day, boolean ahead) {
    String number = SEASONS.get(w.group(1).toLowerCase(Locale.ROOT));
    int month = number == null ? 1 : Integer.parseInt(number);
    boolean isAhead = w.group(3) == null ? ahead : shift(w.group(3)) > 0;
    YearMonth start =
        w.group(2) == null ? nearest(month, day, isAhead) : YearMonth.of(number(w.group(2)), month);
    return start + "/" + start.plusMonths(2);
  }
}
