package org.parley.web.brief.word;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.parley.exchange.tree.XmlWriter;

/// The parts around the words of a Word document: types, relations and properties.
final class WordPackage {

  /// The names of the parts that belong to the main part; each is the type of its relation.
  private static final List<String> PARTS =
      List.of("styles", "numbering", "settings", "header", "footer");

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String CORE = "application/vnd.openxmlformats-package.core-properties+xml";

  private WordPackage() {}

  static String contentTypes() {
    XmlWriter xml = new XmlWriter();
    xml.open("Types").with("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
    byEnding(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
    byEnding(xml, "xml", "application/xml");
    byEnding(xml, "png", "image/png");
    part(xml, "word/document.xml", WORD + "document.main+xml");
    PARTS.forEach(each -> part(xml, "word/" + each + ".xml", WORD + each + "+xml"));
    part(xml, "docProps/core.xml", CORE);
    return xml.close().toString();
  }

  private static void byEnding(XmlWriter xml, String ending, String type) {
    xml.open("Default").with("Extension", ending).with("ContentType", type).close();
  }

  private static void part(XmlWriter xml, String name, String type) {
    xml.open("Override").with("PartName", "/" + name).with("ContentType", type).close();
  }

  static String relations() {
    XmlWriter xml = open();
    relation(xml, "rId1", OFFICE + "officeDocument", "word/document.xml");
    relation(
        xml,
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml");
    return xml.close().toString();
  }

  /// @param drawings the number of drawings
  static String partRelations(int drawings) {
    XmlWriter xml = open();
    for (String each : PARTS) {
      relation(xml, relationOf(each), OFFICE + each, each + ".xml");
    }
    for (int i = 1; i <= drawings; i++) {
      relation(xml, WordDrawings.relation(i), OFFICE + "image", WordDrawings.part(i).substring(5));
    }
    return xml.close().toString();
  }

  /// The relation of a part to the main part.
  static String relationOf(String part) {
    return "rId" + (PARTS.indexOf(part) + 1);
  }

  private static XmlWriter open() {
    return new XmlWriter()
        .open("Relationships")
        .with("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
  }

  private static void relation(XmlWriter xml, String id, String type, String target) {
    xml.open("Relationship").with("Id", id).with("Type", type).with("Target", target).close();
  }

  static String core(Document document, LocalDate day) {
    XmlWriter xml = new XmlWriter();
    xml.open("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.text("dc:title", document.select("head title").text());
    xml.text("dc:creator", "Parley");
    xml.text("dc:language", BriefWordFile.language(document));
    xml.text("dc:description", document.select("meta[name=description]").attr("content"));
    xml.open("dcterms:created").with("xsi:type", "dcterms:W3CDTF").text(day + "T00:00:00Z").close();
    return xml.close().toString();
  }
}
