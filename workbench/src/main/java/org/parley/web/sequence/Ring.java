package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A loop drawn as a ring: a numbered place for each moment, and an arrow from each to the next
/// with the demanding party. Coordinates are in a drawing 360 wide and 280 high.
///
/// @param places the places, in the order of the loop
/// @param arrows the arrows, from each place to the next and from the last to the first
public record Ring(List<Place> places, List<Arrow> arrows) {

  public static final int WIDTH = 360;
  public static final int HEIGHT = 280;

  private static final double CENTRE = WIDTH / 2.0;
  private static final double MIDDLE = HEIGHT / 2.0;
  private static final double OUTSIDE = 17;
  private static final double RADIUS = 92;
  private static final double GAP = 21 / RADIUS;
  private static final double HEAD = 9 / RADIUS;
  private static final double BREADTH = 5.5;

  /// The position of a moment.
  public record Place(int number, String x, String y) {}

  /// An arrow: its arc and head, with the demanding parties.
  ///
  /// @param by the parties; empty if there is no demand
  /// @param anchor the text anchor of the label
  public record Arrow(String path, String head, String by, String byX, String byY, String anchor) {}

  public Ring {
    places = List.copyOf(places);
    arrows = List.copyOf(arrows);
  }

  /// A ring of moments, the first at the top, clockwise.
  ///
  /// @param by whose demand binds each to the next
  static Ring of(List<String> by) {
    int moments = by.size();
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
                  + point(to - HEAD, RADIUS + BREADTH)
                  + " "
                  + point(to - HEAD, RADIUS - BREADTH),
              by.get(i),
              x(at + each / 2, RADIUS + OUTSIDE),
              y(at + each / 2, RADIUS + OUTSIDE),
              anchor(at + each / 2)));
    }
    return new Ring(places, arrows);
  }

  private static String anchor(double angle) {
    double across = Math.sin(angle);
    return Math.abs(across) < 0.25 ? "middle" : across > 0 ? "start" : "end";
  }

  private static String point(double angle, double radius) {
    return x(angle, radius) + "," + y(angle, radius);
  }

  private static String x(double angle, double radius) {
    return String.format(Locale.ROOT, "%.1f", CENTRE + radius * Math.sin(angle));
  }

  private static String y(double angle, double radius) {
    return String.format(Locale.ROOT, "%.1f", MIDDLE - radius * Math.cos(angle));
  }
}
