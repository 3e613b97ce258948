package org.parley.guarantees;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.ActSubject;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActKind;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntry.Severity;
import org.parley.model.guarantee.LogEntryId;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step;

/// Converts the log of a case into entries.
///
/// A report counts once for each origin among its sources: a wire report and a paper that prints it
/// are one. An occurrence dated by the day may lie at any second of it. A record or report dated by
/// the day counts from its end. Completed steps are milestones. Duties performed and breached are
/// acts of the case: a performance in full is a response to its incident, a breach is an incident.
final class LogReader {

  private final CaseView view;
  private final Map<LogEntryId, LogEntry> byId = new HashMap<>();

  private LogReader(CaseView view) {
    this.view = view;
    view.logEntries().forEach(each -> byId.put(each.id(), each));
  }

  static List<LoggedFact> read(CaseView view) {
    LogReader reader = new LogReader(view);
    List<LoggedFact> entries = new ArrayList<>();
    ActLedger acts = Acts.of(view).everything();
    for (Step step : view.steps()) {
      acts.completionOf(step)
          .ifPresent(each -> entries.add(milestone(step.id().value(), each.act())));
    }
    acts.entries().stream()
        .filter(ActLedger.Entry::stands)
        .forEach(each -> reader.duties(each, entries));
    view.logEntries().forEach(each -> reader.add(each, entries));
    return List.copyOf(entries);
  }

  /// The facts of an act about its guarantees: by each of those who did it, and act of the ladder.
  private void duties(ActLedger.Entry entry, List<LoggedFact> into) {
    Act act = entry.act();
    for (ActSubject of : act.of()) {
      if (of instanceof GuaranteeId id) {
        for (PartyId party : entry.recorded().by()) {
          facts(act, view.get(id), party).forEach(fact -> into.add(duty(act, fact, into.size())));
        }
      }
    }
  }

  private static List<Fact> facts(Act act, Guarantee guarantee, PartyId party) {
    IncidentId incident = act.incident();
    if (act.kind() == ActKind.BREACHED) {
      What what =
          new What(
              IncidentPatterns.BREACH,
              party,
              guarantee.beneficiary(),
              List.of(),
              null,
              Set.of(guarantee.id().value()),
              0,
              0,
              0);
      return List.of(new Fact.Report(act.id() + "/" + guarantee.id() + "/" + party, what));
    }
    boolean isDone = act.kind().isPerformance() && (act.share() == null || act.share().isFull());
    if (!isDone || incident == null) {
      return List.of();
    }
    String response = act.response();
    return (response != null
            ? Stream.of(response)
            : guarantee.ladder().stream()
                .filter(each -> each.ifContinued() == null)
                .map(Guarantee.Response::act)
                .distinct())
        .<Fact>map(each -> new Fact.Act(incident.value(), party, each))
        .toList();
  }

  private LoggedFact duty(Act act, Fact fact, int number) {
    SourceId source = act.source().getFirst();
    return new LoggedFact(
        act.id().value() + "/" + number,
        fact,
        first(act.date()),
        last(act.date()),
        last(act.knownOrDone()),
        last(act.knownOrDone()),
        source.value(),
        view.originOf(source).value(),
        null);
  }

  private static LoggedFact milestone(String step, Act act) {
    return milestone(step, act.date(), act.knownOrDone());
  }

  static LoggedFact milestone(String step, Edtf date) {
    return milestone(step, date, date);
  }

  private static LoggedFact milestone(String step, Edtf date, Edtf known) {
    return new LoggedFact(
        step,
        new Fact.Milestone(step),
        first(date),
        last(date),
        last(known),
        last(known),
        step,
        step,
        null);
  }

  static long first(Edtf date) {
    return Moments.of(date.earliest());
  }

  static long last(Edtf date) {
    return Moments.plus(Moments.of(date.end()), -1);
  }

  private void add(LogEntry entry, List<LoggedFact> into) {
    LogEntryId corrected = entry.corrects();
    LogEntry earlier = corrected == null ? null : byId.get(corrected);
    List<SourceId> own = origins(entry);
    int copies = Math.max(own.size(), earlier == null ? 1 : origins(earlier).size());
    Fact fact = fact(entry, earlier);
    long recorded = last(entry.recorded());
    Edtf reported = entry.reported();
    for (int copy = 0; copy < copies; copy++) {
      SourceId origin = own.get(Math.min(copy, own.size() - 1));
      into.add(
          new LoggedFact(
              name(entry.id(), copy),
              fact,
              first(entry.occurred()),
              last(entry.occurred()),
              reported == null ? recorded : last(reported),
              recorded,
              entry.source().getFirst().value(),
              origin.value(),
              earlier != null && copy < origins(earlier).size() ? name(earlier.id(), copy) : null));
    }
  }

  private static String name(LogEntryId id, int copy) {
    return copy == 0 ? id.value() : id.value() + "/" + (copy + 1);
  }

  /// The origins that count: all of a report, the first of any other entry.
  private List<SourceId> origins(LogEntry entry) {
    Set<SourceId> origins = new LinkedHashSet<>();
    entry.source().forEach(each -> origins.add(view.originOf(each)));
    List<SourceId> all = List.copyOf(origins);
    return entry.says() instanceof LogEntry.Fact.Report ? all : all.subList(0, 1);
  }

  private Fact fact(LogEntry entry, @Nullable LogEntry earlier) {
    return switch (entry.says()) {
      case LogEntry.Fact.Report report -> new Fact.Report(report.incident().value(), what(report));
      case LogEntry.Fact.Determined(var incident, var by, boolean met) ->
          new Fact.Finding(incident.value(), by, met);
      case LogEntry.Fact.Vote(var incident, var body, String question, var by, boolean yes) ->
          new Fact.Ballot(incident.value(), body, question, by, yes);
      case LogEntry.Fact.ResponseAct(var incident, var by, String act) ->
          new Fact.Act(incident.value(), by, act);
      case LogEntry.Fact.Waiver(var incident, var guarantee) ->
          new Fact.Waiver(incident.value(), guarantee);
      case LogEntry.Fact.Invocation(var incident, var guarantee, var by) ->
          new Fact.Invocation(incident.value(), guarantee, by);
      case LogEntry.Fact.Reached(var step) -> new Fact.Milestone(step.value());
      case LogEntry.Fact.Suspended(var guarantee, var by) ->
          new Fact.Suspension(guarantee, by, true);
      case LogEntry.Fact.Resumed(var guarantee, var by) ->
          new Fact.Suspension(guarantee, by, false);
      case LogEntry.Fact.Extended(var guarantee, Edtf until) ->
          new Fact.Extension(guarantee, first(until));
      case LogEntry.Fact.Terminated(var guarantee, var by) -> new Fact.Termination(guarantee, by);
      case LogEntry.Fact.TakenBack _ -> new Fact.Retraction(incident(earlier));
    };
  }

  /// The incident of an entry, through the entry it retracts.
  private @Nullable String incident(@Nullable LogEntry entry) {
    LogEntry at = entry;
    while (at != null && at.says() instanceof LogEntry.Fact.TakenBack) {
      LogEntryId corrected = at.corrects();
      at = corrected == null ? null : byId.get(corrected);
    }
    IncidentId incident = at == null ? null : at.says().incident();
    return incident == null ? null : incident.value();
  }

  private static What what(LogEntry.Fact.Report report) {
    Severity severity = report.severity();
    return new What(
        report.kind(),
        report.by(),
        report.on(),
        report.between(),
        report.place(),
        Set.copyOf(report.traits()),
        severity == null ? 0 : severity.low(),
        severity == null ? 0 : severity.best(),
        severity == null ? 0 : severity.high());
  }
}
