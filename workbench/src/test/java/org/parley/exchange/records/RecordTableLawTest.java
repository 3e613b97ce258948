package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.Effort;
import org.parley.casefile.CaseWriter;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.reading.dates.SaidDate;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// Records written as tables are read back as they were.
class RecordTableLawTest {

  private static final int CASES = Effort.of(4, 12);

  private static List<CaseRecord> records(CaseView view, TableKind kind) {
    return view.records().stream()
        .filter(each -> CaseWriter.keyOf(each).equals(kind.key()))
        .toList();
  }

  private static Sheet sheet(List<String> names, List<Map<String, String>> rows) {
    List<List<String>> cells = new ArrayList<>();
    for (Map<String, String> row : rows) {
      cells.add(names.stream().map(each -> row.getOrDefault(each, "")).toList());
    }
    return Sheet.of(names, cells);
  }

  private static TableReading.TableContext context(CaseView view) {
    return new TableReading.TableContext(
        view,
        new HashSet<>(org.parley.model.checks.References.declared(view.records())),
        "",
        new Visibility.Public(),
        "en",
        LocalForms.UNKNOWN,
        SaidDate::of);
  }

  private static List<String> names(TableKind kind, CaseView view) {
    return TableColumns.of(kind, view).stream().map(TableColumn::name).toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadAsItWas(TableKind kind) {
    int read = 0;
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      List<CaseRecord> records = records(view, kind);
      if (records.isEmpty()) {
        continue;
      }
      List<String> names = names(kind, view);
      TableRead found =
          TableReading.read(
              kind, sheet(names, RecordTable.rows(kind, records)), names, context(view));
      assertEquals(List.of(), found.faults(), "seed " + seed);
      assertEquals(
          records,
          found.records().stream().map(TableRead.RowRecord::record).toList(),
          "seed " + seed);
      assertTrue(found.changed().isEmpty() && found.added().isEmpty(), "seed " + seed);
      read += records.size();
    }
    assertTrue(read > 4, read + " " + kind);
  }

  /// Nothing of a record is taken from the record on record: under other ids, all is there again.
  @ParameterizedTest
  @EnumSource
  void aRecordOfItsOwnHasEverything(TableKind kind) {
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      List<CaseRecord> records = records(view, kind);
      if (records.isEmpty()) {
        continue;
      }
      List<Map<String, String>> rows = new ArrayList<>();
      for (Map<String, String> row : RecordTable.rows(kind, records)) {
        Map<String, String> other = new HashMap<>(row);
        other.replaceAll((name, cell) -> isOwnId(name) ? "new-" + cell : cell);
        rows.add(other);
      }
      List<String> names = names(kind, view);
      TableRead found = TableReading.read(kind, sheet(names, rows), names, context(view));
      List<Map<String, String>> again =
          RecordTable.rows(
              kind, found.records().stream().map(TableRead.RowRecord::record).toList());
      assertEquals(rows, again, "seed " + seed);
      assertEquals(records.size(), found.added().size(), "seed " + seed);
    }
  }

  private static boolean isOwnId(String name) {
    return name.equals("id") || name.endsWith(".id");
  }

  /// No two columns of a kind have the same heading in any language of the product.
  @ParameterizedTest
  @EnumSource
  void everyHeadingMeansOneColumn(TableKind kind) {
    for (Language language : Language.values()) {
      Set<String> labels = new HashSet<>();
      for (TableColumn each : TableColumns.of(kind, Language.tags())) {
        String label = each.label(Messages.of(language));
        assertFalse(label.isBlank(), each.name());
        assertTrue(labels.add(Vocabulary.folded(label)), kind + ": " + label + " twice");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyHeadingIsRecognised(TableKind kind) {
    CaseView view = Cases.of(1).viewFor(new Viewer.Mediator());
    List<String> names = names(kind, view);
    for (Language language : Language.values()) {
      List<String> labels =
          TableColumns.of(kind, view).stream()
              .map(each -> each.label(Messages.of(language)))
              .toList();
      assertEquals(names, Headings.recognised(kind, Sheet.of(labels, List.of()), view));
    }
  }

  @Test
  void everySynonymNamesAColumn() {
    for (TableKind kind : TableKind.values()) {
      Set<String> names = new HashSet<>();
      TableColumns.of(kind, Language.tags()).forEach(each -> names.add(each.name()));
      Vocabulary.columns(kind).forEach(each -> assertTrue(names.contains(each), kind + " " + each));
    }
  }
}
