package org.parley.cli.board;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.TimelineAnswer;
import org.parley.board.Boards;
import org.parley.board.Stock;
import org.parley.cli.CaseOfDay;
import org.parley.wording.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `parley timeline CASE`: acts, meetings and claims by date, and the stock of what is agreed.
@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    description =
        "Acts, meetings and claims by date; and how many points were agreed, signed and ratified and"
            + " how many steps carried out, day by day, beside what was claimed.",
    footerHeading =
        "%nExit code 0: the timeline. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley timeline examples/colombia-2016",
      "  parley timeline examples/colombia-2016 --as-of 2016-12-01 --known-at 2016-12-01",
      "  parley timeline examples/colombia-2016 --limit 10 --offset 10",
      "  parley timeline examples/colombia-2016 --json | jq .stock"
    })
public final class TimelineCommand implements Callable<Integer> {

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "List so many entries at the most. Default: ${DEFAULT-VALUE}.")
  private int limit = TimelineAnswer.USUAL_ENTRIES;

  @Option(
      names = "--offset",
      paramLabel = "N",
      description = "Leave out so many of the latest entries.")
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
          Boards boards = Boards.of(view);
          TimelineAnswer answer =
              TimelineAnswer.of(view, boards.at(asOf), Stock.of(boards, asOf), offset, limit);
          if (asked.isJson()) {
            line.getOut().println(AnswerJson.pretty(answer));
          } else {
            print(line.getOut(), answer);
          }
        });
  }

  private static void print(PrintWriter out, TimelineAnswer answer) {
    Messages messages = Messages.current();
    out.println(answer.title());
    out.println();
    out.println(messages.text("timeline.stock.title"));
    out.printf(
        "  %-10s %12s %12s %12s %14s%n",
        "",
        messages.text("timeline.stock.agreed"),
        messages.text("timeline.stock.signed"),
        messages.text("timeline.stock.ratified"),
        messages.text("timeline.stock.performed"));
    Stock.StockDay before = null;
    for (Stock.StockDay each : answer.stock()) {
      if (before == null || !sameStock(before, each)) {
        out.printf(
            Locale.ROOT,
            "  %-10s %12s %12s %12s %14s%n",
            each.day(),
            each.agreed() + "/" + each.points(),
            each.signed() + "/" + each.points(),
            each.ratified() + "/" + each.points(),
            each.performed() + "/" + each.steps());
      }
      before = each;
    }
    for (TimelineAnswer.ClaimedShareAnswer each : answer.claimed()) {
      out.println(
          "  "
              + each.day()
              + "  "
              + messages.text(
                  "timeline.claimed",
                  "percent",
                  each.thousandths() / 10,
                  "implementation",
                  each.isOfImplementation())
              + " ["
              + each.claim()
              + "]");
    }
    out.println();
    out.println(messages.text("timeline.title"));
    if (answer.leftOut() > 0) {
      out.println("  " + messages.text("timeline.left-out", "count", answer.leftOut()));
    }
    for (TimelineAnswer.TimelineEntry each : answer.entries()) {
      out.println(
          "  "
              + each.date()
              + "  "
              + messages.text("timeline.kind", "kind", each.kind())
              + messages.pattern("colon")
              + each.words()
              + " ["
              + each.id()
              + "]");
    }
    if (answer.offset() > 0) {
      out.println("  " + messages.text("timeline.left-out-later", "count", answer.offset()));
    }
  }

  private static boolean sameStock(Stock.StockDay a, Stock.StockDay b) {
    return new Stock.StockDay(
            b.day(), a.points(), a.agreed(), a.signed(), a.ratified(), a.steps(), a.performed())
        .equals(b);
  }
}
