package org.parley.exchange.sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The first rows of a table, with what its columns have. Each column is looked at once, whatever
/// is compared with it.
final class RowsAbove {

  /// So many rows show what columns have.
  static final int MOST = 200;

  private final List<Sheet.Line> lines;
  private final Map<Integer, Content> contents = new HashMap<>();
  private final Map<Integer, Boolean> whole = new HashMap<>();
  private final Map<Integer, Set<String>> words = new HashMap<>();

  /// The cells of a column.
  enum Content {
    NOTHING,
    FIGURES,
    WORDS,
    BOTH;

    static Content of(Collection<Sheet.Line> lines, int column) {
      List<String> cells =
          lines.stream().map(each -> each.cell(column)).filter(each -> !each.isEmpty()).toList();
      Predicate<String> isFigure = HeadingWords::isFigure;
      return cells.isEmpty()
          ? NOTHING
          : cells.stream().allMatch(isFigure)
              ? FIGURES
              : cells.stream().noneMatch(isFigure) ? WORDS : BOTH;
    }

    boolean contradicts(Content other) {
      return (this == FIGURES && other == WORDS) || (this == WORDS && other == FIGURES);
    }
  }

  RowsAbove(List<Sheet.Line> lines) {
    this.lines = List.copyOf(lines);
  }

  List<Sheet.Line> lines() {
    return lines;
  }

  Content content(int column) {
    return contents.computeIfAbsent(column, each -> Content.of(lines, each));
  }

  /// Whether every row has a cell.
  boolean isWhole(int column) {
    return whole.computeIfAbsent(
        column, at -> lines.stream().noneMatch(each -> each.cell(at).isEmpty()));
  }

  /// The folded words of a column, without figures.
  Set<String> words(int column) {
    return words.computeIfAbsent(column, each -> words(lines, each));
  }

  static Set<String> words(Collection<Sheet.Line> lines, int column) {
    Set<String> words = new HashSet<>();
    lines.stream()
        .map(each -> each.cell(column))
        .filter(each -> !each.isEmpty() && !HeadingWords.isFigure(each))
        .forEach(each -> words.add(ClaimColumn.folded(each)));
    return words;
  }
}
