package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.records.TableRow.Cell;
import org.parley.exchange.records.TableRow.Draft;
import org.parley.exchange.sheet.FormulaErrors;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetFault;
import org.parley.exchange.tables.FormulaGuard;
import org.parley.model.PartyId;
import org.parley.model.text.PointId;
import org.parley.wording.Complaint;

/// Joins the rows of a sheet that belong to one record.
///
/// A row continues the record above if its own cells are empty or say the same. Rows with the same
/// id belong together anywhere, and so do rows of positions of a party on a point.
final class TableRows {

  private final TableKind kind;
  private final Sheet sheet;
  private final List<String> columns;
  private final CellNames names;
  private final BiConsumer<Cell, Complaint> faults;
  private final Map<String, String> groups = new HashMap<>();
  private final Map<String, Draft> known = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  private @Nullable Cell above;

  private TableRows(
      TableKind kind,
      Sheet sheet,
      List<String> columns,
      CellNames names,
      BiConsumer<Cell, Complaint> faults) {
    this.kind = kind;
    this.sheet = sheet;
    this.columns = columns;
    this.names = names;
    this.faults = faults;
  }

  /// The records of a sheet.
  static List<Draft> drafts(
      TableKind kind,
      Sheet sheet,
      List<String> columns,
      List<TableColumn> all,
      CellNames names,
      BiConsumer<Cell, Complaint> faults) {
    TableRows rows = new TableRows(kind, sheet, columns, names, faults);
    all.forEach(each -> rows.groups.put(each.name(), each.group()));
    for (int row = 0; row < sheet.rows().size(); row++) {
      rows.take(row);
    }
    return rows.drafts;
  }

  private void take(int row) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    Map<String, Cell> stances = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String text = FormulaGuard.plain(sheet.rows().get(row).get(i)).strip();
      String column = columns.get(i);
      if (!column.isEmpty() && FormulaErrors.isOne(text)) {
        faults.accept(new Cell(text, row, i), new Complaint(SheetFault.Plain.FORMULA_FAILED, text));
      }
      if (!text.isEmpty() && column.startsWith(Headings.OF_PARTY)) {
        stances.put(column.substring(Headings.OF_PARTY.length()), new Cell(text, row, i));
      } else if (!text.isEmpty() && !column.isEmpty()) {
        cells.put(column, new Cell(text, row, i));
      }
    }
    if (isExample(cells)) {
      return;
    }
    if (columns.stream().anyMatch(each -> each.startsWith(Headings.OF_PARTY))) {
      point(cells);
      stances.forEach((party, cell) -> join(row, stance(cells, party, cell)));
    } else if (!cells.isEmpty()) {
      join(row, cells);
    }
  }

  /// Whether this is the row that templates have as an example.
  private boolean isExample(Map<String, Cell> cells) {
    Map<String, String> texts = new HashMap<>();
    cells.forEach((name, cell) -> texts.put(name, cell.text()));
    return texts.equals(TableTemplate.filled(kind));
  }

  /// In a grid, an empty point is that of the row above.
  private void point(Map<String, Cell> cells) {
    Cell point = cells.get("point");
    if (point != null) {
      above = point;
    } else if (above != null && !cells.isEmpty()) {
      cells.put("point", above);
    }
  }

  private Map<String, Cell> stance(Map<String, Cell> cells, String party, Cell cell) {
    Map<String, Cell> row = new LinkedHashMap<>(cells);
    row.put("party", new Cell(party, cell.row(), cell.column()));
    // no grade has a digit
    boolean isWorth = cell.text().chars().anyMatch(Character::isDigit);
    row.put(isWorth ? "worths" : "grades", cell);
    return row;
  }

  private void join(int row, Map<String, Cell> cells) {
    Map<String, Cell> own = new LinkedHashMap<>();
    Map<String, Map<String, Cell>> parts = new LinkedHashMap<>();
    cells.forEach(
        (name, cell) -> {
          String group = groups.getOrDefault(name, "");
          (group.isEmpty() ? own : parts.computeIfAbsent(group, _ -> new LinkedHashMap<>()))
              .put(name, cell);
        });
    Draft draft = draft(row, own, parts);
    if (draft == null) {
      return;
    }
    own.forEach((name, cell) -> head(draft, name, cell));
    parts.forEach(
        (group, part) ->
            draft
                .elements
                .computeIfAbsent(group, _ -> new ArrayList<>())
                .add(new TableRow(row, part)));
  }

  private void head(Draft draft, String name, Cell cell) {
    Cell before = draft.head.cells().putIfAbsent(name, cell);
    if (before != null && !before.text().equals(cell.text()) && !isKey(name)) {
      faults.accept(
          cell,
          new Complaint(
              new TableFault.CellDiffersFromAbove(sheet.line(before.row())), cell.text()));
    }
  }

  private boolean isKey(String name) {
    return kind == TableKind.POSITIONS && (name.equals("party") || name.equals("point"));
  }

  private @Nullable Draft draft(
      int row, Map<String, Cell> own, Map<String, Map<String, Cell>> parts) {
    String key = key(own);
    if (!key.isEmpty()) {
      return known.computeIfAbsent(key, _ -> added(row));
    }
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    boolean continues =
        last != null
            && !parts.isEmpty()
            && own.entrySet().stream()
                .allMatch(each -> each.getValue().text().equals(last.head.text(each.getKey())));
    if (continues) {
      return last;
    }
    if (own.isEmpty()) {
      Cell first = parts.values().iterator().next().values().iterator().next();
      faults.accept(first, new Complaint(TableFault.Plain.ROW_WITHOUT_A_RECORD, first.text()));
      return null;
    }
    return added(row);
  }

  private Draft added(int row) {
    Draft draft = new Draft(row);
    drafts.add(draft);
    return draft;
  }

  /// The key that makes rows one record, wherever they stand; empty for none.
  private String key(Map<String, Cell> own) {
    String id = text(own, "id");
    if (!id.isEmpty()) {
      return "id " + id;
    }
    String party = text(own, "party");
    String point = text(own, "point");
    return kind == TableKind.POSITIONS && !party.isEmpty() && !point.isEmpty()
        ? "of "
            + id(PartyId.class, party)
            + " "
            + id(PointId.class, point)
            + " "
            + text(own, "from")
        : "";
  }

  private String id(Class<?> type, String name) {
    List<String> found = names.find(type, name);
    return found.size() == 1 ? found.getFirst() : name;
  }

  private static String text(Map<String, Cell> cells, String name) {
    return Objects.requireNonNullElse(cells.get(name), new Cell("", 0, 0)).text();
  }
}
