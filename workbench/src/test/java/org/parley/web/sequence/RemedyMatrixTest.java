package org.parley.web.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Ways out of a knot and the demands they touch, as a matrix.
@NullMarked
class RemedyMatrixTest {

  private static WayView way(String settle, String... giveUp) {
    return new WayView(settle, List.of(giveUp), "", "", List.of(), "/sequence");
  }

  @Test
  void theDemandThatMostWaysTouchComesFirst() {
    RemedyMatrix matrix =
        RemedyMatrix.of(List.of(way("read it so"), way("", "a", "b"), way("", "b", "c")));
    assertEquals(List.of(1, 2, 3), matrix.ways());
    assertEquals(
        List.of("b", "read it so", "a", "c"),
        matrix.rows().stream().map(RemedyMatrix.Row::words).toList());
    assertEquals(List.of(false, true, true), matrix.rows().getFirst().in());
    assertEquals(2, matrix.rows().getFirst().count());
    assertTrue(matrix.rows().get(1).isReading());
  }

  @Test
  void oneWayNeedsNoMatrix() {
    assertFalse(RemedyMatrix.of(List.of(way("", "a"))).isDrawn());
  }
}
