package org.parley.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.DutyCount;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntry.Fact;
import org.parley.model.guarantee.LogEntry.Severity;

/// The wording of events and duties, in one language.
public final class WatchWording {

  private final Messages messages;
  private final CaseView view;

  public WatchWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
  }

  /// In the current language.
  public static WatchWording of(CaseView view) {
    return new WatchWording(Messages.current(), view);
  }

  /// How things stand, in one sentence.
  public String headline(DutyCount duties) {
    return view.logEntries().isEmpty() ? messages.text("watch.none") : headline(messages, duties);
  }

  static String headline(Messages messages, DutyCount duties) {
    return duties.isEmpty()
        ? messages.text("watch.nothing-owed")
        : messages.text(
            "watch.owed",
            "owed",
            duties.owed(),
            "broken",
            duties.broken(),
            "undetermined",
            duties.undetermined());
  }

  private String party(PartyId id) {
    return view.get(id).label().text();
  }

  private String incident(IncidentId id) {
    return view.find(id)
        .filter(Incident.class::isInstance)
        .map(each -> ((Incident) each).title().text())
        .orElse(id.value());
  }

  private String guarantee(GuaranteeId id) {
    return view.get(id).title().text();
  }

  /// A log entry, in a sentence.
  public String says(LogEntry entry) {
    return switch (entry.says()) {
      case Fact.Report report ->
          messages.text(
              "log.report", "what", report(report), "incident", incident(report.incident()));
      case Fact.Determined(var incident, var by, boolean met) ->
          messages.text(
              "log.determined", "by", party(by), "met", met, "incident", incident(incident));
      case Fact.Vote(var incident, var body, String question, var by, boolean yes) ->
          messages.text(
              "log.vote",
              "by",
              party(by),
              "favour",
              yes,
              "body",
              party(body),
              "question",
              GuaranteeWording.spaced(question),
              "incident",
              incident(incident));
      case Fact.ResponseAct(var incident, var by, String act) ->
          messages.text(
              "log.act",
              "by",
              party(by),
              "act",
              GuaranteeWording.spaced(act),
              "incident",
              incident(incident));
      case Fact.Waiver(var incident, var guarantee) ->
          messages.text(
              "log.waiver", "guarantee", guarantee(guarantee), "incident", incident(incident));
      case Fact.Invocation(var incident, var guarantee, var by) ->
          messages.text(
              "log.invocation",
              "by",
              party(by),
              "guarantee",
              guarantee(guarantee),
              "incident",
              incident(incident));
      case Fact.Reached(var step) -> view.get(step).title().text();
      case Fact.Suspended(var guarantee, var by) ->
          messages.text("log.suspended", "by", party(by), "guarantee", guarantee(guarantee));
      case Fact.Resumed(var guarantee, var by) ->
          messages.text("log.resumed", "by", party(by), "guarantee", guarantee(guarantee));
      case Fact.Extended(var guarantee, var until) ->
          messages.text("log.extended", "guarantee", guarantee(guarantee), "until", until);
      case Fact.Terminated(var guarantee, var by) ->
          messages.text("log.terminated", "by", party(by), "guarantee", guarantee(guarantee));
      case Fact.TakenBack _ ->
          messages.text("log.taken-back", "entry", String.valueOf(entry.corrects()));
    };
  }

  /// The content of a report, without the title of the incident.
  public String report(Fact.Report report) {
    PartyId by = report.by();
    PartyId on = report.on();
    String place = report.place();
    Severity severity = report.severity();
    return messages.text(
        "log.what",
        "kind",
        GuaranteeWording.spaced(report.kind()),
        "by",
        by != null,
        "actor",
        by == null ? "" : party(by),
        "on",
        on != null,
        "target",
        on == null ? "" : party(on),
        "between",
        !report.between().isEmpty(),
        "parties",
        report.between().stream().map(this::party).toList(),
        "at",
        place != null,
        "place",
        place == null ? "" : place,
        "marked",
        !report.traits().isEmpty(),
        "traits",
        String.join(", ", report.traits()),
        "severity",
        estimates(severity),
        "low",
        severity == null ? 0L : severity.low(),
        "best",
        severity == null ? 0L : severity.best(),
        "high",
        severity == null ? 0L : severity.high());
  }

  private enum Estimates {
    NONE,
    ONE,
    THREE
  }

  private static Estimates estimates(@Nullable Severity severity) {
    return severity == null
        ? Estimates.NONE
        : severity.low() == severity.high() ? Estimates.ONE : Estimates.THREE;
  }

  /// The reports of an incident in one line, each once.
  public String reports(List<LogEntry> entries) {
    return String.join(
        "; ",
        entries.stream()
            .map(LogEntry::says)
            .filter(Fact.Report.class::isInstance)
            .map(each -> report((Fact.Report) each))
            .distinct()
            .toList());
  }
}
