package org.parley.exchange.document;

import org.parley.exchange.tree.XmlWriter;
import org.parley.wording.Messages;

/// The header and footer of every page: which text in which version, of which case, as of when.
final class WordMargins {

  private WordMargins() {}

  static String header(WrittenText text) {
    XmlWriter xml = new XmlWriter();
    xml.open("w:hdr").with("xmlns:w", WordBody.NAMESPACE);
    paragraph(xml, "Header");
    run(xml, text.title() + " · " + text.versionLine());
    return xml.close().close().toString();
  }

  static String footer(WrittenText text) {
    XmlWriter xml = new XmlWriter();
    xml.open("w:ftr").with("xmlns:w", WordBody.NAMESPACE);
    paragraph(xml, "Footer");
    run(
        xml,
        Messages.current()
            .text(
                "whole-text.footer",
                "title",
                text.view().info().title().text(),
                "day",
                text.asOf(),
                "digest",
                text.digest()));
    xml.close();
    paragraph(xml, "Footer");
    run(xml, Messages.current().text("whole-text.page") + " ");
    field(xml, "PAGE");
    run(xml, " / ");
    field(xml, "NUMPAGES");
    return xml.close().close().toString();
  }

  private static void paragraph(XmlWriter xml, String style) {
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style).close();
  }

  private static void run(XmlWriter xml, String words) {
    xml.open("w:r").open("w:t").with("xml:space", "preserve").text(words).close().close();
  }

  private static void field(XmlWriter xml, String name) {
    xml.open("w:fldSimple").with("w:instr", name);
    run(xml, "1");
    xml.close();
  }
}
