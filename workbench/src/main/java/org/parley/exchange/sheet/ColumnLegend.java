package org.parley.exchange.sheet;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.parley.exchange.sheet.RowsAbove.Content;

/// Finds lines right below a heading that say how to read its columns. These are their numbers, as
/// official forms have them, or units and forms of dates.
final class ColumnLegend {

  private static final int SEVERAL = 3;

  /// The longest name of a unit.
  private static final int LONGEST_UNIT = 20;

  /// A unit in brackets, a share, or a form of dates such as dd/mm/yyyy or TT.MM.JJJJ.
  private static final Pattern UNIT =
      Pattern.compile("(?iu)\\([^()]*\\)|\\[[^\\[\\]]*]|[%‰]|(?:([djtmyaдмг])\\1{0,3}[./ -]?){3}");

  private final List<Sheet.Line> lines;
  private final int at;

  private ColumnLegend(List<Sheet.Line> lines, int at) {
    this.lines = lines;
    this.at = at;
  }

  /// The place of such a line, which may follow a heading of two rows; 0 for none.
  static int find(List<Sheet.Line> lines) {
    return IntStream.of(1, 2)
        .filter(each -> each + 1 < lines.size())
        .filter(each -> new ColumnLegend(lines, each).isOne())
        .findFirst()
        .orElse(0);
  }

  private boolean isOne() {
    return areNumbers() || areUnits() || areOverFigures();
  }

  /// Whether the cells count all columns of the heading, and the rows below go not on with two.
  private boolean areNumbers() {
    List<String> cells = line().cells().stream().filter(each -> !each.isBlank()).toList();
    boolean areCounted =
        cells.size() >= Math.max(SEVERAL, lines.getFirst().filled())
            && IntStream.range(0, cells.size())
                .allMatch(each -> bare(cells.get(each)).equals(Integer.toString(each + 1)));
    String next = lines.get(at + 1).cell(line().first());
    return areCounted && (!cells.getFirst().equals(bare(cells.getFirst())) || !next.equals("2"));
  }

  private static String bare(String cell) {
    return cell.strip().replaceFirst("^[(\\[](.*)[)\\]]$", "$1");
  }

  /// Whether most cells are units, and none is a figure.
  private boolean areUnits() {
    List<String> cells = line().cells().stream().map(String::strip).toList();
    long units = cells.stream().filter(each -> UNIT.matcher(each).matches()).count();
    return units > 1 && 2 * units > line().filled() && areWords();
  }

  /// Whether all cells are short words over figures alone, below headings of one column each, and
  /// the first column has none.
  private boolean areOverFigures() {
    return at == 1
        && lines.size() > SEVERAL
        && line().filled() > 0
        && line().first() > lines.getFirst().first()
        && areWords()
        && HeadingWords.count(line().cells().stream().filter(each -> !each.isBlank()).toList()) == 0
        && all(
            column ->
                line().cell(column).length() <= LONGEST_UNIT
                    && isOwn(column)
                    && Content.of(lines.subList(at + 1, lines.size()), column) == Content.FIGURES);
  }

  private boolean all(IntPredicate is) {
    return IntStream.range(0, line().width())
        .filter(each -> !line().cell(each).isEmpty())
        .allMatch(is);
  }

  /// Whether a heading is of one column.
  private boolean isOwn(int column) {
    Sheet.Line heading = lines.getFirst();
    String own = heading.cell(column);
    return !own.isEmpty()
        && !own.equals(heading.cell(column - 1))
        && !own.equals(heading.cell(column + 1))
        && !(heading.cell(column + 1).isEmpty() && !line().cell(column + 1).isEmpty());
  }

  private boolean areWords() {
    return line().cells().stream().noneMatch(HeadingWords::isFigure);
  }

  private Sheet.Line line() {
    return lines.get(at);
  }
}
