package org.parley.cli.board;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.parley.answer.AnswerJson;
import org.parley.answer.sources.WeakestSourcesAnswer;
import org.parley.cli.CaseOfDay;
import org.parley.wording.Messages;
import org.parley.wording.SourceWording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley sources CASE`: on how few sources the headlines rest.
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description =
        "The fewest sources whose falsity would change a headline: of the board, the packages, the"
            + " sequence and the coverage.",
    footerHeading = "%nExit code 0: the sources. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley sources examples/ukraine-2025",
      "  parley sources examples/minsk-2015 --as-of 2015-02-12",
      "  parley sources examples/ukraine-2025 --json | jq '.findings[].restsOn.sources'"
    })
public final class SourcesCommand implements Callable<Integer> {

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Override
  public Integer call() throws Exception {
    return asked.answer(
        (line, view, asOf) -> {
          WeakestSourcesAnswer answer = WeakestSourcesAnswer.of(view, asOf);
          PrintWriter out = line.getOut();
          if (asked.isJson()) {
            out.println(AnswerJson.pretty(answer));
            return;
          }
          Messages messages = Messages.current();
          SourceWording words = new SourceWording(messages, view);
          out.println(messages.text("board.text.as-of", "day", asOf.date()));
          if (answer.findings().isEmpty()) {
            out.println(messages.text("sources.nothing"));
          }
          for (WeakestSourcesAnswer.HeadlineSources each : answer.findings()) {
            out.println();
            out.println(messages.text("sources.headline", "headline", each.headline()));
            out.println("  " + each.words());
            out.println("  " + each.restsOn().words());
            if (each.restsOn().checked()) {
              out.println(
                  "  "
                      + messages.text("sources.checked", "count", each.restsOn().sources().size()));
            }
            if (!each.restsOn().sources().isEmpty()) {
              out.println(
                  "  "
                      + messages.text(
                          "sources.text",
                          "count",
                          each.restsOn().sources().size(),
                          "sources",
                          words.publishers(each.restsOn().sources())));
            }
          }
        });
  }
}
