package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Period;
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
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within.LastInstant;

/// A ladder of two rungs over incidents dated by the day, as most files date them.
///
/// A owes B `notice` within 24 hours of an attack, and `help` within 48 hours of a further attack
/// within seven days. Nobody knows the hour of anything.
class DayDatedHistoriesTest {

  private static final int HOUR = 3_600;
  private static final int DAY = 24 * HOUR;
  private static final PartyId STRANGER = new PartyId("stranger");

  private static Promise ladder() {
    return Promise.named("g")
        .tier("notice", ClockFrom.OCCURRENCE, DAY, LastInstant.IN_TIME)
        .ifContinued(
            "help", ClockFrom.CONTINUATION, 2 * DAY, IncidentPattern.ofKind("attack"), 7 * DAY);
  }

  /// The same, where only an attack by X on B counts.
  private static Promise ladderAgainstX() {
    IncidentPattern byX =
        IncidentPattern.ofKind("attack").withActors(Promise.X).withTargets(Promise.B);
    Promise promise =
        Promise.named("x")
            .tier("notice", ClockFrom.OCCURRENCE, DAY, LastInstant.IN_TIME)
            .ifContinued("help", ClockFrom.CONTINUATION, 2 * DAY, byX, 7 * DAY);
    promise.trigger = new Trigger.Happens(byX);
    return promise;
  }

  /// Reads "attack a 3; notice a 4-5": what, about which incident, on which days. A `raid` is an
  /// attack by X on B, a `sally` the reverse, a `clash` lies between the two, a `skirmish` between
  /// B and somebody else.
  private static List<LoggedFact> log(String history) {
    List<LoggedFact> log = new ArrayList<>();
    for (String each : history.split("; ")) {
      String[] words = each.split(" ");
      String[] days = words[2].split("-");
      long first = (long) DAY * Integer.parseInt(days[0]);
      long last = (long) DAY * Integer.parseInt(days[days.length - 1]) + DAY - 1;
      Fact fact =
          switch (words[0]) {
            case "attack" -> new Fact.Report(words[1], What.of("attack"));
            case "raid" -> new Fact.Report(words[1], What.of("attack", Promise.X, Promise.B));
            case "sally" -> new Fact.Report(words[1], What.of("attack", Promise.B, Promise.X));
            case "clash" -> new Fact.Report(words[1], What.between("attack", Promise.B, Promise.X));
            case "skirmish" ->
                new Fact.Report(words[1], What.between("attack", Promise.B, STRANGER));
            default -> new Fact.Act(words[1], Promise.A, words[0]);
          };
      log.add(LoggedFact.at("e" + log.size(), last, "press", fact).withHappened(first, last));
    }
    return log;
  }

  /// The verdict on each duty for the incident `a`, long after.
  @ParameterizedTest(name = "{0}: notice {1}, help {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attack a 1                                      | breached                 | dormant
          attack a 1; notice a 1                          | fulfilled                | dormant
          attack a 1; notice a 2                          | fulfilled/fulfilled-late | dormant
          attack a 1; notice a 3                          | fulfilled-late           | dormant
          attack a 1-3; notice a 2                        | fulfilled/fulfilled-late | dormant
          attack a 1; attack b 3                          | breached                 | breached
          attack a 1; attack b 3; notice a 1; help a 4    | fulfilled                | fulfilled
          attack a 1; attack b 3; help a 5                | breached                 | fulfilled/fulfilled-late
          attack a 1; attack b 1                          | breached                 | dormant/breached
          attack a 1; attack b 8                          | breached                 | dormant/breached
          attack a 1; attack b 9                          | breached                 | dormant
          attack a 1; attack b 1; attack c 8; attack d 8  | breached                 | dormant/breached
          """)
  void theTableOfHistories(String history, String notice, String help) {
    List<DutyVerdict> verdicts =
        Guarantees.state(List.of(ladder().build()), log(history), 99L * DAY, Moments.NEVER);
    assertEquals(
        notice + " | " + help,
        words(verdicts.get(0).possible()) + " | " + words(verdicts.get(1).possible()));
    for (DutyVerdict each : verdicts) {
      assertEquals(
          each.possible().size() > 1,
          each.why() == Why.UNSURE,
          () -> "undetermined where and only where two states are possible: " + each);
    }
  }

  /// The states of each duty for the incident `a`, if B did it and if X did.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          raid a 1; raid b 3                 | breached, breached
          sally a 1; raid b 3                |
          clash a 1                          | dormant or breached, dormant
          clash a 1; raid b 3                | dormant or breached, dormant or breached
          clash a 1; sally b 3               | dormant or breached, dormant
          clash a 1; clash b 3               | dormant or breached, dormant or dormant/breached
          clash a 1; clash b 3; skirmish c 4 | dormant or breached, dormant or dormant/breached
          clash a 1; clash b 3; raid c 4     | dormant or breached, dormant or breached
          raid a 1; clash b 3                | breached, dormant/breached
          raid a 1; clash b 3; raid c 4      | breached, breached
          raid a 1; skirmish b 3             | breached, dormant
          """)
  void whatEachOfTwoWouldMean(String history, @Nullable String expected) {
    List<DutyVerdict> verdicts =
        Guarantees.state(List.of(ladderAgainstX().build()), log(history), 99L * DAY, Moments.NEVER);
    assertEquals(
        expected == null ? "" : expected,
        verdicts.stream()
            .filter(each -> each.duty().incident().equals("a"))
            .map(
                each ->
                    each.ifDoneBy().isEmpty()
                        ? words(each.possible())
                        : each.ifDoneBy().stream()
                            .map(one -> words(one.possible()))
                            .collect(Collectors.joining(" or ")))
            .collect(Collectors.joining(", ")));
    for (DutyVerdict each : verdicts) {
      assertEquals(each.possible().size() > 1, each.why() == Why.UNATTRIBUTED, each::toString);
      assertTrue(each.possible().size() == 1 || each.deadline() == Moments.NEVER, each::toString);
    }
  }

  private static String words(Set<Lifecycle> states) {
    return new TreeSet<>(states)
        .stream()
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining("/"));
  }

  /// A month of war: each day's attack is followed by the next day's.
  @Test
  void anAttackEveryDayLeavesNothingOpen() {
    String month =
        java.util.stream.IntStream.range(0, 30)
            .mapToObj(day -> String.format(Locale.ROOT, "attack i%02d %d", day, day))
            .collect(Collectors.joining("; "));
    List<Commitment> commitments = List.of(ladder().build());
    List<DutyVerdict> verdicts =
        Guarantees.state(commitments, log(month), 99L * DAY, Moments.NEVER);
    assertEquals(60, verdicts.size());
    for (DutyVerdict each : verdicts) {
      boolean isLast = each.duty().incident().equals("i29") && each.duty().tier() == 1;
      assertEquals(isLast ? Lifecycle.DORMANT : Lifecycle.BREACHED, each.state(), each.toString());
    }
    Watch watch = Watch.of(commitments, 0, null);
    log(month).forEach(watch::follow);
    watch.advanceTo(99L * DAY);
    assertEquals(verdicts, watch.state());
  }

  /// Followed live, in any order of arrival, each duty is at every step as computed from nothing.
  @Test
  void followedLiveADenseHistoryIsTheSameAtEveryStep() {
    List<Commitment> commitments = List.of(ladder().build(), ladderAgainstX().build());
    String[] kinds = {"attack", "clash", "clash", "raid", "sally", "skirmish"};
    for (long seed = 0; seed < 24; seed++) {
      Random random = new Random(seed);
      List<String> things = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        int day = random.nextInt(10);
        String kind = kinds[random.nextInt(seed % 2 == 0 ? 1 : kinds.length)];
        things.add(kind + " i" + i + " " + day + "-" + (day + random.nextInt(3) / 2));
        if (random.nextInt(3) == 0) {
          String act = random.nextBoolean() ? "notice" : "help";
          things.add(act + " i" + i + " " + (day + random.nextInt(4)));
        }
      }
      List<LoggedFact> log = log(String.join("; ", things));
      for (LoggedFact each : List.copyOf(log)) {
        if (seed % 2 == 1 && random.nextInt(4) == 0 && each.fact() instanceof Fact.Report report) {
          What told = What.of("attack", Promise.X, Promise.B);
          log.add(
              LoggedFact.at(
                      "later-" + each.id(),
                      each.recorded() + DAY,
                      "press",
                      random.nextBoolean()
                          ? new Fact.Retraction(report.incident())
                          : new Fact.Report(report.incident(), told))
                  .withHappened(each.earliest(), each.latest())
                  .withSuperseding(each.id()));
        }
      }
      Collections.shuffle(log, random);
      Map<Duty, Lifecycle> told = new HashMap<>();
      Watch watch = Watch.of(commitments, 0, each -> told.put(each.duty(), each.to()));
      for (int i = 0; i < log.size(); i++) {
        watch.accept(log.get(i));
        watch.advanceTo(watch.now() + (long) HOUR * random.nextInt(36));
        for (DutyVerdict each :
            Guarantees.state(commitments, log.subList(0, i + 1), watch.now(), Moments.NEVER)) {
          assertEquals(
              each.state(),
              told.getOrDefault(each.duty(), Lifecycle.DORMANT),
              "seed " + seed + ", after " + (i + 1) + ", " + each);
        }
      }
    }
  }

  /// The second of two attacks on one day triggers it, and only a third would raise it to the
  /// second rung: no hour of the day does both. Only the order of the two tells.
  private static Commitment answeringTheSecond() {
    Promise promise = ladder();
    promise.trigger =
        new Trigger.Repeated(
            IncidentPattern.ofKind("attack"),
            2,
            new Window(Period.days(1), LastInstant.IN_TIME),
            Guarantee.Trigger.Fires.AT_EACH);
    return promise.build();
  }

  @Test
  void theOrderOfTwoIncidentsDecides() {
    List<DutyVerdict> verdicts =
        Guarantees.state(
            List.of(answeringTheSecond()), log("attack a 1; attack b 1"), 99L * DAY, Moments.NEVER);
    assertEquals(Set.of(Lifecycle.DORMANT, Lifecycle.BREACHED), verdicts.get(0).possible());
    assertEquals(Set.of(Lifecycle.DORMANT), verdicts.get(1).possible());
  }

  @Test
  void whereTheSearchEndsFirstTheVerdictSaysSo() {
    List<LoggedFact> log = log("attack a 1; attack b 1");
    List<DutyVerdict> verdicts =
        DutyStates.of(List.of(answeringTheSecond()), log, 99L * DAY, Moments.NEVER, 1);
    // two states are shown to be possible, so the times do allow more than one answer
    assertEquals(Why.UNSURE, verdicts.get(0).why());
    // one is shown and another not ruled out: that is all that can be said
    assertEquals(Lifecycle.UNDETERMINED, verdicts.get(1).state());
    assertEquals(Why.TOO_MANY_ORDERS, verdicts.get(1).why());
  }

  /// An attack is known to have been within half a year, and others are on record before their
  /// days. Dates of a file that were read the wrong way round look like this.
  ///
  /// Times cannot tell when the first was. The cost of saying so has a bound: without one, the
  /// watch searched again each second.
  @Test
  void attacksOnRecordBeforeTheirDaysAreFollowedAtABoundedCost() {
    List<LoggedFact> log = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      String days = i == 0 ? "20-200" : Integer.toString(30 + 2 * i);
      LoggedFact raid = log("raid i" + i + " " + days).getFirst();
      log.add(
          LoggedFact.at("f" + i, 25L * DAY + i, "press", raid.fact())
              .withHappened(raid.earliest(), raid.latest()));
    }
    log.sort(LoggedFact.AS_RECORDED);
    List<Commitment> commitments = List.of(ladderAgainstX().build());
    Watch watch = Watch.of(commitments, 0, null);
    for (LoggedFact each : log) {
      watch.follow(each);
    }
    for (int day : new int[] {40, 100, 150, 250}) {
      watch.advanceTo((long) day * DAY);
      assertEquals(
          Guarantees.state(commitments, log, watch.now(), Moments.NEVER).stream()
              .collect(Collectors.groupingBy(DutyVerdict::state, Collectors.counting())),
          watch.tally().entrySet().stream()
              .filter(each -> each.getValue() > 0)
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
          "on day " + day);
    }
    assertTrue(watch.folds() < 20_000, () -> watch.folds() + " folds");
  }
}
