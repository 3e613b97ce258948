package org.parley.cli.board;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.PrincipalQuestions;
import org.parley.answer.board.QuestionAnswer;
import org.parley.answer.board.QuestionAnswer.Question;
import org.parley.board.Board;
import org.parley.board.Boards;
import org.parley.cli.CaseOfDay;
import org.parley.cli.DayConverter;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

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

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Parameters(
      index = "1",
      paramLabel = "QUESTION",
      description = "wants, trades, blocks, overdue, changed or answers.")
  private String question = "wants";

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

  @Override
  public Integer call() throws Exception {
    Question of = question(asked.line());
    return asked.answer((line, view, asOf) -> answer(of, line, view, asOf));
  }

  private void answer(Question of, CommandLine line, CaseView view, AsOf asOf) {
    Boards boards = Boards.of(view);
    Board board = boards.at(asOf);
    if (since != null && !since.isBefore(asOf.date())) {
      throw new ParameterException(
          line,
          "--since "
              + since
              + " is not before the day looked at, "
              + asOf.date()
              + ". Maybe choose an earlier day");
    }
    PartyId by = reader == null ? null : BoardColumns.find(line, board, reader);
    QuestionAnswer answer = PrincipalQuestions.of(of, view, boards, board, since, by);
    if (asked.isJson()) {
      line.getOut().println(AnswerJson.pretty(answer));
    } else {
      print(line.getOut(), answer);
    }
  }

  private static void print(PrintWriter out, QuestionAnswer answer) {
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
}
