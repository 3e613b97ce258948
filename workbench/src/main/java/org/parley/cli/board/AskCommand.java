package org.parley.cli.board;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.PrincipalQuestions;
import org.parley.answer.board.QuestionAnswer;
import org.parley.answer.board.QuestionAnswer.Question;
import org.parley.board.Board;
import org.parley.board.Boards;
import org.parley.cli.CaseArgument;
import org.parley.cli.DayConverter;
import org.parley.cli.DayOptions;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Spelling;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley ask CASE QUESTION`: the questions that principals ask.
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "Answers a question that principals ask, by words, acts and rules on record.",
      "  wants    what each party wants most",
      "  trades   what could be traded",
      "  blocks   who can block",
      "  overdue  what is overdue",
      "  changed  what changed since a day",
      "  answers  which claims and demands of others need an answer"
    },
    footerHeading = "%nExit code 0: the answer. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley ask examples/ukraine-2025 wants",
      "  parley ask examples/colombia-2016 overdue --as-of 2017-05-15",
      "  parley ask examples/ukraine-2025 answers --for RU",
      "  parley ask examples/ukraine-2025 changed --since 2025-12-24 --json"
    })
public final class AskCommand implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();

  @Parameters(
      index = "1",
      paramLabel = "QUESTION",
      description = "wants, trades, blocks, overdue, changed or answers.")
  private String question = "wants";

  @Mixin private final LanguageOption language = new LanguageOption();
  @Mixin private final DayOptions shown = new DayOptions();

  @Option(
      names = "--since",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Of changes: since this day. Default: a fortnight earlier.")
  private @Nullable LocalDate since;

  @Option(
      names = "--for",
      paramLabel = "PARTY",
      description = "The party that asks. Default: all that the board shows.")
  private @Nullable String reader;

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
    Question asked = question(line);
    Optional<CaseView> found = argument.view(line);
    if (found.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    CaseView view = found.get();
    Boards boards = Boards.of(view);
    Board board = boards.at(shown.asOf(view));
    if (since != null && !since.isBefore(board.asOf().date())) {
      throw new ParameterException(
          line,
          "--since "
              + since
              + " is not before the day looked at, "
              + board.asOf().date()
              + ". Maybe choose an earlier day");
    }
    QuestionAnswer answer =
        PrincipalQuestions.of(asked, view, boards, board, since, reader(line, board));
    PrintWriter out = line.getOut();
    if (shown.isJson()) {
      out.println(AnswerJson.pretty(answer));
      return ExitCode.OK;
    }
    out.println(answer.title());
    out.println();
    out.println(answer.headline());
    for (QuestionAnswer.QuestionSection section : answer.sections()) {
      out.println();
      out.println(section.title());
      for (QuestionAnswer.QuestionLine each : section.lines()) {
        out.println(
            "  "
                + each.words()
                + (each.evidence().isEmpty()
                    ? ""
                    : " [" + Messages.current().all(each.evidence()).text() + "]"));
      }
    }
    return ExitCode.OK;
  }

  private Question question(CommandLine line) {
    return Arrays.stream(Question.values())
        .filter(each -> PrincipalQuestions.word(each).equals(question))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    line,
                    "\""
                        + question
                        + "\" is no question. Maybe one of: "
                        + Arrays.stream(Question.values())
                            .map(PrincipalQuestions::word)
                            .collect(Collectors.joining(", "))));
  }

  private @Nullable PartyId reader(CommandLine line, Board board) {
    if (reader == null) {
      return null;
    }
    List<String> columns = board.columns().stream().map(PartyId::value).toList();
    if (columns.contains(reader)) {
      return new PartyId(reader);
    }
    throw new ParameterException(
        line,
        "--for "
            + reader
            + " is not a column of the board. Maybe "
            + Spelling.nearest(reader, columns)
                .map(near -> "you meant " + near)
                .orElseGet(() -> "one of: " + String.join(", ", columns)));
  }
}
