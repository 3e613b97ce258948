package org.parley.exchange.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.sheet.SheetNote.NoteSubject;

/// Finds the table among the lines of a sheet: its heading and its rows. Titles, repeated headings,
/// totals, remarks and other tables are left out, with notes.
final class SheetLines {

  private static final int MOST_TITLES = 5;

  /// Lines of several cells above a heading of known words.
  private static final int MOST_LINES_ABOVE = 25;

  private static final int SEVERAL = 3;

  /// A name and its value, as above tables: a period, a unit.
  private static final int PAIR = 2;

  /// The beginning of a note below a table.
  private static final Pattern NOTE =
      Pattern.compile(
          "[*†‡¹²³]|\\(\\d\\)|(?:notes?|sources?|remarques?|nota|примечание)\\b.*[:.]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final List<Sheet.Line> lines;
  private final List<SheetNote> notes = new ArrayList<>();
  private final List<Sheet.Line> titles = new ArrayList<>();

  /// The numbers of lines below an empty one.
  private final Set<Integer> apart = new HashSet<>();

  /// The rows that others were compared with last.
  private @Nullable RowsAbove compared;

  private SheetLines(List<Sheet.Line> lines) {
    this.lines = new ArrayList<>(lines);
  }

  /// The lines of a table, its heading first.
  record FoundTable(List<Sheet.Line> lines, List<SheetNote> notes) {}

  /// Finds the table.
  ///
  /// @param all lines that are not blank
  static FoundTable table(List<Sheet.Line> all) {
    if (all.size() < 2) {
      return new FoundTable(all, List.of());
    }
    SheetLines found = new SheetLines(all);
    found.cutBeside();
    found.rememberApart();
    found.cutTitles(found.titles());
    found.cutColumnLegends();
    found.cutRepeatedHeadings();
    found.cutOtherTable();
    found.cutBeside();
    found.cutBelow();
    found.cutTotals();
    found.tellRowsApart();
    found.notes.sort(Comparator.comparingInt(SheetNote::first));
    return new FoundTable(found.lines, found.notes);
  }

  private void cutTitles(int above) {
    titles.addAll(lines.subList(0, above));
    if (titles.stream().anyMatch(each -> each.filled() > 1)) {
      cut(NoteSubject.ABOVE, 0, above);
    } else {
      lines.subList(0, above).clear();
    }
  }

  /// Leaves out what stands beside the table: below, it may have another one as wide as both.
  private void cutBeside() {
    Optional<TablesBeside.Parted> parted =
        TablesBeside.find(lines, each -> new SheetLines(each).titles());
    if (parted.isPresent()) {
      List<Sheet.Line> left = parted.get().left();
      Sheet.Line heading = left.get(new SheetLines(left).titles());
      notes.add(
          new SheetNote(
              NoteSubject.BESIDE,
              left.getFirst().number(),
              left.getLast().number(),
              words(heading)));
      lines.clear();
      lines.addAll(parted.get().kept());
    }
  }

  private void cutColumnLegends() {
    for (int at = ColumnLegend.find(lines); at > 0; at = ColumnLegend.find(lines)) {
      cut(NoteSubject.COLUMN_LEGEND, at, at + 1);
    }
  }

  private void rememberApart() {
    for (int i = 1; i < lines.size(); i++) {
      if (number(i) > number(i - 1) + 1) {
        apart.add(number(i));
      }
    }
    // an empty line between most rows parts none
    if (lines.size() > 2 * SEVERAL && 2 * apart.size() > lines.size()) {
      apart.clear();
    }
  }

  /// How many lines stand above the heading: each has one cell, and the heading has several; or the
  /// heading has known words.
  private int titles() {
    int titles = 0;
    while (titles < Math.min(MOST_TITLES, lines.size() - 2) && isTitle(titles)) {
      titles++;
    }
    boolean isHeading =
        titles + 1 < lines.size() && filled(titles) >= SEVERAL && filled(titles + 1) > 1;
    int known = knownHeading();
    return known > 0 ? known : isHeading ? titles : 0;
  }

  /// A cell above the middle of a heading that is itself a word of headings is no title.
  private boolean isTitle(int at) {
    return filled(at) == 1 && (first(at) <= first(at + 1) || known(at) == 0);
  }

  /// The first line of known headings, if no line above may be the upper part of it.
  private int knownHeading() {
    int most = Math.min(MOST_LINES_ABOVE, lines.size() - 1);
    int found = 0;
    while (found < most && !HeadingWords.isHeading(lines.get(found).cells())) {
      found++;
    }
    for (int i = 0; i < found && found < most; i++) {
      boolean isUpper = !isTitle(i) && known(i) > 0 && !isApart(i + 1, found);
      if (isUpper && i + 1 == found) {
        return i;
      }
      if (isUpper || filled(i) > PAIR || filled(i) >= filled(found)) {
        return 0;
      }
    }
    return found < most ? found : 0;
  }

  private int known(int at) {
    return HeadingWords.count(lines.get(at).cells());
  }

  private void cutRepeatedHeadings() {
    List<String> heading = lines.getFirst().cells();
    for (int i = lines.size() - 1; i > 0; i--) {
      if (RepeatedHeading.is(lines.get(i).cells(), heading, List.of())) {
        int from = i;
        while (from > 1 && isTitleOfPage(from - 1)) {
          from--;
        }
        cut(NoteSubject.REPEATED_HEADING, from, i + 1);
        i = from;
      }
    }
  }

  /// A line of one cell between pages: a title that stood above, or one apart from the rows.
  private boolean isTitleOfPage(int at) {
    return filled(at) == 1
        && (titles.stream().anyMatch(each -> folded(each).equals(folded(at)))
            || (filled(0) >= SEVERAL && isApart(at) && first(at) <= first(0)));
  }

  private void cutOtherTable() {
    for (int i = 2; i + 1 < lines.size(); i++) {
      if (isOtherHeading(i)) {
        cut(NoteSubject.OTHER_TABLE, i - titlesAbove(i), lines.size());
        return;
      }
    }
  }

  /// How many titles of another table stand above its heading. They have one cell. They are apart
  /// from the rows, or right above the heading and below rows of several cells alone.
  private int titlesAbove(int heading) {
    int from = heading;
    while (from > 1
        && filled(from - 1) == 1
        && !isMarked(from - 1)
        && (from == heading || !isApart(from))) {
      from--;
    }
    return from < heading && (isApart(from) || isRightAbove(from, heading)) ? heading - from : 0;
  }

  private boolean isRightAbove(int title, int heading) {
    return !isApart(heading)
        && filled(0) >= SEVERAL
        && first(title) <= first(0)
        && IntStream.range(1, title).allMatch(each -> filled(each) > 1);
  }

  /// Whether a line heads another table: known words, or other columns than those above, apart from
  /// the rows above.
  private boolean isOtherHeading(int at) {
    List<String> cells = lines.get(at).cells();
    boolean isApart = isApart(at) || (filled(at - 1) == 1 && filled(at) > 1);
    if (RepeatedHeading.is(cells, lines.get(1).cells(), lines.getFirst().cells())) {
      // the second row of a heading
      return false;
    }
    if (HeadingWords.isHeading(cells)) {
      return isApart || HeadingWords.count(cells) >= Math.max(SEVERAL, filled(at));
    }
    return isApart && below(at).isOther();
  }

  private TableBelow below(int at) {
    int end = at + 1;
    while (end < Math.min(lines.size(), at + RowsAbove.MOST) && !isApart(end)) {
      end++;
    }
    int last = at - titlesAbove(at);
    boolean isTitled = last < at && isApart(last) && filled(0) >= SEVERAL && filled(1) > 1;
    return new TableBelow(lines.getFirst(), above(last), lines.subList(at, end), isTitled);
  }

  private RowsAbove above(int end) {
    int size = Math.min(end - 1, RowsAbove.MOST);
    RowsAbove above = compared;
    if (above == null || above.lines().size() != size) {
      above = new RowsAbove(lines.subList(1, 1 + size));
      compared = above;
    }
    return above;
  }

  private void cutBelow() {
    int before;
    do {
      before = lines.size();
      int end = lines.size();
      while (end > 2 && SheetTotals.isTotal(lines.get(end - 1).cells())) {
        end--;
      }
      cut(NoteSubject.TOTALS, end, lines.size());
      cut(NoteSubject.REMARKS, lines.size() - remarks(), lines.size());
    } while (lines.size() < before);
  }

  /// How many lines at the end are notes on the table. Each has one cell, in the first column. They
  /// stand apart from the rows, or begin with a mark. Below a heading of two cells they do both.
  private int remarks() {
    int end = lines.size();
    while (end > 2 && filled(end - 1) == 1 && first(end - 1) <= first(0)) {
      end--;
    }
    int marked = end;
    while (marked < lines.size() && !isMarked(marked)) {
      marked++;
    }
    int begun = marked;
    while (begun > end && begun < lines.size() && !isApart(begun)) {
      begun--;
    }
    int from = marked == lines.size() ? end : isApart(begun) ? begun : marked;
    boolean isSeveral = filled(0) >= SEVERAL;
    boolean isNote =
        from < lines.size()
            && (marked < lines.size()
                ? isSeveral || (filled(0) > 1 && isApart(from))
                : isSeveral && isApart(from) && filled(from - 1) > 1);
    return isNote ? lines.size() - from : 0;
  }

  private boolean isMarked(int at) {
    return NOTE.matcher(lines.get(at).cell(first(at))).lookingAt();
  }

  private void cutTotals() {
    for (int i = lines.size() - 1; i > 1; i--) {
      if (SheetTotals.isTotal(lines.get(i).cells())) {
        cut(NoteSubject.TOTALS, i, i + 1);
      }
    }
  }

  /// Rows below an empty line may be another table whose heading is not known. They have words
  /// alone, or other cells than those above.
  private void tellRowsApart() {
    for (int i = 2; i < lines.size(); i++) {
      List<String> cells = lines.get(i).cells();
      if (isApart(i) && (cells.stream().noneMatch(HeadingWords::isFigure) || below(i).differs())) {
        notes.add(
            new SheetNote(
                NoteSubject.ROWS_APART, number(i), number(lines.size() - 1), words(lines.get(i))));
        return;
      }
    }
  }

  private void cut(NoteSubject about, int from, int to) {
    if (from < to) {
      notes.addFirst(new SheetNote(about, number(from), number(to - 1), words(lines.get(from))));
      lines.subList(from, to).clear();
      compared = null;
    }
  }

  private static String words(Sheet.Line line) {
    return String.join(
        ", ", line.cells().stream().map(String::strip).filter(each -> !each.isEmpty()).toList());
  }

  /// Whether an empty line stands above.
  private boolean isApart(int at) {
    return apart.contains(number(at));
  }

  /// Whether an empty line stands above one of these lines.
  private boolean isApart(int from, int to) {
    return IntStream.rangeClosed(from, to).anyMatch(this::isApart);
  }

  private int number(int at) {
    return lines.get(at).number();
  }

  private long filled(int at) {
    return lines.get(at).filled();
  }

  private int first(int at) {
    return lines.get(at).first();
  }

  private List<String> folded(int at) {
    return folded(lines.get(at));
  }

  /// Without blank cells at the end, and without figures: those of pages differ.
  private static List<String> folded(Sheet.Line line) {
    return line.cells().subList(0, line.width()).stream()
        .map(
            each -> ClaimColumn.folded(each).replaceAll("(?<=\\p{L})\\p{N}+|\\p{N}+(?=\\p{L})", ""))
        .toList();
  }
}
