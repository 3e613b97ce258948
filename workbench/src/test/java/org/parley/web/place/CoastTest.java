package org.parley.web.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoastTest {

  private static boolean isInside(String path, double x, double y) {
    boolean inside = false;
    for (String ring : path.split("Z")) {
      String[] points = ring.substring(1).split("L");
      for (int i = 0, j = points.length - 1; i < points.length; j = i++) {
        String[] one = points[i].split(" ");
        String[] other = points[j].split(" ");
        double ax = Double.parseDouble(one[0]);
        double ay = Double.parseDouble(one[1]);
        double bx = Double.parseDouble(other[0]);
        double by = Double.parseDouble(other[1]);
        if ((ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  @ParameterizedTest
  @CsvSource({
    "Kyiv, 50.45, 30.52, true",
    "Moscow, 55.75, 37.62, true",
    "Ankara, 39.93, 32.86, true",
    "Brasilia, -15.79, -47.88, true",
    "Canberra, -35.28, 149.13, true",
    "Black Sea, 43.2, 34, false",
    "Sea of Azov, 46.1, 36.5, false",
    "Caspian Sea, 42, 50.5, false",
    "Mediterranean, 34.5, 20, false",
    "Pacific, 0, -150, false"
  })
  void landIsLandAndWaterIsWater(String name, double latitude, double longitude, boolean isLand) {
    String world = Coast.path(-180, -90, 180, 90, east -> east * 100, north -> north * 100);
    assertEquals(isLand, isInside(world, longitude * 100, latitude * 100), name);
    String near =
        Coast.path(
            longitude - 2,
            latitude - 2,
            longitude + 2,
            latitude + 2,
            east -> east * 100,
            north -> north * 100);
    assertEquals(isLand, !near.isEmpty() && isInside(near, longitude * 100, latitude * 100), name);
  }

  @Test
  void aMapFarFromAnyCoastIsAllLandOrAllWater() {
    assertEquals(
        "", Coast.path(-151, -1, -149, 1, east -> east * 10, north -> north * 10), "the Pacific");
    String inland = Coast.path(30, 49, 32, 51, east -> east * 10, north -> north * 10);
    assertNotEquals("", inland);
    assertTrue(isInside(inland, 301, 491) && isInside(inland, 319, 509), inland);
  }
}
