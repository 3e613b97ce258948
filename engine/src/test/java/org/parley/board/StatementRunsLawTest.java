package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.board.cell.Row;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;

/// A board that reads many statements by voice and reach is the board that reads all of them.
@NullMarked
class StatementRunsLawTest {

  private static final int DAYS = 3;

  @Test
  void theBoardIsTheSameWhicheverWayStatementsAreRead() {
    int rows = 0;
    for (long seed = 0; seed < Effort.of(12, 200); seed++) {
      Random random = new Random(seed ^ 0x5EED);
      Cases.Size size = new Cases.Size(2 + random.nextInt(5), 1 + random.nextInt(3), 300, true);
      CaseView view = Cases.of(seed, size).viewFor(new Viewer.Mediator());
      Boards some = Boards.of(view);
      Boards all = Boards.readingAll(view);
      for (int i = 0; i < DAYS; i++) {
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(100 + random.nextInt(700));
        LocalDate known =
            random.nextBoolean() ? LocalDate.MAX : day.plusDays(random.nextInt(60) - 30);
        AsOf asOf = new AsOf(day, known);
        Board expected = all.at(asOf);
        Board board = some.at(asOf);
        String where = "seed " + seed + ", " + asOf;
        assertEquals(expected.rows(), board.rows(), where);
        assertEquals(expected.contradictions(), board.contradictions(), where);
        assertEquals(expected.completeness(), board.completeness(), where);
        assertEquals(expected.quotedShares(), board.quotedShares(), where);
        rows += (int) board.rows().stream().filter(StatementRunsLawTest::isSpokenOf).count();
      }
    }
    assertTrue(rows > 50, "rows with a word: " + rows);
  }

  private static boolean isSpokenOf(Row row) {
    return row.cells().stream().anyMatch(cell -> !cell.claims().equals(List.of()));
  }
}
