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

  /// How often a search looks at the signal in so much work, done bit by bit.
  @Test
  void looksEveryThousandStepsAndEverySixteenThousandPasses() {
    int[] looks = {0};
    Budget counting =
        Budget.unlimited()
            .withStop(
                () -> {
                  looks[0]++;
                  return false;
                });
    Meter meter = new Meter(counting);
    for (int step = 0; step < 10 * 1024; step++) {
      assertFalse(meter.spend(1));
    }
    assertEquals(10, looks[0]);
    assertEquals(10 * 1024, meter.steps());
    looks[0] = 0;
    for (int pass = 0; pass < 5 * 1024; pass++) {
      assertFalse(meter.heed(16));
    }
    assertEquals(5, looks[0]);
    assertFalse(meter.look());
    assertEquals(6, looks[0]);
    assertFalse(meter.stopped());
  }

  @Test
  void heedsTheSignalAndWhatStoppedItBefore() {
    Meter meter = new Meter(Budget.unlimited().withStop(() -> true));
    assertFalse(meter.heed(16_383));
    assertTrue(meter.heed(1));
    assertEquals(StoppedBy.SIGNAL, meter.stoppedBy());
    assertTrue(meter.heed(1));
    assertTrue(meter.look());
    Meter spent = new Meter(Budget.ofSteps(0).withStop(() -> true));
    assertTrue(spent.spend(1));
    assertTrue(spent.look());
    assertEquals(StoppedBy.STEPS, spent.stoppedBy());
  }

  @Test
  void aBudgetMayBeNothingAndNotLess() {
    assertEquals(0, Budget.ofSteps(0).steps());
    assertEquals(0, Budget.unlimited().withStates(0).states());
    assertThrows(IllegalArgumentException.class, () -> Budget.ofSteps(-1));
    assertThrows(IllegalArgumentException.class, () -> Budget.unlimited().withStates(-1));
    assertFalse(Budget.unlimited().stop().getAsBoolean());
  }
}
