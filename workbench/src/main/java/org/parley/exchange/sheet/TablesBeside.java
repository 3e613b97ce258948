package org.parley.exchange.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Finds where another table begins beside the first one on a sheet.
///
/// An empty column parts them. It parts the columns of one table if one kind of table has most
/// headings on either side. But a word that heads a column in both, a title of the other, or its
/// heading in another line tell two. Columns of unknown headings are another table if they have a
/// total, or more or fewer rows.
final class TablesBeside {

  private final List<Sheet.Line> own;
  private final List<Sheet.Line> others;

  /// The lines of both tables, those above their headings included.
  ///
  /// @param kept those of the table that is read
  /// @param left those of the other
  record Parted(List<Sheet.Line> kept, List<Sheet.Line> left) {}

  private TablesBeside(
      List<Sheet.Line> some, List<Sheet.Line> others, ToIntFunction<List<Sheet.Line>> titles) {
    this.own = some.subList(titles.applyAsInt(some), some.size());
    this.others = List.copyOf(others);
  }

  /// The two tables of some lines; empty if there is one.
  ///
  /// @param titles how many of some lines stand above the heading
  static Optional<Parted> find(List<Sheet.Line> lines, ToIntFunction<List<Sheet.Line>> titles) {
    int width = lines.stream().mapToInt(Sheet.Line::width).max().orElse(0);
    for (int column = 1; column + 1 < width; column++) {
      if (isEmpty(lines, column)) {
        List<Sheet.Line> some = columns(lines, 0, column);
        List<Sheet.Line> rest = columns(lines, column + 1, width);
        if (isTable(some) && isTable(rest) && new TablesBeside(some, rest, titles).areTwo()) {
          return Optional.of(parted(some, rest));
        }
      }
    }
    return Optional.empty();
  }

  private static Parted parted(List<Sheet.Line> some, List<Sheet.Line> rest) {
    boolean isOther = !hasHeading(some) && hasHeading(rest);
    return isOther ? new Parted(rest, some) : new Parted(some, rest);
  }

  private static boolean hasHeading(List<Sheet.Line> lines) {
    return lines.stream().anyMatch(each -> HeadingWords.isHeading(each.cells()));
  }

  private static boolean isEmpty(List<Sheet.Line> lines, int column) {
    return lines.stream().allMatch(each -> each.cell(column).isEmpty());
  }

  /// The lines with cells in some columns, which keep their places.
  private static List<Sheet.Line> columns(List<Sheet.Line> lines, int from, int to) {
    return lines.stream()
        .map(each -> each.columns(from, to))
        .filter(each -> !each.isBlank())
        .toList();
  }

  private static boolean isTable(List<Sheet.Line> lines) {
    return lines.stream().filter(each -> each.filled() > 1).count() > 1;
  }

  private boolean areTwo() {
    Sheet.Line heading = own.getFirst();
    Optional<Sheet.Line> beside = at(heading.number());
    if (beside.isEmpty() || isTitled(beside.get())) {
      return true;
    }
    List<String> words = heading.cells();
    List<String> otherWords = beside.get().cells();
    if (HeadingWords.isHeading(words) && HeadingWords.isHeading(otherWords)) {
      return isShared(words, otherWords) || !HeadingWords.areOfOneKind(words, otherWords);
    }
    boolean isNoneKnown = HeadingWords.count(otherWords) == 0 || HeadingWords.count(words) == 0;
    return isNoneKnown
        ? isTotalled() || last(own) != last(others)
        : !HeadingWords.areOfOneKind(words, otherWords);
  }

  /// The line of the other table that stands beside one.
  private Optional<Sheet.Line> at(int number) {
    return others.stream().filter(each -> each.number() == number).findFirst();
  }

  /// Whether the other table has a title at its first column, which is no heading of several.
  private boolean isTitled(Sheet.Line heading) {
    Sheet.Line first = others.getFirst();
    return first.number() < own.getFirst().number()
        && first.filled() == 1
        && first.first() == heading.first()
        && HeadingWords.count(first.cells()) == 0;
  }

  private boolean isTotalled() {
    return SheetTotals.isTotal(others.getLast().cells());
  }

  /// The last line of several cells.
  private static int last(List<Sheet.Line> lines) {
    return lines.stream()
        .filter(each -> each.filled() > 1)
        .mapToInt(Sheet.Line::number)
        .max()
        .orElse(0);
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
