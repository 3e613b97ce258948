package org.parley.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

  @Test
  void countsOffsetsFromAnAnchorOfAnyUnit() {
    var days = TimeScale.ofDays(LocalDate.of(2026, 3, 1));
    assertEquals(28, days.at(LocalDate.of(2026, 3, 29)));
    assertEquals("2026-03-29", days.inWords(28));
    var kyiv =
        new TimeScale(TimeScale.Unit.MINUTE, LocalDate.of(2026, 3, 28), ZoneId.of("Europe/Kyiv"));
    // the clocks go forward on 29 March 2026: that day has 23 hours
    assertEquals(1440, kyiv.at(LocalDate.of(2026, 3, 29)));
    assertEquals(1440 + 1380, kyiv.at(LocalDate.of(2026, 3, 30)));
    assertEquals(0, kyiv.at(Instant.parse("2026-03-27T22:00:30Z")));
    assertEquals("2026-03-29T00:00+02:00", kyiv.inWords(1440));
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
