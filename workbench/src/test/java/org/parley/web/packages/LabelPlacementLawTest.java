package org.parley.web.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.web.packages.FrontierPanel.Spot;
import org.parley.web.packages.LabelPlacement.Area;

/// Labels beside random spots: rectangles that never overlap.
@NullMarked
class LabelPlacementLawTest {

  private static final Area PANEL = new Area(56, 0, 340, 280);

  /// The labels of spots, each as its rectangle; those without room are left out.
  private static List<Area> areas(List<Spot> spots, List<Optional<Spot>> places) {
    List<Area> areas = new ArrayList<>();
    for (int at = 0; at < spots.size(); at++) {
      String label = label(at);
      places.get(at).ifPresent(each -> areas.add(LabelPlacement.area(each, label)));
    }
    return areas;
  }

  private static String label(int at) {
    return at < 26 ? "A" : "AA";
  }

  private static List<Area> marks(List<Spot> spots) {
    return spots.stream().map(each -> Area.around(each, 15, 15)).toList();
  }

  private static List<Optional<Spot>> places(Area within, List<Spot> spots) {
    LabelPlacement placement = new LabelPlacement(within, marks(spots));
    return IntStream.range(0, spots.size())
        .mapToObj(at -> placement.place(spots.get(at), label(at)))
        .toList();
  }

  /// Spots, many of them near one another.
  private static List<Spot> spots(SplittableRandom random, int count) {
    int spread = random.nextInt(1, 240);
    return IntStream.range(0, count)
        .mapToObj(_ -> new Spot(64 + random.nextInt(spread), 24 + random.nextInt(spread)))
        .toList();
  }

  private static void areApart(List<Area> labels, List<Area> marks, Area within, long seed) {
    for (Area label : labels) {
      assertTrue(within.holds(label), () -> "seed " + seed + ": " + label);
      assertTrue(marks.stream().noneMatch(label::overlaps), () -> "seed " + seed + ": " + label);
      long over = labels.stream().filter(label::overlaps).count();
      assertEquals(1, over, () -> "seed " + seed + ": " + label + " among " + labels);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 16, 40})
  void noLabelLiesOverAnotherOrOverAMark(int count) {
    for (long seed = 0; seed < 60; seed++) {
      List<Spot> spots = spots(new SplittableRandom(seed), count);
      List<Area> labels = areas(spots, places(PANEL, spots));
      assertEquals(count, labels.size(), "seed " + seed + ": there is room for all");
      areApart(labels, marks(spots), PANEL, seed);
    }
  }

  @Test
  void labelsWithoutRoomStandNowhere() {
    Area small = new Area(0, 0, 60, 60);
    List<Spot> spots = IntStream.range(0, 30).mapToObj(_ -> new Spot(30, 30)).toList();
    List<Area> labels = areas(spots, places(small, spots));
    assertTrue(labels.size() > 1 && labels.size() < 30, labels.size() + " labels");
    areApart(labels, marks(spots), small, 0);
  }

  @Test
  void equalSpotsHaveEqualPlaces() {
    List<Spot> spots = spots(new SplittableRandom(1), 20);
    assertEquals(places(PANEL, spots), places(PANEL, spots));
  }

  @Test
  void aLabelAloneStandsBesideItsSpot() {
    Spot spot = new Spot(200, 150);
    Spot place = places(PANEL, List.of(spot)).getFirst().orElseThrow();
    assertEquals(new Spot(216, 134), place);
  }

  @Test
  void areasThatTouchDoNotOverlap() {
    Area one = new Area(0, 0, 10, 10);
    assertFalse(one.overlaps(new Area(10, 0, 20, 10)));
    assertFalse(one.overlaps(new Area(0, 10, 10, 20)));
    assertTrue(one.overlaps(new Area(9, 9, 20, 20)));
    assertTrue(one.overlaps(new Area(2, 2, 3, 3)));
  }
}
