package org.parley.web.place;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.parley.web.view.Say;

/// The frame of a map: where degrees come to lie in a drawing, its graticule and its coasts.
///
/// @param width the width of the drawing
/// @param height the height
/// @param longitude the middle
/// @param latitude the middle
/// @param shrink how much shorter a degree of longitude is than one of latitude
/// @param perDegree the length of a degree of latitude
public record MapFrame(
    int width, int height, double longitude, double latitude, double shrink, double perDegree) {

  private static final int MARGIN = 36;
  private static final int MOST_LINES = 30;
  private static final double[] STEPS = {0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20};

  /// A degree of latitude on the sphere of the mean radius of the Earth, 6,371 km.
  private static final double KILOMETRES_PER_DEGREE = 111.195;

  private static final double ROOM = 1.25;
  private static final double WIDER_THAN_HIGH = 1.5;

  /// A line of the graticule, and its degrees.
  public record GridLine(int at, String label) {}

  private enum Side {
    NORTH,
    SOUTH,
    EAST,
    WEST
  }

  /// The frame of a box of degrees.
  ///
  /// @param least the least height of the map, in degrees
  public static MapFrame around(
      int width, int height, double west, double south, double east, double north, double least) {
    double middle = (south + north) / 2;
    double shrink = Math.max(0.1, Math.cos(Math.toRadians(middle)));
    double wide = (east - west) * shrink / WIDER_THAN_HIGH;
    double degrees = Math.max(least, Math.max(wide, north - south) * ROOM);
    return new MapFrame(
        width, height, (west + east) / 2, middle, shrink, (height - 2.0 * MARGIN) / degrees);
  }

  /// Where a longitude lies.
  public double x(double east) {
    return width / 2.0 + (east - longitude) * shrink * perDegree;
  }

  /// Where a latitude lies.
  public double y(double north) {
    return height / 2.0 - (north - latitude) * perDegree;
  }

  /// The land as an SVG path; empty if no coast is near.
  public String land() {
    double wide = width / 2.0 / (shrink * perDegree);
    double high = height / 2.0 / perDegree;
    return Coast.path(
        longitude - wide, latitude - high, longitude + wide, latitude + high, this::x, this::y);
  }

  private double step() {
    double wanted = 90 / perDegree;
    for (double each : STEPS) {
      if (each >= wanted) {
        return each;
      }
    }
    return 30;
  }

  /// The lines of longitude.
  public List<GridLine> meridians() {
    double step = step();
    long first = (long) Math.floor((longitude - width / 2.0 / (shrink * perDegree)) / step);
    List<GridLine> lines = new ArrayList<>();
    for (long each = first; lines.size() < MOST_LINES; each++) {
      int at = (int) Math.round(x(each * step));
      if (at > width - MARGIN) {
        break;
      }
      if (at >= MARGIN) {
        lines.add(new GridLine(at, degrees(each * step, each < 0 ? Side.WEST : Side.EAST)));
      }
    }
    return lines;
  }

  /// The lines of latitude.
  public List<GridLine> parallels() {
    double step = step();
    long first = (long) Math.floor((latitude - height / 2.0 / perDegree) / step);
    List<GridLine> lines = new ArrayList<>();
    for (long each = first; lines.size() < MOST_LINES; each++) {
      int at = (int) Math.round(y(each * step));
      if (at < MARGIN) {
        break;
      }
      if (at <= height - MARGIN) {
        lines.add(new GridLine(at, degrees(each * step, each < 0 ? Side.SOUTH : Side.NORTH)));
      }
    }
    return lines;
  }

  /// A bar of a round length, at most a quarter of the width.
  ///
  /// @param width its width in the drawing
  /// @param label its length
  public record ScaleBar(int width, String label) {}

  /// The scale in the middle of the map.
  public ScaleBar scaleBar() {
    double perKilometre = perDegree / KILOMETRES_PER_DEGREE;
    long kilometres = 1;
    for (long power = 1; power <= 10_000; power *= 10) {
      for (long digit : List.of(1L, 2L, 5L)) {
        if (digit * power * perKilometre <= width / 4.0) {
          kilometres = digit * power;
        }
      }
    }
    return new ScaleBar(
        (int) Math.round(kilometres * perKilometre),
        Say.text("places.kilometres", "count", kilometres));
  }

  private static String degrees(double signed, Side side) {
    String digits =
        BigDecimal.valueOf(Math.abs(signed))
            .setScale(2, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return Say.text("watch.degrees", "degrees", digits + "°", "side", side);
  }
}
