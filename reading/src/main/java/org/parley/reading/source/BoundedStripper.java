package org.parley.reading.source;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.TextPosition;

/// Extracts text until there is too much of it, or it takes too long.
class BoundedStripper extends RaisedStripper {

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
