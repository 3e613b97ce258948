package org.parley.reading.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.TextPosition;

/// Collects the words of a PDF with their positions, page by page, as runs.
final class PdfRunStripper extends BoundedStripper {

  /// A gap between words that may part columns or cells, of the size of the signs.
  private static final float WIDE = 1.2f;

  /// How far feet of words beside each other differ, of the size of the signs.
  private static final float RAISED = 0.55f;

  /// Words that are written at once: one, or several with spaces between them.
  ///
  /// @param firstWidth the width of the first, from the left
  /// @param lastWidth the width of the last
  /// @param isApart whether a space stands before it
  private record PlacedWord(
      String text,
      float left,
      float right,
      float foot,
      float size,
      float firstWidth,
      float lastWidth,
      boolean isApart) {}

  private final List<List<PdfRun>> pages = new ArrayList<>();
  private final List<PlacedWord> open = new ArrayList<>();
  private List<PdfRun> page = new ArrayList<>();
  private boolean isApart;

  PdfRunStripper() {
    super(true);
  }

  List<List<PdfRun>> pages() {
    return pages;
  }

  @Override
  protected void startPage(PDPage page) {
    super.startPage(page);
    this.page = new ArrayList<>();
  }

  @Override
  protected void endPage(PDPage page) {
    close();
    pages.add(this.page);
  }

  @Override
  protected void word(String written, List<TextPosition> signs) {
    if (written.isBlank()) {
      space();
      return;
    }
    TextPosition largest = signs.getFirst();
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    for (TextPosition each : signs) {
      largest = size(each) > size(largest) ? each : largest;
      left = Math.min(left, each.getXDirAdj());
      right = Math.max(right, each.getXDirAdj() + each.getWidthDirAdj());
    }
    PlacedWord word =
        new PlacedWord(
            written,
            left,
            right,
            largest.getYDirAdj(),
            size(largest),
            firstWidth(signs),
            firstWidth(signs.reversed()),
            isApart);
    if (!open.isEmpty() && !isBeside(open.getLast(), word)) {
      close();
    }
    open.add(word);
    isApart = false;
  }

  /// The width up to the first space between words.
  private static float firstWidth(List<TextPosition> signs) {
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    for (TextPosition each : signs) {
      boolean isSpace = each.getUnicode() == null || each.getUnicode().isBlank();
      if (isSpace && right > left) {
        break;
      }
      if (!isSpace) {
        left = Math.min(left, each.getXDirAdj());
        right = Math.max(right, each.getXDirAdj() + each.getWidthDirAdj());
      }
    }
    return Math.max(0, right - left);
  }

  private static float size(TextPosition sign) {
    float drawn = Math.abs(sign.getYScale());
    return drawn > 0 ? drawn : Math.abs(sign.getFontSizeInPt());
  }

  private static boolean isBeside(PlacedWord before, PlacedWord word) {
    float size = Math.max(before.size, word.size);
    float gap = word.left - before.right;
    return gap <= WIDE * size && gap >= -size && Math.abs(word.foot - before.foot) <= RAISED * size;
  }

  @Override
  protected void space() {
    isApart = true;
  }

  @Override
  protected void writeLineSeparator() throws IOException {
    super.writeLineSeparator();
    close();
  }

  @Override
  protected void writeParagraphStart() throws IOException {
    super.writeParagraphStart();
    close();
  }

  @Override
  protected void writeParagraphEnd() throws IOException {
    super.writeParagraphEnd();
    close();
  }

  private void close() {
    isApart = false;
    if (open.isEmpty()) {
      return;
    }
    PlacedWord largest = open.getFirst();
    float right = largest.right;
    for (PlacedWord each : open) {
      largest = each.size > largest.size ? each : largest;
      right = Math.max(right, each.right);
    }
    boolean isLeftwards = isLeftwards(open);
    page.add(
        new PdfRun(
            isLeftwards ? leftwards(open) : joined(open),
            open.getFirst().left,
            right,
            largest.foot,
            largest.size,
            isLeftwards ? open.getLast().lastWidth : open.getFirst().firstWidth));
    open.clear();
  }

  private static String joined(List<PlacedWord> words) {
    StringBuilder text = new StringBuilder();
    for (PlacedWord each : words) {
      text.append(each.isApart && !text.isEmpty() ? " " : "").append(each.text);
    }
    return text.toString();
  }

  private static boolean isLeftwards(List<PlacedWord> words) {
    int leftwards = 0;
    for (PlacedWord each : words) {
      leftwards += direction(each.text);
    }
    return leftwards > 0;
  }

  /// How many letters are written from right to left, less the others.
  static int direction(String words) {
    return words
        .codePoints()
        .map(
            it ->
                switch (Character.getDirectionality(it)) {
                  case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                      Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                      1;
                  case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
                  default -> 0;
                })
        .sum();
  }

  /// The words from right to left; those of other scripts keep their order among each other.
  private static String leftwards(List<PlacedWord> words) {
    List<String> texts = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (int i = words.size() - 1; i >= 0; i--) {
      PlacedWord each = words.get(i);
      String spaced = each.text + (each.isApart && i > 0 ? " " : "");
      if (direction(each.text) < 0) {
        foreign.add(spaced);
      } else {
        inOrder(foreign, texts);
        texts.add(spaced);
      }
    }
    inOrder(foreign, texts);
    return String.join("", texts).replaceAll("\\s+", " ").strip();
  }

  private static void inOrder(List<String> foreign, List<String> texts) {
    Collections.reverse(foreign);
    foreign.forEach(each -> texts.add(" " + each.strip() + " "));
    foreign.clear();
  }
}
