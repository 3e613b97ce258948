package org.parley.guarantees.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Promise;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Guarantee.Tie;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within.LastInstant;

class CommitmentTest {

  private static final IncidentPattern ATTACK = IncidentPattern.ofKind("attack");
  private static final IncidentPattern RAID = IncidentPattern.ofKind("raid");

  private static Window within(long seconds) {
    return new Window(new Period.Seconds(seconds), LastInstant.IN_TIME);
  }

  private static void assertRefused(Runnable building) {
    String told =
        String.valueOf(assertThrows(IllegalArgumentException.class, building::run).getMessage());
    assertTrue(told.contains("Maybe "), told);
  }

  @Test
  void everyTieIsRankedOnce() {
    Promise promise = Promise.named("g");
    List<Tie> ties = new ArrayList<>(Arrays.asList(Tie.values()).reversed());
    promise.ties = ties;
    assertEquals(0, promise.build().rank(Tie.END));
    assertEquals(Tie.values().length - 1, promise.build().rank(Tie.FULFILMENT));
    ties.removeLast();
    assertRefused(promise::build);
    ties.add(Tie.END);
    assertRefused(promise::build);
    ties.add(Tie.FULFILMENT);
    assertRefused(promise::build);
  }

  @Test
  void graceIsNotNegative() {
    Promise promise = Promise.named("g");
    promise.grace = -1;
    assertRefused(promise::build);
    promise.grace = 0;
    assertEquals(0, promise.build().graceSeconds());
  }

  @Test
  void whatCannotBeCountedIsRefused() {
    assertRefused(
        () -> new Trigger.Repeated(ATTACK, 0, within(1), Guarantee.Trigger.Fires.AT_EACH));
    assertRefused(() -> new Trigger.Combined(List.of(), within(1)));
    assertEquals(
        1, new Trigger.Repeated(ATTACK, 1, within(1), Guarantee.Trigger.Fires.AT_EACH).times());
  }

  @Test
  void everyWindowIsListed() {
    Promise promise =
        Promise.named("g")
            .tier("notice", ClockFrom.OCCURRENCE, 10, LastInstant.IN_TIME)
            .ifContinued("help", ClockFrom.CONTINUATION, 11, ATTACK, 12);
    assertEquals(List.of(within(12), within(10), within(11)), promise.build().windows().toList());
    promise.trigger =
        new Trigger.Either(
            List.of(
                new Trigger.Happens(ATTACK),
                new Trigger.Repeated(RAID, 2, within(1), Guarantee.Trigger.Fires.WHEN_REACHED),
                new Trigger.Combined(List.of(ATTACK, RAID), within(2))));
    promise.escalation =
        new Escalation.Snapback(
            within(3),
            new Determination.Council(Promise.X, "stop", List.of(Promise.A), 1, List.of()));
    Commitment built = promise.build();
    assertEquals(List.of(within(1), within(2), within(12)), built.windowsAround().toList());
    assertEquals(
        List.of(within(1), within(2), within(12), within(10), within(11), within(3)),
        built.windows().toList());
    assertEquals(List.of(ATTACK, RAID, ATTACK, RAID), built.trigger().allPatterns().toList());
  }

  @Test
  void everyRuleInsideARuleIsListed() {
    Determination one = new Determination.FoundBy(Promise.X);
    Determination two = new Determination.EachObligor();
    Determination all = new Determination.AllOf(List.of(one, two));
    Determination any = new Determination.AnyOf(List.of(two, all));
    assertEquals(List.of(any, two, all, one, two), any.flattened().toList());
  }

  @Test
  void aBreachOfAnotherPromiseIsACauseAndNothingElseIs() {
    IncidentPattern cause = IncidentPatterns.of(new Voiding.Cause.BreachOf(new GuaranteeId("g1")));
    assertTrue(
        IncidentPatterns.matches(cause, What.of(IncidentPatterns.BREACH).withTraits("g1", "late")));
    assertFalse(IncidentPatterns.matches(cause, What.of(IncidentPatterns.BREACH).withTraits("g2")));
    assertFalse(IncidentPatterns.matches(cause, What.of("attack").withTraits("g1")));
    IncidentPattern incident = IncidentPatterns.of(new Voiding.Cause.Happens(ATTACK));
    assertTrue(IncidentPatterns.matches(incident, What.of("attack")));
    assertFalse(IncidentPatterns.matches(incident, What.of("raid")));
  }
}
