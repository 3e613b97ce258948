package org.parley.exchange.sheet;

import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.parley.exchange.sheet.RowsAbove.Content;

/// Whether lines apart from the rows of a table are another table, with a heading of unknown words.
///
/// Columns tell: words where the rows above have figures, cells beyond the heading, none where all
/// rows have some. Cells that say what the rows above say, or that are words of cells, speak
/// against it.
///
/// @param heading the heading of the table
/// @param above its first rows
/// @param block the lines apart, what may be their heading first
/// @param isTitled whether a title stands above them
record TableBelow(Sheet.Line heading, RowsAbove above, List<Sheet.Line> block, boolean isTitled) {

  /// So many rows have a cell in each column that all rows must have.
  private static final int ENOUGH = 2;

  TableBelow {
    block = List.copyOf(block);
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
                        && above.lines().stream().noneMatch(line -> isYear(line, each))
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
            switch (above.content(each)) {
              case NOTHING -> heading.cell(each).isEmpty();
              case FIGURES -> true;
              case WORDS, BOTH -> false;
            });
  }

  /// How many columns have figures above and words below, or the other way round.
  private long changed() {
    return columns(each -> above.content(each).contradicts(Content.of(below(), each)));
  }

  /// How many columns have no heading and no cells but in each of these lines.
  private long beyond() {
    return columns(
        each ->
            heading.cell(each).isEmpty()
                && above.content(each) == Content.NOTHING
                && block.stream().noneMatch(line -> line.cell(each).isEmpty()));
  }

  /// How many columns are filled in all rows and in none of these lines.
  private long missing() {
    return above.lines().size() < ENOUGH
        ? 0
        : IntStream.range(0, heading.width())
            .filter(above::isWhole)
            .filter(each -> Content.of(block, each) == Content.NOTHING)
            .count();
  }

  /// Whether a cell is said in its column above too, or is a word that cells have.
  private boolean isAlike() {
    for (int column = 0; column < heading.width(); column++) {
      if (!Collections.disjoint(above.words(column), RowsAbove.words(block, column))) {
        return true;
      }
    }
    return block.getFirst().cells().stream().anyMatch(HeadingWords::isOfCells);
  }
}
