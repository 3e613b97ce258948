package org.parley.exchange.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.exchange.tree.XmlWriter;

/// The properties of a Word document: what it is, of which case, as of when, with which digest.
final class WordProperties {

  /// The format of every set of properties that a user defines.
  private static final String FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

  private WordProperties() {}

  static String core(WrittenText text) {
    XmlWriter xml = new XmlWriter();
    xml.open("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.text("dc:title", text.title());
    xml.text("dc:subject", text.view().info().title().text());
    xml.text("dc:creator", "Parley");
    String language = text.text().language();
    if (language != null) {
      xml.text("dc:language", language);
    }
    xml.text("dc:description", text.versionLine());
    xml.open("dcterms:created").with("xsi:type", "dcterms:W3CDTF");
    xml.text(text.day() + "T00:00:00Z").close();
    return xml.close().toString();
  }

  static String application() {
    XmlWriter xml = new XmlWriter();
    xml.open("Properties")
        .with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    return xml.text("Application", "Parley").close().toString();
  }

  static String custom(WrittenText text) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Case", text.view().info().title().text());
    values.put("Instrument", text.instrument().id().value());
    values.put("Version", text.version().version());
    if (text.against() != null) {
      values.put("Against", text.against().version());
    }
    values.put("AsOf", text.asOf().toString());
    values.put("SHA-256", text.digest());
    XmlWriter xml = new XmlWriter();
    xml.open("Properties")
        .with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties")
        .with("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes");
    int id = 2;
    for (Map.Entry<String, String> each : values.entrySet()) {
      xml.open("property").with("fmtid", FORMAT).with("pid", Integer.toString(id));
      xml.with("name", each.getKey()).text("vt:lpwstr", each.getValue()).close();
      id++;
    }
    return xml.close().toString();
  }
}
