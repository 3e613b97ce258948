package org.parley.cli.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.BoardAnswer;
import org.parley.answer.sources.RestsOnAnswer;
import org.parley.board.Board;
import org.parley.board.Movement;
import org.parley.exact.Finding;
import org.parley.model.Cases;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.sources.BoardSources.AgreedCount;
import org.parley.sources.WeakestSources;
import picocli.CommandLine.Help;

/// What is printed for a viewer is, to the last byte, what is printed of the case in which what
/// they may not see was never written.
class BoardSecretsLawTest {

  private static final int CASES = Effort.of(10, 25);
  private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

  @Test
  void noSecretIsPrinted() {
    for (long seed = 0; seed < CASES; seed++) {
      Case all = Cases.of(seed);
      for (Viewer viewer : Secrets.viewers(all)) {
        List<String> printed = printed(all, viewer);
        String name = "seed " + seed + ", " + viewer;
        assertEquals(printed(Secrets.without(all, viewer), viewer), printed, name);
        Case other = Secrets.changed(all, viewer, new Random(seed));
        assertEquals(printed(other, viewer), printed, name);
      }
    }
  }

  private static List<String> printed(Case all, Viewer viewer) {
    CaseView view = all.viewFor(viewer);
    Board board = Board.of(view, AsOf.of(DAY));
    Optional<Movement> movement =
        Optional.of(Movement.between(Board.of(view, AsOf.of(DAY.minusYears(1))), board));
    Optional<Finding<WeakestSources<AgreedCount>>> restsOn = RestsOnAnswer.find(view, board);
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new BoardText(view, board, Help.defaultColorScheme(Help.Ansi.OFF))
        .print(out, restsOn, movement, Optional.empty());
    out.flush();
    return List.of(
        text.toString(), AnswerJson.line(BoardAnswer.of(view, board, movement, Optional.empty())));
  }
}
