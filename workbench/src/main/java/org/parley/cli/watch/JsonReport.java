package org.parley.cli.watch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.Duplicates.Proposal;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.Periods;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import tools.jackson.databind.json.JsonMapper;

/// Reports as lines of JSON, one object each; its `type` identifies it.
final class JsonReport implements Report {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final WatchContext words;
  private final PrintWriter out;

  JsonReport(WatchContext words, PrintWriter out) {
    this.words = words;
    this.out = out;
  }

  private void line(String type, Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("type", type);
    all.putAll(values);
    out.println(MAPPER.writeValueAsString(all));
  }

  private Map<String, @Nullable Object> duty(Duty duty) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("guarantee", duty.guarantee().value());
    values.put("incident", duty.incident());
    values.put("tier", words.tier(duty));
    values.put("act", words.act(duty));
    values.put("owes", words.owes(duty));
    return values;
  }

  private static @Nullable String moment(long moment) {
    return moment == Moments.NEVER || moment == Moments.ALWAYS ? null : Moments.text(moment);
  }

  private Map<String, @Nullable Object> record(String id) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("at", words.place(id));
    return values;
  }

  @Override
  public void aside(SkippedLines aside) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("file", aside.origin().file());
    values.put("line", aside.origin().line());
    values.put("last", Math.max(aside.last(), aside.origin().line()));
    values.put("reason", aside.reason());
    values.put("text", aside.text().length() > 200 ? aside.text().substring(0, 200) : aside.text());
    line("aside", values);
  }

  @Override
  public void change(DutyChange change) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("at", moment(change.at()));
    values.putAll(duty(change.duty()));
    values.put("from", WatchContext.word(change.from()));
    values.put("to", WatchContext.word(change.to()));
    String because = change.because();
    if (because != null) {
      values.put("because", record(because));
    }
    line(because == null ? "passed" : "revision", values);
  }

  @Override
  public void proposals(List<Proposal> proposals) {
    proposals.forEach(this::proposal);
  }

  private void proposal(Proposal proposal) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("one", report(proposal.one()));
    values.put("other", report(proposal.other()));
    values.put("because", proposal.because());
    values.put("metres", proposal.metres() < 0 ? null : proposal.metres());
    line("proposal", values);
  }

  private static Map<String, @Nullable Object> report(IncidentReport report) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("incident", report.incident());
    values.put("id", report.id());
    values.put("at", report.origin().toString());
    return values;
  }

  @Override
  public void comparison(List<Periods.Row> rows, long from, long until) {
    for (Periods.Row row : rows) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("from", moment(from));
      values.put("until", moment(until));
      values.put("kind", row.group());
      values.put("incidents", row.now().incidents());
      values.put("incidentsBefore", row.before().incidents());
      values.put("incidentsAre", row.now().incidents().against(row.before().incidents()));
      values.put("killed", row.now().killed());
      values.put("killedBefore", row.before().killed());
      values.put("killedAre", row.now().killed().against(row.before().killed()));
      line("comparison", values);
    }
  }

  @Override
  public void obligations(List<DutyVerdict> verdicts, long at) {
    for (DutyVerdict each : verdicts) {
      PartyId beneficiary = words.commitment(each.duty()).beneficiary();
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("at", moment(at));
      values.putAll(duty(each.duty()));
      values.put("to", beneficiary == null ? null : beneficiary.value());
      values.put("state", WatchContext.word(each.state()));
      values.put("possible", each.possible().stream().sorted().map(WatchContext::word).toList());
      values.put("by", moment(each.deadline()));
      values.put("final", each.isFinal());
      values.put("kept", WatchContext.word(each.kept()));
      values.put("reason", WatchContext.verdicts().why(each));
      if (!each.ifDoneBy().isEmpty()) {
        values.put("ifDoneBy", each.ifDoneBy().stream().map(JsonReport::ifDoneBy).toList());
      }
      values.put("clauses", words.commitment(each.duty()).clauses());
      List<Object> because = new ArrayList<>();
      each.because().forEach(id -> because.add(record(id)));
      values.put("because", because);
      line("obligation", values);
    }
  }

  private static Map<String, @Nullable Object> ifDoneBy(DutyVerdict.IfDoneBy each) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    PartyId by = each.by();
    values.put("party", by == null ? null : by.value());
    values.put("possible", each.possible().stream().sorted().map(WatchContext::word).toList());
    return values;
  }

  @Override
  public void readings(List<FileTally> readings, Map<String, Integer> unknownNames) {
    for (FileTally each : readings) {
      line(
          "reading",
          MAPPER.convertValue(
              each,
              JsonMapper.shared()
                  .getTypeFactory()
                  .constructMapType(LinkedHashMap.class, String.class, Object.class)));
    }
    unknownNames.forEach(
        (name, times) -> {
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          values.put("name", name);
          values.put("times", times);
          line("unknown-name", values);
        });
  }

  @Override
  public void flush() {
    out.flush();
  }
}
