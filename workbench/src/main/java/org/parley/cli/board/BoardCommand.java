package org.parley.cli.board;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.BoardAnswer;
import org.parley.board.Board;
import org.parley.board.Boards;
import org.parley.board.Movement;
import org.parley.cli.CaseArgument;
import org.parley.cli.DayConverter;
import org.parley.cli.DayOptions;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();
  @Mixin private final DayOptions shown = new DayOptions();

  @Option(
      names = "--since",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Also show what moved since this day, and which claims moved it.")
  private @Nullable LocalDate since;

  @Option(names = "--party", paramLabel = "PARTY", description = "Show one party, with its words.")
  private @Nullable String party;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::answer);
  }

  private Integer answer() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    Optional<CaseView> found = argument.view(line);
    if (found.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    CaseView view = found.get();
    AsOf asOf = shown.asOf(view);
    LocalDate day = asOf.date();
    if (since != null && since.isAfter(day)) {
      throw new ParameterException(
          line,
          "--since " + since + " is after the day of the board, " + day + ". Maybe swap them");
    }
    Boards boards = Boards.of(view);
    Board board = boards.at(asOf);
    Optional<PartyId> only = party == null ? Optional.empty() : Optional.of(column(board, party));
    Optional<Movement> movement =
        since == null
            ? Optional.empty()
            : Optional.of(
                Movement.between(
                    boards.at(new AsOf(since, earlier(since, asOf.knownAt()))), board));
    PrintWriter out = line.getOut();
    if (shown.isJson()) {
      out.println(AnswerJson.pretty(BoardAnswer.of(view, board, movement, only)));
    } else {
      new BoardText(view, board, line.getColorScheme()).print(out, movement, only);
    }
    return ExitCode.OK;
  }

  /// Uses the knowledge of the earlier day, so that later knowledge counts as a change.
  private static LocalDate earlier(LocalDate since, LocalDate knowledge) {
    return since.isBefore(knowledge) ? since : knowledge;
  }

  private PartyId column(Board board, String name) {
    return board.columns().stream()
        .filter(each -> each.value().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "\""
                        + name
                        + "\" is not a column of this board. Maybe "
                        + advice(board, name)));
  }

  private static String advice(Board board, String name) {
    return Spelling.nearest(name, board.columns().stream().map(PartyId::value).toList())
        .map(near -> "you meant \"" + near + "\"")
        .orElseGet(
            () ->
                "choose one of "
                    + board.columns().stream()
                        .map(PartyId::value)
                        .collect(Collectors.joining(", ")));
  }
}
