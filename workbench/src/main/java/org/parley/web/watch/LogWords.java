package org.parley.web.watch;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseView;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntry.Fact;
import org.parley.model.party.PartyId;

/// What an entry of the log tells of, in a sentence.
final class LogWords {

  private final CaseView view;

  LogWords(CaseView view) {
    this.view = view;
  }

  private String party(PartyId id) {
    return view.get(id).label();
  }

  private String incident(IncidentId id) {
    return view.find(id)
        .filter(Incident.class::isInstance)
        .map(each -> ((Incident) each).title())
        .orElse(id.value());
  }

  private String guarantee(GuaranteeId id) {
    return view.get(id).title();
  }

  String says(LogEntry entry) {
    return switch (entry.says()) {
      case Fact.Report report -> report(report) + ": " + incident(report.incident());
      case Fact.Determined(var incident, var by, boolean met) ->
          party(by) + (met ? " finds it met: " : " does not find it met: ") + incident(incident);
      case Fact.Vote(var incident, var body, String question, var by, boolean yes) ->
          party(by)
              + " votes "
              + (yes ? "in favour" : "against")
              + " in "
              + party(body)
              + " on "
              + question.replace('-', ' ')
              + ": "
              + incident(incident);
      case Fact.Act(var incident, var by, String act) ->
          party(by) + ", " + act.replace('-', ' ') + ": " + incident(incident);
      case Fact.Waiver(var incident, var guarantee) ->
          "waived: " + guarantee(guarantee) + ", for " + incident(incident);
      case Fact.Invocation(var incident, var guarantee, var by) ->
          party(by) + " invokes " + guarantee(guarantee) + ", after " + incident(incident);
      case Fact.Reached(var step) -> view.get(step).title();
      case Fact.Suspended(var guarantee, var by) -> party(by) + " suspends " + guarantee(guarantee);
      case Fact.Resumed(var guarantee, var by) -> party(by) + " resumes " + guarantee(guarantee);
      case Fact.Extended(var guarantee, var until) ->
          guarantee(guarantee) + " is extended until " + until.inWords();
      case Fact.Terminated(var guarantee, var by) ->
          party(by) + " terminates " + guarantee(guarantee);
      case Fact.TakenBack _ -> "taken back: " + entry.corrects();
    };
  }

  /// The three estimates, or the one where they are the same.
  private static String severity(LogEntry.@Nullable Severity severity) {
    return severity == null
        ? ""
        : severity.low() == severity.high()
            ? ", severity " + severity.best()
            : ", severity "
                + severity.low()
                + " to "
                + severity.high()
                + ", likeliest "
                + severity.best();
  }

  private String between(Fact.Report report) {
    return report.between().isEmpty()
        ? ""
        : report.between().stream()
            .map(this::party)
            .collect(Collectors.joining(" and ", " between ", ", not attributed"));
  }

  /// What a report says happened, without the name of the incident.
  String report(Fact.Report report) {
    PartyId by = report.by();
    PartyId on = report.on();
    return report.kind().replace('-', ' ')
        + (by == null ? "" : " by " + party(by))
        + (on == null ? "" : " on " + party(on))
        + between(report)
        + (report.place() == null ? "" : " in " + report.place())
        + (report.traits().isEmpty() ? "" : ", " + String.join(", ", report.traits()))
        + severity(report.severity());
  }
}
