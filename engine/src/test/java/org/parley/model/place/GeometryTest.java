package org.parley.model.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.model.InvalidValueException;
import org.parley.model.place.Geometry.LonLat;

class GeometryTest {

  private static final String SQUARE = "[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]";
  private static final String HOLE = "[[1, 1], [1, 3], [3, 3], [3, 1], [1, 1]]";

  private static Geometry of(String type, String coordinates) {
    return Geometry.of("{\"type\": \"" + type + "\", \"coordinates\": " + coordinates + "}");
  }

  private static boolean covers(Geometry geometry, String longitude, String latitude) {
    return geometry.covers(new LonLat(new BigDecimal(longitude), new BigDecimal(latitude)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Point | [37.99, 48.59]",
        "MultiPoint | [[37.99, 48.59], [-180, 90]]",
        "LineString | [[0, 0], [0.000000001, 12.5]]",
        "MultiLineString | [[[0, 0], [1, 1]], [[2, 2], [3, 3]]]",
        "Polygon | [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [1, 3], [3, 3], [1, 1]]]",
        "MultiPolygon | [[[[0, 0], [4, 0], [4, 4], [0, 0]]], [[[8, 8], [9, 8], [9, 9], [8, 8]]]]"
      })
  void everyFormIsReadAndWritten(String type, String coordinates) {
    Geometry geometry = of(type, coordinates);
    assertEquals(
        "{\"type\": \"" + type + "\", \"coordinates\": " + coordinates + "}", geometry.toString());
    assertEquals(geometry, Geometry.of(geometry.toString()));
    assertEquals(geometry.hashCode(), Geometry.of(geometry.toString()).hashCode());
    assertTrue(geometry.covers(geometry.positions().getFirst()));
  }

  @Test
  void aFeatureGivesItsGeometry() {
    String point = "{\"coordinates\": [1, 2, 300], \"type\": \"Point\", \"bbox\": null}";
    String feature =
        "{\"type\": \"Feature\", \"properties\": {\"a\\\"b\": [true, false, \"\\u0041\"]},"
            + " \"geometry\": "
            + point
            + "}";
    assertEquals(of("Point", "[1, 2]"), Geometry.of(feature));
    assertEquals(
        of("Point", "[1, 2]"),
        Geometry.of(" {\"type\": \"FeatureCollection\", \"features\": [" + feature + "]}\n"));
  }

  /// RFC 7946, 3.1.6: outer rings run counterclockwise, holes clockwise.
  @Test
  void ringsAreWoundAsTheRfcAsks() {
    String clockwise = "[[0, 0], [0, 4], [4, 4], [4, 0], [0, 0]]";
    String wrongHole = "[[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]";
    assertEquals(
        "{\"type\": \"Polygon\", \"coordinates\": [" + SQUARE + ", " + HOLE + "]}",
        of("Polygon", "[" + clockwise + ", " + wrongHole + "]").toString());
    assertEquals(of("Polygon", "[" + SQUARE + "]"), of("Polygon", "[" + clockwise + "]"));
    assertNotEquals(of("Polygon", "[" + SQUARE + "]"), of("Polygon", "[" + HOLE + "]"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, true", // inside
    "2, 2, false", // in the hole
    "1, 2, true", // on the edge of the hole
    "0, 0, true", // at a corner
    "4, 2, true", // on the outer edge
    "2, 4, true", // on an upper edge
    "5, 4, false", // beyond, level with the upper edge
    "-1, 0, false", // before, level with the lower edge
    "-1, 1, false", // before, level with the edge of the hole
    "0.999999999999, 2, true",
    "1.000000000001, 2, false",
    "4.000000000001, 2, false"
  })
  void anAreaCoversItsInsideAndItsEdges(String longitude, String latitude, boolean isCovered) {
    Geometry area = of("Polygon", "[" + SQUARE + ", " + HOLE + "]");
    assertEquals(isCovered, covers(area, longitude, latitude));
  }

  /// A third of a degree has no decimal: a position is on this edge or it is not, never nearly.
  @Test
  void theTestIsExact() {
    Geometry area = of("Polygon", "[[[0, 0], [3, 1], [0, 1], [0, 0]]]");
    assertTrue(covers(area, "1.5", "0.5"));
    assertTrue(covers(area, "1", "0.3333333333333333333333333333333334"));
    assertEquals(false, covers(area, "1", "0.3333333333333333333333333333333333"));
  }

  @Test
  void linesAndPointsCoverThemselvesAlone() {
    Geometry line = of("LineString", "[[0, 0], [2, 1], [2, 3]]");
    assertTrue(covers(line, "1", "0.5"));
    assertTrue(covers(line, "2", "3"));
    assertEquals(false, covers(line, "1", "0.6"));
    assertEquals(false, covers(line, "4", "2"));
    Geometry points = of("MultiPoint", "[[1, 1], [2.50, 2]]");
    assertTrue(covers(points, "2.5", "2.0"));
    assertEquals(false, covers(points, "1.5", "1.5"));
    Geometry areas = of("MultiPolygon", "[[" + SQUARE + "], [[[8, 8], [9, 8], [9, 9], [8, 8]]]]");
    assertTrue(covers(areas, "8.9", "8.5"));
    assertEquals(false, covers(areas, "6", "6"));
  }

  private static void assertRefused(String text, String code, String value) {
    InvalidValueException refused =
        assertThrows(InvalidValueException.class, () -> Geometry.of(text), text);
    assertEquals(code, refused.why().toString());
    assertEquals(value, refused.value());
  }

  private static void assertRefused(String type, String coordinates, String code, String value) {
    assertRefused(
        "{\"type\": \"" + type + "\", \"coordinates\": " + coordinates + "}", code, value);
  }

  @Test
  void aFaultIsAtItsPlace() {
    assertRefused(
        "Point", "[37.99, 98.59]", "BeyondPole[at=coordinates, swapped=true]", "[37.99, 98.59]");
    assertRefused(
        "Point", "[137.99, 98.59]", "BeyondPole[at=coordinates, swapped=false]", "[137.99, 98.59]");
    assertRefused(
        "LineString", "[[0, 0], [181, 0]]", "BeyondDateLine[at=coordinates[1]]", "[181, 0]");
    assertRefused("LineString", "[[0, 0]]", "LineTooShort[at=coordinates]", "[0, 0]");
    assertRefused("LineString", "[[0, 0], [1]]", "NotAPosition[at=coordinates[1]]", "[1]");
    assertRefused("LineString", "[[0, 0], \"x\"]", "NotAPosition[at=coordinates[1]]", "x");
    assertRefused(
        "Polygon",
        "[" + SQUARE + ", [[1, 1], [2, 1], [2, 2], [1, 2]]]",
        "RingNotClosed[at=coordinates[1]]",
        "[1, 2]");
    assertRefused(
        "Polygon", "[[[0, 0], [1, 1], [0, 0]]]", "RingTooSmall[at=coordinates[0]]", "[0, 0]");
    assertRefused(
        "Polygon",
        "[[[0, 0], [1, 1], [2, 2], [0, 0]]]",
        "RingTooSmall[at=coordinates[0]]",
        "[0, 0]");
    assertRefused("MultiPolygon", "[[" + SQUARE + "], []]", "NotAList[at=coordinates[1]]", "[]");
    assertRefused("Polygon", SQUARE, "NotAPosition[at=coordinates[0][0]]", "0");
  }

  @Test
  void textsWithoutAGeometryAreRefused() {
    assertRefused("48.59, 37.99", "BrokenJson[character=6]", ", 37.99");
    assertRefused(
        "{\"type\": \"Point\" \"coordinates\": [1, 2]}",
        "BrokenJson[character=18]",
        "\"coordinates\": [1, 2]}");
    assertRefused("{\"a\": 1, \"a\": 2}", "BrokenJson[character=10]", "\"a\": 2}");
    assertRefused("", "BrokenJson[character=1]", "");
    assertRefused("\"a", "BrokenJson[character=3]", "");
    assertRefused("[1e999]", "BrokenJson[character=2]", "1e999]");
    assertRefused("[01]", "BrokenJson[character=3]", "1]");
    assertRefused("[".repeat(60), "BrokenJson[character=26]", "[".repeat(12));
    assertRefused("[1]", "NO_GEOMETRY", "[1]");
    assertRefused(
        "{\"type\": \"Feature\", \"geometry\": null}",
        "NO_GEOMETRY",
        "{\"type\": \"Feature\", \"geometry\": null}");
    assertRefused("{\"type\": \"Point\"}", "NO_GEOMETRY", "Point");
    assertRefused("{\"type\": \"Circle\", \"coordinates\": [1, 2]}", "UNKNOWN_GEOMETRY", "Circle");
    assertRefused("{\"type\": \"FeatureCollection\", \"features\": []}", "SEVERAL_FEATURES", "0");
  }

  @Test
  void aGeometryHasALimit() {
    StringBuilder line = new StringBuilder("[");
    for (int i = 0; i <= Geometry.MOST_POSITIONS; i++) {
      line.append(i == 0 ? "" : ", ")
          .append(String.format(Locale.ROOT, "[%d.%04d, 0]", i / 10_000, i % 10_000));
    }
    assertRefused("LineString", line + "]", "TooManyPositions[most=20000]", "");
  }
}
