package org.parley.reading.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The paragraphs of a Word document as they show: with the numbers of lists, in tables, content
/// controls and text boxes. A note follows its paragraph after an asterisk. Left out are what was
/// deleted or moved away, tables of contents and field codes.
final class WordText {

  /// Elements without words of the text. The second form of a text box repeats the first.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "del",
          "moveFrom",
          "sdtPr",
          "tblPr",
          "tblGrid",
          "trPr",
          "tcPr",
          "sectPr",
          "pPr",
          "rPr",
          "Fallback",
          "instrText",
          "delText",
          "delInstrText",
          "fldData");

  private static final String CONTENTS = "Table of Contents";

  private final XWPFDocument document;
  private final ListNumbers numbers;
  private final WordLooks looks;
  private final List<String> paragraphs = new ArrayList<>();

  /// The spaces before the paragraph.
  private String indent = "";

  /// The table that is being read.
  private @Nullable TableCells cells;

  private WordText(XWPFDocument document) {
    this.document = document;
    this.numbers = new ListNumbers(document);
    this.looks = new WordLooks(document, numbers);
  }

  static List<String> paragraphs(XWPFDocument document) throws IOException {
    WordText text = new WordText(document);
    try {
      text.container(document.getDocument().getBody());
    } catch (XmlException e) {
      throw new IOException("reading a DOCX: a text box in it is damaged. Maybe save it again", e);
    }
    return List.copyOf(text.paragraphs);
  }

  private void container(XmlObject container) throws XmlException {
    try (XmlCursor cursor = container.newCursor()) {
      for (boolean is = cursor.toFirstChild(); is; is = cursor.toNextSibling()) {
        XmlObject each = cursor.getObject();
        String name = cursor.getName().getLocalPart();
        if (each instanceof CTP paragraph) {
          paragraph(paragraph);
        } else if (name.equals("tbl")) {
          table(each);
        } else if (name.equals("tr") && !isGone(each.getDomNode())) {
          row(each);
        } else if (!LEFT_OUT.contains(name) && !isGone(each.getDomNode())) {
          container(each);
        }
      }
    }
  }

  private void table(XmlObject table) throws XmlException {
    TableCells outer = cells;
    cells = new TableCells(paragraphs);
    container(table);
    cells = outer;
  }

  private void row(XmlObject row) throws XmlException {
    TableCells own = cells == null ? new TableCells(paragraphs) : cells;
    own.beginRow();
    try (XmlCursor cursor = row.newCursor()) {
      for (boolean is = cursor.toFirstChild(); is; is = cursor.toNextSibling()) {
        if (!LEFT_OUT.contains(cursor.getName().getLocalPart())) {
          cell(cursor.getObject(), own);
        }
      }
    }
    own.endRow();
  }

  private void cell(XmlObject cell, TableCells own) throws XmlException {
    Node properties = child(cell.getDomNode(), "tcPr");
    Node merged = properties == null ? null : child(properties, "vMerge");
    Node span = properties == null ? null : child(properties, "gridSpan");
    int columns = span == null ? 1 : OdtParts.count(span, "val", 1);
    boolean isRestarted = merged != null && "restart".equals(OdtParts.attribute(merged, "val"));
    if (merged != null && !isRestarted) {
      own.beginCovered(columns);
    } else {
      own.beginNext(columns, isRestarted);
    }
    container(cell);
    own.end();
  }

  /// Whether it is a deleted row of a table, or a content control with the table of contents.
  private static boolean isGone(Node node) {
    Node own = child(node, "trPr");
    if (own != null && child(own, "del") != null) {
      return true;
    }
    Node control = child(node, "sdtPr");
    Node part = control == null ? null : child(control, "docPartObj");
    Node gallery = part == null ? null : child(part, "docPartGallery");
    return gallery instanceof Element element
        && element.getAttributeNodeNS(element.getNamespaceURI(), "val") != null
        && element.getAttributeNS(element.getNamespaceURI(), "val").equals(CONTENTS);
  }

  static @Nullable Node child(Node node, String name) {
    for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (name.equals(each.getLocalName())) {
        return each;
      }
    }
    return null;
  }

  private void paragraph(CTP paragraph) throws XmlException {
    XWPFParagraph whole = new XWPFParagraph(paragraph, document);
    if (isInContents(whole)) {
      return;
    }
    StringBuilder words = new StringBuilder();
    List<String> notes = new ArrayList<>();
    List<Node> boxes = new ArrayList<>();
    words(paragraph.getDomNode(), words, notes, boxes);
    // a cell is as far in as the words above its table
    indent = cells == null ? looks.indent(whole) : indent;
    String said = (numbers.next(whole) + words).strip();
    if (!said.isEmpty()) {
      paragraphs.add(indent + said.replace("\n", "\n" + indent));
    }
    notes.forEach(each -> paragraphs.add(indent + each));
    for (Node each : boxes) {
      box(each);
    }
  }

  /// A line of a table of contents, whose style has an English name in every edition of Word.
  private boolean isInContents(XWPFParagraph paragraph) {
    String id = paragraph.getStyleID();
    XWPFStyle style =
        id == null || document.getStyles() == null ? null : document.getStyles().getStyle(id);
    String name = style == null ? null : style.getName();
    return name != null && name.toLowerCase(Locale.ROOT).startsWith("toc ");
  }

  private void words(Node node, StringBuilder words, List<String> notes, List<Node> boxes) {
    for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
      String name = each.getLocalName();
      if (name == null || LEFT_OUT.contains(name)) {
        continue;
      }
      switch (name) {
        case "t" -> words.append(text(each));
        case "tab" -> words.append('\t');
        case "br", "cr" -> words.append('\n');
        case "noBreakHyphen" -> words.append('-');
        case "footnoteReference", "endnoteReference" -> {
          String note = note((Element) each, name);
          words.append(note.isEmpty() ? "" : "*");
          if (!note.isEmpty()) {
            notes.add("* " + note);
          }
        }
        case "txbxContent" -> boxes.add(each);
        case "r" -> run(each, words, notes, boxes);
        default -> words(each, words, notes, boxes);
      }
    }
  }

  private void run(Node run, StringBuilder words, List<String> notes, List<Node> boxes) {
    if (looks.isRaised(run)) {
      StringBuilder raised = new StringBuilder();
      words(run, raised, notes, boxes);
      words.append(RaisedMarks.of(raised.toString(), words));
    } else {
      words(run, words, notes, boxes);
    }
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
      text.append(each.getNodeValue() == null ? "" : each.getNodeValue());
    }
    return text.toString();
  }

  private String note(Element reference, String name) {
    String id = reference.getAttributeNS(reference.getNamespaceURI(), "id");
    if (!id.matches("\\d{1,9}")) {
      return "";
    }
    int number = Integer.parseInt(id);
    XWPFAbstractFootnoteEndnote note =
        name.equals("footnoteReference")
            ? document.getFootnoteByID(number)
            : document.getEndnoteByID(number);
    if (note == null) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (XWPFParagraph each : note.getParagraphs()) {
      words.append(words.isEmpty() ? "" : " ");
      words(each.getCTP().getDomNode(), words, new ArrayList<>(), new ArrayList<>());
    }
    return words.toString().strip();
  }

  private void box(Node content) throws XmlException {
    for (Node each = content.getFirstChild(); each != null; each = each.getNextSibling()) {
      if ("p".equals(each.getLocalName())) {
        paragraph(CTP.Factory.parse(each));
      } else if (each.getLocalName() != null && !LEFT_OUT.contains(each.getLocalName())) {
        box(each);
      }
    }
  }
}
