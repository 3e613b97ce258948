package org.parley.guarantees.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {

  @Test
  void momentsAreSecondsOfTheEpochAndTwoEnds() {
    assertEquals(86_400, Moments.of("1970-01-02T00:00:00Z"));
    assertEquals(86_400, Moments.of(Instant.parse("1970-01-02T00:00:00.9Z")));
    assertEquals(Moments.ALWAYS, Moments.of(Instant.MIN));
    assertEquals(Moments.NEVER, Moments.of(Instant.MAX));
    assertEquals("1970-01-02T00:00:00Z", Moments.text(86_400));
    assertEquals("always", Moments.text(Moments.ALWAYS));
    assertEquals("never", Moments.text(Moments.NEVER));
  }

  @Test
  void noSumLeavesTheTime() {
    assertEquals(7, Moments.plus(5, 2));
    assertEquals(3, Moments.plus(5, -2));
    assertEquals(Moments.NEVER, Moments.plus(Moments.NEVER, -2));
    assertEquals(Moments.ALWAYS, Moments.plus(Moments.ALWAYS, 2));
    assertEquals(Moments.NEVER, Moments.plus(Moments.NEVER - 2, 3));
    assertEquals(Moments.NEVER - 1, Moments.plus(Moments.NEVER - 3, 2));
    assertEquals(Moments.ALWAYS, Moments.plus(Moments.ALWAYS + 2, -3));
    assertEquals(Moments.ALWAYS + 1, Moments.plus(Moments.ALWAYS + 3, -2));
  }
}
