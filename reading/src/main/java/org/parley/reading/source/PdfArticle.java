package org.parley.reading.source;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;

/// The text of a PDF, its lines put together to paragraphs and words that were divided to one.
final class PdfArticle {

  /// A line of this length continues in the next one unless a sentence ends.
  private static final int FULL_LINE = 60;

  private PdfArticle() {}

  static Article of(byte[] bytes, @Nullable String address, String language) throws IOException {
    return read(
        bytes,
        document -> {
          String words = joined(new BoundedStripper(true).getText(document));
          WholeText text = new WholeText(words, document.getDocumentInformation().getTitle());
          Calendar made = document.getDocumentInformation().getCreationDate();
          LocalDate day =
              made == null ? null : made.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
          return new Article(text.words(), day, text.title(), null, address, language);
        });
  }

  /// The words of all pages, paragraph by paragraph.
  static WholeText wholeText(byte[] bytes) throws IOException {
    return read(
        bytes,
        document -> {
          PdfRunStripper runs = new PdfRunStripper();
          runs.getText(document);
          return new WholeText(
              PdfText.of(runs.pages()), document.getDocumentInformation().getTitle());
        });
  }

  /// Takes something out of a document.
  private interface Use<T> {
    T of(PDDocument document) throws IOException;
  }

  private static <T> T read(byte[] bytes, Use<T> use) throws IOException {
    try (PDDocument document = BoundedPdf.open(bytes)) {
      if (document.getNumberOfPages() > UnpackLimits.PAGES) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "reading a PDF: it has more than %,d pages. Maybe cut out the article first",
                UnpackLimits.PAGES));
      }
      return use.of(document);
    } catch (UnpackLimits.ExceededException e) {
      throw new IOException("reading a PDF: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new IOException("reading a PDF: it is nested too deeply. Maybe paste its text", e);
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

  /// Whether two apparent paragraphs are one: a full line without an end, or a lower-case
  /// beginning.
  private static boolean goesOn(String before, String after) {
    boolean isEnded = before.matches("(?s).*[.!?:;][\"”’')\\]]*");
    boolean isFull = before.length() >= FULL_LINE;
    return !isEnded && (isFull || Character.isLowerCase(after.codePointAt(0)));
  }
}
