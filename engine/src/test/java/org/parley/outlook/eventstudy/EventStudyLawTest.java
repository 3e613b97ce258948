package org.parley.outlook.eventstudy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

class EventStudyLawTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  /// Weekdays with noise in hundredths, some of them missing.
  private static List<Reading> noise(Random random, int values, boolean gaps) {
    List<Reading> readings = new ArrayList<>();
    for (LocalDate day = START; readings.size() < values; day = day.plusDays(1)) {
      boolean isWeekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      if (!isWeekend && !(gaps && random.nextInt(9) == 0)) {
        readings.add(new Reading(day, day, BigDecimal.valueOf(random.nextInt(2001) - 1000, 2)));
      }
    }
    return readings;
  }

  private static List<Reading> months(Random random, int values) {
    List<Reading> readings = new ArrayList<>();
    for (YearMonth month = YearMonth.from(START); readings.size() < values; ) {
      if (random.nextInt(7) > 0) {
        readings.add(
            new Reading(
                month.atDay(1), month.atEndOfMonth(), BigDecimal.valueOf(random.nextInt(500), 1)));
      }
      month = month.plusMonths(1);
    }
    return readings;
  }

  private static List<LocalDate> days(Random random, List<Reading> readings, int count) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(
          readings.get(random.nextInt(readings.size())).first().plusDays(random.nextInt(5) - 1L));
    }
    return days;
  }

  private static List<Reading> with(List<Reading> readings, UnaryOperator<BigDecimal> change) {
    return readings.stream()
        .map(each -> new Reading(each.first(), each.last(), change.apply(each.value())))
        .toList();
  }

  private static EventStudy study(List<Reading> readings, List<LocalDate> days, int length) {
    return EventStudy.of(readings, days, length).findAnswer().orElseThrow();
  }

  private static Verdict verify(
      List<Reading> readings, List<LocalDate> days, Finding<EventStudy> finding) {
    return Check.verify(new Question.Events(readings, days), finding, Budget.unlimited());
  }

  /// The check adds fractions and compares dates; the study sums whole numbers and counts
  /// positions.
  @Test
  void everyFindingHoldsAndNoAlteredOneDoes() {
    int windows = 0;
    int none = 0;
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Reading> readings =
          seed % 3 == 0
              ? months(random, 10 + random.nextInt(20))
              : noise(random, 1 + random.nextInt(90), seed % 2 == 0);
      List<LocalDate> days = days(random, readings, 1 + random.nextInt(6));
      int length = 1 + random.nextInt(6);
      Finding<EventStudy> finding = EventStudy.of(readings, days, length);
      assertEquals(new Verdict.Holds(), verify(readings, days, finding), "seed " + seed);
      if (finding instanceof Finding.Proved<EventStudy>(EventStudy study, _)) {
        windows += study.windows().size();
        for (EventStudy each : altered(study)) {
          assertFalse(
              verify(readings, days, new Finding.Proved<>(each, new EventStudy.Ranked(each)))
                  instanceof Verdict.Holds,
              "seed " + seed + ": " + each);
        }
      } else {
        none++;
      }
    }
    assertTrue(windows > 80 && none > 3, windows + " windows, " + none + " without any");
  }

  private static List<EventStudy> altered(EventStudy study) {
    List<EventStudy> altered = new ArrayList<>();
    altered.add(new EventStudy(study.length(), study.values() + 1, study.windows(), study.left()));
    altered.add(
        new EventStudy(
            study.length(),
            study.values(),
            study.windows().subList(1, study.windows().size()),
            study.left()));
    for (int part = 0; part < 7; part++) {
      EventWindow one = study.windows().getFirst();
      List<EventWindow> windows = new ArrayList<>(study.windows());
      Rational more = Rational.of(1, 1000);
      windows.set(
          0,
          new EventWindow(
              one.day(),
              one.from(),
              one.until().plusDays(part == 0 ? 1 : 0),
              part == 1 ? one.before().plus(more) : one.before(),
              one.after(),
              one.placebos(),
              one.asLarge() + (part == 2 ? 1 : 0),
              part == 3 ? one.low().minus(more) : one.low(),
              part == 4 ? one.high().plus(more) : one.high(),
              one.chance(),
              part == 5 ? one.corrected().plus(more) : one.corrected(),
              one.missing() + (part == 6 ? 1 : 0),
              one.sharedWith()));
      altered.add(new EventStudy(study.length(), study.values(), windows, study.left()));
    }
    return altered;
  }

  @Test
  void aConstantAddedToAllValuesChangesNoRank() {
    Random random = new Random(3);
    List<Reading> readings = noise(random, 120, true);
    List<LocalDate> days = days(random, readings, 5);
    EventStudy plain = study(readings, days, 4);
    EventStudy shifted =
        study(with(readings, each -> each.add(new BigDecimal("1234.5678"))), days, 4);
    for (int i = 0; i < plain.windows().size(); i++) {
      EventWindow one = plain.windows().get(i);
      EventWindow other = shifted.windows().get(i);
      assertEquals(one.change(), other.change());
      assertEquals(one.asLarge(), other.asLarge());
      assertEquals(one.corrected(), other.corrected());
      assertEquals(one.low(), other.low());
    }
  }

  /// A change of direction or unit is no change of rank, ties included.
  @Test
  void reversingOrScalingAllValuesChangesNoRank() {
    Random random = new Random(4);
    List<Reading> readings =
        with(noise(random, 100, false), each -> BigDecimal.valueOf(each.signum()));
    List<LocalDate> days = days(random, readings, 4);
    EventStudy plain = study(readings, days, 3);
    for (EventStudy other :
        List.of(
            study(with(readings, BigDecimal::negate), days, 3),
            study(with(readings, each -> each.multiply(new BigDecimal("7.3"))), days, 3))) {
      for (int i = 0; i < plain.windows().size(); i++) {
        assertEquals(plain.windows().get(i).asLarge(), other.windows().get(i).asLarge());
        assertEquals(plain.windows().get(i).chance(), other.windows().get(i).chance());
      }
    }
  }

  /// Tied positions count against the event, never for it.
  @Test
  void aSeriesThatNeverMovesTellsNothing() {
    List<Reading> readings = with(noise(new Random(5), 60, false), _ -> BigDecimal.TEN);
    EventWindow window = study(readings, List.of(readings.get(30).first()), 5).windows().getFirst();
    assertEquals(window.placebos(), window.asLarge());
    assertEquals(Rational.ONE, window.chance());
    assertFalse(window.isTold());
  }

  /// Ranks of a day depend on the series, not on the other days; only the correction does.
  @Test
  void otherDaysInAnyOrderChangeNoRank() {
    Random random = new Random(6);
    List<Reading> readings = noise(random, 150, true);
    List<LocalDate> days = days(random, readings, 8);
    EventStudy all = study(readings, days, 4);
    List<LocalDate> shuffled = new ArrayList<>(days);
    Collections.shuffle(shuffled, random);
    assertEquals(all, study(readings, shuffled, 4));
    for (EventWindow each : all.windows()) {
      EventWindow alone = study(readings, List.of(each.day()), 4).windows().getFirst();
      assertEquals(alone.asLarge(), each.asLarge());
      assertEquals(alone.chance(), each.chance());
      assertTrue(alone.corrected().compareTo(each.corrected()) <= 0);
    }
  }

  /// Permuting values that no window of the event touches permutes placebos only within their sums:
  /// whole windows that change places keep every rank.
  @Test
  void aDayWithoutAWindowChangesNothing() {
    Random random = new Random(7);
    List<Reading> readings = noise(random, 100, false);
    List<LocalDate> days = List.of(readings.get(50).first());
    EventStudy plain = study(readings, days, 5);
    List<LocalDate> more = new ArrayList<>(days);
    more.add(START.minusYears(1));
    more.add(readings.getLast().last().plusYears(1));
    EventStudy with = study(readings, more, 5);
    assertEquals(plain.windows(), with.windows());
    assertEquals(2, with.left().size());
  }

  @Test
  void aPlantedEffectIsFound() {
    Random random = new Random(8);
    List<Reading> readings = new ArrayList<>(noise(random, 300, true));
    LocalDate day = readings.get(150).first();
    for (int i = 150; i < readings.size(); i++) {
      Reading each = readings.get(i);
      readings.set(
          i, new Reading(each.first(), each.last(), each.value().add(BigDecimal.valueOf(30))));
    }
    List<LocalDate> days = new ArrayList<>(List.of(day));
    days.add(readings.get(40).first());
    days.add(readings.get(250).first());
    EventStudy study = study(readings, days, 5);
    assertTrue(study.windows().get(1).isTold(), study.toString());
    assertEquals(day, study.windows().get(1).day());
    assertFalse(study.windows().get(0).isTold());
    assertFalse(study.windows().get(2).isTold());
  }

  /// In white noise, at most 5 of 100 studies of three days tell any day from chance. The bound
  /// leaves room for three standard deviations.
  @Test
  void whiteNoiseIsSeldomTold() {
    int told = 0;
    int studies = 600;
    for (int seed = 0; seed < studies; seed++) {
      List<Reading> readings = noise(new Random(1000 + seed), 200, false);
      List<LocalDate> days =
          List.of(readings.get(40).first(), readings.get(100).first(), readings.get(160).first());
      told += study(readings, days, 4).isAnyTold() ? 1 : 0;
    }
    assertTrue(told <= studies * 5 / 100 + 16, told + " of " + studies);
    assertTrue(told >= 8, told + " of " + studies + ": the test never tells anything");
  }
}
