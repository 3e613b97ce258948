package org.parley.exchange.sheet;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows of a table that add up others.
final class SheetTotals {

  /// Folded words that begin such rows.
  private static final Set<String> WORDS =
      WordFiles.of(SheetTotals.class).stream()
          .filter(each -> each.getKey().equals("total.row"))
          .flatMap(each -> Stream.of(each.getValue().split(",", -1)))
          .map(ClaimColumn::folded)
          .collect(Collectors.toUnmodifiableSet());

  private SheetTotals() {}

  /// Whether a line has totals: a word for it, which may span columns, and otherwise figures alone.
  static boolean isTotal(List<String> cells) {
    List<String> filled =
        cells.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
    return filled.size() > 1
        && WORDS.contains(ClaimColumn.folded(filled.getFirst()))
        && filled.stream().anyMatch(SheetTotals::isFigure)
        && filled.stream().allMatch(each -> isFigure(each) || each.equals(filled.getFirst()));
  }

  private static boolean isFigure(String cell) {
    return PlainNumbers.of(cell).matches("[-+]?[\\d.,]+\\p{Sc}?%?");
  }
}
