package org.parley.cli.round;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.waiting.WaitingAnswer;
import org.parley.answer.waiting.WaitingAnswer.WaitingEntry;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.model.cases.CaseView;
import org.parley.round.WaitingList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parley waiting CASE`: what waits for the mediator of a case.
@Command(
    name = "waiting",
    mixinStandardHelpOptions = true,
    description = {
      "What waits for the mediator: drafts of packages, the inbox, and tasks of nobody in particular.",
      "A folder has no answers: what waits in rounds is on the page What waits of a team's server."
    },
    footerHeading = "%nExit code 0: the list. 1: the case has problems. 66: no such folder.%n%n",
    footer = {"Examples:", "  parley waiting my-case", "  parley waiting my-case --json"})
public final class WaitingCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  public WaitingCommand(InstantSource clock) {
    this.clock = clock;
  }

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
          print(answer(view.get()), line.getOut());
          return ExitCode.OK;
        });
  }

  private WaitingAnswer answer(CaseView view) {
    return WaitingAnswer.of(
        view,
        Stream.concat(
                WaitingList.of(
                    view,
                    new WaitingList.For.Mediators(),
                    Optional.empty(),
                    WaitingAnswer.inbox(view),
                    clock.instant())
                    .stream(),
                WaitingList.tasks(
                    view,
                    "",
                    Optional.of(new WaitingList.For.Mediators()),
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .stream())
            .toList());
  }

  private void print(WaitingAnswer answer, PrintWriter out) {
    if (json) {
      out.println(AnswerJson.pretty(answer));
      return;
    }
    out.println(answer.headline());
    for (WaitingEntry each : answer.things()) {
      String until = each.untilWords();
      out.println("  " + each.words() + (until == null ? "" : " " + until));
    }
  }
}
