package org.parley.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Axes of time: true to length, and broken only where nothing happens.
@NullMarked
class BrokenAxisLawTest {

  private static final double CLOSE = 1e-6;

  @Test
  void aLongEmptyStretchIsCut() {
    BrokenAxis axis = BrokenAxis.of(0, 1000, List.of(10L, 20L, 30L, 990L));
    assertEquals(List.of(new BrokenAxis.Break(30, 990)), axis.breaks());
    assertEquals(40, axis.drawn());
    assertEquals(24.0, axis.share(10), CLOSE);
    assertEquals(100.0, axis.share(1000), CLOSE);
    assertEquals(76.0, axis.share(990), CLOSE);
    assertTrue(axis.isCut(500));
    assertFalse(axis.isCut(30));
  }

  @Test
  void evenSpansAreNotBroken() {
    assertTrue(BrokenAxis.of(0, 100, List.of(25L, 50L, 75L)).breaks().isEmpty());
    assertEquals(50.0, BrokenAxis.whole(0, 100).share(50), CLOSE);
    assertEquals(0.0, BrokenAxis.of(5, 5, List.of()).share(-3), CLOSE);
  }

  @Test
  void everyUnitOutsideBreaksIsAsLongAsEveryOther() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      List<Long> events = new ArrayList<>();
      for (int count = random.nextInt(12); count >= 0; count--) {
        events.add(random.nextLong(random.nextBoolean() ? 50 : 5_000));
      }
      BrokenAxis axis = BrokenAxis.of(0, 5_000, events);
      double unit = (100.0 - 4 * axis.breaks().size()) / axis.drawn();
      for (long time = 0; time < 5_000; time += 1 + random.nextInt(90)) {
        double step = axis.share(time + 1) - axis.share(time);
        boolean isBroken = isWithin(axis, time);
        assertTrue(step > 0, "times keep their order");
        assertTrue(isBroken || Math.abs(step - unit) < CLOSE, time + " in " + axis);
      }
      for (BrokenAxis.Break each : axis.breaks()) {
        assertTrue(events.stream().noneMatch(event -> each.from() < event && event < each.to()));
      }
      assertEquals(100.0, axis.share(5_000), CLOSE);
      assertTrue(axis.drawn() > 0, "something is left");
    }
  }

  private static boolean isWithin(BrokenAxis axis, long time) {
    return axis.breaks().stream().anyMatch(each -> each.from() <= time && time < each.to());
  }
}
