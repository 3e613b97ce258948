package org.parley.answer;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.parley.acts.Acts;
import org.parley.board.Board;
import org.parley.model.cases.CaseView;
import org.parley.sequence.SequenceProblem;

/// The default day of a case: its last one; for a case without dates, today in UTC.
public final class CaseDay {

  private CaseDay() {}

  /// The day of the board: the last on which something was said or done.
  public static LocalDate shown(CaseView view) {
    return shown(view, Acts.of(view));
  }

  /// The same, with the acts of the case.
  public static LocalDate shown(CaseView view, Acts acts) {
    return Board.lastDay(view, acts, today());
  }

  /// The day from which steps are planned: the last on which something was said or done or
  /// happened.
  public static LocalDate planned(CaseView view) {
    return planned(view, Acts.of(view));
  }

  /// The same, with the acts of the case.
  public static LocalDate planned(CaseView view, Acts acts) {
    return SequenceProblem.lastDay(view, acts, today());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
