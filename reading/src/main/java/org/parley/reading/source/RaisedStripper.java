package org.parley.reading.source;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// Extracts the text of a PDF, in which raised signs are signs of their own, see [RaisedMarks]. A
/// sign is raised if it is smaller than another of its line, and its foot is higher.
class RaisedStripper extends PDFTextStripper {

  /// How large a raised sign is at most, of one beside it.
  private static final float SMALLER = 0.85f;

  /// How far its foot is above, of the height of one beside it.
  private static final float LEAST_RAISE = 0.15f;

  private static final float MOST_RAISE = 0.8f;

  /// A word that may be the mark of a note, at the beginning of its line.
  private record Pending(String text, List<TextPosition> signs) {}

  private @Nullable Pending pending;
  private boolean isApart;

  /// A sign of the line that is not raised.
  private @Nullable TextPosition plain;

  /// The word written last, which tells what a mark after it is.
  private String before = "";

  @Override
  protected void writeString(String text, List<TextPosition> signs) throws IOException {
    if (signs.isEmpty()) {
      super.writeString(text, signs);
      return;
    }
    TextPosition largest = signs.getFirst();
    for (TextPosition each : signs) {
      largest = each.getFontSizeInPt() > largest.getFontSizeInPt() ? each : largest;
    }
    if (plain == null && pending == null && text.length() <= 3) {
      pending = new Pending(text, signs);
      return;
    }
    TextPosition beside = plain;
    if (beside == null || !isRaised(largest, beside)) {
      beside = largest;
    }
    writePending(beside);
    write(text, signs, beside);
    plain = beside;
  }

  private void writePending(@Nullable TextPosition beside) throws IOException {
    Pending first = pending;
    pending = null;
    if (first != null) {
      write(first.text, first.signs, beside == null ? first.signs.getFirst() : beside);
      if (isApart) {
        space();
      }
    }
    isApart = false;
  }

  private void write(String text, List<TextPosition> signs, TextPosition beside)
      throws IOException {
    String written = isAsDrawn(text, signs) ? withRaised(signs, beside) : text;
    before = written;
    word(written, signs);
  }

  /// Whether no sign was put in another order or form.
  private static boolean isAsDrawn(String text, List<TextPosition> signs) {
    StringBuilder drawn = new StringBuilder();
    signs.forEach(each -> drawn.append(each.getUnicode()));
    return text.contentEquals(drawn);
  }

  private String withRaised(List<TextPosition> signs, TextPosition beside) {
    StringBuilder written = new StringBuilder();
    StringBuilder raised = new StringBuilder();
    for (TextPosition each : signs) {
      if (isRaised(each, beside)) {
        raised.append(each.getUnicode());
      } else {
        end(raised, written);
        written.append(each.getUnicode());
      }
    }
    end(raised, written);
    return written.toString();
  }

  private void end(StringBuilder raised, StringBuilder written) {
    if (!raised.isEmpty()) {
      written.append(RaisedMarks.of(raised.toString(), written.isEmpty() ? before : written));
      raised.setLength(0);
    }
  }

  private static boolean isRaised(TextPosition sign, TextPosition beside) {
    float size = beside.getFontSizeInPt();
    float raise = beside.getYDirAdj() - sign.getYDirAdj();
    return sign.getFontSizeInPt() <= SMALLER * size
        && raise >= LEAST_RAISE * size
        && raise <= MOST_RAISE * size;
  }

  @Override
  protected void writeWordSeparator() throws IOException {
    if (pending != null) {
      isApart = true;
      return;
    }
    before = "";
    space();
  }

  /// Writes a word.
  ///
  /// @param signs as they are drawn
  protected void word(String written, List<TextPosition> signs) throws IOException {
    super.writeString(written, signs);
  }

  /// Parts two words.
  protected void space() throws IOException {
    super.writeWordSeparator();
  }

  @Override
  protected void writeLineSeparator() throws IOException {
    endLine();
    super.writeLineSeparator();
  }

  @Override
  protected void writeParagraphStart() throws IOException {
    endLine();
    super.writeParagraphStart();
  }

  @Override
  protected void writeParagraphEnd() throws IOException {
    endLine();
    super.writeParagraphEnd();
  }

  @Override
  protected void writePageEnd() throws IOException {
    endLine();
    super.writePageEnd();
  }

  private void endLine() throws IOException {
    writePending(null);
    plain = null;
    before = "";
  }
}
