package org.parley.exchange.sheet;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows at the end of a table that add up those above.
final class SheetTotals {

  /// Folded words that begin such rows.
  private static final Set<String> WORDS =
      WordFiles.of(SheetTotals.class).stream()
          .filter(each -> each.getKey().equals("total.row"))
          .flatMap(each -> Stream.of(each.getValue().split(",", -1)))
          .map(ClaimColumn::folded)
          .collect(Collectors.toUnmodifiableSet());

  private SheetTotals() {}

  /// How many lines at the end are totals: a word for it, and otherwise figures alone.
  static int count(List<List<String>> lines) {
    int end = lines.size();
    while (end > 2 && isTotal(lines.get(end - 1))) {
      end--;
    }
    return lines.size() - end;
  }

  private static boolean isTotal(List<String> cells) {
    List<String> filled =
        cells.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
    return filled.size() > 1
        && WORDS.contains(ClaimColumn.folded(filled.getFirst()))
        && filled.stream().skip(1).allMatch(SheetTotals::isFigure);
  }

  private static boolean isFigure(String cell) {
    return PlainNumbers.of(cell).matches("[-+]?[\\d.,]+\\p{Sc}?%?");
  }
}
