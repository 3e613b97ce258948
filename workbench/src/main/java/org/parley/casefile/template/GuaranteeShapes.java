package org.parley.casefile.template;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Guarantee.Continued;
import org.parley.model.guarantee.Guarantee.Escalation;
import org.parley.model.guarantee.Guarantee.Force;
import org.parley.model.guarantee.Guarantee.InForce;
import org.parley.model.guarantee.Guarantee.Liability;
import org.parley.model.guarantee.Guarantee.Response;
import org.parley.model.guarantee.Guarantee.Trigger;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.guarantee.Within;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;

/// The shapes of guarantees.
final class GuaranteeShapes {

  private static final String BREACH = "ceasefire-breach";
  private static final String NOTIFICATION = "notification-of-non-performance";

  private final Blanks blanks;

  GuaranteeShapes(Blanks blanks) {
    this.blanks = blanks;
  }

  /// A breach that the monitor finds, then notice, consultation, and measures if it goes on.
  List<CaseRecord> ladder() {
    IncidentPattern breach = IncidentPattern.ofKind(BREACH).withActors(blanks.one("bound"));
    List<Response> tiers =
        List.of(
            tier("notice", null, ClockFrom.DETERMINATION),
            tier("consultation", null, ClockFrom.DETERMINATION),
            tier(
                "measures",
                new Continued(breach, days(blanks.number("continued"))),
                ClockFrom.CONTINUATION));
    return List.of(
        guarantee(
            "ladder",
            blanks.title("ladder.title"),
            blanks.all("guarantors"),
            blanks.all("guarantors").size() == 1 ? Liability.EACH : Liability.JOINTLY_AND_SEVERALLY,
            blanks.one("protected"),
            new Trigger.Happens(breach),
            new Determination.FoundBy(blanks.one("monitor")),
            tiers,
            inForce(null),
            new Escalation.None()));
  }

  /// Measures that return after a notice unless a vote to go without them carries, which each
  /// participant can veto.
  List<CaseRecord> snapback() {
    List<PartyId> participants = blanks.all("participants");
    Determination.Council stop =
        new Determination.Council(
            blanks.one("council"),
            "continue-relief",
            participants,
            participants.size() / 2 + 1,
            participants);
    return List.of(
        guarantee(
            "snapback",
            blanks.title("snapback.title"),
            participants,
            Liability.JOINTLY,
            null,
            new Trigger.Happens(
                IncidentPattern.ofKind(NOTIFICATION)
                    .withActors(participants.toArray(PartyId[]::new))),
            new Determination.SelfEvident(),
            List.of(tier("settlement", null, ClockFrom.OCCURRENCE)),
            inForce(new TimeSpan(blanks.number("years") + " years")),
            new Escalation.Snapback(days(blanks.number("window")), stop)));
  }

  /// A body that visits and reports, and a party in breach that makes good.
  List<CaseRecord> jointMonitoring() {
    StepId set = new StepId(blanks.id("monitoring-set-up"));
    InForce since = new InForce(List.of(set), List.of(), null, false, List.of());
    Step body =
        new Step(
            set,
            blanks.title("monitoring.set-up"),
            instrument(),
            null,
            blanks.all("parties"),
            List.of(),
            null,
            null,
            false,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            blanks.readers());
    IncidentPattern breach =
        IncidentPattern.ofKind(BREACH).withActors(blanks.all("parties").toArray(PartyId[]::new));
    return List.of(
        body,
        guarantee(
            "monitoring-findings",
            blanks.title("monitoring.findings"),
            blanks.all("monitor"),
            Liability.EACH,
            null,
            new Trigger.Happens(breach),
            new Determination.SelfEvident(),
            List.of(
                tier("visit", null, ClockFrom.FIRST_REPORT),
                tier("report", null, ClockFrom.FIRST_REPORT)),
            since,
            new Escalation.None()),
        guarantee(
            "monitoring-remedy",
            blanks.title("monitoring.remedy"),
            blanks.all("parties"),
            Liability.PARTY_IN_BREACH,
            null,
            new Trigger.Happens(breach),
            new Determination.FoundBy(blanks.one("monitor")),
            List.of(tier("remedy", null, ClockFrom.DETERMINATION)),
            since,
            new Escalation.None()));
  }

  private Response tier(String name, @Nullable Continued continued, ClockFrom from) {
    return new Response(name, name, continued, from, days(blanks.number(name)), List.of());
  }

  private static Within days(int number) {
    return new Within(new TimeSpan(number + " days"), Within.LastInstant.IN_TIME);
  }

  private InstrumentId instrument() {
    return blanks.view().get(blanks.points().getFirst()).instrument();
  }

  /// In force with its text, if the case has that step.
  private InForce inForce(@Nullable TimeSpan lasts) {
    InstrumentId text = instrument();
    List<StepId> once =
        blanks.view().steps().stream()
            .filter(
                each -> text.equals(each.instrument()) && each.event() == InstrumentStatus.IN_FORCE)
            .filter(each -> each.visibility().covers(blanks.readers()))
            .map(Step::id)
            .limit(1)
            .toList();
    return new InForce(once, List.of(), lasts, false, List.of());
  }

  private Guarantee guarantee(
      String stem,
      LocalizedText title,
      List<PartyId> obligors,
      Liability liability,
      @Nullable PartyId beneficiary,
      Trigger trigger,
      Determination determination,
      List<Response> ladder,
      InForce inForce,
      Escalation escalation) {
    Map<String, String> assumed = new TreeMap<>();
    for (String key :
        List.of("force", "trigger", "determination", "ladder", "inForce", "escalation")) {
      assumed.put(key, blanks.assumed());
    }
    if (obligors.size() > 1) {
      assumed.put("liability", blanks.assumed());
    }
    return new Guarantee(
        new GuaranteeId(blanks.id(stem)),
        title,
        instrument(),
        blanks.points(),
        List.of(),
        obligors,
        liability,
        beneficiary,
        Force.ACT,
        trigger,
        determination,
        ladder,
        inForce,
        List.of(),
        null,
        null,
        escalation,
        List.of(),
        new Guarantee.Calendar("UTC", Guarantee.Calendar.MonthEnd.LAST_DAY),
        null,
        assumed,
        blanks.readers());
  }
}
