package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.casefile.CaseWriter;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;
import org.parley.exchange.tables.TableFormat;
import org.parley.genius.file.InputFile;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.reading.dates.SaidDate;
import org.parley.wording.Language;

/// A case goes out as workbooks and CSV, and comes back without loss.
class RecordFileLawTest {

  private static TableRead read(TableKind kind, CaseView view, byte[] file) throws Exception {
    Sheet sheet = SheetReader.read(new InputFile("table", ByteBuffer.wrap(file)));
    return TableReading.read(
        kind,
        sheet,
        Headings.recognised(kind, sheet, view),
        new TableReading.TableContext(
            view,
            new HashSet<>(References.declared(view.records())),
            "",
            new Visibility.Public(),
            "en",
            LocalForms.UNKNOWN,
            SaidDate::of));
  }

  @ParameterizedTest
  @EnumSource
  void filesAreReadAsTheyWereWritten(TableKind kind) throws Exception {
    for (long seed = 20; seed < 23; seed++) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      List<CaseRecord> records =
          view.records().stream()
              .filter(each -> CaseWriter.keyOf(each).equals(kind.key()))
              .toList();
      for (TableFormat format : List.of(TableFormat.CSV, TableFormat.XLSX)) {
        for (Language language : Language.values()) {
          byte[] file =
              ScopedValue.where(Language.CURRENT, language)
                  .call(() -> RecordFile.write(kind, view, format));
          if (records.isEmpty()) {
            continue;
          }
          TableRead found = read(kind, view, file);
          String which = format + ", " + language + ", seed " + seed;
          assertEquals(List.of(), found.faults(), which);
          assertEquals(
              records, found.records().stream().map(TableRead.RowRecord::record).toList(), which);
        }
      }
    }
  }

  /// The example of a template is not taken in, and its headings are recognised.
  @ParameterizedTest
  @EnumSource
  void theExampleOfATemplateIsLeftOut(TableKind kind) throws Exception {
    CaseView view = Cases.of(3).viewFor(new Viewer.Mediator());
    for (TableFormat format : List.of(TableFormat.CSV, TableFormat.XLSX)) {
      for (Language language : Language.values()) {
        byte[] file =
            ScopedValue.where(Language.CURRENT, language)
                .call(() -> RecordFile.template(kind, format));
        Sheet sheet = SheetReader.read(new InputFile("template", ByteBuffer.wrap(file)));
        assertTrue(
            Headings.recognised(kind, sheet, view).stream().noneMatch(String::isEmpty),
            kind + " " + sheet.heading());
        TableRead found = read(kind, view, file);
        assertEquals(List.of(), found.records());
        assertEquals(List.of(), found.faults());
      }
    }
  }
}
