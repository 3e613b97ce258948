package org.parley.reading.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.reading.source.PdfColumns.Region;

/// The text of a PDF by the positions of its words. Columns are read one after the other, and
/// running heads are left out. Notes at the foot of a page follow the paragraph that goes on over
/// it.
final class PdfText {

  /// How large the signs of a note are at most, of those of the text.
  private static final float SMALLER = 0.93f;

  /// The longest lines that stick out of a column, one in so many.
  private static final int STICKING_OUT = 40;

  /// The edges of a column on all its pages.
  private record Frame(float left, float right) {}

  /// A region with the edges of its column.
  private record Flow(Region region, List<PdfRow> rows, Frame own) {}

  private final List<Flow> flows = new ArrayList<>();
  private final List<PdfLine> lines = new ArrayList<>();
  private final Map<String, Frame> frames = new HashMap<>();
  private float usualSize;

  private PdfText() {}

  /// @param pages the runs of each page
  static String of(List<List<PdfRun>> pages) {
    boolean isLeftwards =
        pages.stream().flatMap(List::stream).mapToInt(it -> side(it.words())).sum() > 0;
    List<List<PdfRun>> turned =
        isLeftwards
            ? pages.stream().map(it -> it.stream().map(PdfRun::mirrored).toList()).toList()
            : pages;
    return new PdfText().text(PdfMargins.without(turned));
  }

  private static int side(String words) {
    return Integer.signum(PdfRunStripper.direction(words));
  }

  private String text(List<List<PdfRow>> pages) {
    usualSize = usualSize(pages);
    for (List<PdfRow> each : pages) {
      List<PdfRun> runs = each.stream().flatMap(it -> it.runs().stream()).toList();
      PdfColumns.of(runs)
          .forEach(
              it -> {
                List<PdfRow> rows = PdfTables.cells(it.rows());
                flows.add(new Flow(it, rows, frame(rows)));
              });
    }
    Map<String, List<Frame>> byColumn = new HashMap<>();
    flows.forEach(
        it -> byColumn.computeIfAbsent(it.region.column(), _ -> new ArrayList<>()).add(it.own));
    byColumn.forEach((column, each) -> frames.put(column, usual(each)));
    for (int i = 0; i < flows.size(); i++) {
      add(flows.get(i), i);
    }
    return PdfParagraphs.of(lines);
  }

  /// The size of most signs.
  private static float usualSize(List<List<PdfRow>> pages) {
    Map<Integer, Integer> signs = new HashMap<>();
    pages.stream()
        .flatMap(List::stream)
        .flatMap(it -> it.runs().stream())
        .forEach(it -> signs.merge(Math.round(4 * it.size()), it.words().length(), Integer::sum));
    return signs.entrySet().stream()
            .max(Map.Entry.<Integer, Integer>comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0)
        / 4f;
  }

  /// The edges of the lines of one column of a page, without the few that stick out.
  private static Frame frame(List<PdfRow> rows) {
    List<Float> lefts = rows.stream().map(PdfRow::left).sorted().toList();
    List<Float> rights =
        rows.stream()
            .filter(it -> it.runs().size() == 1 || PdfTables.isItem(it))
            .map(PdfRow::right)
            .sorted(Comparator.reverseOrder())
            .toList();
    return new Frame(
        lefts.getFirst(),
        rights.isEmpty() ? rows.getFirst().right() : rights.get(rights.size() / STICKING_OUT));
  }

  /// The edges that most pages have.
  private static Frame usual(List<Frame> frames) {
    List<Float> lefts = frames.stream().map(Frame::left).sorted().toList();
    float left = lefts.get((lefts.size() - 1) / 3);
    List<Float> rights =
        frames.stream()
            .filter(it -> PdfLine.isSamePlace(it.left, left))
            .map(Frame::right)
            .sorted()
            .toList();
    return new Frame(left, rights.get(2 * (rights.size() - 1) / 3));
  }

  /// The edges of a column on its page. They may be moved as a whole, as those of even pages are.
  private Frame placed(Flow flow) {
    Frame usual = frames.getOrDefault(flow.region.column(), flow.own);
    float moved = flow.own.left - usual.left;
    boolean isMoved =
        moved < 0
            || (moved > 1
                && Math.abs(flow.own.right - usual.right - moved) <= Math.max(3, moved / 2));
    float shift = isMoved ? moved : 0;
    return new Frame(usual.left + shift, Math.max(flow.own.right, usual.right + shift));
  }

  private void add(Flow flow, int place) {
    Frame frame = placed(flow);
    List<PdfRow> rows = flow.rows;
    int notes = firstNote(rows);
    for (int i = 0; i < rows.size(); i++) {
      int length = isStretched(rows, i, frame) ? 0 : PdfTables.length(rows, i);
      if (length > 0) {
        PdfRow first = rows.get(i);
        PdfTables.paragraphs(rows.subList(i, i + length))
            .forEach(it -> add(first, it, PdfLine.Kind.WHOLE, place, frame));
        i += length - 1;
      } else {
        PdfRow row = rows.get(i);
        String words = row.words();
        add(
            row,
            i >= notes ? raised(words) : words,
            i >= notes ? PdfLine.Kind.NOTE : PdfLine.Kind.TEXT,
            place,
            frame);
      }
    }
  }

  /// Whether a line is set wide so that it ends at the edge, in the middle of a sentence.
  private static boolean isStretched(List<PdfRow> rows, int at, Frame frame) {
    PdfRow row = rows.get(at);
    return at > 0
        && Character.isLowerCase(row.words().codePointAt(0))
        && PdfLine.isSamePlace(row.right(), frame.right)
        && rows.get(at - 1).words().matches("(?s).*[^.;:!?]");
  }

  private void add(PdfRow row, String words, PdfLine.Kind kind, int place, Frame frame) {
    PdfRun whole = row.whole(" ");
    PdfRun run =
        new PdfRun(
            words, whole.left(), whole.right(), whole.foot(), whole.size(), whole.firstWidth());
    lines.add(
        new PdfLine(
            run,
            kind,
            place,
            frame.left,
            frame.right,
            PdfTables.isItem(row) ? row.runs().getLast().left() : row.left()));
  }

  /// The place of the first note at the foot of a column: small signs after a mark.
  private int firstNote(List<PdfRow> rows) {
    int first = rows.size();
    for (int i = rows.size() - 1; i >= 0 && rows.get(i).size() < SMALLER * usualSize; i--) {
      first = isNote(rows.get(i).words()) ? i : first;
    }
    return first;
  }

  static boolean isNote(String words) {
    return RaisedMarks.isDigit(words.codePointAt(0))
        || words.startsWith("*")
        || words.matches("\\d{1,3}\\p{Z}?\\p{Lu}.*");
  }

  /// A note whose mark stands on the line.
  private static String raised(String words) {
    int end = 0;
    while (end < words.length() && words.charAt(end) >= '0' && words.charAt(end) <= '9') {
      end++;
    }
    return isNote(words) && end > 0
        ? RaisedMarks.of(words.substring(0, end), "") + " " + words.substring(end).strip()
        : words;
  }
}
