package org.parley.answer;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.parley.board.Board;
import org.parley.model.cases.CaseView;
import org.parley.sequence.SequenceProblem;

/// The day on which a case is looked at where no other is asked for: today, UTC, where nothing in
/// it has a date yet.
public final class CaseDay {

  private CaseDay() {}

  /// The day of the board: the last on which something was said.
  public static LocalDate shown(CaseView view) {
    return Board.lastDay(view, today());
  }

  /// The day from which steps are planned: the last on which something was said or happened.
  public static LocalDate planned(CaseView view) {
    return SequenceProblem.lastDay(view, today());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
