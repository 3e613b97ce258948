package org.parley.web.brief.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// Writes a briefing as a Word document (WordprocessingML, ISO/IEC 29500).
public final class BriefWordFile {

  /// The media type of the file.
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /// The earliest that a ZIP file can say: entries have no time of their own.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private BriefWordFile() {}

  /// The bytes of the file.
  ///
  /// @param page the printed page, well-formed
  /// @param day the day of the briefing
  public static byte[] write(String page, LocalDate day) {
    Document document = Jsoup.parse(page, "", Parser.xmlParser());
    WordLinks links = WordLinks.of(document);
    WordDrawings drawings = new WordDrawings();
    String body = new WordBlocks(links, drawings).document(document);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "[Content_Types].xml", utf8(WordPackage.contentTypes()));
      entry(zip, "_rels/.rels", utf8(WordPackage.relations()));
      entry(zip, "docProps/core.xml", utf8(WordPackage.core(document, day)));
      entry(zip, "word/_rels/document.xml.rels", utf8(WordPackage.partRelations(drawings.count())));
      entry(zip, "word/document.xml", utf8(body));
      entry(zip, "word/styles.xml", utf8(WordSheet.styles(language(document))));
      entry(zip, "word/numbering.xml", utf8(WordSheet.numbering()));
      entry(zip, "word/settings.xml", utf8(WordSheet.settings()));
      entry(zip, "word/header.xml", utf8(WordMargin.header(words(document, ".running"))));
      entry(zip, "word/footer.xml", utf8(WordMargin.footer(words(document, ".marking"))));
      List<byte[]> rasters = drawings.rasters();
      for (int i = 0; i < rasters.size(); i++) {
        entry(zip, WordDrawings.part(i + 1), rasters.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing a Word document into memory", e);
    }
    return bytes.toByteArray();
  }

  static String language(Document document) {
    return document.select("html").attr("lang");
  }

  private static String words(Document document, String selector) {
    return document.select(selector).text();
  }

  private static byte[] utf8(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
