package org.parley.guarantees;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.guarantees.watch.Watch;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within.LastInstant;

/// A breach found is an incident: what is linked to it follows, in the order of time.
class ConsequencesTest {

  private static Commitment promise(String id, String kind, String breachOf, String voidedBy) {
    Promise promise = Promise.named(id);
    promise.trigger =
        new Trigger.Happens(
            breachOf.isEmpty()
                ? IncidentPattern.ofKind(kind)
                : IncidentPattern.ofKind(IncidentPatterns.BREACH).withTraits(breachOf));
    promise.tier("help", ClockFrom.OCCURRENCE, 10, LastInstant.IN_TIME);
    if (!voidedBy.isEmpty()) {
      promise.voiding =
          List.of(
              new Voiding(
                  new Voiding.Cause.BreachOf(new org.parley.model.guarantee.GuaranteeId(voidedBy)),
                  new Determination.SelfEvident(),
                  Voiding.VoidFrom.OCCURRENCE,
                  Voiding.Ends.OPEN_DUTIES_TOO,
                  List.of()));
    }
    return promise.build();
  }

  private static LoggedFact attack(String id, long at) {
    return LoggedFact.at(id, at, "press", new Fact.Report(id, What.of("attack")));
  }

  private static List<String> states(List<Commitment> commitments, List<LoggedFact> log, long t) {
    return Guarantees.stateWithConsequences(commitments, log, t, Moments.NEVER).stream()
        .map(each -> each.duty().guarantee() + " " + each.duty().incident() + " " + each.state())
        .toList();
  }

  @Test
  void aBreachTriggersWhatWaitsForIt() {
    List<Commitment> chain =
        List.of(
            promise("first", "attack", "", ""),
            promise("second", "", "first", ""),
            promise("third", "", "second", ""));
    List<LoggedFact> log = List.of(attack("a", 0));
    assertEquals(List.of("first a DUE"), states(chain, log, 10));
    String one = "breach of first#0/A after a";
    assertEquals(List.of("first a BREACHED", "second " + one + " DUE"), states(chain, log, 20));
    assertEquals(
        List.of(
            "first a BREACHED",
            "second " + one + " BREACHED",
            "third breach of second#0/A after " + one + " DUE"),
        states(chain, log, 25));
  }

  @Test
  void aBreachVoidsWhatIsLinkedToItFromThenOn() {
    List<Commitment> linked =
        List.of(promise("first", "attack", "", ""), promise("second", "attack", "", "first"));
    List<LoggedFact> log =
        List.of(
            attack("a", 0),
            LoggedFact.at("help", 5, "press", new Fact.Act("a", Promise.A, "other")),
            attack("b", 30));
    // Both are broken at one instant, and neither by the other: what follows comes a second later.
    assertEquals(
        List.of("first a BREACHED", "first b DUE", "second a BREACHED", "second b VOID"),
        states(linked, log, 31));
  }

  /// Each breach broke both obligors' promise again: there were more duties than could be counted.
  @Test
  void aPromiseThatWaitsForItsOwnBreachEnds() {
    Promise promise = Promise.named("own");
    promise.obligors = List.of(Promise.A, Promise.C);
    promise.trigger =
        new Trigger.Either(
            List.of(
                new Trigger.Happens(IncidentPattern.ofKind("attack")),
                new Trigger.Happens(
                    IncidentPattern.ofKind(IncidentPatterns.BREACH).withTraits("own"))));
    promise.tier("help", ClockFrom.OCCURRENCE, 0, LastInstant.TOO_LATE);
    List<Commitment> own = List.of(promise.build());
    List<LoggedFact> log = List.of(attack("a", 0));
    List<String> atLast =
        List.of(
            "own a BREACHED",
            "own a BREACHED",
            "own breach of own#0/A after a BREACHED",
            "own breach of own#0/A after a BREACHED",
            "own breach of own#0/C after a BREACHED",
            "own breach of own#0/C after a BREACHED");
    assertEquals(atLast, states(own, log, 1_000_000));
    Watch watch = Watch.of(own, 0, null);
    log.forEach(watch::follow);
    watch.advanceTo(1_000_000);
    assertEquals(atLast.size(), watch.tally().get(Lifecycle.BREACHED));
  }

  @Test
  void whereNothingIsLinkedNothingIsAdded() {
    List<Commitment> alone = List.of(promise("first", "attack", "", ""));
    List<LoggedFact> log = List.of(attack("a", 0));
    assertEquals(
        Guarantees.state(alone, log, 20, Moments.NEVER),
        Guarantees.stateWithConsequences(alone, log, 20, Moments.NEVER));
  }
}
