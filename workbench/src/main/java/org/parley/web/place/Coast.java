package org.parley.web.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/// The coastlines of the world, for maps without network access. Borders are left out on purpose:
/// parties dispute them.
///
/// From Natural Earth (public domain), simplified; see `coast.LICENSE.txt`.
final class Coast {

  /// Coordinates are whole numbers of these a degree.
  private static final double A_DEGREE = 50;

  /// A ring of land, or of an inland sea in it: longitude and latitude in turn, in degrees.
  private static final class Ring {
    private final double[] points;
    private double west = 180;
    private double south = 90;
    private double east = -180;
    private double north = -90;

    Ring(double[] points) {
      this.points = points;
      for (int i = 0; i < points.length; i += 2) {
        west = Math.min(west, points[i]);
        east = Math.max(east, points[i]);
        south = Math.min(south, points[i + 1]);
        north = Math.max(north, points[i + 1]);
      }
    }
  }

  private static final List<Ring> RINGS = read();

  private Coast() {}

  private static List<Ring> read() {
    List<Ring> rings = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Coast.class.getResourceAsStream("coast.txt"), "coast.txt"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rings.add(ring(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading coast.txt", e);
    }
    return List.copyOf(rings);
  }

  private static Ring ring(String line) {
    String[] steps = line.split(" ");
    double[] points = new double[steps.length];
    long[] at = new long[2];
    for (int i = 0; i < steps.length; i++) {
      at[i & 1] += Long.parseLong(steps[i]);
      points[i] = at[i & 1] / A_DEGREE;
    }
    return new Ring(points);
  }

  /// The land in a window of degrees, as an SVG path; empty if there is only water.
  ///
  /// @param x the projection of longitude
  /// @param y the projection of latitude
  static String path(
      double west,
      double south,
      double east,
      double north,
      DoubleUnaryOperator x,
      DoubleUnaryOperator y) {
    StringBuilder path = new StringBuilder();
    for (Ring ring : RINGS) {
      if (ring.west > east || ring.east < west || ring.south > north || ring.north < south) {
        continue;
      }
      double[] inside = ring.points;
      inside = clipped(inside, 0, west, 1);
      inside = clipped(inside, 0, east, -1);
      inside = clipped(inside, 1, south, 1);
      inside = clipped(inside, 1, north, -1);
      append(inside, x, y, path);
    }
    return path.toString();
  }

  private static void append(
      double[] ring, DoubleUnaryOperator x, DoubleUnaryOperator y, StringBuilder path) {
    List<Long> drawn = new ArrayList<>();
    for (int i = 0; i < ring.length; i += 2) {
      long atX = Math.round(x.applyAsDouble(ring[i]));
      long atY = Math.round(y.applyAsDouble(ring[i + 1]));
      int size = drawn.size();
      if (size == 0 || drawn.get(size - 2) != atX || drawn.get(size - 1) != atY) {
        drawn.add(atX);
        drawn.add(atY);
      }
    }
    if (drawn.size() < 6) {
      return;
    }
    for (int i = 0; i < drawn.size(); i += 2) {
      path.append(i == 0 ? 'M' : 'L').append(drawn.get(i)).append(' ').append(drawn.get(i + 1));
    }
    path.append('Z');
  }

  /// Clips a ring at a line (Sutherland and Hodgman, "Reentrant polygon clipping", 1974).
  ///
  /// @param axis 0 for longitude, 1 for latitude
  /// @param sign 1 to keep greater values, -1 to keep smaller ones
  private static double[] clipped(double[] ring, int axis, double bound, int sign) {
    double[] kept = new double[2 * ring.length + 4];
    int size = 0;
    int count = ring.length / 2;
    for (int i = 0; i < count; i++) {
      int next = (i + 1) % count;
      double here = (ring[2 * i + axis] - bound) * sign;
      double there = (ring[2 * next + axis] - bound) * sign;
      if (here >= 0) {
        kept[size++] = ring[2 * i];
        kept[size++] = ring[2 * i + 1];
      }
      if ((here >= 0) != (there >= 0)) {
        double share = here / (here - there);
        kept[size++] = ring[2 * i] + share * (ring[2 * next] - ring[2 * i]);
        kept[size++] = ring[2 * i + 1] + share * (ring[2 * next + 1] - ring[2 * i + 1]);
      }
    }
    return java.util.Arrays.copyOf(kept, size);
  }
}
