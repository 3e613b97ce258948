package org.parley.bench.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Points on two logarithmic scales as an SVG drawing that can be read in light and dark.
final class Chart {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 64;
  private static final int BOTTOM = 312;
  private static final int TOP = 24;
  private static final int RIGHT = 560;

  private static final String[] COLORS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7"};

  private final SortedMap<String, List<Dot>> series = new TreeMap<>();

  private record Dot(double x, double y) {}

  void add(String name, long x, long y) {
    series
        .computeIfAbsent(name, _ -> new ArrayList<>())
        .add(new Dot((double) Math.max(1, x), (double) Math.max(1, y)));
  }

  /// The chart as SVG.
  ///
  /// @param across the label of the horizontal axis
  /// @param up the label of the vertical axis
  String svg(String across, String up) {
    int mostX = decades(Dot::x);
    int mostY = decades(Dot::y);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img"
              aria-label="%s by %s">
            <style>
            text { font: 12px sans-serif; fill: #333 }
            line { stroke: #ccc }
            @media (prefers-color-scheme: dark) { text { fill: #ddd } line { stroke: #555 } }
            </style>
            """,
            WIDTH,
            HEIGHT,
            up,
            across));
    for (int decade = 0; decade <= mostX; decade++) {
      double x = place(Math.pow(10, decade), mostX, LEFT, RIGHT);
      line(svg, x, TOP, x, BOTTOM);
      text(svg, x, BOTTOM + 18, "middle", number(decade));
    }
    for (int decade = 0; decade <= mostY; decade++) {
      double y = place(Math.pow(10, decade), mostY, BOTTOM, TOP);
      line(svg, LEFT, y, RIGHT, y);
      text(svg, LEFT - 6, y + 4, "end", number(decade));
    }
    int row = 0;
    for (var each : series.entrySet()) {
      String color = COLORS[row % COLORS.length];
      for (Dot dot : each.getValue()) {
        double x = place(dot.x, mostX, LEFT, RIGHT);
        circle(svg, x, place(dot.y, mostY, BOTTOM, TOP), color);
      }
      int y = TOP + 8 + 20 * row++;
      circle(svg, RIGHT + 18, y, color);
      text(svg, RIGHT + 30, y + 4, "start", each.getKey());
    }
    text(svg, (LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", across);
    text(svg, 6, 14, "start", up);
    return svg.append("</svg>\n").toString();
  }

  private static String number(int decade) {
    return String.format(Locale.ROOT, "%,.0f", Math.pow(10, decade));
  }

  private static void line(StringBuilder svg, double x, double y, double toX, double toY) {
    svg.append(
        String.format(
            Locale.ROOT, "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'/>%n", x, y, toX, toY));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n",
            x,
            y,
            anchor,
            words));
  }

  private static void circle(StringBuilder svg, double x, double y, String color) {
    svg.append(
        String.format(Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='5' fill='%s'/>%n", x, y, color));
  }

  private int decades(ToDoubleFunction<Dot> of) {
    double most = series.values().stream().flatMap(List::stream).mapToDouble(of).max().orElse(1);
    return Math.max(1, (int) Math.ceil(Math.log10(most)));
  }

  private static double place(double value, int decades, double from, double to) {
    return from + (to - from) * Math.log10(value) / decades;
  }
}
