package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.acts.RecordedAct;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Row;
import org.parley.board.word.Stance;
import org.parley.model.cases.AsOf;
import org.parley.model.claim.Claim;
import org.parley.model.text.Subject;

/// A history says of every day what the board of that day says, over generated cases.
@NullMarked
class StanceHistoryLawTest {

  private static final int CASES = 40;

  @Test
  void theStanceOfADayIsThatOfTheLastTurn() {
    int compared = 0;
    int turns = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Boardable one = Boardable.of(seed);
      Boards boards = Boards.of(one.view());
      Set<LocalDate> days = new TreeSet<>();
      one.view().claims().stream().map(Claim::said).forEach(each -> days.add(each.latestDay()));
      boards.acts().inOrder().stream().map(RecordedAct::doneBy).forEach(days::add);
      for (Row row : one.board().rows()) {
        Subject subject = row.subject();
        StanceHistory history = StanceHistory.of(boards, subject, one.asOf());
        assertTrue(history.isWhole(), one::toString);
        turns += history.turns().size();
        for (LocalDate day : days) {
          if (day.isAfter(one.asOf().date())) {
            continue;
          }
          for (Cell cell : boards.at(new AsOf(day, one.asOf().knownAt())).get(subject).cells()) {
            Stance last = Stance.SILENT;
            for (StanceHistory.Turn turn : history.turns()) {
              if (turn.cell().party().equals(cell.party()) && !turn.from().isAfter(day)) {
                last = turn.cell().stance();
              }
            }
            assertEquals(cell.stance(), last, one + ", " + subject + ", " + day);
            compared++;
          }
        }
      }
    }
    assertTrue(compared > 10_000, "cells compared: " + compared);
    assertTrue(turns > 500, "turns: " + turns);
  }
}
