package org.parley.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MeterTest {

  @Test
  void stopsWhenTheStepsAreSpent() {
    Meter meter = new Meter(Budget.ofSteps(10));
    assertFalse(meter.spend(10));
    assertTrue(meter.spend(1));
    assertEquals(StoppedBy.STEPS, meter.stoppedBy());
  }

  @Test
  void stopsWhenTooManyStatesAreHeld() {
    Meter meter = new Meter(Budget.unlimited().withStates(5));
    assertFalse(meter.holds(5));
    assertTrue(meter.holds(6));
    assertTrue(meter.spend(1));
    assertEquals(StoppedBy.STATES, meter.stoppedBy());
  }

  @Test
  void looksAtTheSignalNowAndThen() {
    Meter meter = new Meter(Budget.unlimited().withStop(() -> true));
    assertFalse(meter.spend(1));
    assertTrue(meter.spend(2000));
    assertEquals(StoppedBy.SIGNAL, meter.stoppedBy());
  }

  @Test
  void saysSoWhenNothingStoppedIt() {
    assertThrows(IllegalStateException.class, () -> new Meter(Budget.unlimited()).stoppedBy());
  }
}
