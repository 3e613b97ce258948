package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetNote;
import org.parley.exchange.sheet.SheetReader;
import org.parley.genius.file.InputFile;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.reading.dates.SaidDate;

/// A table that strangers laid out has the records that they meant: none is lost, none is invented,
/// and all that is left out is told.
class StrangersTableLawTest {

  private static final int TABLES = Effort.of(400, 10_000);

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
        - {id: C, name: Carst, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water, options: [{id: half, title: Half}, {id: third, title: A third}]}
        - {id: p2, instrument: treaty, number: "2", title: Bridges, options: [{id: open, title: Open}, {id: shut, title: Shut}]}
        - {id: p3, instrument: treaty, number: "3", title: Roads, options: [{id: toll, title: Toll}, {id: free, title: Free}]}
      """;

  private static CaseView view() {
    return switch (CaseReader.read(Map.of("a.yaml", CASE))) {
      case LoadResult.Loaded loaded -> loaded.contents().viewFor(new Viewer.Mediator());
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  @Test
  void recordsAreThoseThatWereMeant() throws IOException {
    CaseView view = view();
    long from = Long.getLong("parley.seed", 0);
    for (long seed = from; seed < from + TABLES; seed++) {
      StrangersLayout drawn = StrangersLayout.of(seed);
      String where = "seed " + seed + "\n" + drawn.shown();
      Sheet sheet =
          Headings.joined(
              drawn.kind(),
              SheetReader.read(
                  new InputFile("table", ByteBuffer.wrap(drawn.file())),
                  Headings.choice(drawn.kind(), view)),
              view);
      List<String> columns = Headings.recognised(drawn.kind(), sheet, view);
      TableRead read = TableReading.read(drawn.kind(), sheet, columns, context(view));
      where += sheet.notes() + "\n" + columns + "\n" + sheet.heading() + "\n" + sheet.lines();
      assertEquals(List.of(), read.faults(), where);
      assertEquals(drawn.expected(), rows(drawn, read), where);
      assertTold(drawn, sheet, where);
    }
  }

  private static TableReading.TableContext context(CaseView view) {
    return new TableReading.TableContext(
        view,
        new HashSet<>(References.declared(view.records())),
        "",
        new Visibility.Public(),
        "en",
        LocalForms.UNKNOWN,
        SaidDate::of);
  }

  /// The cells of the records read, in the columns that were drawn.
  private static List<Map<String, String>> rows(StrangersLayout drawn, TableRead read) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row :
        RecordTable.rows(
            drawn.kind(), read.records().stream().map(TableRead.RowRecord::record).toList())) {
      row.keySet().retainAll(drawn.columns());
      rows.add(row);
    }
    return rows;
  }

  /// Each line left out is told, and no other but rows that stand apart.
  private static void assertTold(StrangersLayout drawn, Sheet sheet, String where) {
    List<String> told = new ArrayList<>();
    for (SheetNote each : sheet.notes()) {
      if (each.about() == SheetNote.NoteSubject.OTHER_SHEETS
          || each.about() == SheetNote.NoteSubject.HIDDEN_SHEETS) {
        told.add(each.about() + " " + each.words());
      } else if (each.about() != SheetNote.NoteSubject.ROWS_APART) {
        for (int line = each.first(); line <= each.last(); line++) {
          if (drawn.isFilled(line)) {
            told.add(each.about() + " " + line);
          }
        }
      }
    }
    assertEquals(drawn.told().stream().sorted().toList(), told.stream().sorted().toList(), where);
    assertTrue(sheet.told().stream().noneMatch(String::isBlank), where);
  }
}
