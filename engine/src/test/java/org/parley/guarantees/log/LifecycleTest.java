package org.parley.guarantees.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  @Test
  void threeStatesStillWait() {
    Set<Lifecycle> open =
        Arrays.stream(Lifecycle.values()).filter(Lifecycle::isOpen).collect(Collectors.toSet());
    assertEquals(
        EnumSet.of(Lifecycle.TRIGGERED_UNVERIFIED, Lifecycle.DUE, Lifecycle.SUSPENDED), open);
  }

  @Test
  void eachHasAPlaceAndABit() {
    for (Lifecycle each : Lifecycle.values()) {
      assertEquals(each, Lifecycle.at(each.position()));
      assertEquals(each, Lifecycle.ofBit(each.bit()));
      assertEquals(Math.pow(2, each.position()), each.bit());
    }
    int two = Lifecycle.DUE.bit() | Lifecycle.VOID.bit();
    assertEquals(
        "not one state: " + two,
        assertThrows(IllegalArgumentException.class, () -> Lifecycle.ofBit(two)).getMessage());
  }
}
