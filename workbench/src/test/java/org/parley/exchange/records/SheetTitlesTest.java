package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;

/// Titles above the heading of a table, as reports have them.
class SheetTitlesTest {

  @Test
  void titlesAboveTheHeadingAreLeftOut() throws BadSheetException {
    Sheet sheet =
        SheetReader.read(
            "Parties of the talks;;\nAs of 3 May 2031;;\n\nid;name;kind\na;Arda;state\nb;Brenn;state\n");
    assertEquals(List.of("id", "name", "kind"), sheet.heading());
    assertEquals(List.of("a", "Arda", "state"), sheet.rows().getFirst());
    assertEquals(5, sheet.line(0));
  }

  @Test
  void aHeadingWithFewColumnsIsNoTitle() throws BadSheetException {
    Sheet sheet = SheetReader.read("id\na\nb\n");
    assertEquals(List.of("id"), sheet.heading());
    assertEquals(2, sheet.rows().size());
    Sheet two = SheetReader.read("id;\na;Arda\nb;Brenn\n");
    assertEquals(List.of("id", ""), two.heading());
  }
}
