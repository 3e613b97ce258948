package org.parley.model.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.model.place.Geometry.LonLat;

/// Whether an area covers a position, against winding numbers in whole numbers.
class GeometryOracleTest {

  private static final int AREAS = 400;
  private static final int SIZE = 6;

  /// A star around the middle: simple, so that winding and crossing agree.
  private static List<long[]> star(Random random) {
    long[][] rays = {{3, 0}, {3, 1}, {2, 3}, {0, 2}, {-1, 3}, {-3, 1}, {-2, -1}, {-1, -3}, {1, -2}};
    List<long[]> ring = new ArrayList<>();
    for (long[] ray : rays) {
      if (ring.size() < 3 || random.nextBoolean()) {
        long scale = 1L + random.nextInt(2);
        ring.add(new long[] {ray[0] * scale, ray[1] * scale});
      }
    }
    ring.add(ring.getFirst());
    return ring;
  }

  private static boolean isInside(List<long[]> ring, long x, long y) {
    int winding = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      long[] a = ring.get(i);
      long[] b = ring.get(i + 1);
      long side = (b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1]);
      if (side == 0
          && Math.min(a[0], b[0]) <= x
          && x <= Math.max(a[0], b[0])
          && Math.min(a[1], b[1]) <= y
          && y <= Math.max(a[1], b[1])) {
        return true;
      }
      if (a[1] <= y && b[1] > y && side > 0) {
        winding++;
      } else if (a[1] > y && b[1] <= y && side < 0) {
        winding--;
      }
    }
    return winding != 0;
  }

  @Test
  void crossingsAgreeWithWindingNumbers() {
    for (int seed = 0; seed < AREAS; seed++) {
      List<long[]> ring = star(new Random(seed));
      List<String> positions = ring.stream().map(at -> "[" + at[0] + ", " + at[1] + "]").toList();
      Geometry area =
          Geometry.of(
              "{\"type\": \"Polygon\", \"coordinates\": [[" + String.join(", ", positions) + "]]}");
      for (long x = -SIZE; x <= SIZE; x++) {
        for (long y = -SIZE; y <= SIZE; y++) {
          assertEquals(
              isInside(ring, x, y),
              area.covers(new LonLat(BigDecimal.valueOf(x), BigDecimal.valueOf(y))),
              "seed " + seed + ": " + area + " at " + x + ", " + y);
        }
      }
    }
  }
}
