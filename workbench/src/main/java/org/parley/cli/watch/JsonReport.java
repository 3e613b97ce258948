package org.parley.cli.watch;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.JsonKey;
import org.parley.exchange.incidents.Duplicates.ProposedPair;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.Periods;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.guarantee.GuaranteeId;

/// Reports as lines of JSON, one object each; its `type` identifies it.
final class JsonReport implements Report {

  private static final int TEXT_SHOWN = 200;

  private final WatchContext words;
  private final PrintWriter out;

  /// Lines of a file that are not used.
  private record AsideLine(
      String type, String file, long line, long last, String code, String reason, String text) {}

  /// A duty that changes: as time passes, or because of a record.
  private record ChangeLine(
      String type,
      @JsonKey(isNull = true) @Nullable String at,
      @JsonKey(isInline = true) NamedDuty duty,
      Lifecycle from,
      Lifecycle to,
      @Nullable RecordPlace because) {}

  private record NamedDuty(
      GuaranteeId guarantee, String incident, String tier, String act, List<String> owes) {}

  private record RecordPlace(String id, String at) {}

  /// Two reports that may be of one incident.
  private record ProposalLine(
      String type,
      ReportPlace one,
      ReportPlace other,
      List<String> because,
      @JsonKey(isNull = true) @Nullable Long metres) {}

  private record ReportPlace(String incident, String id, String at) {}

  /// A group of incidents in two periods.
  private record ComparisonLine(
      String type,
      @JsonKey(isNull = true) @Nullable String from,
      @JsonKey(isNull = true) @Nullable String until,
      String kind,
      Periods.Range incidents,
      Periods.Range incidentsBefore,
      Periods.Trend incidentsAre,
      Periods.Range killed,
      Periods.Range killedBefore,
      Periods.Trend killedAre) {}

  /// Where a duty stands.
  private record ObligationLine(
      String type,
      @JsonKey(isNull = true) @Nullable String at,
      @JsonKey(isInline = true) NamedDuty duty,
      @JsonKey(isNull = true) @Nullable PartyId to,
      Lifecycle state,
      List<Lifecycle> possible,
      @JsonKey(isNull = true) @Nullable String by,
      @JsonKey("final") boolean isFinal,
      DutyVerdict.Kept kept,
      String reason,
      @Nullable List<ByParty> ifDoneBy,
      List<String> clauses,
      List<RecordPlace> because) {}

  private record ByParty(
      @JsonKey(isNull = true) @Nullable PartyId party, List<Lifecycle> possible) {}

  /// How the lines of a file were read.
  private record ReadingLine(
      String type, @JsonKey(isInline = true) FileTally tally, boolean reconciled) {}

  private record UnknownNameLine(String type, String name, int times) {}

  JsonReport(WatchContext words, PrintWriter out) {
    this.words = words;
    this.out = out;
  }

  private void line(Record line) {
    out.println(AnswerJson.line(line));
  }

  private NamedDuty named(Duty duty) {
    return new NamedDuty(
        duty.guarantee(), duty.incident(), words.tier(duty), words.act(duty), words.owes(duty));
  }

  private static @Nullable String moment(long moment) {
    return moment == Moments.NEVER || moment == Moments.ALWAYS ? null : Moments.text(moment);
  }

  private RecordPlace place(String id) {
    return new RecordPlace(id, words.place(id));
  }

  private static ReportPlace place(IncidentReport report) {
    return new ReportPlace(report.incident(), report.id(), report.origin().toString());
  }

  private static List<Lifecycle> sorted(Set<Lifecycle> states) {
    return states.stream().sorted().toList();
  }

  @Override
  public void aside(SkippedLines aside) {
    String text = aside.text();
    line(
        new AsideLine(
            "aside",
            aside.origin().file(),
            aside.origin().line(),
            Math.max(aside.last(), aside.origin().line()),
            aside.why().code(),
            aside.why().sentence(),
            text.length() > TEXT_SHOWN ? text.substring(0, TEXT_SHOWN) : text));
  }

  @Override
  public void change(DutyChange change) {
    String because = change.because();
    line(
        new ChangeLine(
            because == null ? "passed" : "revision",
            moment(change.at()),
            named(change.duty()),
            change.from(),
            change.to(),
            because == null ? null : place(because)));
  }

  @Override
  public void proposals(List<ProposedPair> proposals) {
    for (ProposedPair each : proposals) {
      line(
          new ProposalLine(
              "proposal",
              place(each.one()),
              place(each.other()),
              each.because().stream().map(words::likeness).toList(),
              each.metres() < 0 ? null : each.metres()));
    }
  }

  @Override
  public void comparison(List<Periods.Row> rows, long from, long until) {
    for (Periods.Row row : rows) {
      line(
          new ComparisonLine(
              "comparison",
              moment(from),
              moment(until),
              row.group(),
              row.now().incidents(),
              row.before().incidents(),
              row.now().incidents().against(row.before().incidents()),
              row.now().killed(),
              row.before().killed(),
              row.now().killed().against(row.before().killed())));
    }
  }

  @Override
  public void obligations(List<DutyVerdict> verdicts, long at) {
    for (DutyVerdict each : verdicts) {
      line(
          new ObligationLine(
              "obligation",
              moment(at),
              named(each.duty()),
              words.owedTo(each.duty()),
              each.state(),
              sorted(each.possible()),
              moment(each.deadline()),
              each.isFinal(),
              each.kept(),
              words.verdicts().why(each),
              each.ifDoneBy().isEmpty()
                  ? null
                  : each.ifDoneBy().stream()
                      .map(party -> new ByParty(party.by(), sorted(party.possible())))
                      .toList(),
              words.commitment(each.duty()).clauses(),
              each.because().stream().map(this::place).toList()));
    }
  }

  @Override
  public void readings(List<FileTally> readings, Map<String, Integer> unknownNames) {
    readings.forEach(each -> line(new ReadingLine("reading", each, each.isReconciled())));
    unknownNames.forEach((name, times) -> line(new UnknownNameLine("unknown-name", name, times)));
  }

  @Override
  public void flush() {
    out.flush();
  }
}
