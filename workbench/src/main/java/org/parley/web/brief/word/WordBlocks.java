package org.parley.web.brief.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.tree.XmlWriter;

/// Writes the blocks of a page: headings, paragraphs, lists and tables, in their order.
///
/// The table of the first page, whose rows are its sections, becomes headings with their content:
/// so Word's navigation has them.
final class WordBlocks {

  static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PLACED =
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

  /// Elements that begin a line of their own.
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "ul",
          "ol",
          "li",
          "table",
          "tbody",
          "thead",
          "tr",
          "td",
          "th",
          "h1",
          "h2",
          "h3",
          "h4",
          "figure",
          "figcaption",
          "blockquote",
          "section",
          "dl",
          "dt",
          "dd");

  /// Parts of the page that stand in the margins, or lead back to the server.
  private static final String MARGINS = ".running, .marking, .back";

  /// Parts in small print.
  private static final String SMALL = ".kind, .of, .caption, .more, .anchor";

  private final XmlWriter xml = new XmlWriter();
  private final WordLinks links;
  private final WordRuns runs;
  private final List<String> waiting = new ArrayList<>();
  private int lists;

  WordBlocks(WordLinks links, WordDrawings drawings) {
    this.links = links;
    this.runs = new WordRuns(xml, links, drawings);
  }

  /// How a paragraph looks.
  ///
  /// @param style the name of its style
  /// @param list the number of its list; 0 for none
  private record Look(String style, int list, boolean isBold) {
    static final Look TEXT = new Look("Normal", 0, false);

    Look styled(String other) {
      return new Look(other, list, isBold);
    }
  }

  String document(Document page) {
    xml.open("w:document").with("xmlns:w", NAMESPACE).with("xmlns:r", RELATIONS);
    xml.with("xmlns:wp", PLACED).open("w:body");
    page.select("body").forEach(body -> flow(body, Look.TEXT));
    section();
    return xml.close().close().toString();
  }

  /// A4 with the margins of office paper.
  private void section() {
    xml.open("w:sectPr");
    for (String part : List.of("header", "footer")) {
      xml.open("w:" + part + "Reference").with("w:type", "default");
      xml.with("r:id", WordPackage.relationOf(part)).close();
    }
    xml.open("w:pgSz").with("w:w", "11906").with("w:h", "16838").close();
    xml.open("w:pgMar").with("w:top", "1418").with("w:right", "1247").with("w:bottom", "1304");
    xml.with("w:left", "1247").with("w:header", "680").with("w:footer", "624");
    xml.with("w:gutter", "0").close().close();
  }

  /// Writes what is in an element: blocks as blocks, what stands between them as paragraphs.
  private void flow(Element parent, Look look) {
    remember(parent);
    List<Node> line = new ArrayList<>();
    for (Node each : parent.childNodes()) {
      if (each instanceof Element element && BLOCKS.contains(element.normalName())) {
        paragraph(line, look);
        line.clear();
        block(element, look);
      } else {
        line.add(each);
      }
    }
    paragraph(line, look);
  }

  private void block(Element element, Look look) {
    if (element.is(MARGINS)) {
      return;
    }
    switch (element.normalName()) {
      case "h1" -> flow(element, look.styled("Title"));
      case "h2" -> flow(element, look.styled("Heading1"));
      case "h3", "h4" -> flow(element, look.styled("Heading2"));
      case "ul", "ol" -> list(element, look);
      case "table" -> table(element, look);
      default -> flow(element, element.is(SMALL) ? look.styled("Small") : look);
    }
  }

  private void list(Element list, Look look) {
    boolean isNumbered = list.normalName().equals("ol");
    int number = isNumbered ? WordSheet.FIRST_NUMBERED + lists++ % WordSheet.NUMBERED : 1;
    list.children().forEach(each -> flow(each, new Look("ListParagraph", number, look.isBold())));
  }

  private void table(Element table, Look look) {
    if (table.hasClass("memo")) {
      table.select("> tbody > tr").forEach(row -> memoRow(row, look));
    } else if (table.parents().hasClass("footnotes")) {
      footnotes(table, look);
    } else if (table.attr("role").equals("presentation")) {
      table.select("td").forEach(each -> flow(each, look));
    } else {
      new WordTable(xml, table, this::cell).write();
    }
  }

  /// The notes of the first page in one paragraph, by their numbers.
  private void footnotes(Element table, Look look) {
    List<Node> line = new ArrayList<>();
    table.select("td").stream()
        .filter(cell -> cell.hasText())
        .sorted(Comparator.comparingInt(WordBlocks::numbered))
        .forEach(
            cell -> {
              if (!line.isEmpty()) {
                line.add(new TextNode(" · "));
              }
              line.addAll(cell.childNodesCopy());
            });
    paragraph(line, look.styled("Notes"));
  }

  private static int numbered(Element note) {
    String number = note.select("b").text();
    return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
  }

  /// A row of the first page: its name is a heading.
  private void memoRow(Element row, Look look) {
    for (Element cell : row.children()) {
      flow(cell, cell.normalName().equals("th") ? look.styled("Heading1") : look);
    }
  }

  /// Writes the content of a cell, which ends with a paragraph.
  private void cell(Element cell) {
    if (cell.previousElementSibling() == null) {
      remember(cell.parent());
    }
    boolean isHead = cell.normalName().equals("th");
    if (cell.select("p, ul, ol, div, svg").isEmpty() && cell.text().isBlank()) {
      xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Cell").close().close();
    } else {
      flat(cell, new Look("Cell", 0, isHead));
    }
  }

  /// Tables within cells become paragraphs.
  private void flat(Element cell, Look look) {
    for (Element each : cell.children().select("table, tbody, thead, tr, td, th")) {
      each.tagName("div");
    }
    flow(cell, look);
  }

  private void remember(@Nullable Element target) {
    if (target != null && links.numbers().containsKey(target.id())) {
      waiting.add(target.id());
    }
  }

  private void paragraph(List<Node> line, Look look) {
    if (line.stream().allMatch(WordBlocks::isBlank)) {
      return;
    }
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", look.style());
    if (look.list() > 0) {
      xml.open("w:numPr").empty("w:ilvl", "w:val", "0");
      xml.empty("w:numId", "w:val", Integer.toString(look.list())).close();
    }
    xml.close();
    List<String> targets = List.copyOf(waiting);
    waiting.clear();
    targets.forEach(this::begin);
    runs.line(line, look.isBold());
    targets.forEach(this::end);
    xml.close();
  }

  private void begin(String id) {
    xml.open("w:bookmarkStart").with("w:id", number(id));
    xml.with("w:name", WordLinks.name(id)).close();
  }

  private void end(String id) {
    xml.empty("w:bookmarkEnd", "w:id", number(id));
  }

  private String number(String id) {
    return String.valueOf(links.numbers().get(id));
  }

  private static boolean isBlank(Node node) {
    return switch (node) {
      case TextNode text -> text.isBlank();
      case Element element -> element.select("svg").isEmpty() && element.text().isBlank();
      default -> true;
    };
  }
}
