package org.parley.cli.board;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.ActsAnswer;
import org.parley.cli.CaseArgument;
import org.parley.cli.DayOptions;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.model.cases.CaseView;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `parley acts CASE`: what had happened by a day, as known on a day.
@Command(
    name = "acts",
    mixinStandardHelpOptions = true,
    description =
        "What had happened by a day: the state of each instrument, how far it was carried out,"
            + " and the acts.",
    footerHeading = "%nExit code 0: the acts. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley acts examples/colombia-2016 --as-of 2016-10-03",
      "  parley acts examples/colombia-2016 --as-of 2016-10-03 --known-at 2016-10-02",
      "  parley acts examples/colombia-2016 --json | jq .instruments"
    })
public final class ActsCommand implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();
  @Mixin private final DayOptions day = new DayOptions();

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
    ActLedger ledger = Acts.of(view).at(day.asOf(view));
    PrintWriter out = line.getOut();
    if (day.isJson()) {
      out.println(AnswerJson.pretty(ActsAnswer.of(view, ledger)));
    } else {
      new ActsText(view, ledger).print(out);
    }
    return ExitCode.OK;
  }
}
