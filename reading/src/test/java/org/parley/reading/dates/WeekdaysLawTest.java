package org.parley.reading.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;

/// Days of the week and words such as "yesterday", for every day of publication around a leap day
/// and the turn of a year.
@NullMarked
class WeekdaysLawTest {

  private static final List<LocalDate> FROM =
      List.of(LocalDate.of(2028, 2, 25), LocalDate.of(2030, 12, 28), LocalDate.of(2031, 5, 12));

  private static List<String> dates(String text, LocalDate published, boolean ahead) {
    ParsedText parsed = Parser.parse(text, "en");
    SpokenDates dates = new SpokenDates(published, parsed.lexicon());
    List<String> all = new ArrayList<>();
    for (Sentence each : parsed.sentences()) {
      dates.in(each, 0, each.size(), ahead).forEach(said -> all.add(said.date().toString()));
    }
    return all;
  }

  private static List<LocalDate> publications() {
    return FROM.stream().flatMap(each -> each.datesUntil(each.plusDays(7))).toList();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /// The last one, today included.
  @Test
  void aWeekdayIsTheLastOne() {
    for (LocalDate published : publications()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        String text = "Ann Berg said on " + name(day) + " that the map was agreed.";
        assertEquals(
            List.of(published.with(TemporalAdjusters.previousOrSame(day)).toString()),
            dates(text, published, false),
            text + " " + published);
      }
    }
  }

  /// The next one, where something is ahead.
  @Test
  void aWeekdayAheadIsTheNextOne() {
    for (LocalDate published : publications()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (published.getDayOfWeek() != day) {
          String text = "The delegations will meet in Oslo on " + name(day) + ".";
          assertEquals(
              List.of(published.with(TemporalAdjusters.next(day)).toString()),
              dates(text, published, true),
              text + " " + published);
        }
      }
    }
  }

  @Test
  void daysByWordsAreCountedFromThePublication() {
    for (LocalDate published : publications()) {
      assertEquals(
          List.of(published.minusDays(1).toString()),
          dates("Ann Berg said yesterday that the map was agreed.", published, false));
      assertEquals(
          List.of(published.toString()),
          dates("Ann Berg said today that the map was agreed.", published, false));
      assertEquals(
          List.of(published.plusDays(1).toString()),
          dates("The delegations will meet in Oslo tomorrow.", published, true));
      assertEquals(
          List.of(published.minusDays(3).toString()),
          dates("Ann Berg said three days ago that the map was agreed.", published, false));
    }
  }

  /// A week is from Monday to Sunday.
  @Test
  void weeksAreThoseOfTheCalendar() {
    for (LocalDate published : publications()) {
      LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      assertEquals(
          List.of(monday.minusDays(7) + "/" + monday.minusDays(1)),
          dates("The delegations met in Oslo last week.", published, false));
      assertEquals(
          List.of(monday.plusDays(7) + "/" + monday.plusDays(13)),
          dates("The delegations will meet in Oslo next week.", published, true));
    }
  }
}
