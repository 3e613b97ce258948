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
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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
      "  parley acts examples/colombia-2016 --limit 10",
      "  parley acts examples/colombia-2016 --json | jq .instruments"
    })
public final class ActsCommand implements Callable<Integer> {

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "List so many acts at the most. Default: all.")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--offset",
      paramLabel = "N",
      description = "Leave out so many acts before them: the latest, with --json the first.")
  private int offset;

  @Override
  public Integer call() throws Exception {
    if (limit < 1 || offset < 0) {
      throw new ParameterException(
          asked.line(),
          limit < 1
              ? "--limit is " + limit + ". Maybe give 1 or more"
              : "--offset is " + offset + ". Maybe give 0 or more");
    }
    return asked.answer(
        (line, view, asOf) -> {
          ActLedger ledger = Acts.of(view).at(asOf);
          PrintWriter out = line.getOut();
          if (asked.isJson()) {
            out.println(AnswerJson.pretty(ActsAnswer.of(view, ledger, offset, limit)));
          } else {
            new ActsText(view, ledger, offset, limit).print(out);
          }
        });
  }
}
