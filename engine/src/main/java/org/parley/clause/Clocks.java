package org.parley.clause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.parley.clause.ClauseLanguage.ClockWords;
import org.parley.clause.ClauseLanguage.RecurringPeriod;
import org.parley.clause.Clock.ClockKind;

/// Reads the times of a sentence.
final class Clocks {

  /// A time and where it stands.
  record FoundClock(WordSpan at, Clock clock) {}

  private final String words;
  private final ClauseLanguage language;
  private final ClockWords clocks;
  private final List<FoundClock> found = new ArrayList<>();

  private Clocks(String words, ClauseLanguage language) {
    this.words = words;
    this.language = language;
    this.clocks = language.clocks();
  }

  /// The times in some words, in order.
  static List<FoundClock> list(String words, ClauseLanguage language) {
    Clocks clocks = new Clocks(words, language);
    clocks.periods();
    clocks.dates();
    clocks.days();
    clocks.counted();
    clocks.upon();
    clocks.recurrences();
    clocks.atOnce();
    clocks.found.sort(Comparator.comparingInt(each -> each.at.start()));
    return clocks.found;
  }

  private void periods() {
    Matcher period = clocks.period().matcher(words);
    while (period.find()) {
      WordSpan at = new WordSpan(period.start(), period.end());
      long[] seconds = seconds(period.group("count"), period.group("sort"), period.group("unit"));
      found.add(
          new FoundClock(
              at,
              new Clock(
                  clocks.kind().apply(bare(period.group("opening"))),
                  at.in(words),
                  seconds[0],
                  seconds[1],
                  false,
                  event(period.group("event")))));
    }
  }

  private static String bare(String opening) {
    return opening.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }

  private String event(@Nullable String said) {
    return said == null ? "" : FoldedWords.of(clocks.article().matcher(said).replaceFirst(""));
  }

  private boolean isFree(WordSpan at) {
    return at.isFreeOf(found.stream().map(FoundClock::at).toList());
  }

  /// The seconds that a length may mean: months and years differ in length, working days leave out
  /// days of rest.
  private long[] seconds(String number, @Nullable String sort, String said) {
    String unit = clocks.unit().apply(said.toLowerCase(Locale.ROOT));
    long count = language.number(number.replaceFirst("\\(.*", "")).orElse(0L);
    boolean isWorking =
        sort != null && clocks.working().matcher(sort.toLowerCase(Locale.ROOT)).matches();
    long least = isWorking ? 24 : leastHours(unit);
    long most = isWorking ? 24 : mostHours(unit);
    long rest = isWorking ? (count / 5 + 1) * 48 : 0;
    return new long[] {seconds(unit, count, least), seconds(unit, count, most) + 3_600 * rest};
  }

  private static long seconds(String unit, long count, long hours) {
    return switch (unit) {
      case "second" -> count;
      case "minute" -> count * 60;
      default -> count * hours * 3_600;
    };
  }

  private static long leastHours(String unit) {
    return switch (unit) {
      case "day" -> 24;
      case "week" -> 7 * 24;
      case "month" -> 28 * 24;
      case "year" -> 365 * 24;
      default -> 1;
    };
  }

  private static long mostHours(String unit) {
    return switch (unit) {
      case "month" -> 31 * 24;
      case "year" -> 366 * 24;
      default -> leastHours(unit);
    };
  }

  private void dates() {
    for (Dates.FoundDate each : Dates.of(language.tag()).list(words)) {
      Matcher opening = clocks.beforeDate().matcher(words.substring(0, each.at().start()));
      if (opening.find()) {
        WordSpan at = new WordSpan(opening.start(), each.at().end());
        long day = each.day().toEpochDay();
        ClockKind kind = clocks.kindOfDate().apply(bare(opening.group("opening")));
        if (isFree(at)) {
          found.add(new FoundClock(at, new Clock(kind, at.in(words), day, day, true, "")));
        }
      }
    }
  }

  private void days() {
    Matcher day = clocks.numberedDay().matcher(words);
    while (day.find()) {
      String opening = day.group("opening");
      ClockKind kind =
          day.group("latest") != null
              ? ClockKind.DEADLINE
              : opening == null ? ClockKind.DAY : clocks.kindOfDate().apply(bare(opening));
      String number = day.group("day");
      long days = number == null ? language.ordinal(day.group("nth")) : Long.parseLong(number);
      long seconds = days * 86_400;
      add(day, kind, seconds, seconds, event(day.group("event")));
    }
  }

  private void counted() {
    Matcher counted = clocks.counted().matcher(words);
    while (counted.find()) {
      long[] seconds =
          seconds(counted.group("count"), counted.group("sort"), counted.group("unit"));
      add(counted, ClockKind.START, seconds[0], seconds[1], event(counted.group("event")));
    }
  }

  private void upon() {
    Matcher upon = clocks.upon().matcher(words);
    while (upon.find()) {
      add(upon, ClockKind.IMMEDIATE, 0, 0, event(upon.group("event")));
    }
  }

  private void recurrences() {
    Matcher recurring = language.recurrences().recurring().matcher(words);
    while (recurring.find()) {
      String per = recurring.group("per");
      String word = per == null ? recurring.group("every") : per;
      RecurringPeriod period = language.recurrences().period().apply(bare(word));
      long count = (long) period.count() * (recurring.group("other") == null ? 1 : 2);
      long times = per == null ? 1 : times(recurring.group("times"));
      add(
          recurring,
          ClockKind.FREQUENCY,
          seconds(period.unit(), count, leastHours(period.unit())) / times,
          seconds(period.unit(), count, mostHours(period.unit())) / times,
          "");
    }
  }

  /// Adds a time that no other one covers.
  private void add(Matcher match, ClockKind kind, long least, long most, String event) {
    WordSpan at = new WordSpan(match.start(), match.end());
    if (isFree(at)) {
      found.add(new FoundClock(at, new Clock(kind, at.in(words), least, most, false, event)));
    }
  }

  private long times(String said) {
    return switch (bare(said)) {
      case "once" -> 1;
      case "twice" -> 2;
      case "thrice" -> 3;
      default -> Math.max(1, language.number(said.strip().split("\\s+", -1)[0]).orElse(1L));
    };
  }

  private void atOnce() {
    Matcher once = clocks.atOnce().matcher(words);
    while (once.find()) {
      ClockKind kind = once.group(1) == null ? ClockKind.VAGUE : ClockKind.IMMEDIATE;
      String from = kind == ClockKind.VAGUE ? FoldedWords.of(once.group()) : "";
      found.add(
          new FoundClock(
              new WordSpan(once.start(), once.end()),
              new Clock(kind, once.group(), 0, 0, false, from)));
    }
  }
}
