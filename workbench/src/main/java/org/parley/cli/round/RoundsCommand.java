package org.parley.cli.round;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.round.RoundsAnswer;
import org.parley.answer.round.RoundsAnswer.RoundStanding;
import org.parley.answer.round.RoundsAnswer.TabledStanding;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley rounds CASE [ROUND]`: the rounds of a case and the packages on their tables.
@Command(
    name = "rounds",
    mixinStandardHelpOptions = true,
    description = {
      "The rounds of a case: their rules, the packages on the table, and what moved between versions.",
      "A folder has no answers: the server of a team keeps them."
    },
    footerHeading =
        "%nExit code 0: the rounds. 1: the case has problems. 2: there is no such round. 66: no such"
            + " folder.%n%n",
    footer = {"Examples:", "  parley rounds my-case", "  parley rounds my-case round-1 --json"})
public final class RoundsCommand implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ROUND",
      description = "The id of a round. Default: all.")
  private @Nullable String only;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    CommandLine line =
        Objects.requireNonNull(spec, "a command without a specification").commandLine();
    return language.run(
        () -> {
          Optional<CaseView> view = argument.view(line);
          if (view.isEmpty()) {
            return ExitCode.PROBLEMS;
          }
          RoundsAnswer answer =
              RoundsAnswer.of(view.get(), view.get(), Optional.empty(), round(line, view.get()));
          PrintWriter out = line.getOut();
          if (json) {
            out.println(AnswerJson.pretty(answer));
          } else {
            print(answer, out);
          }
          return ExitCode.OK;
        });
  }

  private @Nullable RoundId round(CommandLine line, CaseView view) {
    String id = only;
    if (id == null) {
      return null;
    }
    List<String> known = view.rounds().stream().map(Round::id).map(RoundId::value).toList();
    if (!known.contains(id)) {
      throw new ParameterException(
          line,
          "there is no round \""
              + id
              + "\". Maybe "
              + (known.isEmpty()
                  ? "open one first."
                  : "one of: " + String.join(", ", known) + "."));
    }
    return new RoundId(id);
  }

  private static void print(RoundsAnswer answer, PrintWriter out) {
    out.println(answer.headline());
    if (!answer.accords().isEmpty()) {
      out.println();
      out.println(Messages.current().text("accord.all"));
      answer
          .accords()
          .forEach(
              each -> {
                out.println("  " + each.headline() + " " + each.when());
                out.println("    " + each.digest());
              });
    }
    for (RoundStanding round : answer.rounds()) {
      out.println();
      out.println(round.round() + ": " + round.title());
      out.println("  " + round.rule());
      for (TabledStanding each : round.packages()) {
        out.println();
        out.println(
            "  "
                + each.tabled()
                + ": "
                + each.title()
                + ", "
                + each.version()
                + ", "
                + each.by()
                + (each.recipients() == null ? "" : ", " + each.recipients()));
        out.println("    " + each.when() + ". " + each.words());
        each.provisions().forEach(provision -> out.println("    - " + provision));
        if (!each.moved().isEmpty()) {
          out.println("    " + Messages.current().text("rounds.moved"));
          each.moved().forEach(move -> out.println("    - " + move));
        }
      }
    }
  }
}
