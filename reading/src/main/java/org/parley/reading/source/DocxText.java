package org.parley.reading.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;

/// The text of a Word document (DOCX), paragraph by paragraph.
final class DocxText {

  private static final String MAIN_PART = "word/document.xml";

  private DocxText() {}

  static Article article(byte[] bytes, @Nullable String address, String language)
      throws IOException {
    try (XWPFDocument document = open(bytes)) {
      WholeText text = text(document);
      Date made = document.getProperties().getCoreProperties().getCreated();
      LocalDate day = made == null ? null : made.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
      return new Article(text.words(), day, text.title(), null, address, language);
    }
  }

  static WholeText of(byte[] bytes) throws IOException {
    try (XWPFDocument document = open(bytes)) {
      return text(document);
    }
  }

  /// Opens a document after its entries were unpacked once within [UnpackLimits] (decompression
  /// bomb).
  private static XWPFDocument open(byte[] bytes) throws IOException {
    check(bytes);
    try {
      return new XWPFDocument(new ByteArrayInputStream(bytes));
    } catch (StackOverflowError e) {
      throw new IOException("reading a DOCX: it is nested too deeply. Maybe paste its text", e);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "reading a DOCX: it is damaged or has a password. Maybe save it again, or as PDF", e);
    }
  }

  private static void check(byte[] bytes) throws IOException {
    boolean isWord;
    try {
      isWord = BoundedZip.names(bytes, UnpackLimits.DOCX).contains(MAIN_PART);
    } catch (BoundedZip.ZipTooLargeException e) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "reading a DOCX: it unpacks to more than %d MiB, or its text to more than %d. Maybe"
                  + " remove its pictures, or cut out the article first",
              UnpackLimits.DOCX.bytes() >> 20,
              UnpackLimits.DOCX.entryBytes() >> 20),
          e);
    } catch (IOException e) {
      throw new IOException("reading a DOCX: it is damaged. Maybe save it again, or as PDF", e);
    }
    if (!isWord) {
      throw new IOException(
          "it is an archive without a Word document. Maybe unpack it, or save it as DOCX or PDF");
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
