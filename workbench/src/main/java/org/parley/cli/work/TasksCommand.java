package org.parley.cli.work;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.work.TasksAnswer;
import org.parley.answer.work.TasksAnswer.ListedTask;
import org.parley.answer.work.TasksAnswer.ShownTasks;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.model.cases.CaseView;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parley tasks CASE`: the tasks of a case.
@Command(
    name = "tasks",
    mixinStandardHelpOptions = true,
    description = {
      "The open tasks, by the day they are due.",
      "Each line has its id, who is to do it and how it stands today."
    },
    footerHeading = "%nExit code 0: the list. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley tasks my-case",
      "  parley tasks my-case --overdue",
      "  parley tasks my-case --all --json"
    })
public final class TasksCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  /// Which tasks.
  static final class Which {
    @Option(names = "--overdue", description = "Those past their day.")
    private boolean isOverdue;

    @Option(names = "--all", description = "Those that are done too.")
    private boolean isAll;
  }

  @ArgGroup private @Nullable Which which;

  @Option(names = "--of", paramLabel = "ACCOUNT", description = "Those of an account alone.")
  private @Nullable String account;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  public TasksCommand(InstantSource clock) {
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

  private TasksAnswer answer(CaseView view) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String of = account;
    Which chosen = which;
    ShownTasks usual = of == null ? ShownTasks.OPEN : ShownTasks.MINE;
    ShownTasks show =
        chosen == null
            ? usual
            : chosen.isAll ? ShownTasks.ALL : chosen.isOverdue ? ShownTasks.OVERDUE : usual;
    TasksAnswer answer =
        TasksAnswer.of(view, show, each -> of == null || each.isOf(of, null, false), day);
    return of == null
        ? answer
        : new TasksAnswer(
            answer.headline(),
            answer.open(),
            answer.overdue(),
            answer.tasks().stream().filter(each -> of.equalsIgnoreCase(each.account())).toList());
  }

  private void print(TasksAnswer answer, PrintWriter out) {
    if (json) {
      out.println(AnswerJson.pretty(answer));
      return;
    }
    Messages messages = Messages.current();
    out.println(answer.headline());
    for (ListedTask each : answer.tasks()) {
      out.println("  " + line(messages, each));
    }
  }

  private static String line(Messages messages, ListedTask each) {
    String who =
        each.account() != null
            ? each.account()
            : each.party() != null ? each.party().value() : messages.text("tasks.mediators");
    return messages.text(
        "tasks.line",
        "id",
        each.id().value(),
        "title",
        each.title(),
        "who",
        who,
        "state",
        messages.text("tasks.state", "state", each.state()),
        "due",
        each.due() == null ? "" : " " + each.due());
  }
}
