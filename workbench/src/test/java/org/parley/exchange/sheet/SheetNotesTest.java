package org.parley.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.exchange.sheet.SheetNote.NoteSubject;
import org.parley.genius.file.InputFile;

/// Lines of a sheet that are no rows of its table, or only perhaps.
class SheetNotesTest {

  private static Sheet read(String text) throws BadSheetException {
    return SheetReader.read(text);
  }

  private static String first(Sheet sheet) {
    SheetNote note = sheet.notes().getFirst();
    return note.about() + " " + note.first() + "-" + note.last();
  }

  @Test
  void anUnknownHeadingAboveWordsIsReadAndTold() throws BadSheetException {
    Sheet sheet = read("title,text\nOne,a\nTwo,b\n\nFrob,Quux\nThree,c\n");
    assertEquals("ROWS_APART 5-6", first(sheet));
    assertEquals(4, sheet.rows().size());
  }

  @Test
  void anUnknownHeadingInColumnsOfFiguresIsAnotherTable() throws BadSheetException {
    Sheet sheet =
        read(
            "title,weight,date\nOne,1,2025-01-03\nTwo,2,2025-01-04\n\nFrob,Quux,Zork\nThree,c,d\n");
    assertEquals("OTHER_TABLE 5-6", first(sheet));
    assertEquals(2, sheet.rows().size());
  }

  @Test
  void aDayThatIsNotKnownIsNoHeading() throws BadSheetException {
    Sheet sheet =
        read(
            "title,place,date\nOne,North,2025-01-03\nTwo,South,2025-01-04\n\nThree,East,unknown\nFour,West,2025-01-05\n");
    assertEquals(4, sheet.rows().size());
    assertEquals("ROWS_APART 5-6", first(sheet));
  }

  @Test
  void aTableBelowWithoutAnEmptyLineIsKnownByItsHeadings() throws BadSheetException {
    Sheet sheet = read("title,weight\nOne,1\nTwo,2\nspeaker,publisher,date\nFin,Wire,2025-01-03\n");
    assertEquals("OTHER_TABLE 4-5", first(sheet));
  }

  @Test
  void linesOfSeveralCellsAboveTheHeadingAreTold() throws BadSheetException {
    Sheet sheet =
        read("Period,2025\nUnit,Joint Cell\n\ntitle,publisher,date\nOne,Wire,2025-01-03\n");
    assertEquals(List.of("title", "publisher", "date"), sheet.heading());
    assertEquals("ABOVE 1-2", first(sheet));
  }

  /// One such character refused the file before, without a word of where it stood.
  @Test
  void charactersThatNoTextMayHaveAreReadAsBlanksAndTold() throws Exception {
    Sheet text = read("title,publisher\nOne,Wire\nTwo\u0085b,Wi\u202ere\n");
    assertEquals(List.of("Two b", "Wi re"), text.rows().getLast());
    assertEquals("CHARACTERS 3-3", first(text));
    assertEquals("U+0085, U+202E", text.notes().getFirst().words());

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Tables", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("S");
      sheet.value(0, 0, "title");
      sheet.value(0, 1, "publisher");
      for (int row = 1; row <= 3; row++) {
        sheet.value(row, 0, "One\u0092s");
        sheet.value(row, 1, "Wire");
      }
    }
    Sheet workbook = SheetReader.read(new InputFile("a.xlsx", ByteBuffer.wrap(out.toByteArray())));
    assertEquals(List.of("One s", "Wire"), workbook.rows().getFirst());
    assertEquals("CHARACTERS 2-4", first(workbook));
    assertThrows(BadSheetException.class, () -> read("title,publisher\nOne\0,Wire\n"));
  }

  @ParameterizedTest
  @EnumSource
  void aNoteIsReadBackFromItsCodeAndHasASentence(NoteSubject about) {
    SheetNote note = new SheetNote(about, 3, 4, "One,\n two");
    assertEquals(Optional.of(note), SheetNote.of(note.code()));
    assertTrue(note.sentence("S").endsWith("."), note.sentence("S"));
    assertEquals(Optional.empty(), SheetNote.of("NONE 1 2 x"));
  }
}
