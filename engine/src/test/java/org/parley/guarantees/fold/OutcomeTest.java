package org.parley.guarantees.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Why;

class OutcomeTest {

  @Test
  void nothingIsOwedAtFirst() {
    Outcome outcome = new Outcome(2);
    assertEquals(List.of(Lifecycle.DORMANT, Lifecycle.DORMANT), List.of(outcome.states));
    assertEquals(List.of(Why.NOT_TRIGGERED, Why.NOT_TRIGGERED), List.of(outcome.whys));
    for (long[] moments : List.of(outcome.deadlines, outcome.broken)) {
      assertEquals("[" + Moments.NEVER + ", " + Moments.NEVER + "]", Arrays.toString(moments));
    }
    assertEquals(Moments.NEVER, outcome.next);
    assertEquals(Moments.NEVER, outcome.until);
    assertFalse(outcome.isBrief);
    assertTrue(Outcome.ofStates(2).isBrief);
  }

  @Test
  void aStateThatIsSetReplacesWhatWasPossible() {
    Outcome outcome = new Outcome(1);
    outcome.ifFirst[0] = 3;
    outcome.ifOther[0] = 3;
    outcome.broken[0] = 5;
    outcome.set(0, Lifecycle.DUE, Why.CLOCK_RUNNING, 9);
    assertEquals(Lifecycle.DUE, outcome.states[0]);
    assertEquals(Why.CLOCK_RUNNING, outcome.whys[0]);
    assertEquals(9, outcome.deadlines[0]);
    assertEquals(Lifecycle.DUE.bit(), outcome.possible[0]);
    assertEquals(0, outcome.ifFirst[0]);
    assertEquals(0, outcome.ifOther[0]);
    assertEquals(Moments.NEVER, outcome.broken[0]);
  }

  @Test
  void possibleStatesAddUpAndTheLatestMomentsCount() {
    Outcome outcome = new Outcome(1);
    outcome.clear(0);
    outcome.allow(0, Lifecycle.BREACHED, Why.OVERDUE, 9, 10);
    outcome.allow(0, Lifecycle.FULFILLED_LATE, Why.LATE, 7, 12);
    assertEquals(Lifecycle.BREACHED.bit() | Lifecycle.FULFILLED_LATE.bit(), outcome.possible[0]);
    assertEquals(9, outcome.deadlines[0]);
    assertEquals(12, outcome.broken[0]);
    assertEquals(Why.LATE, outcome.whys[0]);
  }

  @Test
  void wakesAtTheFirstMomentAhead() {
    Outcome outcome = new Outcome(1);
    outcome.wakeAt(5, 5);
    assertEquals(Moments.NEVER, outcome.next);
    outcome.wakeAt(9, 5);
    outcome.wakeAt(12, 5);
    outcome.wakeAt(4, 5);
    assertEquals(9, outcome.next);
    outcome.wakeAt(6, 5);
    assertEquals(6, outcome.next);
  }
}
