package org.parley.exchange.sheet;

import java.util.List;

/// Tells a heading that is repeated further down, as on each page of a print. Merged cells may be
/// merged in one of them and not in the other.
public final class RepeatedHeading {

  private RepeatedHeading() {}

  /// Whether a row repeats one of a heading: two of its cells or all are the same, and none
  /// differs.
  ///
  /// @param upper the row of the heading above that one, whose cells may be merged down; empty for
  ///   none
  public static boolean is(List<String> row, List<String> heading, List<String> upper) {
    int same = 0;
    for (int i = 0; i < row.size(); i++) {
      String cell = folded(row, i);
      boolean isSame = !cell.isEmpty() && cell.equals(folded(heading, i));
      boolean isMerged = cell.equals(folded(row, i - 1)) || cell.equals(folded(upper, i));
      if (!cell.isEmpty() && !isSame && !(folded(heading, i).isEmpty() && isMerged)) {
        return false;
      }
      same += isSame ? 1 : 0;
    }
    long filled = heading.stream().filter(each -> !ClaimColumn.folded(each).isEmpty()).count();
    return same > 0 && same >= Math.min(2, filled);
  }

  private static String folded(List<String> cells, int at) {
    return at >= 0 && at < cells.size() ? ClaimColumn.folded(cells.get(at)) : "";
  }
}
