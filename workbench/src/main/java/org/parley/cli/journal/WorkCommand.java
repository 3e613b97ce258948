package org.parley.cli.journal;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.work.WorkAnswer;
import org.parley.answer.work.WorkAnswer.PersonWeek;
import org.parley.answer.work.WorkAnswer.WaitTotals;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.store.Journal;
import org.parley.store.WorkLog;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley work CASE`: who did how much, and how long things waited.
@Command(
    name = "work",
    mixinStandardHelpOptions = true,
    description = {
      "Who recorded how much in which week, and how long things waited.",
      "From the journal: items of the inbox, comments and tasks. Nobody enters anything for it."
    },
    footerHeading = "%nExit code 0: done. 66: no such folder, or no journal yet. 69: in use.%n%n",
    footer = {"Examples:", "  parley work my-case", "  parley work my-case --weeks 52 --json"})
public final class WorkCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Mixin private final JournalArgument argument;
  @Mixin private final LanguageOption language = new LanguageOption();

  @Option(
      names = "--weeks",
      paramLabel = "N",
      description = "How many weeks, this one among them. Default: ${DEFAULT-VALUE}.")
  private int weeks = WorkAnswer.USUAL_WEEKS;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  public WorkCommand(Map<String, String> environment, InstantSource clock) {
    this.argument = new JournalArgument(environment);
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CommandLine line =
        Objects.requireNonNull(spec, "a command without a specification").commandLine();
    if (weeks < 1 || weeks > WorkAnswer.MOST_WEEKS) {
      throw new ParameterException(
          line,
          "Looking for the weeks to show: \""
              + weeks
              + "\" is not between 1 and "
              + WorkAnswer.MOST_WEEKS
              + ". Maybe --weeks "
              + WorkAnswer.USUAL_WEEKS
              + ".");
    }
    return language.run(
        () -> {
          try (Journal journal = argument.openExisting(line.getErr())) {
            print(
                WorkAnswer.of(WorkLog.of(journal), Map.of(), weeks, clock.instant()),
                line.getOut());
          }
          return ExitCode.OK;
        });
  }

  private void print(WorkAnswer answer, PrintWriter out) {
    if (json) {
      out.println(AnswerJson.pretty(answer));
      return;
    }
    Messages messages = Messages.current();
    out.println(answer.headline());
    for (WaitTotals each : answer.waits()) {
      out.println(
          "  "
              + messages.text(
                  "work.wait",
                  "name",
                  messages.text("work.waiter", "of", each.of()),
                  "closed",
                  each.closed(),
                  "median",
                  shown(each.medianDays()),
                  "longest",
                  shown(each.longestDays()),
                  "open",
                  each.open(),
                  "days",
                  shown(each.openDays()),
                  "id",
                  shown(each.openId())));
    }
    for (PersonWeek each : answer.done()) {
      out.println(
          "  "
              + messages.text(
                  "work.line",
                  "week",
                  each.week().toString(),
                  "who",
                  each.who(),
                  "entries",
                  each.entries(),
                  "records",
                  each.records()));
    }
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
