package org.parley.model.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// Points stand in the order of the text, whatever the order of the records.
@NullMarked
class TextOrderTest {

  private static Point point(String number, @Nullable String in, @Nullable Integer order) {
    return new Point(
        id(number),
        number,
        LocalizedText.of("Title"),
        null,
        new InstrumentId("treaty"),
        in == null ? null : id(in),
        order,
        false,
        Point.Content.REPORTED,
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Visibility.Public());
  }

  private static PointId id(String number) {
    return new PointId("p" + number.replace('.', '-').replace(" ", ""));
  }

  private static List<String> order(Point... points) {
    return new TextOrder(List.of(points)).points().stream().map(Point::number).toList();
  }

  @Test
  void aChapterStandsBeforeItsArticles() {
    assertEquals(
        List.of("1", "1 bis", "2", "5", "5.1", "5.1.2", "5.1.10", "5.2", "6"),
        order(
            point("6", null, null),
            point("5.1.10", "5.1", null),
            point("2", null, null),
            point("5", null, null),
            point("1 bis", null, null),
            point("5.2", "5", null),
            point("1", null, null),
            point("5.1.2", "5.1", null),
            point("5.1", "5", null)));
  }

  /// Roman numerals and preambles have no order of their own.
  @Test
  void aStatedPlaceGoesBeforeTheNumber() {
    assertEquals(
        List.of("Preamble", "V", "2", "1", "IX", "X"),
        order(
            point("X", null, null),
            point("1", "V", null),
            point("2", "V", 1),
            point("IX", null, 3),
            point("V", null, 2),
            point("Preamble", null, 1)));
  }

  @Test
  void depthIsTheNumberOfPointsAround() {
    TextOrder text =
        new TextOrder(
            List.of(point("5", null, null), point("5.1", "5", null), point("5.1.2", "5.1", null)));
    assertEquals(0, text.depthOf(id("5")));
    assertEquals(2, text.depthOf(id("5.1.2")));
    assertEquals(List.of(id("5.1")), text.partsOf(id("5")).stream().map(Point::id).toList());
  }
}
