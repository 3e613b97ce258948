package org.parley.reading.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;

/// The text of a Word document (DOCX), paragraph by paragraph.
final class DocxText {

  static final String MAIN_PART = "word/document.xml";

  private DocxText() {}

  static Article article(byte[] bytes, @Nullable String address, String language)
      throws IOException {
    try (XWPFDocument document = open(bytes)) {
      WholeText text = text(document);
      Date made = document.getProperties().getCoreProperties().getCreated();
      LocalDate day = made == null ? null : made.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
      return new Article(text.flush(), day, text.title(), null, address, language);
    }
  }

  static WholeText of(byte[] bytes) throws IOException {
    try (XWPFDocument document = open(bytes)) {
      return text(document);
    }
  }

  /// Opens a document, whose entries were unpacked once within [UnpackLimits].
  private static XWPFDocument open(byte[] bytes) throws IOException {
    try {
      return new XWPFDocument(new ByteArrayInputStream(bytes));
    } catch (StackOverflowError e) {
      throw new IOException("reading a DOCX: it is nested too deeply. Maybe paste its text", e);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "reading a DOCX: it is damaged or has a password. Maybe save it again, or as PDF", e);
    }
  }

  private static WholeText text(XWPFDocument document) throws IOException {
    try {
      POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
      return new WholeText(String.join("\n\n", WordText.paragraphs(document)), core.getTitle());
    } catch (StackOverflowError e) {
      throw new IOException("reading a DOCX: it is nested too deeply. Maybe paste its text", e);
    }
  }
}
