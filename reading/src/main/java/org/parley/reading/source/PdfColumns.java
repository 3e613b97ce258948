package org.parley.reading.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a page in the order of reading. A gutter parts two columns if few lines cross it
/// and most on both sides are long. After the recursive XY-cut (Nagy and Seth, ICPR 1984).
final class PdfColumns {

  /// Columns in columns at most.
  private static final int DEEPEST = 1;

  private static final int FEWEST_LINES = 5;

  /// One line in so many may cross a gutter.
  private static final int CROSSING = 5;

  private static final int MOST_TRIED = 8;

  /// The width of a gutter, in points.
  private static final float NARROWEST = 7;

  /// How near to the edge of a page a gutter stands, of its width.
  private static final float AT_EDGE = 0.2f;

  /// How wide most of a column is set, of its width.
  private static final float LONG = 0.45f;

  /// A part of a page.
  ///
  /// @param column its place among the columns, which tells it from others of its page
  /// @param left the edge of its text
  record Region(List<PdfRow> rows, String column, float left, float right) {}

  /// The empty part between two columns.
  ///
  /// @param crossing lines that cross it
  private record Gutter(float left, float right, int crossing) {
    boolean isCrossed(PdfRun run) {
      return run.left() < left - 1 && run.right() > right + 1;
    }

    boolean isBefore(PdfRun run) {
      return run.left() >= left - 1;
    }
  }

  private final List<Region> regions = new ArrayList<>();

  private PdfColumns() {}

  static List<Region> of(List<PdfRun> page) {
    PdfColumns columns = new PdfColumns();
    if (!page.isEmpty()) {
      columns.cut(page, left(page), right(page), "", 0);
    }
    return columns.regions;
  }

  private static float left(List<PdfRun> runs) {
    return runs.stream().map(PdfRun::left).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static float right(List<PdfRun> runs) {
    return runs.stream().map(PdfRun::right).max(Comparator.naturalOrder()).orElseThrow();
  }

  private void cut(List<PdfRun> runs, float left, float right, String column, int depth) {
    Gutter gutter = depth < DEEPEST ? gutter(runs, left, right) : null;
    if (gutter == null) {
      if (!runs.isEmpty()) {
        regions.add(new Region(PdfRow.of(runs), column, left, right));
      }
      return;
    }
    List<PdfRun> across = new ArrayList<>();
    List<PdfRun> first = new ArrayList<>();
    List<PdfRun> second = new ArrayList<>();
    for (PdfRun each : runs.stream().sorted(PdfRun.DOWNWARDS).toList()) {
      boolean isAcross = gutter.isCrossed(each);
      if (isAcross && !(first.isEmpty() && second.isEmpty())) {
        band(across, first, second, gutter, left, right, column, depth);
      }
      (isAcross ? across : gutter.isBefore(each) ? second : first).add(each);
    }
    band(across, first, second, gutter, left, right, column, depth);
  }

  /// Lines across all columns, and the columns below them.
  private void band(
      List<PdfRun> across,
      List<PdfRun> first,
      List<PdfRun> second,
      Gutter gutter,
      float left,
      float right,
      String column,
      int depth) {
    cut(List.copyOf(across), left, right, column, DEEPEST);
    cut(List.copyOf(first), left, gutter.left, column + "1", depth + 1);
    cut(List.copyOf(second), gutter.right, right, column + "2", depth + 1);
    across.clear();
    first.clear();
    second.clear();
  }

  /// An edge of a run, from left to right.
  private record RunEdge(float at, int step) {}

  private static @Nullable Gutter gutter(List<PdfRun> runs, float left, float right) {
    float edge = AT_EDGE * (right - left);
    List<RunEdge> edges = new ArrayList<>();
    for (PdfRun each : runs) {
      edges.add(new RunEdge(each.left(), 1));
      edges.add(new RunEdge(each.right(), -1));
    }
    edges.sort(Comparator.comparingDouble(RunEdge::at).thenComparingInt(RunEdge::step));
    List<Gutter> gutters = new ArrayList<>();
    int covering = 0;
    for (int i = 0; i + 1 < edges.size(); i++) {
      covering += edges.get(i).step();
      Gutter gutter = new Gutter(edges.get(i).at(), edges.get(i + 1).at(), covering);
      if (gutter.right - gutter.left >= NARROWEST
          && gutter.right >= left + edge
          && gutter.left <= right - edge
          && covering <= runs.size() / CROSSING) {
        gutters.add(gutter);
      }
    }
    return gutters.stream()
        .sorted(
            Comparator.comparingInt(Gutter::crossing)
                .thenComparingDouble(each -> each.left - each.right))
        .limit(MOST_TRIED)
        .filter(each -> isBetweenColumns(each, runs, left, right))
        .findFirst()
        .orElse(null);
  }

  private static boolean isBetweenColumns(
      Gutter gutter, List<PdfRun> runs, float left, float right) {
    List<Float> first = new ArrayList<>();
    List<Float> second = new ArrayList<>();
    for (PdfRun each : runs) {
      if (!gutter.isCrossed(each) && !PdfTables.isNumber(each.words())) {
        (gutter.isBefore(each) ? second : first).add(each.width());
      }
    }
    return isColumn(first, gutter.left - left) && isColumn(second, right - gutter.right);
  }

  private static boolean isColumn(List<Float> widths, float width) {
    double all = widths.stream().mapToDouble(Float::doubleValue).sum();
    double ofLong =
        widths.stream().mapToDouble(Float::doubleValue).filter(it -> it >= LONG * width).sum();
    return widths.size() >= FEWEST_LINES && 2 * ofLong >= all;
  }
}
