package org.parley.exchange.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds where another table begins beside the first one on a sheet.
///
/// An empty column parts them, both have a heading of known words, and a word heads a column in
/// both. Without such a word an empty column only parts the columns of one table.
final class TablesBeside {

  private TablesBeside() {}

  /// The empty column before the other table; 0 for none.
  ///
  /// @param lines the lines from the heading on
  static int column(List<Sheet.Line> lines) {
    List<String> heading = lines.getFirst().cells();
    for (int column = 1; column + 1 < heading.size(); column++) {
      List<String> own = heading.subList(0, column);
      List<String> others = heading.subList(column + 1, heading.size());
      if (isEmpty(lines, column)
          && HeadingWords.isHeading(own)
          && HeadingWords.isHeading(others)
          && isShared(own, others)) {
        return column;
      }
    }
    return 0;
  }

  private static boolean isEmpty(List<Sheet.Line> lines, int column) {
    return lines.stream().allMatch(each -> each.cell(column).isEmpty());
  }

  private static boolean isShared(List<String> own, List<String> others) {
    Set<String> shared = new HashSet<>(folded(own));
    shared.retainAll(folded(others));
    return !shared.isEmpty();
  }

  private static Set<String> folded(List<String> cells) {
    return cells.stream()
        .filter(each -> !each.isBlank())
        .map(ClaimColumn::folded)
        .collect(Collectors.toSet());
  }
}
