package org.parley.reading.source;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// The text of an OpenDocument text (ODT) as it shows: with the numbers of lists and headings, in
/// tables, sections and text boxes. A note follows its paragraph after an asterisk. Left out are
/// comments, tables of contents and what was deleted, which stands apart from the text.
final class OdtText {

  /// Elements without words of the text.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "tracked-changes",
          "annotation",
          "annotation-end",
          "index-body",
          "table-of-content-source",
          "covered-table-cell",
          "forms",
          "event-listeners",
          "ruby-text",
          "note-citation",
          "number",
          "script",
          "sequence-decls",
          "variable-decls",
          "user-field-decls",
          "dde-connection-decls",
          "object");

  private static final int MOST_SPACES = 100;
  private static final String DRAWINGS = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";

  private final OdtNumbers numbers;
  private final OdtLooks looks;
  private final List<String> paragraphs = new ArrayList<>();

  /// The item of a list before its first paragraph.
  private @Nullable Element item;

  private int depth;

  /// The spaces before the paragraph.
  private String indent = "";

  /// The table that is being read.
  private @Nullable TableCells cells;

  private OdtText(OdtParts parts) {
    this.numbers = new OdtNumbers(parts);
    this.looks = new OdtLooks(parts);
  }

  static Article article(byte[] bytes, @Nullable String address, String language)
      throws IOException {
    OdtParts parts = parts(bytes);
    WholeText text = text(parts);
    Element made = OdtParts.first(parts.meta(), "creation-date");
    LocalDate day = made == null ? null : PageDates.day(made.getTextContent()).orElse(null);
    return new Article(text.flush(), day, text.title(), null, address, language);
  }

  static WholeText of(byte[] bytes) throws IOException {
    return text(parts(bytes));
  }

  private static OdtParts parts(byte[] bytes) throws IOException {
    try {
      return OdtParts.of(bytes);
    } catch (IOException | SAXException e) {
      throw new IOException(
          "reading an ODT: it is damaged or has a password. Maybe save it again, or as PDF", e);
    }
  }

  private static WholeText text(OdtParts parts) throws IOException {
    Document content = parts.content();
    Element body = OdtParts.first(content, "body");
    Node words = body == null ? null : child(body, "text");
    if (words == null) {
      throw new IOException(
          "it is an OpenDocument file without a text, such as a spreadsheet or slides. Maybe save it"
              + " as ODT or PDF");
    }
    OdtText text = new OdtText(parts);
    try {
      text.container(words);
    } catch (StackOverflowError e) {
      throw new IOException("reading an ODT: it is nested too deeply. Maybe paste its text", e);
    }
    Element title = OdtParts.first(parts.meta(), "title");
    return new WholeText(
        String.join("\n\n", text.paragraphs), title == null ? null : title.getTextContent());
  }

  private static @Nullable Node child(Node node, String name) {
    for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (name.equals(each.getLocalName())) {
        return each;
      }
    }
    return null;
  }

  private void container(Node container) {
    for (Node each = container.getFirstChild(); each != null; each = each.getNextSibling()) {
      String name = each.getLocalName();
      if (each instanceof Element element && name != null && !LEFT_OUT.contains(name)) {
        switch (name) {
          case "p", "h" -> paragraph(element);
          case "list" -> list(element);
          case "numbered-paragraph" -> numbered(element);
          case "table" -> table(element);
          case "table-row" -> row(element);
          default -> container(element);
        }
      }
    }
  }

  private void table(Element table) {
    TableCells outer = cells;
    cells = new TableCells(paragraphs);
    container(table);
    cells = outer;
  }

  private void row(Element row) {
    TableCells own = cells == null ? new TableCells(paragraphs) : cells;
    own.beginRow();
    for (Node each = row.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element && "table-cell".equals(each.getLocalName())) {
        own.begin(
            OdtParts.count(each, "number-columns-spanned", 1),
            OdtParts.count(each, "number-rows-spanned", 1));
        container(each);
        own.end();
      }
    }
    own.endRow();
  }

  private void list(Element list) {
    numbers.begin(list);
    depth++;
    Element outer = item;
    for (Node each = list.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        item = "list-item".equals(each.getLocalName()) ? element : null;
        container(element);
      }
    }
    item = outer;
    depth--;
    numbers.end();
  }

  private void numbered(Element numbered) {
    String number = numbers.ofNumbered(numbered);
    for (Node each = numbered.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element && Set.of("p", "h").contains(element.getLocalName())) {
        add(element, number);
      }
    }
  }

  /// The first paragraph of an item has its number; a heading outside lists may have one.
  private void paragraph(Element paragraph) {
    Element numbered = item;
    item = null;
    if (numbered != null) {
      String override = OdtParts.attribute(numbered, "style-override");
      add(paragraph, numbers.next(paragraph, override, OdtParts.count(numbered, "start-value", 0)));
    } else {
      boolean isHeading = depth == 0 && "h".equals(paragraph.getLocalName());
      add(paragraph, isHeading ? numbers.heading(paragraph) : "");
    }
  }

  private void add(Element paragraph, String number) {
    StringBuilder words = new StringBuilder();
    List<String> notes = new ArrayList<>();
    List<Node> boxes = new ArrayList<>();
    words(paragraph, words, notes, boxes);
    String said = (number + words.toString().strip()).strip();
    // a cell is as far in as the words above its table
    indent = cells == null ? indent(paragraph) : indent;
    if (!said.isEmpty()) {
      paragraphs.add(indent + said.replace("\n", "\n" + indent));
    }
    notes.forEach(each -> paragraphs.add(indent + each));
    boxes.forEach(this::container);
  }

  private void words(Node node, StringBuilder words, List<String> notes, List<Node> boxes) {
    for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
      String name = each.getLocalName();
      if (name == null) {
        collapsed(each, words);
      } else if (DRAWINGS.equals(each.getNamespaceURI())) {
        boxes.add(each);
      } else if (!LEFT_OUT.contains(name)) {
        switch (name) {
          case "s" -> words.repeat(' ', Math.min(OdtParts.count(each, "c", 1), MOST_SPACES));
          case "tab" -> words.append('\t');
          case "line-break" -> words.append('\n');
          case "note" -> note(each, words, notes);
          case "span" -> span(each, words, notes, boxes);
          default -> words(each, words, notes, boxes);
        }
      }
    }
  }

  private void span(Node span, StringBuilder words, List<String> notes, List<Node> boxes) {
    if (looks.isRaised(span)) {
      StringBuilder raised = new StringBuilder();
      words(span, raised, notes, boxes);
      words.append(RaisedMarks.of(raised.toString(), words));
    } else {
      words(span, words, notes, boxes);
    }
  }

  /// An item is as far in as its list shows it, and at least one step further than the list around.
  private String indent(Element paragraph) {
    int own = looks.margin(paragraph, numbers.style(), depth);
    return TextIndent.of(own);
  }

  /// White space counts as one space, and as none at the beginning.
  private static void collapsed(Node node, StringBuilder words) {
    String value = node.getNodeValue();
    if (value == null || node.getNodeType() == Node.COMMENT_NODE) {
      return;
    }
    String said = value.replaceAll("[ \\t\\r\\n]+", " ");
    boolean isDouble = words.isEmpty() || Character.isWhitespace(words.charAt(words.length() - 1));
    words.append(isDouble && said.startsWith(" ") ? said.substring(1) : said);
  }

  private void note(Node note, StringBuilder words, List<String> notes) {
    Node body = child(note, "note-body");
    if (body == null) {
      return;
    }
    List<String> said = new ArrayList<>();
    noteParagraphs(body, said);
    String whole = String.join(" ", said).strip();
    if (!whole.isEmpty()) {
      words.append('*');
      notes.add("* " + whole);
    }
  }

  private void noteParagraphs(Node node, List<String> said) {
    for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
      if ("p".equals(each.getLocalName()) || "h".equals(each.getLocalName())) {
        StringBuilder words = new StringBuilder();
        words(each, words, new ArrayList<>(), new ArrayList<>());
        said.add(words.toString().strip());
      } else if (each.getLocalName() != null && !LEFT_OUT.contains(each.getLocalName())) {
        noteParagraphs(each, said);
      }
    }
  }
}
