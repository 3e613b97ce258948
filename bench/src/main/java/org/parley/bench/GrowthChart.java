package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A log-log chart of time by size, as SVG: each series a line through its medians, with the spread
/// as bars. Readable in light and dark; every colour has a marker of its own shape.
///
/// @param title the title
/// @param across the label of the axis
/// @param series the series
public record GrowthChart(String title, String across, List<GrowthLine> series) {

  /// A series.
  ///
  /// @param name its name
  /// @param points its points, by size
  public record GrowthLine(String name, List<Point> points) {
    public GrowthLine {
      points = List.copyOf(points);
    }
  }

  /// One size.
  ///
  /// @param size how large the problem was
  /// @param least the least seconds measured
  /// @param median the median of the seconds
  /// @param most the most
  public record Point(double size, double least, double median, double most) {}

  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int LEFT = 70;
  private static final int RIGHT = 150;
  private static final int TOP = 46;
  private static final int BOTTOM = 52;
  private static final double APART = 16;
  private static final String STYLE =
      """
      svg{font:13px ui-sans-serif,system-ui,"Liberation Sans",sans-serif;background:#fdfcf9}\
      text{fill:#1d1b17}.soft{fill:#5c574d}.grid{stroke:#ddd7c9}\
      .s0{stroke:#0072b2;fill:#0072b2}.s1{stroke:#b85000;fill:#b85000}.s2{stroke:#00785a;fill:#00785a}\
      .s3{stroke:#6b5b95;fill:#6b5b95}\
      .line{fill:none;stroke-width:2}.bar{stroke-width:1.2}.name{stroke:none}\
      @media(prefers-color-scheme:dark){svg{background:#15171a}text{fill:#e9e5db}.soft{fill:#aea899}\
      .grid{stroke:#33373d}.s0{stroke:#6db9ee;fill:#6db9ee}.s1{stroke:#f08a4b;fill:#f08a4b}\
      .s2{stroke:#3fc39b;fill:#3fc39b}.s3{stroke:#b3a1e6;fill:#b3a1e6}.line{fill:none}.name{stroke:none}}""";

  public GrowthChart {
    series = List.copyOf(series);
  }

  /// Writes the chart.
  public void write(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, svg());
  }

  String svg() {
    double least = Double.MAX_VALUE;
    double most = 0;
    double from = Double.MAX_VALUE;
    double to = 0;
    for (GrowthLine each : series) {
      for (Point point : each.points) {
        least = Math.min(least, point.least);
        most = Math.max(most, point.most);
        from = Math.min(from, point.size);
        to = Math.max(to, point.size);
      }
    }
    int low = (int) Math.floor(Math.log10(least));
    int high = (int) Math.ceil(Math.log10(most));
    var frame = new Frame(Math.log10(from), Math.log10(to), low, Math.max(high, low + 1));
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-label=\"%s\">%n<style>%s</style>%n",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT,
            escaped(title),
            STYLE));
    text(svg, LEFT, 22, "start", "", title);
    for (int power = frame.low; power <= frame.high; power++) {
      double y = frame.y(Math.pow(10, power));
      line(svg, LEFT, y, (double) WIDTH - RIGHT, y, "grid");
      text(svg, LEFT - 8, y + 4, "end", "soft", seconds(power));
    }
    List<Double> marked = new ArrayList<>();
    for (GrowthLine each : series) {
      for (Point point : each.points) {
        double x = frame.x(point.size);
        if (marked.stream().noneMatch(other -> Math.abs(other - x) < 34)) {
          marked.add(x);
          line(svg, x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5.0, "grid");
          text(
              svg,
              x,
              HEIGHT - BOTTOM + 20.0,
              "middle",
              "soft",
              String.format(Locale.UK, "%,.0f", point.size));
        }
      }
    }
    text(svg, LEFT, HEIGHT - 10.0, "start", "soft", across);
    for (int i = 0; i < series.size(); i++) {
      draw(svg, frame, series.get(i), i, lower(frame, i));
    }
    return svg.append("</svg>\n").toString();
  }

  /// How much lower the name of a line must be written so that it is not over that of another.
  private double lower(Frame frame, int index) {
    Point last = series.get(index).points.getLast();
    for (int i = 0; i < series.size(); i++) {
      Point other = series.get(i).points.getLast();
      double below = frame.y(last.median) - frame.y(other.median);
      boolean near =
          Math.abs(below) < APART && Math.abs(frame.x(last.size) - frame.x(other.size)) < 60;
      if (i != index && near && (below > 0 || (below == 0 && index > i))) {
        return APART - below;
      }
    }
    return 0;
  }

  private void draw(StringBuilder svg, Frame frame, GrowthLine each, int index, double lower) {
    String style = "s" + index;
    StringBuilder path = new StringBuilder();
    for (Point point : each.points) {
      double x = frame.x(point.size);
      path.append(path.isEmpty() ? "M" : " L").append(number(x)).append(',');
      path.append(number(frame.y(point.median)));
      line(svg, x, frame.y(point.least), x, frame.y(point.most), style + " bar");
    }
    svg.append("<path class=\"").append(style).append(" line\" d=\"").append(path);
    svg.append("\"/>\n");
    for (Point point : each.points) {
      mark(svg, frame.x(point.size), frame.y(point.median), index);
    }
    Point last = each.points.getLast();
    double y = frame.y(last.median) + lower;
    text(svg, frame.x(last.size) + 12, y + 4, "start", style + " name", each.name);
  }

  private static void mark(StringBuilder svg, double x, double y, int index) {
    String style = "class=\"s" + index + "\"";
    svg.append(
        switch (index) {
          case 0 ->
              "<circle %s cx=\"%s\" cy=\"%s\" r=\"4\"/>%n".formatted(style, number(x), number(y));
          case 1 ->
              "<rect %s x=\"%s\" y=\"%s\" width=\"8\" height=\"8\"/>%n"
                  .formatted(style, number(x - 4), number(y - 4));
          case 2 ->
              "<polygon %s points=\"%s,%s %s,%s %s,%s\"/>%n"
                  .formatted(
                      style,
                      number(x),
                      number(y - 5),
                      number(x + 5),
                      number(y + 4),
                      number(x - 5),
                      number(y + 4));
          default ->
              "<polygon %s points=\"%s,%s %s,%s %s,%s %s,%s\"/>%n"
                  .formatted(
                      style,
                      number(x),
                      number(y - 5.5),
                      number(x + 5.5),
                      number(y),
                      number(x),
                      number(y + 5.5),
                      number(x - 5.5),
                      number(y));
        });
  }

  /// Where sizes and seconds lie.
  private record Frame(double from, double to, int low, int high) {
    double x(double size) {
      double share = to > from ? (Math.log10(size) - from) / (to - from) : 0;
      return LEFT + 16 + share * (WIDTH - LEFT - RIGHT - 32);
    }

    double y(double seconds) {
      double share = (Math.log10(seconds) - low) / (high - low);
      return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }
  }

  private static String seconds(int power) {
    return switch (power) {
      case -3 -> "1 ms";
      case -2 -> "10 ms";
      case -1 -> "0.1 s";
      case -4 -> "0.1 ms";
      case -5 -> "0.01 ms";
      default -> String.format(Locale.UK, "%,.0f s", Math.pow(10, power));
    };
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String style) {
    svg.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n"
            .formatted(style, number(x1), number(y1), number(x2), number(y2)));
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String style, String words) {
    svg.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
            .formatted(style, number(x), number(y), anchor, escaped(words)));
  }

  private static String number(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
