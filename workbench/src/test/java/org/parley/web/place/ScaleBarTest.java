package org.parley.web.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The scale of a map: a round length, as long as it says in the middle of the map.
@NullMarked
class ScaleBarTest {

  @ParameterizedTest
  @CsvSource({"30, 46, 36, 49", "30, 48, 30.1, 48.1", "-80, -4, -66, 12", "10, 60, 40, 71"})
  void itIsAsLongAsItSays(double west, double south, double east, double north) {
    MapFrame frame = MapFrame.around(520, 320, west, south, east, north, 0.5);
    MapFrame.ScaleBar bar = frame.scaleBar();
    assertTrue(bar.label().matches("[125][0,]* km"), bar.label());
    assertTrue(bar.width() > 20 && bar.width() <= 130, bar.toString());
    // one degree of latitude is 40,030 km / 360
    double perKilometre = (frame.y(south) - frame.y(south + 1)) / (40_030.0 / 360);
    double kilometres = Double.parseDouble(bar.label().replaceAll("[^0-9]", ""));
    assertEquals(kilometres * perKilometre, bar.width(), 1);
  }
}
