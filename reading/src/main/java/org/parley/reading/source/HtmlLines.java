package org.parley.reading.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// The lines of a page as they show. A short row of a table is one, and items of lists are
/// indented. Blank lines of the source part them too, as in pages that were made of plain text.
final class HtmlLines implements NodeVisitor {

  private static final Pattern BLANK_LINE = Pattern.compile("\n[ \t\r]*+\n");
  private static final String PARTED = "\u2029";
  private static final Pattern MARGIN =
      Pattern.compile(
          "(?i)(?:margin|padding)-left\\s*+:\\s*+(?<length>\\d{1,4}(?:\\.\\d{1,9})?+)\\s*+(?<unit>cm|mm|in|pt|px|em)");

  private final List<String> found = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private final Deque<TableCells> tables = new ArrayDeque<>();

  /// Items of lists that are open.
  private int items;

  /// The places that blocks are moved in by their style.
  private int margins;

  private HtmlLines() {}

  static List<String> of(Element root) {
    HtmlLines lines = new HtmlLines();
    NodeTraversor.traverse(lines, root);
    lines.close();
    return lines.found;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      open.append(BLANK_LINE.matcher(text.getWholeText()).replaceAll(PARTED));
    } else if (node instanceof Element element && HtmlArticle.isBlock(element)) {
      close();
      begin(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && HtmlArticle.isBlock(element)) {
      close();
      end(element);
    }
  }

  private void begin(Element element) {
    margins += margin(element);
    switch (element.normalName()) {
      case "li" -> items++;
      case "table" -> tables.push(new TableCells(found));
      case "tr" -> {
        if (!tables.isEmpty()) {
          tables.element().beginRow();
        }
      }
      case "td", "th" -> {
        if (!tables.isEmpty()) {
          tables.element().begin(span(element, "colspan"), span(element, "rowspan"));
        }
      }
      default -> {}
    }
  }

  private void end(Element element) {
    margins -= margin(element);
    switch (element.normalName()) {
      case "li" -> items--;
      case "table" -> tables.pop();
      case "tr" -> {
        if (!tables.isEmpty()) {
          tables.element().endRow();
        }
      }
      case "td", "th" -> {
        if (!tables.isEmpty()) {
          tables.element().end();
        }
      }
      default -> {}
    }
  }

  private static int span(Element cell, String name) {
    String span = cell.attr(name).strip();
    return span.matches("\\d{1,5}") ? Integer.parseInt(span) : 1;
  }

  /// How far the style of a block moves it in, in twentieths of a point.
  private static int margin(Element block) {
    Matcher margin = MARGIN.matcher(block.attr("style"));
    if (!margin.find()) {
      return 0;
    }
    double length = Double.parseDouble(margin.group("length"));
    return (int) Math.round(length * TextIndent.twips(margin.group("unit")));
  }

  private void close() {
    String words = open.toString();
    open.setLength(0);
    for (String each : words.split(PARTED, -1)) {
      String line = each.replaceAll("\\s+", " ").strip();
      if (line.length() > 1 || (!line.isEmpty() && Character.isLetterOrDigit(line.charAt(0)))) {
        found.add(TextIndent.of(items, margins) + line);
      }
    }
  }
}
