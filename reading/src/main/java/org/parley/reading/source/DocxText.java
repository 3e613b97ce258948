package org.parley.reading.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;

/// The text of a Word document (DOCX), paragraph by paragraph, with the numbers of its lists and
/// the cells of its tables. Tracked insertions are part of it, tracked deletions are not.
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
      List<String> paragraphs = new ArrayList<>();
      add(document.getBodyElements(), new ListNumbers(document), paragraphs);
      POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
      return new WholeText(String.join("\n\n", paragraphs), core.getTitle());
    } catch (StackOverflowError e) {
      throw new IOException("reading a DOCX: it is nested too deeply. Maybe paste its text", e);
    }
  }

  private static void add(
      List<IBodyElement> elements, ListNumbers numbers, List<String> paragraphs) {
    for (IBodyElement each : elements) {
      switch (each) {
        case XWPFParagraph paragraph -> {
          String words = (numbers.next(paragraph) + paragraph.getText()).strip();
          if (!words.isEmpty()) {
            paragraphs.add(words);
          }
        }
        case XWPFTable table -> {
          for (XWPFTableRow row : table.getRows()) {
            for (XWPFTableCell cell : row.getTableCells()) {
              add(cell.getBodyElements(), numbers, paragraphs);
            }
          }
        }
        default -> {
          // a content control or another element without paragraphs of its own
        }
      }
    }
  }
}
