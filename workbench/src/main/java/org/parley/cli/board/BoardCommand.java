package org.parley.cli.board;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.BoardAnswer;
import org.parley.answer.sources.RestsOnAnswer;
import org.parley.board.Board;
import org.parley.board.Boards;
import org.parley.board.Movement;
import org.parley.cli.CaseOfDay;
import org.parley.cli.DayConverter;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `parley board CASE`: who agrees to what, as of a day, as known on a day.
@Command(
    name = "board",
    mixinStandardHelpOptions = true,
    description = "Who agrees to what, as of a day, as known on a day; computed from the claims.",
    footerHeading = "%nExit code 0: the board. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley board examples/ukraine-2025",
      "  parley board examples/ukraine-2025 --as-of 2025-12-28",
      "  parley board examples/ukraine-2025 --since 2025-12-24     what moved, and what moved it",
      "  parley board examples/ukraine-2025 --party RU             one party, with its words",
      "  parley board examples/ukraine-2025 --json | jq .headline"
    })
public final class BoardCommand implements Callable<Integer> {

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Option(
      names = "--since",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Also show what moved since this day, and which claims moved it.")
  private @Nullable LocalDate since;

  @Option(names = "--party", paramLabel = "PARTY", description = "Show one party, with its words.")
  private @Nullable String party;

  @Override
  public Integer call() throws Exception {
    return asked.answer(this::answer);
  }

  private void answer(CommandLine line, CaseView view, AsOf asOf) {
    LocalDate day = asOf.date();
    if (since != null && since.isAfter(day)) {
      throw new ParameterException(
          line,
          "--since " + since + " is after the day of the board, " + day + ". Maybe swap them");
    }
    Boards boards = Boards.of(view);
    Board board = boards.at(asOf);
    Optional<PartyId> only =
        party == null ? Optional.empty() : Optional.of(BoardColumns.find(line, board, party));
    Optional<Movement> movement =
        since == null
            ? Optional.empty()
            : Optional.of(Movement.between(boards.at(asOf.asLookedAt(since)), board));
    PrintWriter out = line.getOut();
    if (asked.isJson()) {
      out.println(AnswerJson.pretty(BoardAnswer.of(view, board, movement, only)));
    } else {
      new BoardText(view, board, line.getColorScheme())
          .print(out, RestsOnAnswer.find(view, board), movement, only);
    }
  }
}
