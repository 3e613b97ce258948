package org.parley.cli.board;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.ActsAnswer;
import org.parley.cli.CaseOfDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Override
  public Integer call() throws Exception {
    return asked.answer(
        (line, view, asOf) -> {
          ActLedger ledger = Acts.of(view).at(asOf);
          PrintWriter out = line.getOut();
          if (asked.isJson()) {
            out.println(AnswerJson.pretty(ActsAnswer.of(view, ledger)));
          } else {
            new ActsText(view, ledger).print(out);
          }
        });
  }
}
