package org.parley.web.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.tables.PageTable;
import org.parley.exchange.tables.TableCell;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// The tables of a page that was made.
public final class PageTables {

  /// The attribute that names a table of a page, for addresses.
  static final String NAME = "data-table";

  /// The attribute of the heading of a column that a table of a file has no use for.
  private static final String LEFT_OUT = "data-skip";

  /// The attribute of a cell that is a part, with the whole.
  private static final String WHOLE = "data-of";

  /// Stands where no cell does.
  private static final Element GAP = new Element("td");

  private static final int MOST_COLUMNS = 1_000;

  /// @param place the place in the table of the page
  /// @param isWhole whether it has of how many, beside the column that has how many
  private record Column(int place, boolean isWhole) {}

  private final Document page;
  private final Language language;

  private PageTables(Document page, Language language) {
    this.page = page;
    this.language = language;
  }

  /// Reads a page in the current language.
  public static PageTables of(String html) {
    return of(html, Language.current());
  }

  /// Reads a page.
  ///
  /// @param html the page
  /// @param language its language
  public static PageTables of(String html, Language language) {
    return new PageTables(Jsoup.parse(html), language);
  }

  /// The names of its tables, in order.
  public List<String> names() {
    return page.select("table[" + NAME + "]").eachAttr(NAME);
  }

  /// The first heading of the page.
  public String heading() {
    Element heading = page.selectFirst("main h1, h1");
    return heading == null ? page.title() : CellReader.text(heading).replace('\n', ' ');
  }

  /// The problem and the advice on a page about an error.
  public String problem() {
    return String.join(" ", page.select("main p:not(.label):not(:has(a))").eachText());
  }

  /// The table with a name.
  public Optional<PageTable> find(String name) {
    return page.select("table[" + NAME + "]").stream()
        .filter(each -> each.attr(NAME).equals(name))
        .findFirst()
        .map(this::read);
  }

  /// Every table by its name, in order.
  public Map<String, PageTable> all() {
    Map<String, PageTable> all = new LinkedHashMap<>();
    for (Element each : page.select("table[" + NAME + "]")) {
      all.computeIfAbsent(each.attr(NAME), _ -> read(each));
    }
    return all;
  }

  private PageTable read(Element table) {
    List<List<Element>> grid = rectangle(rows(table));
    int width = grid.stream().mapToInt(List::size).max().orElse(0);
    int headings = 0;
    Element head = table.selectFirst("> thead");
    while (headings < grid.size() && isHeading(head, grid.get(headings))) {
      headings++;
    }
    List<List<Element>> heads = grid.subList(0, headings);
    List<List<Element>> body = grid.subList(headings, grid.size());
    List<Column> columns = columns(heads, body, width);
    CellReader reader = new CellReader(language);
    return new PageTable(
        title(table),
        columns.stream().map(column -> heading(heads, column)).toList(),
        rowHeadings(body, columns),
        body.stream()
            .map(row -> columns.stream().map(column -> cell(reader, row, column)).toList())
            .toList(),
        language.isRightToLeft());
  }

  private static TableCell cell(CellReader reader, List<Element> row, Column column) {
    return at(row, column.place())
        .filter(cell -> row.indexOf(cell) == column.place() || !isAlone(cell, row))
        .map(cell -> column.isWhole() ? TableCell.of(cell.attr(WHOLE)) : reader.read(cell))
        .orElse(TableCell.EMPTY);
  }

  /// Whether a cell has a row of its own: a heading of others, or a note below them.
  private static boolean isAlone(Element cell, List<Element> row) {
    return row.stream().allMatch(each -> isGap(each) || each.equals(cell));
  }

  private static Optional<Element> at(List<Element> row, int column) {
    return column < row.size() && !isGap(row.get(column))
        ? Optional.of(row.get(column))
        : Optional.empty();
  }

  /// Whether no cell takes up a place.
  private static boolean isGap(Element cell) {
    return cell.equals(GAP);
  }

  /// The rows of a table, without those of tables inside it.
  private static List<Element> rows(Element table) {
    return table.select("tr").stream().filter(each -> table.equals(each.closest("table"))).toList();
  }

  /// Every cell in each place that it takes up.
  private static List<List<Element>> rectangle(List<Element> rows) {
    List<List<Element>> grid = new ArrayList<>();
    rows.forEach(_ -> grid.add(new ArrayList<>()));
    for (int y = 0; y < rows.size(); y++) {
      int x = 0;
      for (Element cell : rows.get(y).children()) {
        while (x < grid.get(y).size() && !isGap(grid.get(y).get(x))) {
          x++;
        }
        int wide = span(cell, "colspan", MOST_COLUMNS - x);
        int high = span(cell, "rowspan", rows.size() - y);
        place(grid, cell, x, y, wide, high);
        x += wide;
      }
    }
    return grid;
  }

  private static void place(
      List<List<Element>> grid, Element cell, int x, int y, int wide, int high) {
    for (int row = y; row < y + high; row++) {
      List<Element> line = grid.get(row);
      while (line.size() < x + wide) {
        line.add(GAP);
      }
      for (int column = x; column < x + wide; column++) {
        line.set(column, cell);
      }
    }
  }

  private static int span(Element cell, String name, int most) {
    String span = cell.attr(name);
    return span.matches("[1-9]\\d{0,5}")
        ? Math.clamp(Integer.parseInt(span), 1, Math.max(1, most))
        : 1;
  }

  /// @param head the heading of the table; null if it has none
  private static boolean isHeading(@Nullable Element head, List<Element> row) {
    return head == null
        ? !row.isEmpty() && row.stream().allMatch(each -> isGap(each) || isName(each))
        : row.stream().allMatch(each -> isGap(each) || head.equals(each.closest("thead")));
  }

  private static boolean isName(Element cell) {
    return cell.normalName().equals("th");
  }

  /// The columns that carry something: not those of buttons, and two for "3 of 20".
  private static List<Column> columns(
      List<List<Element>> heads, List<List<Element>> body, int width) {
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < width; place++) {
      if (!has(heads, place, LEFT_OUT)) {
        columns.add(new Column(place, false));
      }
      if (has(body, place, WHOLE)) {
        columns.add(new Column(place, true));
      }
    }
    return List.copyOf(columns);
  }

  private static boolean has(List<List<Element>> rows, int place, String attribute) {
    return rows.stream()
        .anyMatch(row -> at(row, place).filter(each -> each.hasAttr(attribute)).isPresent());
  }

  private static String heading(List<List<Element>> heads, Column column) {
    List<String> words = new ArrayList<>();
    for (List<Element> row : heads) {
      String word = at(row, column.place()).map(PageTables::line).orElse("");
      if (!word.isEmpty() && !words.contains(word)) {
        words.add(word);
      }
    }
    String heading = String.join(" – ", words);
    return column.isWhole() && !heading.isEmpty()
        ? Say.text("export.out-of", "heading", heading)
        : heading;
  }

  private static int rowHeadings(List<List<Element>> body, List<Column> columns) {
    int count = 0;
    while (count < columns.size() && isRowHeading(body, columns.get(count).place())) {
      count++;
    }
    return body.isEmpty() || count == columns.size() ? 0 : count;
  }

  private static boolean isRowHeading(List<List<Element>> body, int column) {
    return body.stream().allMatch(row -> at(row, column).filter(PageTables::isName).isPresent());
  }

  /// Its caption, else what labels it, else the heading before it.
  private String title(Element table) {
    Element caption = table.selectFirst("> caption");
    if (caption != null) {
      return line(caption);
    }
    Element region = table.closest("[aria-label], [aria-labelledby]");
    if (region != null && region.hasAttr("aria-label")) {
      return region.attr("aria-label");
    }
    Element label =
        region == null ? null : page.getElementById(region.attr("aria-labelledby").strip());
    return label != null ? line(label) : heading();
  }

  private static String line(Element element) {
    return CellReader.text(element).replace('\n', ' ');
  }
}
