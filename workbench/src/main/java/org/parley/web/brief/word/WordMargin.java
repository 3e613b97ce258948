package org.parley.web.brief.word;

import org.parley.exchange.tree.XmlWriter;

/// Header and footer: what the document is, who may read it, and the number of the page.
final class WordMargin {

  private WordMargin() {}

  static String header(String words) {
    XmlWriter xml = paragraph("w:hdr", "Header");
    WordRuns.words(xml, words);
    return xml.close().close().toString();
  }

  static String footer(String words) {
    XmlWriter xml = paragraph("w:ftr", "Footer");
    WordRuns.words(xml, words);
    xml.open("w:r").empty("w:tab").close();
    field(xml, "PAGE");
    WordRuns.words(xml, " / ");
    field(xml, "NUMPAGES");
    return xml.close().close().toString();
  }

  private static XmlWriter paragraph(String part, String style) {
    XmlWriter xml = new XmlWriter();
    xml.open(part).with("xmlns:w", WordBlocks.NAMESPACE).open("w:p");
    return xml.open("w:pPr").empty("w:pStyle", "w:val", style).close();
  }

  private static void field(XmlWriter xml, String name) {
    xml.open("w:fldSimple").with("w:instr", name);
    WordRuns.words(xml, "1");
    xml.close();
  }
}
