package org.parley.exchange.incidents.records;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.What;
import org.parley.model.Id;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Characters;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntry.Severity;
import org.parley.model.step.StepId;

/// Writes facts of a log as facts of a case, which [org.parley.guarantees.CaseGuarantees] reads as
/// the same.
final class FactRecords {

  private final CaseView view;
  private final Function<String, IncidentId> incidents;

  /// @param incidents the id of an incident of the file
  FactRecords(CaseView view, Function<String, IncidentId> incidents) {
    this.view = view;
    this.incidents = incidents;
  }

  LogEntry.Fact fact(Fact fact) {
    return switch (fact) {
      case Fact.Report(String incident, What what) -> report(incidents.apply(incident), what);
      case Fact.Finding(String incident, PartyId by, boolean isMet) ->
          new LogEntry.Fact.Determined(incidents.apply(incident), party("by", by), isMet);
      case Fact.Ballot(String incident, PartyId body, String question, PartyId by, boolean yes) ->
          new LogEntry.Fact.Vote(
              incidents.apply(incident),
              party("body", body),
              clean(question),
              party("by", by),
              yes);
      case Fact.Act(String incident, PartyId by, String act) ->
          new LogEntry.Fact.ResponseAct(incidents.apply(incident), party("by", by), clean(act));
      case Fact.Waiver(String incident, GuaranteeId guarantee) ->
          new LogEntry.Fact.Waiver(incidents.apply(incident), known(guarantee));
      case Fact.Invocation(String incident, GuaranteeId guarantee, PartyId by) ->
          new LogEntry.Fact.Invocation(
              incidents.apply(incident), known(guarantee), party("by", by));
      case Fact.Milestone(String name) -> new LogEntry.Fact.Reached(step(name));
      case Fact.Suspension(GuaranteeId guarantee, PartyId by, boolean begins) ->
          begins
              ? new LogEntry.Fact.Suspended(known(guarantee), party("by", by))
              : new LogEntry.Fact.Resumed(known(guarantee), party("by", by));
      case Fact.Extension(GuaranteeId guarantee, long until) ->
          new LogEntry.Fact.Extended(known(guarantee), SpanDates.known(until));
      case Fact.Termination(GuaranteeId guarantee, PartyId by) ->
          new LogEntry.Fact.Terminated(known(guarantee), party("by", by));
      case Fact.Retraction _ -> new LogEntry.Fact.TakenBack();
    };
  }

  /// A report; of two sides of which one is no party, neither is named.
  private LogEntry.Fact.Report report(IncidentId incident, What what) {
    boolean isTold = what.high() > 0;
    String place = what.place();
    return new LogEntry.Fact.Report(
        incident,
        clean(what.kind()),
        orNone("actor", what.actor()),
        orNone("target", what.target()),
        what.between().size() == 2
            ? what.between().stream().map(each -> party("between", each)).toList()
            : List.of(),
        place == null || place.isBlank() ? null : clean(place),
        what.traits().stream().map(FactRecords::clean).sorted().toList(),
        isTold ? new Severity(what.low(), what.best(), what.high()) : null);
  }

  static String clean(String text) {
    return Characters.cleaned(text).replaceAll("\\s+", " ").strip();
  }

  private @Nullable PartyId orNone(String field, @Nullable PartyId party) {
    return party == null ? null : party(field, party);
  }

  private PartyId party(String field, PartyId party) {
    return known(field, party);
  }

  private GuaranteeId known(GuaranteeId guarantee) {
    return known("guarantee", guarantee);
  }

  private StepId step(String name) {
    try {
      return known("milestone", new StepId(name));
    } catch (InvalidValueException e) {
      throw new UnusableRecordException(new LogRecordFault.NameNotOnRecord("milestone"), name);
    }
  }

  private <T extends Id> T known(String field, T id) {
    if (view.find((Id) id).isEmpty()) {
      throw new UnusableRecordException(new LogRecordFault.NameNotOnRecord(field), id.value());
    }
    return id;
  }
}
