package org.parley.guarantees;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.model.CaseView;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Escalation;
import org.parley.model.guarantee.Guarantee.Trigger;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.party.PartyId;
import org.parley.model.step.StepId;

/// What a guarantee says, key by key, in sentences a lawyer can check against the text.
public final class PromiseWords {

  private final CaseView view;

  public PromiseWords(CaseView view) {
    this.view = view;
  }

  private String party(PartyId id) {
    return view.get(id).label();
  }

  private String either(List<PartyId> parties) {
    return parties.stream().map(this::party).collect(Collectors.joining(" or "));
  }

  private static String spaced(String word) {
    return word.replace('-', ' ');
  }

  /// Which incidents are meant: "attack by Russia on Ukraine, unprovoked".
  public String incident(IncidentPattern pattern) {
    StringBuilder words =
        new StringBuilder(
            pattern.kinds().isEmpty()
                ? "any incident"
                : pattern.kinds().stream()
                    .map(PromiseWords::spaced)
                    .collect(Collectors.joining(" or ")));
    if (!pattern.actors().isEmpty()) {
      words.append(" by ").append(either(pattern.actors()));
    }
    if (!pattern.targets().isEmpty()) {
      words.append(" on ").append(either(pattern.targets()));
    }
    if (!pattern.places().isEmpty()) {
      words.append(" in ").append(String.join(" or ", pattern.places()));
    }
    pattern.traits().forEach(each -> words.append(", ").append(spaced(each)));
    var severity = pattern.severity();
    if (severity != null) {
      words.append(", of at least ").append(severity.atLeast());
    }
    return words.toString();
  }

  /// What makes a guarantee answer.
  public String trigger(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern incident) -> incident(incident);
      case Trigger.Repeated repeated ->
          repeated.times()
              + " times within "
              + repeated.within().length()
              + ": "
              + incident(repeated.incidents());
      case Trigger.Combined combined ->
          combined.incidents().stream().map(this::incident).collect(Collectors.joining(" and "))
              + " within "
              + combined.within().length();
      case Trigger.Either(List<Trigger> any) ->
          any.stream().map(this::trigger).collect(Collectors.joining("; or "));
    };
  }

  /// Who finds it.
  public String determination(Determination rule) {
    return switch (rule) {
      case Determination.SelfEvident _ -> "self-evident";
      case Determination.IndependentReports reports ->
          "reports of " + GuaranteeWords.count(reports.groups(), "independent source");
      case Determination.FoundBy(PartyId body) -> "found by " + party(body);
      case Determination.EachObligor _ -> "each that owes finds for itself";
      case Determination.Council council ->
          "a vote of "
              + party(council.body())
              + ", "
              + council.needed()
              + " of "
              + council.members().size()
              + (council.vetoes().isEmpty() ? "" : ", with veto of " + either(council.vetoes()));
      case Determination.AnyOf(List<Determination> rules) ->
          rules.stream().map(this::determination).collect(Collectors.joining(", or "));
      case Determination.AllOf(List<Determination> rules) ->
          rules.stream().map(this::determination).collect(Collectors.joining(", and "));
      case Determination.NotStated _ -> "nobody is named";
    };
  }

  /// From when to when it is in force.
  public String inForce(Guarantee guarantee) {
    Guarantee.InForce inForce = guarantee.inForce();
    List<StepId> steps = new ArrayList<>(inForce.once());
    steps.addAll(inForce.approvals());
    TimeSpan lasts = inForce.lasts();
    String once =
        steps.isEmpty()
            ? "always"
            : "once "
                + steps.stream()
                    .map(each -> lower(view.get(each).title()))
                    .collect(Collectors.joining(", and "));
    return once
        + (lasts == null ? "" : "; for " + lasts)
        + (inForce.extendable() ? ", extendable" : "");
  }

  private static String lower(String title) {
    return title.startsWith("The ") || title.startsWith("A ")
        ? Character.toLowerCase(title.charAt(0)) + title.substring(1)
        : title;
  }

  /// What voids it, one sentence each.
  public List<String> voiding(Guarantee guarantee) {
    return guarantee.voiding().stream()
        .map(
            each ->
                switch (each.cause()) {
                  case Guarantee.Voiding.Cause.Happens(IncidentPattern incident) ->
                      incident(incident) + " (" + determination(each.determination()) + ")";
                  case Guarantee.Voiding.Cause.BreachOf(var other) ->
                      "breach of " + view.get(other).title();
                })
        .toList();
  }

  /// What follows a breach.
  public String escalation(Guarantee guarantee) {
    return switch (guarantee.escalation()) {
      case Escalation.None _ -> "nothing stated";
      case Escalation.Automatic(TimeSpan after) -> "by itself, " + after + " after the breach";
      case Escalation.ByPower(List<PartyId> holders) -> "if invoked by " + either(holders);
      case Escalation.Snapback(var within, var stop) ->
          "by itself, unless within " + within.length() + " stopped by " + determination(stop);
    };
  }
}
