package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A loop drawn as a ring: a numbered place for each moment, and an arrow from each to the next it
/// is bound to. Coordinates are in a square 240 wide.
///
/// @param places the places, in the order of the loop
/// @param arrows the arrows, from each place to the next and from the last to the first
public record Ring(List<Place> places, List<Arrow> arrows) {

  /// The side of the square.
  public static final int SIDE = 240;

  private static final double CENTRE = SIDE / 2.0;
  private static final double RADIUS = 92;
  private static final double GAP = 21 / RADIUS;
  private static final double HEAD = 9 / RADIUS;
  private static final double WIDTH = 5.5;

  /// Where a moment stands.
  public record Place(int number, String x, String y) {}

  /// An arrow: the arc and its head.
  public record Arrow(String path, String head) {}

  public Ring {
    places = List.copyOf(places);
    arrows = List.copyOf(arrows);
  }

  /// A ring of so many moments, the first at the top, clockwise.
  static Ring of(int moments) {
    List<Place> places = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    double each = 2 * Math.PI / moments;
    for (int i = 0; i < moments; i++) {
      double at = i * each;
      places.add(new Place(i + 1, x(at, RADIUS), y(at, RADIUS)));
      double from = at + GAP;
      double to = at + each - GAP;
      String large = to - HEAD - from > Math.PI ? "1" : "0";
      arrows.add(
          new Arrow(
              "M"
                  + point(from, RADIUS)
                  + " A"
                  + RADIUS
                  + " "
                  + RADIUS
                  + " 0 "
                  + large
                  + " 1 "
                  + point(to - HEAD, RADIUS),
              point(to, RADIUS)
                  + " "
                  + point(to - HEAD, RADIUS + WIDTH)
                  + " "
                  + point(to - HEAD, RADIUS - WIDTH)));
    }
    return new Ring(places, arrows);
  }

  private static String point(double angle, double radius) {
    return x(angle, radius) + "," + y(angle, radius);
  }

  private static String x(double angle, double radius) {
    return String.format(Locale.ROOT, "%.1f", CENTRE + radius * Math.sin(angle));
  }

  private static String y(double angle, double radius) {
    return String.format(Locale.ROOT, "%.1f", CENTRE - radius * Math.cos(angle));
  }
}
