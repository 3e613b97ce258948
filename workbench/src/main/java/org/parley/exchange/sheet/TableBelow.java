package org.parley.exchange.sheet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whether lines apart from the rows of a table are another table, with a heading of unknown words.
///
/// Columns tell: words where the rows above have figures, cells beyond the heading, none where all
/// rows have some. Cells that say what the rows above say, or that are words of cells, speak
/// against it.
///
/// @param heading the heading of the table
/// @param above its rows
/// @param block the lines apart, what may be their heading first
/// @param isTitled whether a title stands above them
record TableBelow(
    Sheet.Line heading, List<Sheet.Line> above, List<Sheet.Line> block, boolean isTitled) {

  /// So many rows have a cell in each column that all rows must have.
  private static final int ENOUGH = 2;

  TableBelow {
    above = List.copyOf(above);
    block = List.copyOf(block);
  }

  private enum Content {
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

  boolean isOther() {
    Sheet.Line first = block.getFirst();
    if (first.filled() < 2) {
      return false;
    }
    if (first.cells().stream().anyMatch(HeadingWords::isFigure)) {
      return (isOfYears() || changed() > 1) && !isAlike();
    }
    return odd() > 1
        || (block.size() > 1 && (changed() + beyond() > 0 || isLike(first)) && !isAlike());
  }

  /// Whether years head columns in which neither the rows above nor those below have any.
  private boolean isOfYears() {
    Sheet.Line first = block.getFirst();
    long figures = columns(each -> HeadingWords.isFigure(first.cell(each)));
    return block.size() > 1
        && figures > 1
        && figures
            == columns(
                each ->
                    isYear(first, each)
                        && above.stream().noneMatch(line -> isYear(line, each))
                        && below().stream().noneMatch(line -> isYear(line, each)));
  }

  private static boolean isYear(Sheet.Line line, int column) {
    return line.cell(column).matches("(?:19|20)\\d\\d");
  }

  /// Whether a column has other cells than above.
  boolean differs() {
    return changed() + beyond() > 0;
  }

  private boolean isLike(Sheet.Line first) {
    return isTitled || (missing() > 1 && first.first() == heading.first());
  }

  /// The lines below the possible heading.
  private List<Sheet.Line> below() {
    return block.subList(1, block.size());
  }

  private long columns(Predicate<Integer> is) {
    Sheet.Line first = block.getFirst();
    return IntStream.range(0, first.width())
        .filter(each -> !first.cell(each).isEmpty() && is.test(each))
        .count();
  }

  /// In how many columns the first line has words where all rows have figures, or nothing.
  private long odd() {
    return columns(
        each ->
            switch (Content.of(above, each)) {
              case NOTHING -> heading.cell(each).isEmpty();
              case FIGURES -> true;
              case WORDS, BOTH -> false;
            });
  }

  /// How many columns have figures above and words below, or the other way round.
  private long changed() {
    return columns(each -> Content.of(above, each).contradicts(Content.of(below(), each)));
  }

  /// How many columns have no heading and no cells but in each of these lines.
  private long beyond() {
    return columns(
        each ->
            heading.cell(each).isEmpty()
                && Content.of(above, each) == Content.NOTHING
                && block.stream().noneMatch(line -> line.cell(each).isEmpty()));
  }

  /// How many columns are filled in all rows and in none of these lines.
  private long missing() {
    return above.size() < ENOUGH
        ? 0
        : IntStream.range(0, heading.width())
            .filter(each -> above.stream().noneMatch(line -> line.cell(each).isEmpty()))
            .filter(each -> Content.of(block, each) == Content.NOTHING)
            .count();
  }

  /// Whether a cell is said in its column above too, or is a word that cells have.
  private boolean isAlike() {
    for (int column = 0; column < heading.width(); column++) {
      Set<String> said = folded(above, column);
      said.retainAll(folded(block, column));
      if (!said.isEmpty()) {
        return true;
      }
    }
    return block.getFirst().cells().stream().anyMatch(HeadingWords::isOfCells);
  }

  private static Set<String> folded(List<Sheet.Line> lines, int column) {
    return lines.stream()
        .map(each -> each.cell(column))
        .filter(each -> !each.isEmpty() && !HeadingWords.isFigure(each))
        .map(ClaimColumn::folded)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
