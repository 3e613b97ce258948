package org.parley.cli.watch;

import java.io.PrintWriter;
import java.util.ArrayList;
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

  private void line(String words) {
    out.println(WatchContext.plain(words));
  }

  private String name(Duty duty) {
    PartyId obligor = duty.obligor();
    return duty.guarantee()
        + (obligor == null ? "" : "/" + obligor)
        + "#"
        + words.tier(duty)
        + " for "
        + duty.incident();
  }

  @Override
  public void aside(SkippedLines aside) {
    line(aside.origin() + ": kept aside: " + aside.reason());
  }

  @Override
  public void change(DutyChange change) {
    if (!hasChanges) {
      hasChanges = true;
      line("What changed");
    }
    String because = change.because();
    line(
        "  "
            + WatchContext.moment(change.at())
            + "  "
            + name(change.duty())
            + ": "
            + WatchContext.word(change.from())
            + " -> "
            + WatchContext.word(change.to())
            + (because == null
                ? ", by the passing of time"
                : ", by " + because + " (" + words.place(because) + ")"));
  }

  @Override
  public void proposals(List<ProposedPair> proposals) {
    if (proposals.isEmpty()) {
      line("No two reports look like one event.");
    }
    proposals.forEach(this::proposal);
  }

  private void proposal(ProposedPair proposal) {
    line(
        "May be one event: "
            + proposal.one().incident()
            + " ("
            + proposal.one().origin()
            + ") and "
            + proposal.other().incident()
            + " ("
            + proposal.other().origin()
            + "): "
            + String.join(", ", proposal.because()));
  }

  @Override
  public void comparison(List<Periods.Row> rows, long from, long until) {
    out.println();
    line(
        "From "
            + WatchContext.moment(from)
            + " to "
            + WatchContext.moment(until)
            + ", beside as long before");
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("kind", "incidents", "before", "", "killed", "before", ""));
    for (Periods.Row row : rows) {
      table.add(
          List.of(
              row.group(),
              range(row.now().incidents()),
              range(row.before().incidents()),
              row.now().incidents().against(row.before().incidents()),
              range(row.now().killed()),
              range(row.before().killed()),
              row.now().killed().against(row.before().killed())));
    }
    table(table);
  }

  private static String range(Periods.Range range) {
    return range.least() == range.most()
        ? Long.toString(range.least())
        : range.least() + " to " + range.most();
  }

  @Override
  public void obligations(List<DutyVerdict> verdicts, long at) {
    out.println();
    List<DutyVerdict> owed = Guarantees.owed(verdicts);
    line(
        "Owed at "
            + WatchContext.moment(at)
            + ": "
            + owed.stream().filter(each -> each.state() != Lifecycle.UNDETERMINED).count()
            + " of "
            + verdicts.size()
            + (verdicts.size() == 1 ? " duty" : " duties")
            + " that something on record touches");
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("by", "state", "who", "owes", "to", "guarantee", "incident", "because of"));
    for (DutyVerdict each : owed) {
      PartyId beneficiary = words.commitment(each.duty()).beneficiary();
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
        .forEach(each -> line("  " + each.getValue() + " " + WatchContext.word(each.getKey())));
  }

  private static String state(DutyVerdict verdict) {
    return verdict.ifDoneBy().isEmpty()
        ? WatchContext.word(verdict.state())
        : String.join("; ", WatchContext.verdicts().ifDone(verdict));
  }

  private String because(DutyVerdict verdict) {
    List<String> places =
        verdict.because().stream().map(words::place).distinct().limit(MOST_RECORDS + 1).toList();
    return places.size() <= MOST_RECORDS
        ? String.join(", ", places)
        : String.join(", ", places.subList(0, MOST_RECORDS)) + " and more";
  }

  @Override
  public void readings(List<FileTally> readings, Map<String, Integer> unknownNames) {
    out.println();
    for (FileTally each : readings) {
      line(
          each.file()
              + ": "
              + each.form()
              + ", "
              + each.lines()
              + " lines: "
              + each.used()
              + (each.used() == 1 ? " record" : " records")
              + " used, "
              + each.aside()
              + " kept aside"
              + (each.repeated() > 0 ? " (" + each.repeated() + " said before)" : "")
              + "; killed "
              + each.low()
              + ", "
              + each.best()
              + ", "
              + each.high()
              + " (lowest, likeliest, highest)");
      if (each.tollsOutOfOrder() > 0) {
        line(
            "  "
                + each.tollsOutOfOrder()
                + (each.tollsOutOfOrder() == 1 ? " record gives" : " records give")
                + " a likeliest estimate beyond the lowest or the highest; the least and the"
                + " greatest of the three count");
      }
      if (each.inOtherEncoding() > 0) {
        line(
            "  "
                + each.inOtherEncoding()
                + " lines are not UTF-8. Maybe name their encoding with --encoding");
      }
    }
    if (!unknownNames.isEmpty()) {
      List<String> names =
          unknownNames.entrySet().stream()
              .limit(MOST_NAMES)
              .map(each -> "\"" + each.getKey() + "\" (" + each.getValue() + ")")
              .toList();
      line(
          "No party of this case: "
              + String.join(", ", names)
              + (unknownNames.size() > MOST_NAMES
                  ? " and " + (unknownNames.size() - MOST_NAMES) + " more"
                  : "")
              + ". Maybe say who they are in a map: --map FILE");
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
