package org.parley.reading.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;

/// Dates in every form that texts give them, and laws that hold for all of them.
@NullMarked
class SpokenDatesTableTest {

  private static final LocalDate WEDNESDAY = LocalDate.of(2031, 5, 14);

  private static Stream<String> lines() throws IOException {
    try (InputStream in = SpokenDatesTableTest.class.getResourceAsStream("spoken.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  private record Found(String words, SpokenDates.Said said) {}

  private static List<Found> found(String text, LocalDate published, boolean ahead) {
    ParsedText parsed = Parser.parse(text, "en");
    SpokenDates dates = new SpokenDates(published, parsed.lexicon());
    List<Found> all = new ArrayList<>();
    for (Sentence s : parsed.sentences()) {
      int last = 0;
      for (SpokenDates.Said each : dates.in(s, 0, s.size(), ahead)) {
        assertTrue(each.from() >= last && each.from() < each.to() && each.to() <= s.size(), text);
        last = each.to();
        all.add(new Found(s.words(each.from(), each.to(), text), each));
      }
    }
    return all;
  }

  private static String dates(List<Found> found) {
    String all =
        found.stream().map(each -> each.said().date().toString()).collect(Collectors.joining(" "));
    return all.isEmpty() ? "-" : all;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyForm(String line) {
    String[] parts = line.split("\t", 3);
    assertEquals(parts[1], dates(found(parts[2], WEDNESDAY, parts[0].equals("ahead"))), parts[2]);
  }

  /// A date stands for itself: with other words around it, it is the same.
  @ParameterizedTest
  @MethodSource("lines")
  void itStaysWhereverItStands(String line) {
    String[] parts = line.split("\t", 3);
    boolean isAhead = parts[0].equals("ahead");
    String plain = dates(found(parts[2], WEDNESDAY, isAhead));
    assertEquals(plain, dates(found("Nobody knew why.\n\n" + parts[2], WEDNESDAY, isAhead)));
    assertEquals(plain, dates(found(parts[2] + " Nobody knew why.", WEDNESDAY, isAhead)));
  }

  /// Words that name a day against the publication move with it; a full date does not.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "They met on Monday.",
        "They met on Wednesday.",
        "They met yesterday.",
        "They met last week.",
        "They met two days ago.",
        "They met the day before yesterday.",
        "They will meet within ten days.",
        "They will meet tomorrow."
      })
  void aWeekLaterItIsAWeekLater(String text) {
    for (int week = -3; week <= 3; week++) {
      SpokenDates.Said now = found(text, WEDNESDAY, false).getFirst().said();
      SpokenDates.Said then = found(text, WEDNESDAY.plusWeeks(week), false).getFirst().said();
      assertEquals(now.date().earliestDay().plusWeeks(week), then.date().earliestDay(), text);
      assertEquals(now.date().latestDay().plusWeeks(week), then.date().latestDay(), text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"on 3 March 2030", "on March 3, 2030", "in 2029", "on 2031-02-28"})
  void aFullDateIsTheSameWheneverItIsPublished(String words) {
    String text = "They met " + words + ".";
    for (int days = -800; days <= 800; days += 57) {
      assertEquals(
          dates(found(text, WEDNESDAY, false)), dates(found(text, WEDNESDAY.plusDays(days), true)));
    }
  }

  /// On whichever day: the last Monday is no later, within a week; the next one is later, within a
  /// week.
  @Test
  void weekdaysAreTheNearest() {
    for (int days = 0; days < 21; days++) {
      LocalDate day = WEDNESDAY.plusDays(days);
      for (String name :
          List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")) {
        LocalDate back = only("They met on " + name + ".", day, false);
        LocalDate ahead = only("They will meet on " + name + ".", day, true);
        assertTrue(!back.isAfter(day) && back.isAfter(day.minusDays(7)), name + " " + day);
        assertTrue(!ahead.isBefore(day) && ahead.isBefore(day.plusDays(7)), name + " " + day);
        assertEquals(back.getDayOfWeek(), ahead.getDayOfWeek());
      }
    }
  }

  private static LocalDate only(String text, LocalDate published, boolean ahead) {
    return found(text, published, ahead).getFirst().said().date().earliestDay();
  }

  /// Every month by its name, its abbreviation and its abbreviation with a full stop.
  @Test
  void monthsHaveThreeNames() {
    List<String> names =
        List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    for (int month = 1; month <= 12; month++) {
      String name = names.get(month - 1);
      String date = LocalDate.of(2029, month, 7).toString();
      assertEquals(date, dates(found("They met on 7 " + name + " 2029.", WEDNESDAY, false)));
      assertEquals(date, dates(found("They met on " + name + " 7, 2029.", WEDNESDAY, false)));
    }
    for (String each : List.of("Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec")) {
      String with = dates(found("They met on " + each + ". 7, 2029, in Oslo.", WEDNESDAY, false));
      assertEquals(
          dates(found("They met on 7 " + each + " 2029 in Oslo.", WEDNESDAY, false)), with);
      assertTrue(with.startsWith("2029-") && with.endsWith("-07"), with);
    }
  }
}
