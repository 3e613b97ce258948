package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.exact.CalendarArithmetic.Length;
import org.parley.exact.CalendarArithmetic.Rounding;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.guarantees.log.Why;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within;

/// The monitor against the auditor, on small worlds in which almost everything coincides.
class AuditorOracleTest {

  private static final PartyId A = Promise.A;
  private static final PartyId B = Promise.B;
  private static final PartyId X = Promise.X;

  private final Map<Lifecycle, Integer> seen = new EnumMap<>(Lifecycle.class);

  /// How often more states were called possible than are, where several are.
  private int wide;

  /// How many verdicts say that nobody says who did it.
  private int unattributed;

  @Test
  void exactTimes() {
    assertTrue(compare(1, Effort.of(100, 600), 24, 0) > Effort.of(2_000, 12_000));
    seen.remove(Lifecycle.DORMANT);
    int verdicts = seen.values().stream().mapToInt(each -> each).sum();
    for (Lifecycle each : Lifecycle.values()) {
      if (each != Lifecycle.UNDETERMINED && each != Lifecycle.DORMANT) {
        assertTrue(
            70 * seen.getOrDefault(each, 0) > verdicts, "too seldom: " + each + " in " + seen);
      }
    }
  }

  @Test
  void unsureTimes() {
    compare(1_000_000, 120, 14, 2);
    seen.remove(Lifecycle.DORMANT);
    int verdicts = seen.values().stream().mapToInt(each -> each).sum();
    int unsure = seen.getOrDefault(Lifecycle.UNDETERMINED, 0);
    assertTrue(40 * unsure > verdicts, () -> unsure + " of " + verdicts + " undetermined");
    assertTrue(
        100 * unattributed > verdicts, () -> unattributed + " of " + verdicts + " not attributed");
    assertTrue(10 * wide < unsure, () -> wide + " of " + unsure + " with a state too many");
  }

  @Test
  void anActOnEitherSideOfTheDeadlineIsUndetermined() {
    List<Commitment> commitments =
        List.of(
            Promise.named("g")
                .tier("help", Guarantee.ClockFrom.OCCURRENCE, 10, Within.LastInstant.IN_TIME)
                .build());
    List<LoggedFact> log =
        List.of(
            LoggedFact.at("e1", 0, "one", new Fact.Report("i", What.of("attack"))),
            LoggedFact.at("e2", 9, "one", new Fact.Act("i", Promise.A, "help"))
                .withHappened(9, 12));
    DutyVerdict verdict = DutyStates.of(commitments, log, 20, Moments.NEVER).getFirst();
    assertEquals(Lifecycle.UNDETERMINED, verdict.state());
    assertEquals(Set.of(Lifecycle.FULFILLED, Lifecycle.FULFILLED_LATE), verdict.possible());
    assertEquals(DutyVerdict.Kept.UNKNOWN, verdict.kept());
    assertEquals(
        Map.of(
            new Duty(commitments.getFirst().id(), "i", 0, Promise.A),
            Set.of(Lifecycle.FULFILLED, Lifecycle.FULFILLED_LATE)),
        Auditor.audit(commitments, log, 20, Moments.NEVER));
  }

  @Test
  void whatOneOfTwoDidIsDecidedForEachOfThem() {
    Promise promise =
        Promise.named("g")
            .tier("help", Guarantee.ClockFrom.OCCURRENCE, 10, Within.LastInstant.IN_TIME);
    promise.trigger =
        new Trigger.Happens(IncidentPattern.ofKind("attack").withActors(Promise.B, Promise.X));
    List<LoggedFact> log =
        List.of(
            LoggedFact.at("e1", 0, "one", new Fact.Report("i", What.between("attack", X, A))),
            LoggedFact.at("e2", 0, "one", new Fact.Report("j", What.between("attack", X, B))));
    List<DutyVerdict> verdicts = DutyStates.of(List.of(promise.build()), log, 5, Moments.NEVER);
    assertEquals(
        List.of(Why.UNATTRIBUTED, Why.CLOCK_RUNNING),
        verdicts.stream().map(DutyVerdict::why).toList());
    assertEquals(
        List.of(
            new DutyVerdict.IfDoneBy(A, Set.of(Lifecycle.DORMANT)),
            new DutyVerdict.IfDoneBy(X, Set.of(Lifecycle.DUE))),
        verdicts.getFirst().ifDoneBy());
    assertEquals(Moments.NEVER, verdicts.getFirst().deadline());
    assertEquals(List.of(), verdicts.getLast().ifDoneBy());
    assertEquals(10, verdicts.getLast().deadline());
  }

  /// A month after each of the last days of January is 28 February, at the time of that day: an
  /// incident at an unsure time may lie before and after the deadline by turns.
  @Test
  void aDeadlineThatSeveralDaysLeadToIsFoundOnEachOfThem() {
    Promise promise = Promise.named("g");
    promise.ladder.add(
        new Tier(
            "help",
            "help",
            new Tier.When.AtOnce(),
            Guarantee.ClockFrom.OCCURRENCE,
            new Window(
                new Period.Calendar(Length.ofMonths(1), Rounding.DOWN, ZoneId.of("Europe/Kyiv")),
                Within.LastInstant.IN_TIME)));
    List<LoggedFact> log =
        List.of(
            LoggedFact.at("e1", Moments.of("2025-02-01T00:00:00Z"), "one", attack())
                .withHappened(
                    Moments.of("2025-01-28T20:00:00Z"), Moments.of("2025-01-31T20:00:00Z")),
            LoggedFact.at(
                "e2",
                Moments.of("2025-02-28T12:00:00Z"),
                "one",
                new Fact.Act("i", Promise.A, "help")));
    DutyVerdict verdict =
        DutyStates.of(
                List.of(promise.build()), log, Moments.of("2025-03-09T00:00:00Z"), Moments.NEVER)
            .getFirst();
    assertEquals(Set.of(Lifecycle.FULFILLED, Lifecycle.FULFILLED_LATE), verdict.possible());
  }

  private static Fact attack() {
    return new Fact.Report("i", What.of("attack"));
  }

  @Test
  @Tag("long")
  void exactTimesOfMillions() {
    assertTrue(compare(10_000_000, 100_000, 30, 0) > 2_000_000);
  }

  @Test
  @Tag("long")
  void unsureTimesOfMany() {
    compare(20_000_000, 2_000, 14, 3);
  }

  private long compare(long firstSeed, int cases, int size, int unsure) {
    long entries = 0;
    for (long seed = firstSeed; seed < firstSeed + cases; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(size, unsure);
      entries += log.size();
      long t = seed % 3 == 0 ? Logs.END + 30 : Logs.END / 4 + seed % Logs.END;
      long k = seed % 5 == 0 ? seed % Logs.END : Moments.NEVER;
      Map<Duty, Set<Lifecycle>> expected = new TreeMap<>(Auditor.audit(commitments, log, t, k));
      String what = "seed " + seed + ", t " + t + ", k " + k;
      Map<Duty, Set<Lifecycle>> actual = new TreeMap<>();
      for (DutyVerdict each : DutyStates.of(commitments, log, t, k)) {
        actual.put(each.duty(), each.possible());
        seen.merge(each.state(), 1, Integer::sum);
        unattributed += each.why() == Why.UNATTRIBUTED ? 1 : 0;
      }
      assertEquals(expected.keySet(), actual.keySet(), what);
      expected.forEach(
          (duty, possible) -> {
            Set<Lifecycle> found = actual.getOrDefault(duty, Set.of());
            assertTrue(found.containsAll(possible), what + ": " + duty + " " + found);
            assertEquals(possible.size() == 1, found.size() == 1, what + ": " + duty + " " + found);
            wide += found.size() > possible.size() ? 1 : 0;
          });
      for (int mostBoxes = 1; unsure > 0 && mostBoxes <= 4; mostBoxes++) {
        for (DutyVerdict each : DutyStates.of(commitments, log, t, k, mostBoxes)) {
          Set<Lifecycle> possible = expected.get(each.duty());
          assertTrue(
              possible != null && each.possible().containsAll(possible),
              what + ", boxes " + mostBoxes + ": " + each + " leaves out some of " + possible);
        }
      }
    }
    return entries;
  }
}
