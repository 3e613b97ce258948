package org.parley.exchange.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.model.ActSubject;
import org.parley.model.act.Act;
import org.parley.model.act.Ballot;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.guarantee.LogEntry.Fact.Report;
import org.parley.model.step.StepId;
import org.parley.model.text.PointId;

/// A category of PLOVER, with modes and contexts.
///
/// The table is that of `docs/reference/formats.md`. It follows the conversion of CAMEO in the
/// manual: a signature is CAMEO 057, SUPPORT. An announcement is no RETREAT.
///
/// @param event the category: `AGREE`
/// @param modes what it is more closely
/// @param contexts what it is about
record PloverCategory(String event, List<String> modes, List<String> contexts) {

  private static final Set<String> EVENTS =
      Set.of(
          "AGREE",
          "CONSULT",
          "SUPPORT",
          "CONCEDE",
          "COOPERATE",
          "AID",
          "RETREAT",
          "REQUEST",
          "ACCUSE",
          "REJECT",
          "THREATEN",
          "PROTEST",
          "SANCTION",
          "MOBILIZE",
          "COERCE",
          "ASSAULT");

  private static final Set<String> CONTEXTS =
      Set.of(
          "military",
          "diplomatic",
          "economic",
          "executive",
          "legal",
          "intelligence",
          "humanitarian",
          "peacekeeping",
          "territory",
          "reparations",
          "cbrn",
          "cyber",
          "political_institutions",
          "rights_freedoms",
          "human_rights",
          "human_security",
          "religion_ethnicity",
          "democracy",
          "pro_autocracy",
          "asylum",
          "crime");

  /// The category of carrying out a step, by the PA-X topics of the step.
  private static final Map<String, PloverCategory> PERFORMED =
      Map.ofEntries(
          Map.entry("SsrFf", new PloverCategory("RETREAT", "withdraw", "military")),
          Map.entry("Ce", new PloverCategory("RETREAT", "ceasefire", "military")),
          Map.entry("CeProv", new PloverCategory("RETREAT", "ceasefire", "military")),
          Map.entry("CeGen", new PloverCategory("RETREAT", "ceasefire", "military")),
          Map.entry("SsrDdr", new PloverCategory("RETREAT", "disarm", "military")),
          Map.entry("DdrDemil", new PloverCategory("RETREAT", "disarm", "military")),
          Map.entry("TjPrire", new PloverCategory("RETREAT", "release", "legal")),
          Map.entry("IntFu", new PloverCategory("AID", "", "economic")),
          Map.entry("Dev", new PloverCategory("AID", "", "economic")),
          Map.entry("DevSoc", new PloverCategory("AID", "", "economic")),
          Map.entry("DevHum", new PloverCategory("AID", "", "humanitarian")));

  PloverCategory(String event, String mode, String context) {
    this(event, mode.isEmpty() ? List.of() : List.of(mode), List.of(context));
  }

  private static Optional<PloverCategory> diplomatic(String event) {
    return Optional.of(new PloverCategory(event, "", "diplomatic"));
  }

  /// That of an act; empty if there is none.
  static Optional<PloverCategory> of(CaseView view, Act act) {
    return switch (act.kind()) {
      case INITIALLED -> diplomatic("AGREE");
      case SIGNED, ADOPTED, RATIFIED, DEPOSITED, ACCEDED -> ofVote(act, "SUPPORT");
      case PUT_TO_VOTE -> ofVote(act, "");
      case REJECTED, ANNULLED -> diplomatic("REJECT");
      case SUSPENDED, DENOUNCED, TERMINATED, WITHDRAWN ->
          Optional.of(new PloverCategory("SANCTION", "withdraw", "diplomatic"));
      case PERFORMED, PERFORMED_LATE -> Optional.of(performed(view, act.of()));
      case DRAFTED,
          FINALISED,
          PROVISIONALLY_APPLIED,
          ENTERED_INTO_FORCE,
          ACTIVATED,
          AMENDED,
          EXTENDED,
          RESUMED,
          PROMULGATED,
          UPHELD,
          VERIFIED,
          BREACHED ->
          Optional.empty();
    };
  }

  /// An act that was put to a vote counts by its result.
  ///
  /// @param without the category without a vote; empty for none
  private static Optional<PloverCategory> ofVote(Act act, String without) {
    Ballot vote = act.vote();
    if (vote == null) {
      return without.isEmpty() ? Optional.empty() : diplomatic(without);
    }
    return switch (vote.carried()) {
      case CARRIED -> diplomatic("SUPPORT");
      case NOT_CARRIED -> diplomatic("REJECT");
      case UNKNOWN -> Optional.empty();
    };
  }

  private static PloverCategory performed(CaseView view, Collection<ActSubject> of) {
    List<String> topics = new ArrayList<>();
    for (ActSubject each : of) {
      if (each instanceof StepId step) {
        topics.addAll(view.get(step).topics());
      } else if (each instanceof PointId point) {
        topics.addAll(view.get(point).topics());
      }
    }
    return topics.stream()
        .filter(PERFORMED::containsKey)
        .findFirst()
        .map(PERFORMED::get)
        .orElse(new PloverCategory("COOPERATE", "", "diplomatic"));
  }

  /// That of what a claim asserts; empty if it only states something.
  static Optional<PloverCategory> of(Assertion assertion) {
    return switch (assertion) {
      case Assertion.Agreed _, Assertion.AdReferendum _, Assertion.Conditional _ ->
          diplomatic("AGREE");
      case Assertion.Rejected _, Assertion.Refuses _ -> diplomatic("REJECT");
      case Assertion.Prefers _ -> diplomatic("REQUEST");
      case Assertion.Open _,
          Assertion.Received _,
          Assertion.NotReceived _,
          Assertion.Complete _,
          Assertion.Implemented _,
          Assertion.Measured _,
          Assertion.Expects _,
          Assertion.Confirmed _,
          Assertion.Denied _,
          Assertion.States _ ->
          Optional.empty();
    };
  }

  /// That of a report of an incident, if its kind is a category. Its traits are contexts where
  /// PLOVER has them, and modes else.
  static Optional<PloverCategory> of(Report report) {
    String event = report.kind().toUpperCase(Locale.ROOT);
    return EVENTS.contains(event)
        ? Optional.of(
            new PloverCategory(
                event,
                report.traits().stream().filter(each -> !CONTEXTS.contains(each)).toList(),
                report.traits().stream().filter(CONTEXTS::contains).toList()))
        : Optional.empty();
  }
}
