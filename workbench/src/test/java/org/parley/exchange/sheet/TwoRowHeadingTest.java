package org.parley.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Claims below headings in two rows, in every way of a grid: the same columns as in one row.
class TwoRowHeadingTest {

  private static final String ROWS =
      """
      Fin Orva,2031-05-01,We agree,Wire,Orva agrees,2031-05-02
      Lena Brix,2031-05-02,We do not,Post,Brix does not,2031-05-03
      """;

  private static final List<ClaimColumn> MEANT =
      List.of(
          ClaimColumn.SPEAKER,
          ClaimColumn.SAID,
          ClaimColumn.QUOTE,
          ClaimColumn.PUBLISHER,
          ClaimColumn.SOURCE_TITLE,
          ClaimColumn.PUBLISHED);

  /// The two rows; single headings stand above, below, or are merged over both.
  private static final List<String> HEADINGS =
      List.of(
          "Speaker,Said,Quote,Source,,\n,,,Publisher,Title,Date\n",
          ",,,Source,,\nSpeaker,Said,Quote,Publisher,Title,Date\n",
          "Speaker,Said,Quote,Source,Source,Source\nSpeaker,Said,Quote,Publisher,Title,Date\n",
          "Statement,,,Source,,\nSpeaker,Date,Text,Publisher,Title,Published\n",
          "Statement,,,Source,,\nWho,When,Words,Name,Title,Date\n",
          "Orateur,Dit le,Citation,Source,,\n,,,Éditeur,Titre,Date\n",
          "Redner,Datum,Zitat,Quelle,,\n,,,Herausgeber,Titel,Datum\n",
          "Orador,Fecha,Cita,Fuente,,\n,,,Editor,Título,Fecha\n",
          "Кто,Дата,Цитата,Источник,,\n,,,Издание,Название,Дата\n",
          "المتحدث,التاريخ,الاقتباس,المصدر,,\n,,,الناشر,العنوان,التاريخ\n");

  private static final List<String> ABOVE =
      List.of("", "Statements on the river\n", "Statements\nAs of 3 May 2031\n\n");

  @TestFactory
  List<DynamicTest> headingsInTwoRowsAreThoseInOne() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String above : ABOVE) {
      for (String heading : HEADINGS) {
        tests.add(
            DynamicTest.dynamicTest(above + heading, () -> assertRead(above + heading + ROWS)));
      }
    }
    return tests;
  }

  private static void assertRead(String text) throws BadSheetException {
    Sheet sheet = ClaimColumn.joined(SheetReader.read(text));
    assertEquals(MEANT, ClaimColumn.recognised(sheet), () -> sheet.heading().toString());
    assertEquals(2, sheet.rows().size());
    assertEquals("We agree", sheet.rows().getFirst().get(2));
    assertEquals(text.lines().count() - 1, sheet.line(0));
    assertEquals(List.of(), sheet.notes());
  }

  @Test
  void aTitleBelowTheSpeakerIsAnOffice() throws BadSheetException {
    Sheet sheet =
        ClaimColumn.joined(
            SheetReader.read(
                "Speaker,,Statement,\nName,Title,Date,Text\nFin,envoy,2031-05-01,Yes\n"));
    assertEquals(
        List.of(ClaimColumn.SPEAKER, ClaimColumn.OFFICE, ClaimColumn.SAID, ClaimColumn.QUOTE),
        ClaimColumn.recognised(sheet));
  }

  @Test
  void aHeadingOfTwoRowsIsJoinedOnce() throws BadSheetException {
    Sheet sheet = ClaimColumn.joined(SheetReader.read(HEADINGS.getFirst() + ROWS));
    assertEquals(sheet.heading(), ClaimColumn.joined(SheetReader.read(sheet.toCsv())).heading());
    assertEquals(2, ClaimColumn.joined(SheetReader.read(sheet.toCsv())).rows().size());
  }

  @Test
  void theFirstRowOfClaimsIsNoHeading() throws BadSheetException {
    String text = "speaker,party,asserts,,\nFin,Arda,open,,\nLena,Brenn,open,,\n";
    assertEquals(2, ClaimColumn.joined(SheetReader.read(text)).rows().size());
  }
}
