package org.parley.exchange.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.shape.Shape;
import org.parley.exchange.tables.FormulaGuard;
import org.parley.exchange.tables.PageTable;
import org.parley.exchange.tables.TableCell;
import org.parley.exchange.tables.TableFormat;
import org.parley.exchange.tables.TableOrigin;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// Files of one kind of record: what is on record, and the template to fill in.
public final class RecordFile {

  private RecordFile() {}

  /// The records of a kind that a view has, with the columns that any of them fills.
  public static byte[] write(TableKind kind, CaseView view, TableFormat format) {
    List<CaseRecord> records =
        view.records().stream().filter(each -> CaseWriter.keyOf(each).equals(kind.key())).toList();
    List<Map<String, String>> rows = RecordTable.rows(kind, records);
    Set<String> filled = new HashSet<>(TableTemplate.example(kind).keySet());
    rows.forEach(each -> filled.addAll(each.keySet()));
    if (kind == TableKind.INCIDENTS) {
      filled.remove(TableColumns.LATITUDE);
      filled.remove(TableColumns.LONGITUDE);
    }
    List<TableColumn> columns =
        TableColumns.of(kind, view).stream()
            .filter(each -> each.isNeeded() || filled.contains(each.name()))
            .toList();
    return file(kind, columns, rows, format);
  }

  /// The template of a kind: the usual columns, an example, and in a workbook notes on all columns.
  public static byte[] template(TableKind kind, TableFormat format) {
    Map<String, String> example = TableTemplate.example(kind);
    List<TableColumn> all = TableColumns.of(kind, Set.copyOf(Language.tags()));
    List<TableColumn> columns = new ArrayList<>();
    example
        .keySet()
        .forEach(
            name -> all.stream().filter(each -> each.name().equals(name)).forEach(columns::add));
    return file(kind, columns, List.of(example), format);
  }

  private static byte[] file(
      TableKind kind,
      List<TableColumn> columns,
      List<Map<String, String>> rows,
      TableFormat format) {
    Messages messages = Messages.current();
    List<List<TableCell>> cells = new ArrayList<>();
    for (Map<String, String> row : rows) {
      List<TableCell> line = new ArrayList<>();
      for (TableColumn each : columns) {
        line.add(new TableCell.Words(text(row.getOrDefault(each.name(), ""), format)));
      }
      cells.add(line);
    }
    PageTable table =
        new PageTable(
            kind.word(),
            columns.stream().map(each -> each.label(messages)).toList(),
            1,
            cells,
            messages.language().isRightToLeft());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(table, notes(kind, messages), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// Cells of a workbook are texts, so they need a guard only if they begin like one.
  private static String text(String cell, TableFormat format) {
    return format == TableFormat.XLSX && cell.startsWith("'") ? FormulaGuard.guarded(cell) : cell;
  }

  private static TableOrigin notes(TableKind kind, Messages messages) {
    List<TableOrigin.Line> lines = new ArrayList<>();
    lines.add(
        new TableOrigin.Line(
            messages.text("table.notes"),
            new TableCell.Words(messages.text("table.notes-example"))));
    Map<String, Shape> shapes = ColumnShapes.of(kind);
    for (TableColumn each : TableColumns.of(kind, Language.tags())) {
      List<String> said = new ArrayList<>();
      said.add(each.name());
      if (each.isNeeded()) {
        said.add(messages.text("table.notes-needed"));
      }
      List<String> words = words(shapes.get(each.name()));
      if (!words.isEmpty()) {
        said.add(messages.text("table.notes-words", "words", String.join(", ", words)));
      }
      if (!each.group().isEmpty()) {
        said.add(messages.text("table.notes-rows"));
      }
      lines.add(
          new TableOrigin.Line(each.label(messages), new TableCell.Words(String.join("; ", said))));
    }
    return new TableOrigin(messages.text("table.notes"), lines);
  }

  /// The words that a column takes; empty for free text.
  static List<String> words(@Nullable Shape shape) {
    return switch (shape) {
      case Shape.Word(_, Map<String, Object> values) -> List.copyOf(values.keySet());
      case Shape.Many(Shape element) -> words(element);
      case Shape.Union union -> union.names();
      case Shape.Truth _ -> List.of("true", "false");
      case null, default -> List.of();
    };
  }
}
