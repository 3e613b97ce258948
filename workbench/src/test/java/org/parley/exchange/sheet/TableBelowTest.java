package org.parley.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.exchange.sheet.SheetNote.NoteSubject;

/// Tables below tables, laid out in every way of a grid: no line is read as a row of the other
/// table, and all are told.
class TableBelowTest {

  private static final Map<String, List<String>> FIRST =
      Map.of(
          "figures",
          List.of("title,weight,date", "One,1,2025-01-03", "Two,2,2025-01-04"),
          "words and a figure",
          List.of("title,place,weight", "One,North,3", "Two,South,5"),
          "words",
          List.of(
              "name,kind,role,note",
              "Arda,state,signatory,seen",
              "Brenn,state,guarantor,unseen",
              "Corra,union,witness,late"));

  private static final Map<String, List<String>> SECOND =
      Map.of(
          "figures below words",
          List.of("Frob,Quux,Zork", "Ash,7,8", "Birch,9,3"),
          "years as headings",
          List.of("Frob,2024,2025", "Ash,7,8", "Birch,9,3"),
          "wider",
          List.of("Frob,Quux,Zork,Ulm,Vex", "Ash,Red,Low,Ten,Six", "Birch,Blue,High,Two,Five"),
          "one row",
          List.of("Frob,Quux,Zork", "Ash,7,8"));

  private static final List<List<String>> BETWEEN =
      List.of(
          List.of(""),
          List.of("", ""),
          List.of("", "Annex B: Frobs"),
          List.of("", "Annex B: Frobs", ""),
          List.of("Annex B: Frobs"));

  @TestFactory
  List<DynamicTest> anUnknownTableBelowIsLeftOutAndTold() {
    List<DynamicTest> tests = new ArrayList<>();
    FIRST.forEach(
        (name, first) ->
            SECOND.forEach(
                (other, second) ->
                    BETWEEN.forEach(
                        between ->
                            tests.add(
                                DynamicTest.dynamicTest(
                                    name + ", " + between + ", " + other,
                                    () -> assertLeftOut(first, between, second))))));
    return tests;
  }

  /// A title tells words from further rows; so do two columns that only the table above fills.
  @Test
  void aTableOfWordsAloneIsToldByItsTitleOrColumns() throws BadSheetException {
    for (List<String> first : FIRST.values()) {
      assertLeftOut(first, List.of("", "Annex B"), List.of("Frob,Quux,Zork", "Ash,Far,Low"));
    }
    List<String> words = Objects.requireNonNull(FIRST.get("words"));
    assertLeftOut(words, List.of(""), List.of("Frob,Quux", "Ash,Far", "Birch,Near"));
    assertLeftOut(words, List.of("", "Legend"), List.of("ARD,the river state", "BRE,the others"));
  }

  /// Groups of rows with empty lines between them are rows, whatever their last columns lack.
  @Test
  void groupsOfRowsStayTogether() throws BadSheetException {
    for (String text :
        List.of(
            "name,kind,iso\nArda,state,ARD\nBrenn,state,BRE\n\nRed Cross,organisation,\nOlm,body,\n",
            "title,by,done,note\nSign,Arda,2025-01-03,x\nRatify,Brenn,2025-01-04,y\n\nLeave,Arda,,\nBuild,Brenn,,\n",
            "title,weight\nOne,1\nTwo,2\n\nThree,unknown\nFour,4\n",
            "title,place\nOne,North\nTwo,South\n\nThree,East\nFour,West\n",
            "number,title\n1,One\n2,Two\n\n3,Three\n4,Four\n")) {
      Sheet sheet = SheetReader.read(text);
      assertEquals(4, sheet.rows().size(), text);
      assertTrue(
          sheet.notes().stream().allMatch(each -> each.about() == NoteSubject.ROWS_APART), text);
    }
  }

  /// An empty line between most rows parts none, whatever single cells say.
  @Test
  void rowsWithEmptyLinesBetweenThemStayTogether() throws BadSheetException {
    for (String odd : List.of("4,Five,7,9", "n/a,Five,n/a,n/a", "2024,Five,2025,2026")) {
      List<String> rows = new ArrayList<>(Collections.nCopies(8, "1,One,2,3"));
      rows.set(5, odd);
      Sheet sheet =
          SheetReader.read("number,title,weight,share\n\n" + String.join("\n\n", rows) + "\n");
      assertEquals(8, sheet.rows().size(), odd);
      assertEquals(List.of(), sheet.notes(), odd);
    }
  }

  private static void assertLeftOut(List<String> first, List<String> between, List<String> second)
      throws BadSheetException {
    List<String> lines = new ArrayList<>(first);
    lines.addAll(between);
    lines.addAll(second);
    Sheet sheet = SheetReader.read(String.join("\n", lines) + "\n");
    assertEquals(first.size() - 1, sheet.rows().size(), () -> lines + " " + sheet);
    int from = first.size() + 1 + (between.getFirst().isEmpty() ? 1 : 0);
    while (lines.get(from - 1).isEmpty()) {
      from++;
    }
    SheetNote note = sheet.notes().getLast();
    assertEquals(NoteSubject.OTHER_TABLE, note.about(), lines::toString);
    assertEquals(from, note.first(), lines::toString);
    assertEquals(lines.size(), note.last(), lines::toString);
    assertTrue(lines.get(from - 1).startsWith(note.words().substring(0, 4)), note::words);
  }
}
