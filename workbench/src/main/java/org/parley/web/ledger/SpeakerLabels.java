package org.parley.web.ledger;

import java.util.ArrayList;
import java.util.List;

/// Writes the names of speakers beside their dots, without one over the other.
final class SpeakerLabels {

  private static final int LETTER = 6;
  private static final int LINE = 14;
  private static final int BESIDE = 9;

  /// How far from its dot a name may stand, in lines.
  private static final int MOST_LINES = 7;

  private SpeakerLabels() {}

  /// The dots with the names that find a place; each dot keeps its words.
  ///
  /// @param width the right end of the drawing
  static List<StockChart.Dot> on(List<StockChart.Dot> dots, int width) {
    List<StockChart.Dot> placed = new ArrayList<>();
    for (StockChart.Dot dot : dots) {
      boolean isSaid = placed.stream().anyMatch(each -> isSame(each, dot));
      placed.add(isSaid ? at(dot, "", 0) : placed(dot, placed, dots, width));
    }
    return placed;
  }

  /// Whether the name stands beside a dot at the same place already.
  private static boolean isSame(StockChart.Dot one, StockChart.Dot other) {
    return one.x() == other.x() && one.y() == other.y() && one.label().equals(other.label());
  }

  /// Whether a name would cover a dot that is not its own.
  private static boolean covers(StockChart.Dot label, StockChart.Dot dot) {
    return dot.x() > label.x()
        && dot.x() - BESIDE < right(label)
        && Math.abs(dot.y() + 4 - label.labelY()) < LINE;
  }

  private static StockChart.Dot placed(
      StockChart.Dot dot, List<StockChart.Dot> others, List<StockChart.Dot> dots, int width) {
    for (int line = 0; line < MOST_LINES; line++) {
      StockChart.Dot tried = at(dot, dot.label(), dot.y() + 4 + line * LINE);
      if (right(tried) <= width
          && dots.stream().noneMatch(each -> covers(tried, each))
          && others.stream().noneMatch(each -> isOver(each, tried))) {
        return tried;
      }
    }
    return at(dot, "", 0);
  }

  private static StockChart.Dot at(StockChart.Dot dot, String label, int y) {
    return new StockChart.Dot(
        dot.x(), dot.y(), dot.isOfImplementation(), dot.words(), dot.link(), label, y);
  }

  private static boolean isOver(StockChart.Dot one, StockChart.Dot other) {
    boolean isApart = right(one) < other.x() || right(other) < one.x();
    return !one.label().isEmpty() && !isApart && Math.abs(one.labelY() - other.labelY()) < LINE;
  }

  private static int right(StockChart.Dot dot) {
    return dot.x() + BESIDE + dot.label().length() * LETTER;
  }
}
