package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseRecord;

/// Records as rows of cells by column, which [TableReading] reads back.
///
/// The first row of a record has its own values; elements of lists begin there and go on below,
/// where its id is repeated.
public final class RecordTable {

  private final Map<String, String> head = new LinkedHashMap<>();
  private final Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();

  private RecordTable() {}

  /// The rows of records of one kind.
  public static List<Map<String, String>> rows(
      TableKind kind, Collection<? extends CaseRecord> records) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (CaseRecord each : records) {
      RecordTable table = new RecordTable();
      FormValue.Keys written = kind.form().written(each);
      for (Shape.Key key : kind.form().shape().keys()) {
        FormValue value = written.get(key.name());
        if (value != null) {
          table.top(key.name(), key.shape(), value);
        }
      }
      rows.addAll(table.rows());
    }
    return rows;
  }

  private List<Map<String, String>> rows() {
    int count = groups.values().stream().mapToInt(List::size).max().orElse(1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(1, count); i++) {
      Map<String, String> row = new HashMap<>();
      if (i == 0) {
        row.putAll(head);
      } else {
        row.put("id", head.getOrDefault("id", ""));
      }
      for (List<Map<String, String>> elements : groups.values()) {
        if (i < elements.size()) {
          row.putAll(elements.get(i));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private void top(String name, Shape shape, FormValue value) {
    if (shape instanceof Shape.Table table && value instanceof FormValue.Keys keys) {
      table(name, table, keys);
    } else if (shape instanceof Shape.Many(Shape element)
        && value instanceof FormValue.Rows(List<FormValue> items)
        && (element instanceof Shape.Structure
            || (element instanceof Shape.Union union && TableColumns.isSpread(union)))) {
      List<Map<String, String>> elements = new ArrayList<>();
      for (FormValue item : items) {
        Map<String, String> row = new LinkedHashMap<>();
        put(row, name, element, item);
        elements.add(row);
      }
      groups.put(name, elements);
    } else {
      put(head, name, shape, value);
    }
  }

  /// A row for each key; tables with the same keys share rows.
  private void table(String name, Shape.Table table, FormValue.Keys keys) {
    String of = TableColumns.keyColumn(name, table);
    List<Map<String, String>> elements = groups.computeIfAbsent(of, _ -> new ArrayList<>());
    for (FormValue.Entry entry : keys.entries()) {
      Map<String, String> row =
          elements.stream()
              .filter(each -> entry.key().equals(each.get(of)))
              .findFirst()
              .orElseGet(
                  () -> {
                    Map<String, String> added = new LinkedHashMap<>();
                    added.put(of, CellText.of(table.key(), new FormValue.Words(entry.key())));
                    elements.add(added);
                    return added;
                  });
      row.put(name, CellText.of(table.value(), entry.value()));
    }
  }

  private static void put(Map<String, String> row, String name, Shape shape, FormValue value) {
    switch (shape) {
      case Shape.Localized _ when value instanceof FormValue.Keys keys ->
          localized(row, name, keys);
      case Shape.Structure structure when value instanceof FormValue.Keys keys ->
          keys(row, name, structure, keys);
      case Shape.Union union when TableColumns.isSpread(union) -> spread(row, name, union, value);
      default -> row.put(name, CellText.of(shape, value));
    }
  }

  /// A column for each language. That without one repeats the text of the main language.
  private static void localized(Map<String, String> row, String name, FormValue.Keys keys) {
    FormValue main = keys.entries().getFirst().value();
    if (keys.entries().stream().filter(each -> each.value().equals(main)).count() > 1) {
      row.put(name, CellText.json(keys).toString());
      return;
    }
    Shape text = new Shape.Text();
    row.put(name, CellText.of(text, main));
    keys.entries()
        .forEach(each -> row.put(name + "." + each.key(), CellText.of(text, each.value())));
  }

  private static void keys(
      Map<String, String> row, String name, Shape.Structure shape, FormValue.Keys keys) {
    for (Shape.Key key : shape.keys()) {
      FormValue value = keys.get(key.name());
      if (value != null) {
        put(row, name + "." + key.name(), key.shape(), value);
      }
    }
  }

  private static void spread(
      Map<String, String> row, String name, Shape.Union union, FormValue value) {
    if (!(value instanceof FormValue.Keys keys)) {
      row.put(name, CellText.of(union, value));
      return;
    }
    FormValue.Entry only = keys.entries().getFirst();
    row.put(name, only.key());
    Shape.Member member = union.member(only.key());
    if (member == null) {
      return;
    }
    if (member.form() == Shape.Form.VALUE) {
      Shape.Key key = member.structure().keys().getFirst();
      put(row, name + "." + key.name(), key.shape(), only.value());
    } else if (only.value() instanceof FormValue.Keys below) {
      keys(row, name, member.structure(), below);
    }
  }
}
