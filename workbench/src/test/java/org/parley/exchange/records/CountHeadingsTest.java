package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;

/// A heading that counts something is never the number or id of a record.
class CountHeadingsTest {

  private static final CaseView VIEW = view();

  private static final List<String> COUNTS =
      List.of(
          "No. of explosions",
          "Number of violations",
          "# of shots",
          "Nombre d'explosions",
          "Anzahl der Explosionen",
          "N° d’incidents",
          "Nr. of shots",
          "Número de disparos",
          "Количество взрывов",
          "№ of shots",
          "No.\nof explosions");

  private static CaseView view() {
    return switch (CaseReader.read(Map.of("a.yaml", "case: {title: T, columns: []}\n"))) {
      case LoadResult.Loaded loaded -> loaded.contents().viewFor(new Viewer.Mediator());
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  @TestFactory
  List<DynamicTest> aCountIsNoNumberOfARecord() {
    List<DynamicTest> tests = new ArrayList<>();
    for (TableKind kind : TableKind.values()) {
      for (String count : COUNTS) {
        tests.add(
            DynamicTest.dynamicTest(
                kind + " " + count,
                () -> assertEquals("", columns(kind, "\"" + count + "\",Title\n4,One\n").get(0))));
      }
    }
    return tests;
  }

  /// "Number" over "killed" and "wounded" was read as the number of points.
  @TestFactory
  List<DynamicTest> aCountBelowAMergedNumberIsNone() {
    List<DynamicTest> tests = new ArrayList<>();
    for (TableKind kind : TableKind.values()) {
      for (String upper : List.of("Number", "No.", "No. of", "Numéro", "Nummer", "Id")) {
        for (String lower : List.of("killed,wounded", "of explosions,of shots", "tués,blessés")) {
          tests.add(
              DynamicTest.dynamicTest(
                  kind + " " + upper + ": " + lower,
                  () ->
                      assertEquals(
                          List.of("", ""),
                          columns(kind, "Title," + upper + ",\n," + lower + "\nOne,4,6\nTwo,5,7\n")
                              .subList(1, 3))));
        }
      }
    }
    return tests;
  }

  private static List<String> columns(TableKind kind, String text) throws BadSheetException {
    Sheet sheet = Headings.joined(kind, SheetReader.read(text), VIEW);
    return Headings.recognised(kind, sheet, VIEW);
  }
}
