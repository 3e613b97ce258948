package org.parley.clause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.clause.Clock.ClockKind;

/// Reads the times of an English sentence.
final class Clocks {

  /// A time and where it stands.
  record FoundClock(WordSpan at, Clock clock) {}

  private static final String NUMBER =
      "(?:\\d{1,6}|" + Numbers.WORD + ")(?:\\s*\\(\\s*[\\p{L}\\d -]{1,20}\\s*\\))?";
  static final String LENGTH =
      "("
          + NUMBER
          + ")[\\s-]+(?:(calendar|working|business|consecutive)\\s+)?"
          + "(second|minute|hour|day|week|month|year)s?\\b";
  private static final String EVENT =
      "(?:\\s+(?:of|after|from|following|before|prior_to)\\s+((?:the\\s+|its\\s+|their\\s+|such\\s+|this\\s+|that\\s+|a\\s+|an\\s+)?"
          + "(?:[\\p{L}'-]+(?:al|ive|ic|ed)\\s+(?!(?:of|by|and|or|in|into|on|to|at|with|shall|may|is|are)\\b))?"
          + "[\\p{L}'-]+(?:\\s+(?:of|into|by)\\s+(?:the\\s+|this\\s+|its\\s+)?[\\p{L}'-]+){0,3}))?";
  private static final Pattern PERIOD =
      WordPattern.pattern(
          "\\b(within|by_no_later_than|no_later_than|not_later_than|no_more_than|not_more_than|at_most"
              + "|in|after|every|for|at_least)\\s+"
              + "(?:a\\s+(?:period|term)\\s+of\\s+|the\\s+(?:first|next|following)\\s+)?"
              + LENGTH
              + "(?:\\s+at_the_latest)?"
              + EVENT,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_DATE =
      WordPattern.pattern(
          "\\b(by_no_later_than|no_later_than|not_later_than|by|before|until|on|from|as_of|since|after|starting(?:_from|_on)?)"
              + "\\s+(?:the\\s+)?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBERED_DAY =
      WordPattern.pattern(
          "\\b(?:(by|on|from|starting_on|starting_from)\\s+)?(?:the\\s+)?day\\s+(\\d{1,4})"
              + EVENT
              + "(\\s+at_the_latest)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_ONCE =
      WordPattern.pattern(
          "\\b(?:(immediately|forthwith|at_once|with_immediate_effect)"
              + "|without_(?:undue_|any_)?delay|promptly|as_soon_as_possible|in_due_course|expeditiously"
              + "|in_a_timely_manner|at_the_earliest_opportunity)\\b",
          Pattern.CASE_INSENSITIVE);

  private Clocks() {}

  /// The times in some words, in order.
  static List<FoundClock> list(String words) {
    List<FoundClock> found = new ArrayList<>();
    periods(words, found);
    dates(words, found);
    days(words, found);
    atOnce(words, found);
    found.sort(Comparator.comparingInt(each -> each.at.start()));
    return found;
  }

  private static void periods(String words, List<FoundClock> found) {
    Matcher period = PERIOD.matcher(words);
    while (period.find()) {
      WordSpan at = new WordSpan(period.start(), period.end());
      long[] hours = hours(period.group(2), period.group(3), period.group(4));
      found.add(
          new FoundClock(
              at,
              new Clock(
                  kind(period.group(1)),
                  at.in(words),
                  hours[0],
                  hours[1],
                  false,
                  event(period.group(5)))));
    }
  }

  private static String event(@Nullable String words) {
    return words == null ? "" : FoldedWords.of(words.replaceFirst("(?i)^(?:the|its|their) ", ""));
  }

  private static ClockKind kind(String opening) {
    return switch (opening.toLowerCase(Locale.ROOT).replaceAll("\\s+", "")) {
      case "after" -> ClockKind.START;
      case "every" -> ClockKind.FREQUENCY;
      case "for", "atleast" -> ClockKind.TERM;
      default -> ClockKind.DEADLINE;
    };
  }

  /// The hours that a length may mean: months and years differ in length, working days leave out
  /// days of rest.
  private static long[] hours(String number, @Nullable String sort, String unit) {
    long count = Numbers.find(number.replaceFirst("\\(.*", "")).orElse(0L);
    boolean isWorking =
        sort != null && (sort.equalsIgnoreCase("working") || sort.equalsIgnoreCase("business"));
    long least = isWorking ? 24 : leastHours(unit);
    long most = isWorking ? 24 : mostHours(unit);
    long rest = isWorking ? (count / 5 + 1) * 48 : 0;
    return new long[] {seconds(unit, count, least), seconds(unit, count, most) + 3_600 * rest};
  }

  private static long seconds(String unit, long count, long hours) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "second" -> count;
      case "minute" -> count * 60;
      default -> count * hours * 3_600;
    };
  }

  private static long leastHours(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "day" -> 24;
      case "week" -> 7 * 24;
      case "month" -> 28 * 24;
      case "year" -> 365 * 24;
      default -> 1;
    };
  }

  private static long mostHours(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "month" -> 31 * 24;
      case "year" -> 366 * 24;
      default -> leastHours(unit);
    };
  }

  private static void dates(String words, List<FoundClock> found) {
    for (Dates.FoundDate each : Dates.of("en").list(words)) {
      Matcher opening = BEFORE_DATE.matcher(words.substring(0, each.at().start()));
      if (opening.find()) {
        WordSpan at = new WordSpan(opening.start(), each.at().end());
        long day = each.day().toEpochDay();
        if (at.isFreeOf(found.stream().map(FoundClock::at).toList())) {
          found.add(
              new FoundClock(
                  at,
                  new Clock(kindBeforeDate(opening.group(1)), at.in(words), day, day, true, "")));
        }
      }
    }
  }

  private static ClockKind kindBeforeDate(String opening) {
    return switch (opening.toLowerCase(Locale.ROOT).replaceAll("\\s+", "")) {
      case "on" -> ClockKind.DAY;
      case "from", "asof", "since", "after", "starting", "startingfrom", "startingon" ->
          ClockKind.START;
      case "until" -> ClockKind.TERM;
      default -> ClockKind.DEADLINE;
    };
  }

  private static void days(String words, List<FoundClock> found) {
    Matcher day = NUMBERED_DAY.matcher(words);
    while (day.find()) {
      WordSpan at = new WordSpan(day.start(), day.end());
      String opening = day.group(1) == null ? "" : day.group(1).toLowerCase(Locale.ROOT);
      boolean isLatest = day.group(4) != null || opening.equals("by");
      ClockKind kind =
          isLatest
              ? ClockKind.DEADLINE
              : opening.startsWith("from") || opening.startsWith("starting")
                  ? ClockKind.START
                  : ClockKind.DAY;
      long seconds = Long.parseLong(day.group(2)) * 86_400;
      if (at.isFreeOf(found.stream().map(FoundClock::at).toList())) {
        found.add(
            new FoundClock(
                at, new Clock(kind, at.in(words), seconds, seconds, false, event(day.group(3)))));
      }
    }
  }

  private static void atOnce(String words, List<FoundClock> found) {
    Matcher once = AT_ONCE.matcher(words);
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
