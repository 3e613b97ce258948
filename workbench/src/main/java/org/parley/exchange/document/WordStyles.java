package org.parley.exchange.document;

import org.parley.document.DocumentLine;
import org.parley.document.DocumentLine.LineRole;
import org.parley.document.ElementKind;
import org.parley.exchange.tree.XmlWriter;

/// The styles of a Word document: headings by depth, numbered paragraphs by depth, the words before
/// and after the provisions.
final class WordStyles {

  static final int DEEPEST_HEADING = 6;
  static final int DEEPEST_ITEM = 5;

  /// Twentieths of a point, 10 mm.
  private static final int INDENT = 567;

  private WordStyles() {}

  /// The style of a paragraph.
  static String of(DocumentLine line) {
    ElementKind kind = line.element().kind();
    int level = Math.min(line.indent(), DEEPEST_ITEM);
    if (line.element().isUnnumbered()) {
      return level == 0 ? "BodyText" : "ItemText" + level;
    }
    if (kind == ElementKind.ITEM) {
      return (line.role() == LineRole.BODY ? "ItemText" : "Item") + level;
    }
    if (line.role() == LineRole.HEAD) {
      return "Heading" + Math.min(line.depth() + 1, DEEPEST_HEADING);
    }
    return switch (kind) {
      case OPENING -> "Preamble";
      case CLOSING -> "Conclusions";
      case ANNEX, PART, TITLE, CHAPTER, SECTION, HEADING, ARTICLE, ITEM -> "BodyText";
    };
  }

  static String styles(WrittenText text) {
    XmlWriter xml = new XmlWriter();
    xml.open("w:styles").with("xmlns:w", WordBody.NAMESPACE);
    defaults(xml, text);
    paragraph(xml, "Normal", "Normal", "", true);
    xml.close();
    for (int i = 1; i <= DEEPEST_HEADING; i++) {
      heading(xml, i);
    }
    body(xml, "BodyText", "Body Text", 0, 0);
    body(xml, "Preamble", "Preamble", 0, 0);
    body(xml, "Conclusions", "Conclusions", 0, 0);
    for (int i = 1; i <= DEEPEST_ITEM; i++) {
      body(xml, "Item" + i, "Numbered Paragraph " + i, i * INDENT, INDENT);
      body(xml, "ItemText" + i, "Numbered Paragraph Text " + i, i * INDENT, 0);
    }
    margin(xml, "Header", "header");
    margin(xml, "Footer", "footer");
    paragraph(xml, "CommentText", "annotation text", "Normal", false);
    xml.open("w:rPr").empty("w:sz", "w:val", "20").close().close();
    character(xml, "CommentReference", "annotation reference");
    xml.empty("w:sz", "w:val", "16").close().close();
    character(xml, "Bracket", "Bracket");
    xml.empty("w:color", "w:val", "7A3E00").close().close();
    return xml.close().toString();
  }

  static String settings(WrittenText text) {
    XmlWriter xml = new XmlWriter();
    xml.open("w:settings").with("xmlns:w", WordBody.NAMESPACE);
    if (text.against() != null) {
      xml.empty("w:trackRevisions");
    }
    xml.empty("w:defaultTabStop", "w:val", Integer.toString(INDENT));
    xml.open("w:compat").open("w:compatSetting").with("w:name", "compatibilityMode");
    xml.with("w:uri", "http://schemas.microsoft.com/office/word").with("w:val", "15").close();
    return xml.close().close().toString();
  }

  private static void defaults(XmlWriter xml, WrittenText text) {
    xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
    xml.open("w:rFonts").with("w:ascii", "Cambria").with("w:hAnsi", "Cambria");
    xml.with("w:eastAsia", "Cambria").with("w:cs", "Times New Roman").close();
    xml.empty("w:sz", "w:val", "22").empty("w:szCs", "w:val", "22");
    String language = text.text().language();
    xml.open("w:lang").with("w:val", language == null ? "und" : language);
    if (text.isRightToLeft() && language != null) {
      xml.with("w:bidi", language);
    }
    xml.close().close().close();
    xml.open("w:pPrDefault").open("w:pPr").open("w:spacing");
    xml.with("w:after", "120").with("w:line", "264").with("w:lineRule", "auto");
    xml.close().close().close().close();
  }

  private static void paragraph(
      XmlWriter xml, String id, String name, String basedOn, boolean isDefault) {
    xml.open("w:style").with("w:type", "paragraph");
    if (isDefault) {
      xml.with("w:default", "1");
    }
    xml.with("w:styleId", id).empty("w:name", "w:val", name);
    if (!basedOn.isEmpty()) {
      xml.empty("w:basedOn", "w:val", basedOn);
    }
    xml.empty("w:qFormat");
  }

  private static void heading(XmlWriter xml, int level) {
    paragraph(xml, "Heading" + level, "heading " + level, "Normal", false);
    xml.open("w:pPr").empty("w:keepNext").empty("w:keepLines");
    xml.open("w:spacing").with("w:before", level == 1 ? "360" : "240").with("w:after", "120");
    xml.close().empty("w:outlineLvl", "w:val", Integer.toString(level - 1)).close();
    xml.open("w:rPr").empty("w:b").empty("w:bCs");
    String size = Integer.toString(Math.max(22, 32 - 3 * level));
    xml.empty("w:sz", "w:val", size).empty("w:szCs", "w:val", size).close().close();
  }

  private static void body(XmlWriter xml, String id, String name, int left, int hanging) {
    paragraph(xml, id, name, "Normal", false);
    xml.open("w:pPr");
    if (hanging > 0) {
      xml.open("w:tabs").open("w:tab").with("w:val", "left");
      xml.with("w:pos", Integer.toString(left)).close().close();
    }
    if (left > 0) {
      xml.open("w:ind").with("w:start", Integer.toString(left));
      if (hanging > 0) {
        xml.with("w:hanging", Integer.toString(hanging));
      }
      xml.close();
    }
    xml.close().close();
  }

  private static void margin(XmlWriter xml, String id, String name) {
    paragraph(xml, id, name, "Normal", false);
    xml.open("w:rPr").empty("w:color", "w:val", "555555");
    xml.empty("w:sz", "w:val", "16").empty("w:szCs", "w:val", "16").close().close();
  }

  private static void character(XmlWriter xml, String id, String name) {
    xml.open("w:style").with("w:type", "character").with("w:styleId", id);
    xml.empty("w:name", "w:val", name).open("w:rPr");
  }
}
