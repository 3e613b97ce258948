package org.parley.web.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/// A chart of rows that open, such as a Gantt chart, as one drawing: names on the left, tracks on
/// the right.
///
/// The drawing is set into the chart itself, so that the rules of the page hold for its parts.
final class RowsDrawing {

  /// The attribute that names a chart of rows, for addresses.
  static final String NAME = "data-rows";

  private static final int NAMES = 330;
  private static final int TRACK = 700;
  private static final int LETTERS = 44;
  private static final int LINE = 17;
  private static final int GAP = 12;
  private static final List<String> LENGTHS = List.of("x", "x1", "x2", "cx", "width");

  private final Element chart;
  private final Element svg;
  private int y;

  private RowsDrawing(Element chart) {
    this.chart = chart;
    svg = chart.appendElement("svg");
  }

  /// Draws a chart.
  static Element of(Element chart) {
    return new RowsDrawing(chart).drawn();
  }

  private Element drawn() {
    Element axis = chart.selectFirst(".g-axis svg");
    if (axis != null) {
      track(svg.appendElement("g").addClass("g-axis"), axis, y);
      y += height(axis) + GAP;
    }
    chart.select(".g-row").forEach(this::row);
    return svg.attr("viewBox", "0 0 " + (NAMES + TRACK) + " " + y);
  }

  private void row(Element row) {
    Element group = svg.appendElement("g").attr("class", row.className());
    int below = names(group, row);
    Element track = row.selectFirst("svg.g-track");
    if (track != null) {
      track(group, track, y);
      below = Math.max(below, y + height(track));
    }
    y = below + GAP;
  }

  /// The name of a row, and its days below.
  private int names(Element group, Element row) {
    Element title = row.selectFirst(".g-title");
    Element when = row.selectFirst(".g-when");
    int at = y;
    for (String line : title == null ? List.<String>of() : lines(title.ownText())) {
      at = line(group, "lanelabel", at, line);
    }
    for (String line : when == null ? List.<String>of() : lines(words(when))) {
      at = line(group, "ticklabel", at, line);
    }
    return at;
  }

  private static String words(Element when) {
    List<String> parts = new ArrayList<>(List.of(when.ownText().strip()));
    when.children().forEach(each -> parts.add(each.text().strip()));
    parts.removeIf(String::isEmpty);
    return String.join(" · ", parts);
  }

  private static List<String> lines(String words) {
    return words.isBlank() ? List.of() : DrawingWriter.wrapped(words.strip(), LETTERS);
  }

  private static int line(Element group, String style, int at, String words) {
    Element text = group.appendElement("text").addClass(style).attr("x", "0");
    text.attr("y", String.valueOf(at + LINE - 3)).attr("text-anchor", "start").text(words);
    return at + LINE;
  }

  private static void track(Element group, Element track, int y) {
    Element moved =
        group
            .appendElement("g")
            .attr("transform", "translate(" + NAMES + " " + y + ")" + scale(track));
    track.children().forEach(each -> moved.appendChild(inPixels(each.clone())));
  }

  /// A track with a box of its own is as wide as the others.
  private static String scale(Element track) {
    String box = track.hasAttr("viewBox") ? track.attr("viewBox") : track.attr("viewbox");
    List<String> numbers = box.isEmpty() ? List.of() : List.of(box.split(" ", -1));
    return numbers.size() < 3
        ? ""
        : String.format(Locale.ROOT, " scale(%.4f 1)", TRACK / Double.parseDouble(numbers.get(2)));
  }

  private static Element inPixels(Element drawn) {
    List<Element> all = new ArrayList<>(drawn.getAllElements());
    for (Element each : all) {
      for (String length : LENGTHS) {
        String value = each.attr(length);
        if (value.endsWith("%")) {
          each.attr(length, pixels(value));
        }
      }
    }
    return drawn;
  }

  private static String pixels(String percent) {
    double share = Double.parseDouble(percent.substring(0, percent.length() - 1));
    return String.format(Locale.ROOT, "%.1f", share / 100 * TRACK);
  }

  private static int height(Element track) {
    String height = track.attr("height");
    return height.matches("\\d{1,4}") ? Integer.parseInt(height) : 30;
  }
}
