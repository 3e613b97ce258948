package org.parley.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.exchange.sheet.SheetNote.NoteSubject;

/// Tables as clerks of ministries and monitors lay them out.
class ClerksLayoutTest {

  private static final String ROWS = "Water,30,2031-05-03\nRoads,70,2031-05-14\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(1),(2),(3)",
        "1,2,3",
        ",%,",
        ",%,dd/mm/yyyy",
        "(name),(%),(date)",
        "text,%,TT.MM.JJJJ",
        ",km,jj/mm/aaaa"
      })
  void numbersAndUnitsOfColumnsAreLeftOutAndTold(String legend) throws BadSheetException {
    Sheet sheet = SheetReader.read("title,weight,date\n" + legend + "\n" + ROWS);
    assertEquals(2, sheet.rows().size());
    assertEquals(NoteSubject.COLUMN_LEGEND, sheet.notes().getFirst().about());
    assertEquals(2, sheet.notes().getFirst().first());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,3\n2,3,4", "Ports,unknown,2031-05-01", "Ports,(tbd),unknown"})
  void firstRowsStay(String rows) throws BadSheetException {
    Sheet sheet = SheetReader.read("title,weight,date\n" + rows + "\n" + ROWS);
    assertEquals(List.of(), sheet.notes());
    assertEquals(2 + rows.lines().count(), sheet.rows().size());
  }

  @Test
  void wordsOverNothingAreARow() throws BadSheetException {
    Sheet sheet = SheetReader.read("title,weight,remark\n,,late\nWater,30,\nRoads,70,\nPorts,5,\n");
    assertEquals(List.of(), sheet.notes());
    assertEquals(4, sheet.rows().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speaker,day,month,year,quote\n",
        "speaker,said,,,quote\n,day,month,year,\n",
        "redner,tag,monat,jahr,zitat\n",
        "orateur,jour,mois,année,citation\n"
      })
  void aDayInThreeColumnsIsOne(String heading) throws BadSheetException {
    Sheet sheet =
        ClaimColumn.joined(
            SheetReader.read(heading + "Fin,3,5,2031,Yes\nLena,14,May,2031,No\nOle,,6,2031,No\n"));
    assertEquals(
        List.of(ClaimColumn.SPEAKER, ClaimColumn.SAID, ClaimColumn.QUOTE),
        ClaimColumn.recognised(sheet));
    assertEquals(
        List.of("2031-05-03", "14 May 2031", "2031-06"),
        sheet.rows().stream().map(each -> each.get(1)).toList());
  }

  @Test
  void titlesOfPagesMayDifferInTheirNumber() throws BadSheetException {
    Sheet sheet =
        SheetReader.read(
            "Page 1 of 2,,\nno,title,summary\n1,Water,a\nPage 2 of 2,,\nno,title,summary\n2,Roads,b\n");
    assertEquals(2, sheet.rows().size());
    assertEquals(4, sheet.notes().getFirst().first());
  }
}
