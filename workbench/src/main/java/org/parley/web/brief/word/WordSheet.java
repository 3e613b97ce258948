package org.parley.web.brief.word;

import org.parley.exchange.tree.XmlWriter;

/// Styles, lists and settings of a briefing in Word.
final class WordSheet {

  /// The first number of numbered lists; bullets are list 1.
  static final int FIRST_NUMBERED = 2;

  /// How many numbered lists begin at one of their own.
  static final int NUMBERED = 40;

  private static final String ACCENT = "1D4A7A";
  private static final String SOFT = "5C574D";

  private WordSheet() {}

  static String styles(String language) {
    XmlWriter xml = new XmlWriter();
    xml.open("w:styles").with("xmlns:w", WordBlocks.NAMESPACE);
    defaults(xml, language);
    style(xml, "Normal", "Normal", 20, "", 100, -1);
    style(xml, "Title", "Title", 40, ACCENT, 60, -1);
    style(xml, "Heading1", "heading 1", 26, ACCENT, 80, 0);
    style(xml, "Heading2", "heading 2", 22, "", 60, 1);
    style(xml, "ListParagraph", "List Paragraph", 20, "", 40, -1);
    style(xml, "Small", "Small", 17, SOFT, 60, -1);
    style(xml, "Notes", "Notes", 15, SOFT, 60, -1);
    style(xml, "Cell", "Table Text", 18, "", 20, -1);
    style(xml, "Header", "header", 16, SOFT, 0, -1);
    style(xml, "Footer", "footer", 16, SOFT, 0, -1);
    grid(xml);
    return xml.close().toString();
  }

  private static void defaults(XmlWriter xml, String language) {
    xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
    xml.open("w:rFonts").with("w:ascii", "Cambria").with("w:hAnsi", "Cambria");
    xml.with("w:eastAsia", "Cambria").with("w:cs", "Times New Roman").close();
    xml.empty("w:lang", "w:val", language).close().close();
    xml.open("w:pPrDefault").open("w:pPr").open("w:spacing").with("w:line", "259");
    xml.with("w:lineRule", "auto").close().close().close().close();
  }

  /// @param level the level of a heading; negative for none
  private static void style(
      XmlWriter xml, String id, String name, int size, String color, int after, int level) {
    boolean isHeading = level >= 0 || id.equals("Title");
    xml.open("w:style").with("w:type", "paragraph");
    if (id.equals("Normal")) {
      xml.with("w:default", "1");
    }
    xml.with("w:styleId", id).empty("w:name", "w:val", name).empty("w:qFormat").open("w:pPr");
    if (isHeading) {
      xml.empty("w:keepNext").empty("w:keepLines");
    }
    if (id.equals("Footer")) {
      xml.open("w:tabs").open("w:tab").with("w:val", "right").with("w:pos", "9412");
      xml.close().close();
    }
    xml.open("w:spacing").with("w:before", level >= 0 ? "220" : "0");
    xml.with("w:after", Integer.toString(after)).close();
    if (level >= 0) {
      xml.empty("w:outlineLvl", "w:val", Integer.toString(level));
    }
    xml.close().open("w:rPr");
    if (isHeading) {
      xml.empty("w:b").empty("w:bCs");
    }
    if (!color.isEmpty()) {
      xml.empty("w:color", "w:val", color);
    }
    xml.empty("w:sz", "w:val", Integer.toString(size));
    xml.empty("w:szCs", "w:val", Integer.toString(size)).close().close();
  }

  private static void grid(XmlWriter xml) {
    xml.open("w:style").with("w:type", "table").with("w:styleId", "TableGrid");
    xml.empty("w:name", "w:val", "Table Grid").open("w:tblPr").open("w:tblBorders");
    for (String side : new String[] {"top", "bottom", "insideH"}) {
      xml.open("w:" + side).with("w:val", "single").with("w:sz", "4").with("w:space", "0");
      xml.with("w:color", "C9C2B2").close();
    }
    xml.close().open("w:tblCellMar");
    for (String side : new String[] {"top", "left", "bottom", "right"}) {
      String width = side.equals("left") || side.equals("right") ? "85" : "28";
      xml.open("w:" + side).with("w:w", width).with("w:type", "dxa").close();
    }
    xml.close().close().close();
  }

  static String numbering() {
    XmlWriter xml = new XmlWriter();
    xml.open("w:numbering").with("xmlns:w", WordBlocks.NAMESPACE);
    kind(xml, "0", "bullet", "•");
    kind(xml, "1", "decimal", "%1.");
    for (int number = 1; number < FIRST_NUMBERED + NUMBERED; number++) {
      xml.open("w:num").with("w:numId", Integer.toString(number));
      xml.empty("w:abstractNumId", "w:val", number < FIRST_NUMBERED ? "0" : "1");
      if (number >= FIRST_NUMBERED) {
        xml.open("w:lvlOverride").with("w:ilvl", "0");
        xml.empty("w:startOverride", "w:val", "1").close();
      }
      xml.close();
    }
    return xml.close().toString();
  }

  private static void kind(XmlWriter xml, String id, String format, String sign) {
    xml.open("w:abstractNum").with("w:abstractNumId", id);
    xml.empty("w:multiLevelType", "w:val", "singleLevel");
    xml.open("w:lvl").with("w:ilvl", "0").empty("w:start", "w:val", "1");
    xml.empty("w:numFmt", "w:val", format).empty("w:lvlText", "w:val", sign);
    xml.empty("w:lvlJc", "w:val", "left").open("w:pPr").open("w:ind");
    xml.with("w:left", "340").with("w:hanging", "340").close().close().close().close();
  }

  static String settings() {
    XmlWriter xml = new XmlWriter();
    xml.open("w:settings").with("xmlns:w", WordBlocks.NAMESPACE);
    xml.open("w:compat").open("w:compatSetting").with("w:name", "compatibilityMode");
    xml.with("w:uri", "http://schemas.microsoft.com/office/word").with("w:val", "15").close();
    return xml.close().close().toString();
  }
}
