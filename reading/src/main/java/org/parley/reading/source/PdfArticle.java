package org.parley.reading.source;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;

/// The text of a PDF, its lines put together to paragraphs and words that were divided to one.
final class PdfArticle {

  /// A line of so many characters goes on in the next one unless a sentence ends.
  private static final int FULL_LINE = 60;

  private PdfArticle() {}

  static Article of(byte[] bytes, @Nullable String address, String language) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setParagraphStart("\u2029");
      String text = joined(stripper.getText(document));
      String title = document.getDocumentInformation().getTitle();
      Calendar made = document.getDocumentInformation().getCreationDate();
      LocalDate day = made == null ? null : made.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
      return new Article(
          text, day, title == null || title.isBlank() ? null : title, null, address, language);
    } catch (IOException e) {
      throw new IOException(
          "reading a PDF: "
              + String.valueOf(e.getMessage()).replaceFirst("\\.+$", "")
              + ". Maybe it is damaged or has a password",
          e);
    }
  }

  static String joined(String lines) {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (String paragraph : lines.replace("\r\n", "\n").split("\u2029|\n[ \t]*\n")) {
      String line =
          paragraph
              .replaceAll("(\\p{Ll})-\\s*\n\\s*(\\p{Ll})", "$1$2")
              .replaceAll("\\s+", " ")
              .strip();
      if (!line.isEmpty()) {
        text.append(text.isEmpty() ? "" : goesOn(last, line) ? " " : "\n\n").append(line);
        last = line;
      }
    }
    return text.toString();
  }

  /// Whether what looks like two paragraphs is one: a full line without an end, or a small letter.
  private static boolean goesOn(String before, String after) {
    boolean isEnded = before.matches("(?s).*[.!?:;][\"”’')\\]]*");
    boolean isFull = before.length() >= FULL_LINE;
    return !isEnded && (isFull || Character.isLowerCase(after.codePointAt(0)));
  }
}
