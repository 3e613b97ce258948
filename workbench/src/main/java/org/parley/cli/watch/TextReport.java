package org.parley.cli.watch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.parley.exchange.incidents.Duplicates.ProposedPair;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.Periods;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.model.PartyId;

/// Tells in sentences and tables.
final class TextReport implements Report {

  private static final int MOST_RECORDS = 3;
  private static final int MOST_NAMES = 8;

  private final WatchContext words;
  private final PrintWriter out;
  private boolean hasChanges;

  TextReport(WatchContext words, PrintWriter out) {
    this.words = words;
    this.out = out;
  }

  private void line(String indent, String key, Object... values) {
    out.println(indent + WatchContext.plain(text(key, values)));
  }

  private String text(String key, Object... values) {
    return words.messages().text("watch.text." + key, values);
  }

  private String name(Duty duty) {
    PartyId obligor = duty.obligor();
    return text(
        "duty",
        "duty",
        duty.guarantee() + (obligor == null ? "" : "/" + obligor) + "#" + words.tier(duty),
        "incident",
        duty.incident());
  }

  @Override
  public void aside(SkippedLines aside) {
    line("", "aside", "origin", aside.origin(), "why", aside.why().sentence());
  }

  @Override
  public void change(DutyChange change) {
    if (!hasChanges) {
      hasChanges = true;
      line("", "changed");
    }
    String because = change.because();
    line(
        "  ",
        "change",
        "moment",
        WatchContext.moment(change.at()),
        "duty",
        name(change.duty()),
        "from",
        words.state(change.from()),
        "to",
        words.state(change.to()),
        "passed",
        because == null,
        "entry",
        because == null ? "" : because,
        "place",
        because == null ? "" : words.placeInWords(because));
  }

  @Override
  public void proposals(List<ProposedPair> proposals) {
    if (proposals.isEmpty()) {
      line("", "no-pair");
    }
    proposals.forEach(this::proposal);
  }

  private void proposal(ProposedPair proposal) {
    line(
        "",
        "pair",
        "one",
        proposal.one().incident(),
        "origin",
        proposal.one().origin(),
        "other",
        proposal.other().incident(),
        "place",
        proposal.other().origin(),
        "because",
        String.join(", ", proposal.because().stream().map(words::likeness).toList()));
  }

  @Override
  public void comparison(List<Periods.Row> rows, long from, long until) {
    out.println();
    line("", "compared", "from", WatchContext.moment(from), "until", WatchContext.moment(until));
    List<List<String>> table = new ArrayList<>();
    table.add(columns("kind", "incidents", "before", "", "killed", "before", ""));
    for (Periods.Row row : rows) {
      table.add(
          List.of(
              row.group(),
              range(row.now().incidents()),
              range(row.before().incidents()),
              trend(row.now().incidents().against(row.before().incidents())),
              range(row.now().killed()),
              range(row.before().killed()),
              trend(row.now().killed().against(row.before().killed()))));
    }
    table(table);
  }

  private List<String> columns(String... keys) {
    return Arrays.stream(keys).map(each -> each.isEmpty() ? "" : text("column." + each)).toList();
  }

  private String trend(Periods.Trend trend) {
    return text("trend", "trend", trend);
  }

  private String range(Periods.Range range) {
    return range.least() == range.most()
        ? Long.toString(range.least())
        : text("range", "least", range.least(), "most", range.most());
  }

  @Override
  public void obligations(List<DutyVerdict> verdicts, long at) {
    out.println();
    List<DutyVerdict> owed = Guarantees.owed(verdicts);
    line(
        "",
        "owed",
        "moment",
        WatchContext.moment(at),
        "owed",
        owed.stream().filter(each -> each.state() != Lifecycle.UNDETERMINED).count(),
        "total",
        verdicts.size());
    List<List<String>> table = new ArrayList<>();
    table.add(columns("by", "state", "who", "owes", "to", "guarantee", "incident", "because"));
    for (DutyVerdict each : owed) {
      PartyId beneficiary = words.owedTo(each.duty());
      table.add(
          List.of(
              WatchContext.moment(each.deadline()),
              state(each),
              String.join(" ", words.owes(each.duty())),
              words.act(each.duty()),
              beneficiary == null ? "-" : beneficiary.value(),
              each.duty().guarantee().value(),
              each.duty().incident(),
              because(each)));
    }
    if (table.size() > 1) {
      table(table);
    }
    Guarantees.tally(verdicts).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                out.println(
                    "  "
                        + words
                            .messages()
                            .text(
                                "guarantees.tally",
                                "count",
                                each.getValue(),
                                "state",
                                words.state(each.getKey()))));
  }

  private String state(DutyVerdict verdict) {
    return verdict.ifDoneBy().isEmpty()
        ? words.state(verdict.state())
        : String.join(words.messages().text("semicolon"), words.verdicts().ifDone(verdict));
  }

  private String because(DutyVerdict verdict) {
    List<String> places = words.places(verdict);
    return places.size() <= MOST_RECORDS
        ? String.join(", ", places)
        : text("because-more", "places", String.join(", ", places.subList(0, MOST_RECORDS)));
  }

  @Override
  public void readings(List<FileTally> readings, Map<String, Integer> unknownNames) {
    out.println();
    for (FileTally each : readings) {
      line(
          "",
          "tally",
          "file",
          each.file(),
          "read",
          !each.forms().isEmpty(),
          "form",
          each.forms().stream().map(form -> text("form", "form", form)).toList(),
          "lines",
          each.lines(),
          "used",
          each.used(),
          "aside",
          each.aside(),
          "repeated",
          each.repeated(),
          "low",
          each.low(),
          "best",
          each.best(),
          "high",
          each.high());
      if (each.tollsOutOfOrder() > 0) {
        line("  ", "out-of-order", "count", each.tollsOutOfOrder());
      }
      if (each.inOtherEncoding() > 0) {
        line("  ", "encoding", "count", each.inOtherEncoding());
      }
    }
    if (!unknownNames.isEmpty()) {
      List<String> names =
          unknownNames.entrySet().stream()
              .limit(MOST_NAMES)
              .map(each -> text("unknown-name", "name", each.getKey(), "times", each.getValue()))
              .toList();
      line(
          "",
          "unknown",
          "names",
          String.join(", ", names),
          "more",
          Math.max(0, unknownNames.size() - MOST_NAMES));
    }
  }

  private void table(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], WatchContext.plain(row.get(i)).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder text = new StringBuilder(" ");
      for (int i = 0; i < widths.length; i++) {
        String cell = WatchContext.plain(row.get(i));
        text.append(' ').append(cell).append(" ".repeat(widths[i] - cell.length() + 1));
      }
      out.println(text.toString().stripTrailing());
    }
  }

  @Override
  public void flush() {
    out.flush();
  }
}
