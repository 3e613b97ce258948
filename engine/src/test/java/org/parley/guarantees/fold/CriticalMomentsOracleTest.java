package org.parley.guarantees.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.exact.CalendarArithmetic.Length;
import org.parley.exact.CalendarArithmetic.Rounding;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.Within.LastInstant;

class CriticalMomentsOracleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /// Clocks change, days begin and these periods end on the hour.
  private static final long HOUR = 3_600;

  private static long noon(String day) {
    return LocalDate.parse(day).atTime(12, 0).atZone(BERLIN).toEpochSecond();
  }

  private static Commitment lasting(Period period) {
    Promise promise =
        Promise.named("g").tier("help", ClockFrom.OCCURRENCE, 60, LastInstant.IN_TIME);
    promise.term = new GuaranteeTerm(List.of(), period, false);
    return promise.build();
  }

  private static CriticalMoments moments(Commitment commitment) {
    return new CriticalMoments(commitment, new ReachingMoments());
  }

  /// Hour by hour, each moment from which the period reaches the end, or no longer does.
  @Test
  void everyMomentAtWhichAPeriodBeginsToReachAnEndIsFound() {
    for (Rounding rounding : List.of(Rounding.DOWN, Rounding.UP)) {
      for (Length length : List.of(Length.ofMonths(1), Length.ofDays(3), Length.ofYears(1))) {
        Period period = new Period.Calendar(length, rounding, BERLIN);
        CriticalMoments moments = moments(lasting(period));
        for (String day : List.of("2026-02-28", "2026-03-01", "2026-03-29", "2026-10-25")) {
          long end = noon(day);
          NavigableSet<Long> found = moments.moved(Set.of(end));
          String what = length + " " + rounding + " " + day;
          assertTrue(found.contains(end), what);
          assertTrue(found.contains(period.after(end)), what);
          assertTrue(found.contains(end - 60), what);
          assertTrue(found.contains(end + 60), what);
          long from = end - period.atMostSeconds();
          from -= Math.floorMod(from, HOUR);
          boolean before = period.after(from - HOUR) >= end;
          for (long moment = from; moment <= end; moment += HOUR) {
            boolean reaches = period.after(moment) >= end;
            assertTrue(reaches == before || found.contains(moment), what + " " + moment);
            before = reaches;
          }
        }
      }
    }
  }

  @Test
  void countsEveryPeriodOfTheCommitment() {
    Promise promise =
        Promise.named("g").tier("help", ClockFrom.OCCURRENCE, 60, LastInstant.IN_TIME);
    promise.term = new GuaranteeTerm(List.of(), new Period.Seconds(500), false);
    promise.escalation = new Escalation.Automatic(new Period.Seconds(7_000));
    assertEquals(
        Set.of(10_000L, 10_060L, 9_940L, 10_500L, 9_500L, 17_000L, 3_000L),
        moments(promise.build()).moved(Set.of(10_000L)));
    assertEquals(
        Set.of(10_000L, 10_060L, 9_940L),
        moments(lasting(new Period.Endless())).moved(Set.of(10_000L)),
        "no moment is endless time after another");
    assertEquals(
        Set.of(Moments.ALWAYS, Moments.NEVER),
        moments(promise.build()).moved(Set.of(Moments.ALWAYS, Moments.NEVER)));
  }

  @Test
  void theEndsOfAllThatIsUnsureCount() {
    Dossier dossier = new Dossier("i");
    dossier.add(
        LoggedFact.at("r", 40, "one", new Fact.Report("i", What.of("attack")))
            .withHappened(10, 20)
            .withReported(41));
    dossier.add(
        LoggedFact.at("a", 30, "one", new Fact.Act("i", Promise.A, "help")).withHappened(30, 35));
    GuaranteeId id = new GuaranteeId("g");
    List<LoggedFact> terms =
        List.of(
            LoggedFact.at("m", 50, "one", new Fact.Milestone("signed")).withHappened(50, 55),
            LoggedFact.at("x", 60, "one", new Fact.Extension(id, 90)));
    assertEquals(
        new HashSet<>(List.of(10L, 20L, 41L, 30L, 35L, 50L, 55L, 60L, 90L)),
        CriticalMoments.ends(List.of(dossier), terms));
    assertEquals(
        new TreeSet<>(List.of(8L, 9L, 10L, 11L, 12L, 13L)),
        CriticalMoments.around(Set.of(10L, 11L)));
  }
}
