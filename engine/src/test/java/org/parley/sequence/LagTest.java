package org.parley.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LagTest {

  private static final Pattern PERIOD =
      Pattern.compile("\\[(-?\\d+) years, (-?\\d+) months, (-?\\d+) days\\]");

  @Test
  void agreesWithPublishedDateArithmetic() throws IOException {
    for (String[] row : rows("exact_computations.csv")) {
      for (Rounding rounding : Rounding.values()) {
        Lag lag = lag(row[1], rounding);
        LocalDate day = LocalDate.parse(row[0]);
        assertEquals(LocalDate.parse(row[2]), lag.after(day), () -> String.join(";", row));
        assertFalse(lag.isAmbiguousAt(day));
      }
    }
    for (String[] row : rows("ambiguous_computations.csv")) {
      LocalDate day = LocalDate.parse(row[0]);
      assertEquals(LocalDate.parse(row[2]), lag(row[1], Rounding.UP).after(day));
      assertEquals(LocalDate.parse(row[3]), lag(row[1], Rounding.DOWN).after(day));
      assertTrue(lag(row[1], Rounding.DOWN).isAmbiguousAt(day));
    }
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(SharedData.folder("dates").resolve(file)).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split(";", -1))
        .toList();
  }

  private static Lag lag(String period, Rounding rounding) {
    Matcher matcher = PERIOD.matcher(period);
    assertTrue(matcher.matches(), period);
    return new Lag(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        rounding);
  }

  @Test
  void knowsTheFewestAndTheMostDaysOfAMonth() {
    assertEquals(28, Lag.ofMonths(1, Rounding.DOWN).fewestDays());
    assertEquals(31, Lag.ofMonths(1, Rounding.DOWN).mostDays());
    assertEquals(28, Lag.ofMonths(1, Rounding.UP).fewestDays());
    assertEquals(31, Lag.ofMonths(1, Rounding.UP).mostDays());
    assertEquals(365, new Lag(1, 0, 0, Rounding.DOWN).fewestDays());
    assertEquals(366, new Lag(1, 0, 0, Rounding.DOWN).mostDays());
    assertEquals(60, Lag.ofDays(60).fewestDays());
    assertEquals(60, Lag.ofDays(60).mostDays());
  }

  /// Over every day of the 400 years in which the calendar repeats.
  @Test
  void theFewestAndTheMostAreThoseOfSomeDay() {
    for (Rounding rounding : Rounding.values()) {
      for (Lag lag :
          List.of(
              Lag.ofMonths(1, rounding),
              Lag.ofMonths(-1, rounding),
              new Lag(0, 6, -40, rounding),
              new Lag(4, -1, 3, rounding),
              new Lag(-1, 12, 3, rounding),
              new Lag(401, -3, 1, rounding),
              new Lag(-401, 3, 1, rounding))) {
        long fewest = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        LocalDate end = LocalDate.of(2400, 1, 1);
        for (LocalDate day = LocalDate.of(2000, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
          long length = ChronoUnit.DAYS.between(day, lag.after(day));
          fewest = Math.min(fewest, length);
          most = Math.max(most, length);
        }
        assertEquals(fewest, lag.fewestDays(), lag.toString());
        assertEquals(most, lag.mostDays(), lag.toString());
      }
    }
  }

  /// The first and the last day of the calendar are taken, those beyond are not.
  @Test
  void theCalendarHasTheYears1To9999() {
    var days = TimeScale.ofDays(LocalDate.of(2026, 1, 1));
    for (LocalDate day : List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31))) {
      assertEquals(day, days.dayOf(days.at(day)));
    }
    long first = days.at(LocalDate.of(1, 1, 1));
    long last = days.at(LocalDate.of(9999, 12, 31));
    for (LocalDate day : List.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1))) {
      assertThrows(IllegalArgumentException.class, () -> days.at(day));
    }
    assertThrows(IllegalArgumentException.class, () -> days.dayOf(first - 1));
    assertThrows(IllegalArgumentException.class, () -> days.dayOf(last + 1));
    assertEquals(
        List.of(
            new CalendarTime.Day(LocalDate.of(9999, 12, 30)),
            new CalendarTime.AfterCalendar(last, days.origin()),
            new CalendarTime.Day(LocalDate.of(1, 1, 2)),
            new CalendarTime.BeforeCalendar(-first, days.origin())),
        List.of(
            days.calendarTime(last - 1),
            days.calendarTime(last),
            days.calendarTime(first + 1),
            days.calendarTime(first)));
  }

  @Test
  void countsOffsetsFromAnAnchorOfAnyUnit() {
    var days = TimeScale.ofDays(LocalDate.of(2026, 3, 1));
    assertEquals(28, days.at(LocalDate.of(2026, 3, 29)));
    assertEquals(new CalendarTime.Day(LocalDate.of(2026, 3, 29)), days.calendarTime(28));
    var kyiv =
        new TimeScale(TimeScale.Unit.MINUTE, LocalDate.of(2026, 3, 28), ZoneId.of("Europe/Kyiv"));
    // the clocks go forward on 29 March 2026: that day has 23 hours
    assertEquals(1440, kyiv.at(LocalDate.of(2026, 3, 29)));
    assertEquals(1440 + 1380, kyiv.at(LocalDate.of(2026, 3, 30)));
    assertEquals(0, kyiv.at(Instant.parse("2026-03-27T22:00:30Z")));
    assertEquals(
        new CalendarTime.Minute(OffsetDateTime.parse("2026-03-29T00:00+02:00")),
        kyiv.calendarTime(1440));
  }

  @Test
  void refusesWhatIsNotADate() {
    var days = TimeScale.ofDays(LocalDate.of(2026, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> days.at(LocalDate.of(99999, 1, 1)));
    assertThrows(IllegalArgumentException.class, () -> days.dayOf(100_000_000_000L));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Lag(Integer.MAX_VALUE, 0, 0, Rounding.UP).after(LocalDate.of(2026, 1, 1)));
  }
}
