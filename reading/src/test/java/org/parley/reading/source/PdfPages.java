package org.parley.reading.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/// Lays paragraphs out as a PDF, in a layout by chance.
final class PdfPages {

  /// A paragraph. `^1` in its words is a raised mark.
  ///
  /// @param depth how far in it stands, in steps
  /// @param note the words of its note; empty for none
  record Laid(Look look, int depth, String words, List<String> cells, String note) {
    static Laid of(Look look, int depth, String words) {
      return new Laid(look, depth, words, List.of(), "");
    }
  }

  enum Look {
    HEADING,
    TEXT,
    ITEM,
    ROW
  }

  /// A line that is set.
  private record Set(
      List<String> words, float left, float width, boolean isLast, boolean isFirst) {}

  static final String HEAD = "River accord, working draft";
  private static final PDRectangle PAPER = PDRectangle.A4;

  private final PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
  final float size;
  final float leading;
  final float gap;
  final float firstIndent;
  final float step;
  final boolean isHanging;
  final boolean isTabbed;
  final boolean isJustified;
  final boolean isCentred;
  final int columns;
  final boolean hasHeads;
  final boolean isBold;
  final float margin;
  final float gutter;
  final float width;
  final float mirrored;
  final int numberStyle;

  private PDDocument document = new PDDocument();
  private @Nullable PDPageContentStream content;
  private int page;
  private int column;
  private float y;
  private float foot;
  private final List<String> notes = new ArrayList<>();

  PdfPages(SplittableRandom random) {
    size = 8 + random.nextInt(9) / 2f;
    leading = size * (1.15f + random.nextInt(5) / 10f);
    columns = random.nextInt(3) == 0 ? 2 : 1;
    gap = random.nextBoolean() ? leading * (0.35f + random.nextInt(4) / 5f) : 0;
    firstIndent = random.nextBoolean() ? size * 2 : 0;
    step = size * (1.5f + random.nextInt(4) / (2f * columns * columns));
    isHanging = random.nextBoolean();
    isTabbed = random.nextBoolean();
    isJustified = random.nextBoolean();
    isCentred = random.nextBoolean();
    hasHeads = random.nextBoolean();
    isBold = random.nextBoolean();
    margin = 50 + random.nextInt(60);
    gutter = 14 + random.nextInt(16);
    mirrored = random.nextInt(3) == 0 ? 20 : 0;
    width = (PAPER.getWidth() - 2 * margin - mirrored - (columns - 1) * gutter) / columns;
    numberStyle = random.nextInt(4);
  }

  private PDPageContentStream content() {
    return Objects.requireNonNull(content);
  }

  @Override
  public String toString() {
    return "size "
        + size
        + " leading "
        + leading / size
        + " gap "
        + gap
        + " first "
        + firstIndent
        + " step "
        + step
        + " hanging "
        + isHanging
        + " tab "
        + isTabbed
        + " justified "
        + isJustified
        + " centred "
        + isCentred
        + " columns "
        + columns
        + " heads "
        + hasHeads
        + " margin "
        + margin
        + " gutter "
        + gutter
        + " mirrored "
        + mirrored;
  }

  /// Whether the last line of a paragraph is well short of full, so that a reader sees its end.
  boolean endsShort(Laid laid) throws IOException {
    List<Set> lines = lines(laid);
    Set last = lines.getLast();
    return last.left + last.width < width * 0.75f;
  }

  /// Whether lines of several paragraphs would look like one.
  boolean isTight() {
    return gap == 0;
  }

  byte[] print(List<Laid> paragraphs) throws IOException {
    document = new PDDocument();
    open();
    for (Laid each : paragraphs) {
      paragraph(each);
    }
    end();
    try (PDDocument whole = document;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      whole.save(out);
      return out.toByteArray();
    }
  }

  private void open() throws IOException {
    PDPage sheet = new PDPage(PAPER);
    document.addPage(sheet);
    content = new PDPageContentStream(document, sheet);
    page++;
    column = 0;
    y = PAPER.getHeight() - 80;
    foot = 80;
    if (hasHeads) {
      String number =
          switch (numberStyle) {
            case 0 -> "- " + page + " -";
            case 1 -> "Page " + page + " of 9";
            case 2 -> page + "/9";
            default -> String.valueOf(page);
          };
      show(font, size * 0.9f, left(), PAPER.getHeight() - 40, HEAD);
      show(font, size * 0.9f, left(), 36, number);
    }
  }

  private void end() throws IOException {
    float at = foot;
    for (int i = 0; i < notes.size(); i++) {
      at -= size;
      String[] parts = notes.get(i).split(" ", 2);
      float x = left();
      if (parts[0].startsWith("^")) {
        show(font, size * 0.55f, x, at + size * 0.25f, parts[0].substring(1));
      }
      show(font, size * 0.8f, x + size, at, parts[1]);
    }
    notes.clear();
    content().close();
  }

  private float left() {
    return margin + (page % 2 == 0 ? mirrored : 0) + column * (width + gutter);
  }

  private void advance(float by) throws IOException {
    y -= by;
    if (y < foot + leading * 2) {
      if (column + 1 < columns) {
        column++;
        y = PAPER.getHeight() - 80 - leading;
      } else {
        end();
        open();
        y -= leading;
      }
    }
  }

  private void paragraph(Laid laid) throws IOException {
    boolean isFresh = true;
    boolean isNoted = !laid.note.isEmpty();
    for (Set each : lines(laid)) {
      advance(isFresh ? leading + gap : leading);
      if (isNoted) {
        notes.add(laid.note);
        foot += size * 1.3f;
        isNoted = false;
      }
      isFresh = false;
      set(laid, each);
    }
  }

  private void set(Laid laid, Set line) throws IOException {
    float x = left() + line.left;
    if (laid.look == Look.ROW) {
      float each = width / laid.cells.size();
      for (int i = 0; i < laid.cells.size(); i++) {
        show(font, size, left() + i * each, y, laid.cells.get(i));
      }
      return;
    }
    float spare = width - line.left - line.width;
    float between =
        isJustified && !line.isLast && line.words.size() > 1 ? spare / (line.words.size() - 1) : 0;
    PDFont own = isBold && laid.look == Look.HEADING ? bold : font;
    for (int i = 0; i < line.words.size(); i++) {
      String word = line.words.get(i);
      x += word(own, x, word);
      if (isHanging && isTabbed && laid.look == Look.ITEM && i == 0 && line.isFirst) {
        x = Math.max(left() + laid.depth * step, x + space());
      } else {
        x += space() + between;
      }
    }
  }

  private float space() throws IOException {
    return font.getStringWidth(" ") / 1000 * size;
  }

  private float word(PDFont own, float x, String word) throws IOException {
    int mark = word.indexOf('^');
    if (mark < 0) {
      show(own, size, x, y, word);
      return width(own, word);
    }
    String before = word.substring(0, mark);
    String raised = word.substring(mark + 1, mark + 2);
    String after = word.substring(mark + 2);
    show(own, size, x, y, before);
    float at = x + width(own, before);
    show(own, size * 0.6f, at, y + size * 0.3f, raised);
    at += width(own, raised) * 0.6f;
    if (!after.isEmpty()) {
      show(own, size, at, y, after);
    }
    return at + width(own, after) - x;
  }

  private float width(PDFont own, String words) throws IOException {
    return own.getStringWidth(words) / 1000 * size;
  }

  private void show(PDFont own, float points, float x, float at, String words) throws IOException {
    if (!words.isEmpty()) {
      PDPageContentStream content = content();
      content.beginText();
      content.setFont(own, points);
      content.newLineAtOffset(x, at);
      content.showText(words);
      content.endText();
    }
  }

  /// The lines of a paragraph.
  private List<Set> lines(Laid laid) throws IOException {
    PDFont own = isBold && laid.look == Look.HEADING ? bold : font;
    if (laid.look == Look.ROW) {
      return List.of(new Set(List.of(), 0, width / 2, true, true));
    }
    boolean isItem = laid.look == Look.ITEM;
    boolean isText = laid.look == Look.TEXT;
    float body = laid.depth * step;
    float first = isItem && isHanging ? body - step : isText ? body + firstIndent : body;
    List<Set> lines = new ArrayList<>();
    List<String> words = new ArrayList<>();
    float left = first;
    float at = 0;
    for (String each : laid.words.split(" ")) {
      float own1 = width(own, each.replaceAll("\\^\\d", "i"));
      if (!words.isEmpty() && left + at + space() + own1 > width) {
        lines.add(new Set(List.copyOf(words), left, at, false, lines.isEmpty()));
        words.clear();
        left = body;
        at = 0;
      }
      boolean isTabStop = isItem && isHanging && isTabbed && words.size() == 1 && lines.isEmpty();
      at =
          words.isEmpty()
              ? own1
              : isTabStop ? Math.max(body - left, at + space()) + own1 : at + space() + own1;
      words.add(each);
    }
    lines.add(new Set(List.copyOf(words), left, at, true, lines.isEmpty()));
    if (laid.look == Look.HEADING && isCentred) {
      return lines.stream()
          .map(it -> new Set(it.words, (width - it.width) / 2, it.width, true, false))
          .toList();
    }
    return lines;
  }
}
