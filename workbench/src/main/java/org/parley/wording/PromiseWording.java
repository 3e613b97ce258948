package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Escalation;
import org.parley.model.guarantee.Guarantee.Trigger;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.step.StepId;

/// A guarantee in words, key by key, in sentences a lawyer can check against the text; in one
/// language.
public final class PromiseWording {

  private final Messages messages;
  private final CaseView view;
  private final GuaranteeWording words;

  public PromiseWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
    this.words = new GuaranteeWording(messages, view);
  }

  /// In the current language.
  public static PromiseWording of(CaseView view) {
    return new PromiseWording(Messages.current(), view);
  }

  private Phrase either(List<PartyId> parties) {
    return messages.any(parties.stream().map(words::party).toList());
  }

  /// Which incidents are meant: "attack by Russia on Ukraine, unprovoked".
  public String incident(IncidentPattern pattern) {
    var severity = pattern.severity();
    return messages.text(
        "promise.incident",
        "kinds",
        pattern.kinds().isEmpty()
            ? messages.text("promise.any-incident")
            : messages.any(pattern.kinds().stream().map(GuaranteeWording::spaced).toList()),
        "by",
        !pattern.actors().isEmpty(),
        "actors",
        either(pattern.actors()),
        "on",
        !pattern.targets().isEmpty(),
        "targets",
        either(pattern.targets()),
        "at",
        !pattern.places().isEmpty(),
        "places",
        messages.any(pattern.places()),
        "marked",
        !pattern.traits().isEmpty(),
        "traits",
        String.join(", ", pattern.traits().stream().map(GuaranteeWording::spaced).toList()),
        "severe",
        severity != null,
        "severity",
        severity == null ? 0L : severity.atLeast());
  }

  /// The incidents that activate a guarantee.
  public String trigger(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern incident) -> incident(incident);
      case Trigger.Repeated repeated ->
          messages.text(
              "promise.repeated",
              "times",
              repeated.times(),
              "length",
              words.span(repeated.within().length()),
              "incident",
              incident(repeated.incidents()));
      case Trigger.Combined combined ->
          messages.text(
              "promise.combined",
              "incidents",
              combined.incidents().stream().map(this::incident).toList(),
              "length",
              words.span(combined.within().length()));
      case Trigger.Either(List<Trigger> any) ->
          joined("promise.or", any.stream().map(this::trigger).toList());
    };
  }

  private String joined(String separator, List<String> parts) {
    return String.join(messages.pattern(separator), parts);
  }

  /// Who finds it.
  public String determination(Determination rule) {
    return switch (rule) {
      case Determination.SelfEvident _ -> messages.text("promise.self-evident");
      case Determination.IndependentReports reports ->
          messages.text("promise.reports", "sources", words.count("sources", reports.groups()));
      case Determination.FoundBy(PartyId body) ->
          messages.text("promise.found-by", "body", words.party(body));
      case Determination.EachObligor _ -> messages.text("promise.each-obligor");
      case Determination.Council council ->
          messages.text(
              "promise.council",
              "body",
              words.party(council.body()),
              "needed",
              council.needed(),
              "members",
              council.members().size(),
              "vetoed",
              !council.vetoes().isEmpty(),
              "vetoes",
              either(council.vetoes()));
      case Determination.AnyOf(List<Determination> rules) ->
          joined("promise.rule-or", rules.stream().map(this::determination).toList());
      case Determination.AllOf(List<Determination> rules) ->
          joined("promise.rule-and", rules.stream().map(this::determination).toList());
      case Determination.NotStated _ -> messages.text("promise.nobody");
    };
  }

  /// From when to when it is in force.
  public String inForce(Guarantee guarantee) {
    Guarantee.InForce inForce = guarantee.inForce();
    List<StepId> steps = new ArrayList<>(inForce.once());
    steps.addAll(inForce.approvals());
    TimeSpan lasts = inForce.lasts();
    return messages.text(
        "promise.in-force",
        "awaits",
        !steps.isEmpty(),
        "steps",
        steps.stream().map(each -> lower(view.get(each).title().text())).toList(),
        "ends",
        lasts != null,
        "lasts",
        lasts == null ? "" : words.span(lasts),
        "extendable",
        inForce.extendable());
  }

  private static String lower(String title) {
    return title.startsWith("The ") || title.startsWith("A ")
        ? Character.toLowerCase(title.charAt(0)) + title.substring(1)
        : title;
  }

  /// The voiding conditions, one line each.
  public List<String> voiding(Guarantee guarantee) {
    return guarantee.voiding().stream()
        .map(
            each ->
                switch (each.cause()) {
                  case Guarantee.Voiding.Cause.Happens(IncidentPattern incident) ->
                      messages.text(
                          "promise.void-by-incident",
                          "incident",
                          incident(incident),
                          "found",
                          determination(each.determination()));
                  case Guarantee.Voiding.Cause.BreachOf(var other) ->
                      messages.text(
                          "promise.void-by-breach", "title", view.get(other).title().text());
                })
        .toList();
  }

  /// The consequence of a breach.
  public String escalation(Guarantee guarantee) {
    return switch (guarantee.escalation()) {
      case Escalation.None _ -> messages.text("promise.no-escalation");
      case Escalation.Automatic(TimeSpan after) ->
          messages.text("promise.automatic", "after", words.span(after));
      case Escalation.ByPower(List<PartyId> holders) ->
          messages.text("promise.by-power", "holders", either(holders));
      case Escalation.Snapback(var within, var stop) ->
          messages.text(
              "promise.snapback",
              "length",
              words.span(within.length()),
              "stop",
              determination(stop));
    };
  }
}
