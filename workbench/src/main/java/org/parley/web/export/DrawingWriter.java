package org.parley.web.export;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Writes a drawing of a page as a document of its own.
///
/// Each element carries its style, so that every program shows it alike. Only known elements and
/// attributes are written: no script, no link, nothing to fetch.
final class DrawingWriter {

  private static final Set<String> ELEMENTS =
      Set.of(
          "g",
          "defs",
          "pattern",
          "rect",
          "line",
          "circle",
          "ellipse",
          "path",
          "polyline",
          "polygon",
          "text",
          "tspan",
          "title");

  /// Attributes, as HTML reads them, with the names of SVG.
  private static final Map<String, String> ATTRIBUTES = new LinkedHashMap<>();

  static {
    for (String each :
        List.of(
            "id",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "dx",
            "dy",
            "d",
            "points",
            "width",
            "height",
            "transform",
            "fill",
            "fill-rule",
            "fill-opacity",
            "stroke",
            "stroke-width",
            "stroke-opacity",
            "stroke-dasharray",
            "text-anchor",
            "patternUnits",
            "patternTransform")) {
      ATTRIBUTES.put(each.toLowerCase(Locale.ROOT), each);
    }
  }

  private static final Pattern BOX =
      Pattern.compile("(-?[\\d.]+)[ ,]+(-?[\\d.]+)[ ,]+([\\d.]+)[ ,]+([\\d.]+)");

  private static final Pattern REFERENCE = Pattern.compile("url\\(#([\\w-]+)\\)");

  private static final String FAMILY =
      "font-family=\"'Source Serif 4', Georgia, 'Liberation Serif', 'DejaVu Serif', serif\"";
  private static final int MARGIN = 24;
  private static final int TITLE_LINE = 26;
  private static final int SOURCE_LINE = 18;
  private static final int KEY_LINE = 22;
  private static final int KEY_LETTER = 7;
  private static final int SWATCH = 30;
  private static final int LETTERS_PER_100 = 11;
  private static final int MOST_PIXELS = 4_000;
  private static final String SOFT = "#5c574d";
  private static final LightStyle STYLE = LightStyle.OF_PAGES;

  private final StringOutput out = new StringOutput();

  private DrawingWriter() {}

  static PageDrawing write(Element svg, String title, List<KeySample> key, List<String> source) {
    Matcher box = BOX.matcher(svg.hasAttr("viewBox") ? svg.attr("viewBox") : svg.attr("viewbox"));
    if (!box.matches()) {
      throw new IllegalStateException("a drawing without viewBox: " + svg.attributes());
    }
    int width = bounded(box.group(3));
    int height = bounded(box.group(4));
    List<String> titles = wrapped(title, Math.max(20, width * LETTERS_PER_100 / 100));
    int top = MARGIN + titles.size() * TITLE_LINE + SOURCE_LINE;
    List<List<KeySample>> keyLines = keyLines(key, width);
    int below = top + height + keyLines.size() * KEY_LINE;
    int whole = below + MARGIN + source.size() * SOURCE_LINE + MARGIN / 2;
    DrawingWriter writer = new DrawingWriter();
    writer.frame(width + 2 * MARGIN, whole, title);
    for (int i = 0; i < titles.size(); i++) {
      writer.line(MARGIN, MARGIN + (i + 1) * TITLE_LINE - 6, 20, "#1d1b17", titles.get(i));
    }
    writer.out.writeContent(
        "<g transform=\"translate("
            + (MARGIN - (int) Double.parseDouble(box.group(1)))
            + " "
            + (top - (int) Double.parseDouble(box.group(2)))
            + ")\" font-size=\"16\">\n");
    svg.childNodes().forEach(writer::node);
    writer.out.writeContent("</g>\n");
    for (int i = 0; i < keyLines.size(); i++) {
      writer.keyLine(keyLines.get(i), top + height + (i + 1) * KEY_LINE);
    }
    for (int i = 0; i < source.size(); i++) {
      writer.line(MARGIN, below + MARGIN + i * SOURCE_LINE + 4, 13, SOFT, source.get(i));
    }
    writer.out.writeContent("</svg>\n");
    return new PageDrawing(title, writer.out.toString(), width + 2 * MARGIN, whole);
  }

  /// The samples of a key in lines as wide as the drawing.
  private static List<List<KeySample>> keyLines(List<KeySample> key, int width) {
    List<List<KeySample>> lines = new ArrayList<>();
    int left = 0;
    for (KeySample each : key.stream().flatMap(sample -> broken(sample, width)).toList()) {
      if (lines.isEmpty() || left < wide(each)) {
        lines.add(new ArrayList<>());
        left = width;
      }
      lines.getLast().add(each);
      left -= wide(each);
    }
    return lines;
  }

  /// Words wider than the drawing go on below.
  private static Stream<KeySample> broken(KeySample sample, int width) {
    List<String> words = wrapped(sample.words(), Math.max(20, width / KEY_LETTER - SWATCH / 4));
    return IntStream.range(0, words.size())
        .mapToObj(at -> new KeySample(at == 0 ? sample.swatch() : List.of(), words.get(at)));
  }

  private static int wide(KeySample sample) {
    return (sample.swatch().isEmpty() ? 0 : SWATCH)
        + sample.words().length() * KEY_LETTER
        + SWATCH / 2;
  }

  private void keyLine(List<KeySample> samples, int y) {
    int x = MARGIN;
    for (KeySample each : samples) {
      out.writeContent("<g transform=\"translate(" + x + " " + (y - 12) + ")\" font-size=\"12\">");
      each.swatch().forEach(this::element);
      out.writeContent("</g>\n");
      line(x + (each.swatch().isEmpty() ? 0 : SWATCH), y, 13, SOFT, each.words());
      x += wide(each);
    }
  }

  private static int bounded(String length) {
    return Math.clamp((long) Math.ceil(Double.parseDouble(length)), 1, MOST_PIXELS);
  }

  static List<String> wrapped(String text, int letters) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() >= letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void frame(int width, int height, String title) {
    out.writeContent(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" %s>\n<title>",
            width,
            height,
            width,
            height,
            FAMILY));
    text(title);
    out.writeContent("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  }

  private void line(int x, int y, int size, String color, String words) {
    out.writeContent(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\">",
            x,
            y,
            size,
            color));
    text(words);
    out.writeContent("</text>\n");
  }

  private void text(String words) {
    StringBuilder kept = new StringBuilder();
    words
        .codePoints()
        .filter(each -> each >= ' ' && each != 0xfffe && each != 0xffff)
        .forEach(kept::appendCodePoint);
    Escape.htmlContent(kept.toString(), out);
  }

  private void node(Node node) {
    if (node instanceof TextNode words) {
      text(words.getWholeText().replaceAll("\\s+", " "));
    } else if (node instanceof Element element) {
      element(element);
    }
  }

  private void element(Element element) {
    String name = element.normalName().equals("a") ? "g" : element.normalName();
    Map<String, String> style = STYLE.of(element);
    if (!ELEMENTS.contains(name) || "none".equals(style.get("display"))) {
      return;
    }
    out.writeContent("<" + name);
    attributes(element, style).forEach(this::attribute);
    out.writeContent(">");
    element.childNodes().forEach(this::node);
    out.writeContent("</" + name + ">");
  }

  private static Map<String, String> attributes(Element element, Map<String, String> style) {
    Map<String, String> written = new LinkedHashMap<>();
    for (Attribute each : element.attributes()) {
      String name = ATTRIBUTES.get(each.getKey().toLowerCase(Locale.ROOT));
      if (name != null) {
        written.put(name, each.getValue());
      }
    }
    written.putAll(style);
    written.remove("display");
    if (written.remove("paint-order") != null) {
      // not every program draws the stroke first; over the letters it would hide them
      written.remove("stroke");
      written.remove("stroke-width");
    }
    written.values().removeIf(value -> value.contains("url(") && !isDrawn(element, value));
    written.replaceAll((_, value) -> value.equals("transparent") ? "none" : value);
    return written;
  }

  /// Whether a reference leads to a part of the same drawing.
  private static boolean isDrawn(Element element, String reference) {
    Matcher local = REFERENCE.matcher(reference);
    Element drawing = element.closest("svg");
    return local.matches()
        && drawing != null
        && drawing.select("[id]").eachAttr("id").contains(local.group(1));
  }

  private void attribute(String name, String value) {
    out.writeContent(" " + name + "=\"");
    Escape.htmlAttribute(value, out);
    out.writeContent("\"");
  }
}
