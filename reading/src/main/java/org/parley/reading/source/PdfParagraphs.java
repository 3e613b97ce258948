package org.parley.reading.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.provision.ProvisionNumber;

/// Puts the lines of a PDF together to paragraphs. A line goes on in the next one if its first word
/// would not have fitted in. A gap, an indent or a number parts them all the same.
final class PdfParagraphs {

  /// How much larger a gap parts paragraphs, of that between the lines of one.
  private static final float FURTHER = 1.2f;

  /// Points of a space that shows how far in a paragraph begins.
  private static final float STEP = 6;

  private static final int MOST_SPACES = 120;

  /// How a paragraph of several lines begins, and where its other lines do.
  private record Shape(int first, boolean isNumbered) {}

  /// A paragraph that is being read.
  private static final class Open {
    final List<PdfLine> lines = new ArrayList<>();

    PdfLine first() {
      return lines.getFirst();
    }

    PdfLine last() {
      return lines.getLast();
    }

    boolean isNumbered() {
      return isNumber(first().words());
    }

    Shape shape() {
      return new Shape(Math.round(first().indent() / 2), isNumbered());
    }
  }

  private final List<PdfLine> lines;
  private final PdfHyphens hyphens = new PdfHyphens();
  private final List<Open> paragraphs = new ArrayList<>();
  private final List<Open> notes = new ArrayList<>();

  /// Where the other lines of paragraphs begin, by their first.
  private final Map<Shape, Map<Integer, Integer>> bodies = new HashMap<>();

  /// How far from its first line paragraphs go on, those with a number and the others.
  private final Map<Boolean, Map<Integer, Integer>> steps = new HashMap<>();

  private float leading;
  private @Nullable Open open;

  private PdfParagraphs(List<PdfLine> lines) {
    this.lines = lines;
  }

  static String of(List<PdfLine> lines) {
    return new PdfParagraphs(lines).text();
  }

  private String text() {
    leading = leading();
    lines.forEach(it -> hyphens.note(it.words()));
    learn();
    for (PdfLine each : lines) {
      if (each.kind() == PdfLine.Kind.NOTE) {
        note(each);
      } else {
        line(each);
      }
    }
    close();
    return written();
  }

  /// The distance of lines of one paragraph, of the size of their signs.
  private float leading() {
    List<Float> gaps = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      PdfLine above = lines.get(i - 1);
      PdfLine below = lines.get(i);
      if (areBeside(above, below) && above.isFullBefore(below)) {
        gaps.add((below.run().foot() - above.run().foot()) / above.run().size());
      }
    }
    gaps.sort(null);
    return gaps.isEmpty() ? 1.5f : gaps.get(gaps.size() / 3);
  }

  private static boolean areBeside(PdfLine above, PdfLine below) {
    return above.isText()
        && below.isText()
        && above.flow() == below.flow()
        && above.isAsLarge(below);
  }

  /// Notes where paragraphs go on whose lines surely belong together.
  private void learn() {
    for (int i = 1; i < lines.size(); i++) {
      PdfLine above = lines.get(i - 1);
      PdfLine below = lines.get(i);
      boolean isFirst = i == 1 || !mayGoOn(lines.get(i - 2), above) || ends(lines.get(i - 2));
      if (isFirst
          && areBeside(above, below)
          && mayGoOn(above, below)
          && !ends(above)
          && !above.isCentred()) {
        Open pair = new Open();
        pair.lines.add(above);
        bodies
            .computeIfAbsent(pair.shape(), _ -> new TreeMap<>())
            .merge(Math.round(below.indent()), 1, Integer::sum);
        steps
            .computeIfAbsent(pair.isNumbered(), _ -> new TreeMap<>())
            .merge(Math.round(below.indent() - above.indent()), 1, Integer::sum);
      }
    }
  }

  /// Whether gap, size and width allow that a line goes on in the next.
  private boolean mayGoOn(PdfLine above, PdfLine below) {
    if (!above.isText() || !below.isText() || !above.isAsLarge(below)) {
      return false;
    }
    float gap = below.run().foot() - above.run().foot();
    boolean isNear =
        above.flow() != below.flow() || (gap > 0 && gap <= FURTHER * leading * above.run().size());
    return isNear && (above.isFullBefore(below) || goesOnInSmall(above, below));
  }

  /// Whether a sentence that has no end goes on with a small letter. A short line is a heading.
  private static boolean goesOnInSmall(PdfLine above, PdfLine below) {
    return !ends(above)
        && above.isLong()
        && Character.isLowerCase(below.words().codePointAt(0))
        && !isNumber(below.words());
  }

  private static boolean ends(PdfLine line) {
    return line.words().matches("(?s).*[.;:?!…。；：？！؛؟]['\"’”»)\\]]*[*⁰¹²³⁴-⁹]{0,3}");
  }

  private static boolean isNumber(String words) {
    return ProvisionNumber.find(words).isPresent()
        || (words.indexOf(' ') > 0 && PdfTables.isNumber(words.substring(0, words.indexOf(' '))));
  }

  private void line(PdfLine line) {
    if (open != null && line.isText() && goesOn(open, line)) {
      open.lines.add(line);
      return;
    }
    close();
    open = new Open();
    open.lines.add(line);
    if (!line.isText()) {
      close();
    }
  }

  private void close() {
    if (open != null) {
      paragraphs.add(open);
      open = null;
    }
    paragraphs.addAll(notes);
    notes.clear();
  }

  private void note(PdfLine line) {
    if (notes.isEmpty() || PdfText.isNote(line.words())) {
      notes.add(new Open());
    }
    notes.getLast().lines.add(line);
  }

  private boolean goesOn(Open paragraph, PdfLine line) {
    PdfLine last = paragraph.last();
    if (!mayGoOn(last, line)) {
      return false;
    }
    if (last.flow() != line.flow() && goesOnInSmall(last, line)) {
      return true;
    }
    if (last.isCentred() && line.isCentred()) {
      return !isNumber(line.words());
    }
    if (last.isCentred()
        && paragraph.lines.size() == 1
        && !paragraph.isNumbered()
        && !isKnownBody(paragraph, line)) {
      return goesOnInSmall(last, line);
    }
    if (isNumber(line.words()) && (ends(last) || isItemAfter(last, line))) {
      return false;
    }
    return paragraph.lines.size() > 1
        ? PdfLine.isSamePlace(last.indent(), line.indent())
        : isBodyOf(paragraph, line);
  }

  /// Whether a marked item follows a word that links items.
  private static boolean isItemAfter(PdfLine above, PdfLine below) {
    return above
            .words()
            .matches("(?sui).*(?:,|[,;] ?(?:and|or|et|ou|y|o|e|und|oder|и|и/или|та|або|или))")
        && below.words().matches("(?s)[(\\[]?[\\p{L}\\d]{1,4}\\).*");
  }

  /// Whether a second line begins where such paragraphs go on.
  private boolean isBodyOf(Open paragraph, PdfLine line) {
    float moved = line.indent() - paragraph.first().indent();
    Integer body = body(paragraph.shape());
    boolean isKnown = isKnownBody(paragraph, line);
    if (isKnown || PdfLine.isSamePlace(moved, 0)) {
      // a paragraph that is known to go on elsewhere ends with its line
      return isKnown || body == null || !ends(paragraph.first());
    }
    return moved > 0
        ? paragraph.isNumbered() && !ends(paragraph.first())
        : !ends(paragraph.first()) && !isNumber(line.words());
  }

  private boolean isKnownBody(Open paragraph, PdfLine line) {
    Integer body = body(paragraph.shape());
    return body != null && PdfLine.isSamePlace(body, line.indent());
  }

  /// Where most paragraphs go on that begin like one.
  private @Nullable Integer body(Shape shape) {
    return mostly(bodies.get(shape));
  }

  private static @Nullable Integer mostly(@Nullable Map<Integer, Integer> counts) {
    return counts == null
        ? null
        : counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(null);
  }

  private String written() {
    List<String> texts = new ArrayList<>();
    List<Float> indents = paragraphs.stream().map(this::indent).toList();
    Map<Float, Integer> spaces = spaces(indents);
    String indent = "";
    for (int i = 0; i < paragraphs.size(); i++) {
      StringBuilder words = new StringBuilder();
      paragraphs.get(i).lines.forEach(it -> hyphens.append(words, it.words()));
      // a table is as far in as the words above it
      indent =
          paragraphs.get(i).first().isText()
              ? " ".repeat(spaces.getOrDefault(indents.get(i), 0))
              : indent;
      texts.add(indent + words);
    }
    return String.join("\n\n", texts);
  }

  /// How far in a paragraph is, without the indent of its first line.
  private float indent(Open paragraph) {
    PdfLine first = paragraph.first();
    if (!first.isText()
        || (paragraph.lines.size() == 1 && first.isAtFarEdge())
        || isSetCentred(paragraph)) {
      return 0;
    }
    if (paragraph.lines.size() > 1) {
      return Math.max(0, paragraph.lines.get(1).indent());
    }
    Integer body = body(paragraph.shape());
    Integer step = mostly(steps.get(paragraph.isNumbered()));
    boolean isTabbed = first.textLeft() > first.run().left();
    return Math.max(
        0,
        body != null
            ? body
            : isTabbed || step == null ? first.textLeft() - first.from() : first.indent() + step);
  }

  /// Whether all lines stand in the middle, and none where other paragraphs go on.
  private boolean isSetCentred(Open paragraph) {
    return !paragraph.isNumbered()
        && paragraph.lines.stream().allMatch(PdfLine::isCentred)
        && bodies.values().stream()
            .flatMap(it -> it.keySet().stream())
            .noneMatch(it -> Math.abs(it - paragraph.first().indent()) <= 1);
  }

  /// The spaces for each indent; those that hardly differ have as many.
  private static Map<Float, Integer> spaces(List<Float> indents) {
    Map<Float, Integer> spaces = new HashMap<>();
    float last = Float.NEGATIVE_INFINITY;
    int given = 0;
    for (float each : indents.stream().distinct().sorted().toList()) {
      if (!PdfLine.isSamePlace(each, last)) {
        given = last < 0 ? 0 : Math.max(given + 1, Math.round(each / STEP));
      }
      spaces.put(each, Math.min(given, MOST_SPACES));
      last = each;
    }
    return spaces;
  }
}
