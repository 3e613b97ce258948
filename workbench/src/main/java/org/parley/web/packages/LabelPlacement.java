package org.parley.web.packages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Places labels beside their spots, none over another label or over a mark.
///
/// Each label takes the free place nearest to its spot, in the order of the spots. Without a free
/// place in the whole area it stands nowhere. Equal spots in equal order have equal places.
///
/// Cost for one label: its places, at most the area over [#STEP] squared, times what is taken.
final class LabelPlacement {

  /// A rectangle; edges that touch do not overlap.
  record Area(int left, int top, int right, int bottom) {

    static Area around(FrontierPanel.Spot middle, int width, int height) {
      int left = middle.x() - width / 2;
      int top = middle.y() - height / 2;
      return new Area(left, top, left + width, top + height);
    }

    boolean overlaps(Area other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(Area other) {
      return left <= other.left
          && top <= other.top
          && right >= other.right
          && bottom >= other.bottom;
    }
  }

  /// The height of a label.
  static final int HEIGHT = 16;

  private static final int LETTER = 11;

  /// How far places are apart.
  private static final int STEP = 4;

  /// Directions from the best: up and to the right, up and to the left, below, then straight.
  private static final int[][] DIRECTIONS = {
    {1, -1}, {-1, -1}, {1, 1}, {-1, 1}, {0, -1}, {0, 1}, {1, 0}, {-1, 0}
  };

  private final Area within;
  private final List<Area> taken;

  /// @param within where labels may stand
  /// @param marks what they may not cover
  LabelPlacement(Area within, Collection<Area> marks) {
    this.within = within;
    this.taken = new ArrayList<>(marks);
  }

  /// The area of a label in the middle of a place.
  static Area area(FrontierPanel.Spot middle, String label) {
    return Area.around(middle, 2 + LETTER * label.length(), HEIGHT);
  }

  /// The place of the next label, its middle; empty if there is no room.
  Optional<FrontierPanel.Spot> place(FrontierPanel.Spot spot, String label) {
    Optional<FrontierPanel.Spot> place =
        places(spot).filter(each -> isFree(area(each, label))).findFirst();
    place.ifPresent(each -> taken.add(area(each, label)));
    return place;
  }

  private boolean isFree(Area area) {
    return within.holds(area) && taken.stream().noneMatch(area::overlaps);
  }

  /// Places in rings around a spot, from the nearest.
  private Stream<FrontierPanel.Spot> places(FrontierPanel.Spot spot) {
    int reach = Math.max(within.right() - within.left(), within.bottom() - within.top()) / STEP;
    return IntStream.rangeClosed(2, reach).boxed().flatMap(ring -> ring(spot, ring));
  }

  /// The places of a square ring: its corners and middles first, then the rest of its sides.
  private static Stream<FrontierPanel.Spot> ring(FrontierPanel.Spot spot, int ring) {
    Stream<FrontierPanel.Spot> first =
        Stream.of(DIRECTIONS).map(each -> at(spot, each[0] * ring, each[1] * ring));
    Stream<FrontierPanel.Spot> rest =
        IntStream.rangeClosed(-ring, ring)
            .boxed()
            .flatMap(
                each ->
                    Stream.of(
                        at(spot, each, -ring),
                        at(spot, each, ring),
                        at(spot, -ring, each),
                        at(spot, ring, each)));
    return Stream.concat(first, rest);
  }

  private static FrontierPanel.Spot at(FrontierPanel.Spot spot, int across, int down) {
    return new FrontierPanel.Spot(spot.x() + across * STEP, spot.y() + down * STEP);
  }
}
