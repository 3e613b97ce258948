package org.parley.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.exchange.sheet.SheetNote.NoteSubject;

/// Two tables beside each other, laid out in every way of a grid: the second is left out and told.
/// An empty column within one table changes nothing.
class TablesBesideTest {

  private static final List<String> FIRST =
      List.of("name,kind,iso", "Arda,state,ARD", "Brenn,state,BRE", "Corra,union,");

  private static final Map<String, List<String>> SECOND =
      Map.of(
          "of another kind, as long",
          List.of("publisher,title,language", "Wire,One,en", "Post,Two,fr", "Star,Three,en"),
          "of another kind, shorter",
          List.of("publisher,title,language", "Wire,One,en"),
          "of another kind, longer",
          List.of("step,responsible", "S1,Arda", "S2,Brenn", "S3,Arda", "S4,Corra", "S5,Arda"),
          "half known",
          List.of("kind,frobs", "state,2", "union,1", "body,4"),
          "unknown and shorter",
          List.of("frob,quux", "a,1", "b,2"),
          "unknown and longer",
          List.of("frob,quux", "a,1", "b,2", "c,3", "d,4"),
          "unknown with a total",
          List.of("frob,quux", "a,1", "b,2", "Total,3"),
          "of the same headings",
          List.of("name,kind", "Delt,state", "Erin,state"));

  /// How many lines further down the second begins, and the titles above both.
  private static final List<List<String>> ABOVE =
      List.of(List.of(), List.of("Parties"), List.of("Parties,,,,Frobs"), List.of("Parties", ""));

  @TestFactory
  List<DynamicTest> theSecondTableIsLeftOutAndTold() {
    List<DynamicTest> tests = new ArrayList<>();
    SECOND.forEach(
        (name, second) -> {
          for (List<String> above : ABOVE) {
            for (int down = 0; down < 3; down++) {
              int further = down;
              tests.add(
                  DynamicTest.dynamicTest(
                      name + ", " + above + ", " + down,
                      () -> assertLeftOut(second, above, further)));
            }
          }
        });
    return tests;
  }

  private static void assertLeftOut(List<String> second, List<String> above, int down)
      throws BadSheetException {
    List<String> lines = new ArrayList<>(above);
    for (int i = 0; i < Math.max(FIRST.size(), down + second.size()); i++) {
      String own = i < FIRST.size() ? FIRST.get(i) : ",,";
      boolean isBeside = i >= down && i < down + second.size();
      lines.add(own + (isBeside ? ",," + second.get(i - down) : ""));
    }
    Sheet sheet = SheetReader.read(String.join("\n", lines) + "\n");
    assertEquals(List.of("name", "kind", "iso"), sheet.heading(), lines::toString);
    assertEquals(3, sheet.rows().size(), lines::toString);
    SheetNote note =
        sheet.notes().stream()
            .filter(each -> each.about() == NoteSubject.BESIDE)
            .findFirst()
            .orElseThrow();
    assertTrue(
        List.of("Frobs", second.getFirst().replace(",", ", ")).contains(note.words()),
        () -> lines + " " + note);
    assertEquals(above.size() + down + second.size(), note.last(), lines::toString);
  }

  @Test
  void aTitleTellsAnUnknownTableThatIsAsLong() throws BadSheetException {
    List<String> second = List.of("frob,quux", "a,1", "b,2", "c,3");
    assertLeftOut(second, List.of("Parties,,,,Frobs"), 0);
    assertLeftOut(second, List.of("Parties", ""), 1);
  }

  @Test
  void anEmptyColumnWithinOneTableStays() throws BadSheetException {
    for (String one :
        List.of(
            "name,kind,,iso,role\nArda,state,,ARD,monitor\nBrenn,state,,,\n",
            "point,option,,Arda,Brenn\nWater,half,,p,r\nWater,third,,a,p\n",
            "name,kind,,frob\nArda,state,,1\nBrenn,state,,\n")) {
      Sheet sheet = SheetReader.read(one);
      assertEquals(List.of(), sheet.notes(), one);
      assertEquals("", sheet.heading().get(2));
    }
  }

  @Test
  void aLegendOfUnknownWordsBeforeTheTableIsLeftOut() throws BadSheetException {
    Sheet sheet =
        SheetReader.read(
            "frob,zork,,name,kind\na,far,,Arda,state\nb,near,,Brenn,state\n,,,Corra,union\n");
    assertEquals(List.of("name", "kind"), sheet.heading());
    assertEquals(3, sheet.rows().size());
    assertEquals("frob, zork", sheet.notes().getFirst().words());
  }
}
