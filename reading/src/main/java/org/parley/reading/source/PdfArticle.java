package org.parley.reading.source;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.TextPosition;
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

  /// The words of all pages, line by line: a number may begin each line of an agreement.
  static WholeText wholeText(byte[] bytes) throws IOException {
    return read(
        bytes,
        document -> {
          String lines = PdfLines.of(text(document, true), text(document, false));
          return new WholeText(lines, document.getDocumentInformation().getTitle());
        });
  }

  private static String text(PDDocument document, boolean isSorted) throws IOException {
    BoundedStripper stripper = new BoundedStripper(isSorted);
    stripper.setPageEnd(PdfLines.PAGE);
    return stripper.getText(document);
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

  /// Extracts text until there is too much of it, or it takes too long.
  private static final class BoundedStripper extends RaisedStripper {

    private final long endNanos = System.nanoTime() + UnpackLimits.SECONDS * 1_000_000_000L;
    private long characters;
    private long onPage;
    private int forms;

    BoundedStripper(boolean isSorted) {
      setSortByPosition(isSorted);
      setParagraphStart("\u2029");
    }

    @Override
    protected void startPage(PDPage page) {
      onPage = 0;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (System.nanoTime() - endNanos > 0) {
        throw new UnpackLimits.ExceededException(
            "its text takes more than " + UnpackLimits.SECONDS + " seconds. Maybe paste it");
      }
      super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
      if (++forms > UnpackLimits.FORMS) {
        throw new UnpackLimits.ExceededException(
            String.format(
                Locale.ROOT,
                "it draws more than %,d parts within parts. Maybe paste its text",
                UnpackLimits.FORMS));
      }
      super.showForm(form);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
      String written = text.getUnicode();
      int length = written == null ? 1 : Math.max(1, written.length());
      characters += length;
      onPage += length;
      if (characters > UnpackLimits.CHARACTERS) {
        throw new UnpackLimits.ExceededException(
            String.format(
                Locale.ROOT,
                "it has more than %,d characters. Maybe cut out the article first",
                UnpackLimits.CHARACTERS));
      }
      if (onPage > UnpackLimits.CHARACTERS_A_PAGE) {
        throw new UnpackLimits.ExceededException(
            String.format(
                Locale.ROOT,
                "a page of it has more than %,d characters. Maybe paste its text",
                UnpackLimits.CHARACTERS_A_PAGE));
      }
      super.processTextPosition(text);
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
