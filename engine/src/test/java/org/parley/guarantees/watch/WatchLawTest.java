package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within;

/// What must hold of every log, whatever it says.
class WatchLawTest {

  private static final int CASES = 600;

  /// Where the state is found anew after every entry or moment.
  private static final int DEAR_CASES = CASES / 4;

  private static Map<Duty, Set<Lifecycle>> possible(List<DutyVerdict> verdicts) {
    Map<Duty, Set<Lifecycle>> result = new TreeMap<>();
    verdicts.forEach(each -> result.put(each.duty(), each.possible()));
    return result;
  }

  @Test
  void orderOfArrivalChangesNothing() {
    for (long seed = 0; seed < CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(20, 2);
      List<DutyVerdict> inOrder =
          Guarantees.stateWithConsequences(commitments, log, Logs.END, Moments.NEVER);
      List<LoggedFact> shuffled = new ArrayList<>(log);
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(
          inOrder,
          Guarantees.stateWithConsequences(commitments, shuffled, Logs.END, Moments.NEVER),
          "seed " + seed);
      Watch watch = Watch.of(commitments, 0, null);
      for (int i = 0; i < shuffled.size(); i++) {
        watch.advanceTo(i);
        watch.accept(shuffled.get(i));
      }
      watch.advanceTo(Logs.END);
      assertEquals(possible(inOrder), possible(watch.state()), "watch, seed " + seed);
    }
  }

  @Test
  void whenThingsWereRecordedChangesNothingOnceAllIsKnown() {
    for (long seed = 0; seed < CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(20, 0).stream().filter(e -> e.supersedes() == null).toList();
      Random random = new Random(seed);
      List<LoggedFact> restamped =
          log.stream()
              .map(
                  each ->
                      each.fact() instanceof Fact.Suspension
                              || each.fact() instanceof Fact.Extension
                          ? each
                          : each.withRecorded(random.nextInt(90)))
              .toList();
      assertEquals(
          possible(Guarantees.stateWithConsequences(commitments, log, Logs.END, Moments.NEVER)),
          possible(
              Guarantees.stateWithConsequences(commitments, restamped, Logs.END, Moments.NEVER)),
          "seed " + seed);
    }
  }

  @Test
  void onlyARecordInBetweenChangesWhatIsKnown() {
    for (long seed = 0; seed < DEAR_CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(20, 0);
      long t = 30;
      for (long k = 0; k < 60; k++) {
        Map<Duty, Set<Lifecycle>> before =
            possible(Guarantees.stateWithConsequences(commitments, log, t, k));
        Map<Duty, Set<Lifecycle>> after =
            possible(Guarantees.stateWithConsequences(commitments, log, t, k + 1));
        long cut = k + 1;
        List<LoggedFact> between = log.stream().filter(each -> each.recorded() == cut).toList();
        if (between.isEmpty()) {
          assertEquals(before, after, "seed " + seed + ", k " + k);
        } else if (commitments.stream()
                .noneMatch(each -> each.windowsAround().findAny().isPresent())
            && commitments.stream().allMatch(each -> each.voiding().isEmpty())
            && between.stream().allMatch(each -> each.fact().incident() != null)) {
          Set<String> touched =
              between.stream()
                  .map(each -> String.valueOf(each.fact().incident()))
                  .collect(java.util.stream.Collectors.toSet());
          before.keySet().removeIf(duty -> goesBackTo(touched, duty));
          after.keySet().removeIf(duty -> goesBackTo(touched, duty));
          assertEquals(before, after, "untouched incidents, seed " + seed + ", k " + k);
        }
      }
    }
  }

  /// Whether a duty is about one of these incidents, or about a breach that goes back to one.
  private static boolean goesBackTo(Set<String> incidents, Duty duty) {
    return incidents.stream()
        .anyMatch(
            each -> duty.incident().equals(each) || duty.incident().endsWith(" after " + each));
  }

  @Test
  void aVerdictFollowsFromTheEntriesItNames() {
    int fewer = 0;
    for (long seed = 0; seed < DEAR_CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(20, (int) (seed % 4));
      for (DutyVerdict each : Guarantees.state(commitments, log, Logs.END, Moments.NEVER)) {
        List<LoggedFact> named =
            log.stream().filter(entry -> each.because().contains(entry.id())).toList();
        fewer += named.size() < log.size() ? 1 : 0;
        assertEquals(
            each.possible(),
            possible(Guarantees.state(commitments, named, Logs.END, Moments.NEVER))
                .get(each.duty()),
            "seed " + seed + " " + each.duty());
      }
    }
    assertTrue(fewer > 400, fewer + " rest on a part of the log");
  }

  @Test
  void splittingAndResumingTheLogChangesNothing() {
    for (long seed = 0; seed < CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(20, 0);
      for (int split = 0; split <= log.size(); split += 4) {
        Watch watch = Watch.of(commitments, 0, null);
        log.subList(0, split).forEach(watch::follow);
        assertEquals(
            possible(
                Guarantees.stateWithConsequences(
                    commitments, log.subList(0, split), watch.now(), Moments.NEVER)),
            possible(watch.state()),
            "seed " + seed + " at " + split);
        log.subList(split, log.size()).forEach(watch::follow);
        watch.advanceTo(80);
        assertEquals(
            possible(Guarantees.stateWithConsequences(commitments, log, 80, Moments.NEVER)),
            possible(watch.state()),
            "seed " + seed + " split at " + split);
      }
    }
  }

  @Test
  void whatTheWatchTellsAddsUpToTheState() {
    for (long seed = 0; seed < CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(20, 0);
      Map<Duty, Lifecycle> told = new HashMap<>();
      Watch watch =
          Watch.of(
              commitments,
              0,
              change -> {
                assertEquals(change.from(), told.getOrDefault(change.duty(), Lifecycle.DORMANT));
                told.put(change.duty(), change.to());
              });
      log.forEach(watch::follow);
      watch.advanceTo(80);
      for (DutyVerdict each :
          Guarantees.stateWithConsequences(commitments, log, 80, Moments.NEVER)) {
        assertEquals(
            each.state(),
            told.getOrDefault(each.duty(), Lifecycle.DORMANT),
            "seed " + seed + " " + each.duty());
      }
    }
  }

  @Test
  void whatFollowsFromBreachesIsTheSameInAnyOrderOfArrival() {
    int differ = 0;
    for (long seed = 0; seed < DEAR_CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.linked();
      List<LoggedFact> log = world.log(20, 0);
      List<LoggedFact> shuffled = new ArrayList<>(log);
      Collections.shuffle(shuffled, new Random(seed));
      Map<Duty, Lifecycle> told = new HashMap<>();
      Watch watch =
          Watch.of(
              commitments,
              0,
              change -> {
                assertEquals(change.from(), told.getOrDefault(change.duty(), Lifecycle.DORMANT));
                told.put(change.duty(), change.to());
              });
      for (int i = 0; i < shuffled.size(); i++) {
        watch.advanceTo(3L * i);
        watch.accept(shuffled.get(i));
        List<DutyVerdict> expected =
            Guarantees.stateWithConsequences(
                commitments, shuffled.subList(0, i + 1), watch.now(), Moments.NEVER);
        assertEquals(
            possible(expected), possible(watch.state()), "seed " + seed + ", after " + (i + 1));
        for (DutyVerdict each : expected) {
          assertEquals(
              each.state(),
              told.getOrDefault(each.duty(), Lifecycle.DORMANT),
              "seed " + seed + ", " + each.duty());
        }
      }
      watch.advanceTo(Logs.END + 30);
      List<DutyVerdict> last =
          Guarantees.stateWithConsequences(commitments, log, Logs.END + 30, Moments.NEVER);
      assertEquals(possible(last), possible(watch.state()), "seed " + seed);
      differ +=
          last.equals(Guarantees.state(commitments, log, Logs.END + 30, Moments.NEVER)) ? 0 : 1;
    }
    assertTrue(3 * differ > DEAR_CASES, differ + " of " + DEAR_CASES + " with consequences");
  }

  @Test
  void aBreachThatIsTakenBackTakesItsConsequencesBack() {
    List<Commitment> linked =
        List.of(
            Promise.named("first")
                .tier("help", Guarantee.ClockFrom.OCCURRENCE, 10, Within.LastInstant.IN_TIME)
                .build(),
            Promise.named("second").voidedBy("first").build());
    List<DutyChange> told = new ArrayList<>();
    Watch watch = Watch.of(linked, 0, told::add);
    watch.follow(LoggedFact.at("a", 0, "press", new Fact.Report("a", What.of("attack"))));
    watch.advanceTo(20);
    watch.follow(LoggedFact.at("b", 30, "press", new Fact.Report("b", What.of("attack"))));
    watch.follow(
        LoggedFact.at("late", 5, "press", new Fact.Act("a", Promise.A, "help")).withRecorded(31));
    assertEquals(
        List.of(
            "first a DORMANT DUE a",
            "second a DORMANT DUE a",
            "first a DUE BREACHED null",
            "second a DUE VOID null",
            "first b DORMANT DUE b",
            "second b DORMANT VOID b",
            "first a BREACHED FULFILLED late",
            "second a VOID DUE late",
            "second b VOID DUE late"),
        told.stream()
            .map(
                each ->
                    each.duty().guarantee()
                        + " "
                        + each.duty().incident()
                        + " "
                        + each.from()
                        + " "
                        + each.to()
                        + " "
                        + each.because())
            .toList());
  }

  @Test
  void everyRevisionNamesTheRecordThatCausedIt() {
    int revisions = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(20, 0);
      Map<Duty, Lifecycle> last = new HashMap<>();
      for (DutyChange each : Guarantees.revisions(commitments, log, 50)) {
        assertTrue(each.isRevision());
        last.put(each.duty(), each.to());
        revisions++;
      }
      for (DutyVerdict each :
          Guarantees.stateWithConsequences(commitments, log, 50, Moments.NEVER)) {
        assertEquals(each.state(), last.getOrDefault(each.duty(), Lifecycle.DORMANT));
      }
    }
    assertTrue(revisions > 500, revisions + " revisions");
  }

  @Test
  void theWatchWakesWheneverAnUnsureTimeMayChangeTheAnswer() {
    for (long seed = 0; seed < CASES / 6; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(10, 2);
      Watch watch = Watch.of(commitments, 0, null);
      log.forEach(watch::accept);
      for (long t = 0; t < Logs.END + 20; t++) {
        watch.advanceTo(t);
        Map<Lifecycle, Long> expected = new HashMap<>();
        for (DutyVerdict each :
            Guarantees.stateWithConsequences(commitments, log, t, Moments.NEVER)) {
          expected.merge(each.state(), 1L, Long::sum);
        }
        for (Lifecycle each : Lifecycle.values()) {
          if (each != Lifecycle.DORMANT) {
            assertEquals(
                expected.getOrDefault(each, 0L),
                watch.tally().get(each),
                "seed " + seed + ", t " + t + ", " + each);
          }
        }
      }
    }
  }

  @Test
  void aWatchThatForgetsCountsNothingTwice() {
    Commitment promise =
        Promise.named("g")
            .tier("help", Guarantee.ClockFrom.OCCURRENCE, 10, Within.LastInstant.IN_TIME)
            .build();
    Watch watch = Watch.forgetting(List.of(promise), 0, 100, null);
    watch.follow(LoggedFact.at("e1", 0, "one", new Fact.Report("i", What.of("attack"))));
    watch.advanceTo(50);
    assertEquals(1, watch.remembered());
    watch.advanceTo(1_000);
    assertEquals(0, watch.remembered());
    assertEquals(1, watch.tally().get(Lifecycle.BREACHED));
    // another source tells of the same attack, long after it was forgotten
    watch.follow(
        LoggedFact.at("e2", 0, "two", new Fact.Report("i", What.of("attack"))).withRecorded(1_000));
    watch.advanceTo(2_000);
    assertEquals(1, watch.tooLate());
    assertEquals(0, watch.remembered());
    assertEquals(1, watch.tally().values().stream().mapToLong(each -> each).sum());
    assertEquals(1, watch.tally().get(Lifecycle.BREACHED));
  }

  @Test
  void aWatchThatForgetsLateEnoughAgreesWithOneThatRemembers() {
    for (long seed = 0; seed < CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log =
          world.log(20, 0).stream().filter(each -> each.supersedes() == null).toList();
      Watch all = Watch.of(commitments, 0, null);
      Watch forgetting = Watch.forgetting(commitments, 0, 200, null);
      log.forEach(all::follow);
      log.forEach(forgetting::follow);
      all.advanceTo(5_000);
      forgetting.advanceTo(5_000);
      assertEquals(all.tally(), forgetting.tally(), "seed " + seed);
      assertEquals(0, forgetting.tooLate());
      assertTrue(forgetting.remembered() <= all.remembered());
    }
  }

  /// Twenty attacks on unsure days, an hour's window around each.
  private static List<LoggedFact> unsureAttacks() {
    List<LoggedFact> log = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      log.add(
          LoggedFact.at("e" + i, 0, "one", new Fact.Report("i" + i, What.of("attack")))
              .withHappened(1_000 + i, 2_000 + i));
    }
    return log;
  }

  private static Commitment answeringThree(String... milestones) {
    Promise promise = Promise.named("g");
    promise.trigger =
        new Trigger.Repeated(
            IncidentPattern.ofKind("attack"),
            3,
            new Window(new Period.Seconds(3_600), Within.LastInstant.IN_TIME),
            Guarantee.Trigger.Fires.AT_EACH);
    promise.term = new GuaranteeTerm(List.of(milestones), null, false);
    return promise.build();
  }

  @Test
  void whatHappenedBeforeItCanBeInForceIsDormantHoweverMuchIsUnsure() {
    List<Commitment> commitments = List.of(answeringThree("signed"));
    List<LoggedFact> log = unsureAttacks();
    for (DutyVerdict each : DutyStates.of(commitments, log, 200_000, Moments.NEVER)) {
      assertEquals(Set.of(Lifecycle.DORMANT), each.possible());
    }
    log.add(LoggedFact.at("m", 0, "one", new Fact.Milestone("signed")).withHappened(3_000, 4_000));
    assertEquals(20, DutyStates.of(commitments, log, 200_000, Moments.NEVER).size());
    for (DutyVerdict each : DutyStates.of(commitments, log, 200_000, Moments.NEVER)) {
      assertEquals(Set.of(Lifecycle.DORMANT), each.possible());
    }
    log.add(
        LoggedFact.at("m2", 0, "one", new Fact.Milestone("signed"))
            .withHappened(500, 1_500)
            .withSuperseding("m"));
    for (DutyVerdict each : DutyStates.of(commitments, log, 200_000, Moments.NEVER)) {
      assertEquals(Lifecycle.UNDETERMINED, each.state());
    }
  }
}
