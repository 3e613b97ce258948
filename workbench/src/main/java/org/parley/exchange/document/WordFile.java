package org.parley.exchange.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.parley.exchange.tree.XmlWriter;

/// Writes a text as a Word document (WordprocessingML, ISO/IEC 29500).
///
/// With an earlier version, what was added and removed is tracked: accepting all gives the later
/// text, rejecting all the earlier one. Equal texts give equal bytes.
public final class WordFile {

  /// The media type of the file.
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String PACKAGE = "application/vnd.openxmlformats-package.";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private static final String COMMENT_STATES =
      "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";

  /// The earliest that a ZIP file can say: entries have no time of their own.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /// The parts that belong to the main part.
  private static final List<String> PARTS =
      List.of("styles", "settings", "comments", "header", "footer");

  private WordFile() {}

  /// The bytes of the file.
  public static byte[] write(WrittenText text) {
    WordBody body = WordBody.of(text);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "[Content_Types].xml", contentTypes());
      entry(zip, "_rels/.rels", packageRelations());
      entry(zip, "docProps/core.xml", WordProperties.core(text));
      entry(zip, "docProps/app.xml", WordProperties.application());
      entry(zip, "docProps/custom.xml", WordProperties.custom(text));
      entry(zip, "word/_rels/document.xml.rels", mainRelations());
      entry(zip, "word/document.xml", body.document());
      entry(zip, "word/comments.xml", body.comments());
      entry(zip, "word/commentsExtended.xml", body.commentStates());
      entry(zip, "word/styles.xml", WordStyles.styles(text));
      entry(zip, "word/settings.xml", WordStyles.settings(text));
      entry(zip, "word/header.xml", WordMargins.header(text));
      entry(zip, "word/footer.xml", WordMargins.footer(text));
    } catch (IOException e) {
      throw new UncheckedIOException("writing a Word document into memory", e);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String contentTypes() {
    XmlWriter xml = new XmlWriter();
    xml.open("Types").with("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
    xml.open("Default").with("Extension", "rels");
    xml.with("ContentType", PACKAGE + "relationships+xml").close();
    xml.open("Default").with("Extension", "xml").with("ContentType", "application/xml").close();
    type(xml, "/word/document.xml", WORD + "document.main+xml");
    PARTS.forEach(each -> type(xml, "/word/" + each + ".xml", WORD + each + "+xml"));
    type(xml, "/word/commentsExtended.xml", WORD + "commentsExtended+xml");
    type(xml, "/docProps/core.xml", PACKAGE + "core-properties+xml");
    type(xml, "/docProps/app.xml", OFFICE + "extended-properties+xml");
    type(xml, "/docProps/custom.xml", OFFICE + "custom-properties+xml");
    return xml.close().toString();
  }

  private static void type(XmlWriter xml, String part, String type) {
    xml.open("Override").with("PartName", part).with("ContentType", type).close();
  }

  private static String packageRelations() {
    XmlWriter xml = relations();
    relation(xml, 1, RELATIONS + "officeDocument", "word/document.xml");
    relation(
        xml,
        2,
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml");
    relation(xml, 3, RELATIONS + "extended-properties", "docProps/app.xml");
    relation(xml, 4, RELATIONS + "custom-properties", "docProps/custom.xml");
    return xml.close().toString();
  }

  private static String mainRelations() {
    XmlWriter xml = relations();
    for (int i = 0; i < PARTS.size(); i++) {
      relation(xml, i + 1, RELATIONS + PARTS.get(i), PARTS.get(i) + ".xml");
    }
    relation(xml, PARTS.size() + 1, COMMENT_STATES, "commentsExtended.xml");
    return xml.close().toString();
  }

  /// The relation of a part to the main part.
  static String relationOf(String part) {
    return "rId" + (PARTS.indexOf(part) + 1);
  }

  private static XmlWriter relations() {
    return new XmlWriter()
        .open("Relationships")
        .with("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
  }

  private static void relation(XmlWriter xml, int number, String type, String target) {
    xml.open("Relationship").with("Id", "rId" + number);
    xml.with("Type", type).with("Target", target).close();
  }
}
