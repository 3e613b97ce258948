package org.parley.guarantees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.exact.CalendarArithmetic.Length;
import org.parley.exact.CalendarArithmetic.Rounding;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Guarantee.Force;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within.LastInstant;

/// Four historical guarantees, and scenarios that tell them apart.
class GuaranteesStoryTest {

  private static final PartyId US = new PartyId("US");
  private static final PartyId GB = new PartyId("GB");
  private static final PartyId RU = new PartyId("RU");
  private static final PartyId UA = new PartyId("UA");
  private static final PartyId FR = new PartyId("FR");
  private static final PartyId CN = new PartyId("CN");
  private static final PartyId DE = new PartyId("DE");
  private static final PartyId IT = new PartyId("IT");
  private static final PartyId COUNCIL = new PartyId("council");

  private static final Determination.Council SECURITY_COUNCIL =
      new Determination.Council(
          COUNCIL, "aggression", List.of(US, GB, FR, RU, CN), 3, List.of(US, GB, FR, RU, CN));

  /// Budapest 1994: seek Security Council action if nuclear weapons are used; consult in any case.
  static List<Commitment> budapest() {
    Promise seek = Promise.named("budapest-4").by(US, GB, RU);
    seek.beneficiary = UA;
    seek.force = Force.CONSULT;
    seek.trigger =
        new Trigger.Happens(IncidentPattern.ofKind("attack").withTargets(UA).withTraits("nuclear"));
    seek.tier("seek-council-action", ClockFrom.OCCURRENCE, 86_400, LastInstant.IN_TIME);
    Promise consult = Promise.named("budapest-6").by(US, GB, RU);
    consult.beneficiary = UA;
    consult.force = Force.CONSULT;
    consult.trigger = new Trigger.Happens(IncidentPattern.ofKind("question").withTargets(UA));
    consult.tier("consultation", ClockFrom.NOTICE, 7 * 86_400, LastInstant.IN_TIME);
    return List.of(seek.build(), consult.build());
  }

  /// Locarno 1925, article 4: the Council finds and the guarantors assist; where the breach is
  /// flagrant, each as soon as it is itself satisfied.
  static List<Commitment> locarno() {
    Promise promise = Promise.named("locarno-4").by(GB, IT);
    promise.beneficiary = FR;
    promise.trigger = new Trigger.Happens(IncidentPattern.ofKind("attack").withTargets(FR));
    promise.determination =
        new Determination.Council(COUNCIL, "breach", List.of(GB, IT, FR, DE), 2, List.of());
    promise.tier("assistance", ClockFrom.DETERMINATION, 86_400, LastInstant.IN_TIME);
    Promise flagrant = Promise.named("locarno-4-flagrant").by(GB, IT);
    flagrant.beneficiary = FR;
    flagrant.trigger =
        new Trigger.Happens(
            IncidentPattern.ofKind("attack").withTargets(FR).withTraits("flagrant"));
    flagrant.determination = new Determination.EachObligor();
    flagrant.tier("assistance", ClockFrom.DETERMINATION, 86_400, LastInstant.IN_TIME);
    return List.of(promise.build(), flagrant.build());
  }

  /// NATO, article 5: each assists with such action as it deems necessary; it judges for itself.
  static List<Commitment> article5() {
    Promise promise = Promise.named("nato-5").by(US, GB);
    promise.beneficiary = FR;
    promise.force = Force.ASSIST_AT_DISCRETION;
    promise.trigger = new Trigger.Happens(IncidentPattern.ofKind("attack").withTargets(FR));
    promise.determination = new Determination.EachObligor();
    promise.tier("assistance", ClockFrom.DETERMINATION, 7 * 86_400, LastInstant.IN_TIME);
    return List.of(promise.build());
  }

  /// UNSCR 2231, paragraphs 11 and 12: unless relief is voted to continue within 30 days of a
  /// notification, the measures are back.
  static List<Commitment> snapback() {
    Promise promise = Promise.named("unscr-2231").by(US, GB, FR, RU, CN);
    promise.liability = Guarantee.Liability.JOINTLY;
    promise.trigger =
        new Trigger.Happens(
            IncidentPattern.ofKind("notification-of-non-performance").withActors(US, GB, FR));
    promise.tier(
        "settlement-of-the-issue", ClockFrom.OCCURRENCE, 365 * 86_400L, LastInstant.IN_TIME);
    promise.term =
        new GuaranteeTerm(
            List.of("adoption-day"),
            new Period.Calendar(Length.ofYears(10), Rounding.DOWN, java.time.ZoneOffset.UTC),
            false);
    promise.escalation =
        new Escalation.Snapback(
            new Window(Period.days(30), LastInstant.IN_TIME),
            new Determination.Council(
                COUNCIL,
                "continue-relief",
                List.of(US, GB, FR, RU, CN),
                3,
                List.of(US, GB, FR, RU, CN)));
    return List.of(promise.build());
  }

  /// A promise to Ukraine that answers once the Security Council finds aggression.
  static Commitment byTheCouncil() {
    Promise promise = Promise.named("council").by(US, GB);
    promise.beneficiary = UA;
    promise.trigger = new Trigger.Happens(IncidentPattern.ofKind("attack").withTargets(UA));
    promise.determination = SECURITY_COUNCIL;
    return promise.build();
  }

  static void play(List<Commitment> commitments, String scenario) {
    List<Play.Line> lines = Play.play(commitments, scenario);
    assertFalse(lines.isEmpty());
    for (Play.Line line : lines) {
      assertEquals(
          line.expected().substring(line.expected().lastIndexOf(' ') + 1),
          line.actual(),
          "line " + line.line() + ": " + line.text());
    }
  }

  @Test
  void a01_budapestOwesNothingForAConventionalAttack() {
    play(
        budapest(),
        """
        2014-02-27T00:00:00Z  report a1 attack by RU on UA from osce   => budapest-4/US untouched
        2014-03-01T00:00:00Z  report q1 question by RU on UA from osce => budapest-6/US due
        2014-03-02T00:00:00Z  act q1 notice by UA                      => budapest-6/GB due
        2014-03-05T00:00:00Z  act q1 consultation by US                => budapest-6/US fulfilled
        2014-03-09T00:00:00Z  wait                                     => budapest-6/GB due, budapest-6/RU due
        2014-03-09T00:00:01Z  wait                                     => budapest-6/GB breached, budapest-6/RU breached
        2014-03-30T00:00:00Z  act q1 consultation by GB                => budapest-6/GB fulfilled-late
        """);
  }

  @Test
  void a02_budapestAnswersNuclearWeaponsAlone() {
    play(
        budapest(),
        """
        2014-02-27T00:00:00Z  report a1 attack by RU on UA as nuclear => budapest-4/US due
        2014-02-28T00:00:01Z  wait                                    => budapest-4/US breached
        """);
  }

  @Test
  void b01_locarnoWaitsForTheCouncil() {
    play(
        locarno(),
        """
        1936-03-07T00:00:00Z  report a1 attack by DE on FR              => locarno-4/GB triggered-unverified, locarno-4-flagrant/GB untouched
        1936-03-14T00:00:00Z  ballot a1 in council on breach by FR yes  => locarno-4/GB triggered-unverified
        1936-03-19T00:00:00Z  ballot a1 in council on breach by GB yes  => locarno-4/GB due, locarno-4/IT due
        1936-03-20T00:00:00Z  act a1 assistance by GB                   => locarno-4/GB fulfilled
        1936-03-20T00:00:01Z  wait                                      => locarno-4/IT breached
        """);
  }

  @Test
  void b02_aFlagrantBreachIsForEachToFind() {
    play(
        locarno(),
        """
        1936-03-07T00:00:00Z  report a1 attack by DE on FR as flagrant => locarno-4-flagrant/GB triggered-unverified
        1936-03-08T00:00:00Z  finding a1 by GB met                     => locarno-4-flagrant/GB due, locarno-4-flagrant/IT triggered-unverified
        1936-03-30T00:00:00Z  wait                                     => locarno-4-flagrant/GB breached, locarno-4-flagrant/IT triggered-unverified
        """);
  }

  @Test
  void c01_article5IsDueToWhoeverJudgesItMet() {
    play(
        article5(),
        """
        1960-01-01T00:00:00Z  report a1 attack by RU on FR    => nato-5/US triggered-unverified
        1960-01-01T06:00:00Z  finding a1 by US met            => nato-5/US due, nato-5/GB triggered-unverified
        1960-01-03T00:00:00Z  act a1 assistance by US         => nato-5/US fulfilled
        1970-01-01T00:00:00Z  wait                            => nato-5/GB triggered-unverified
        """);
  }

  @Test
  void d01_snapbackNeedsAVoteToStopIt() {
    play(
        snapback(),
        """
        2015-10-18T00:00:00Z  milestone adoption-day
        2025-08-28T00:00:00Z  report n1 notification-of-non-performance by FR => unscr-2231 due
        2025-09-19T00:00:00Z  ballot n1 in council on continue-relief by RU yes
        2025-09-19T00:00:00Z  ballot n1 in council on continue-relief by CN yes
        2025-09-27T00:00:00Z  wait                                            => unscr-2231 due
        2025-09-27T00:00:01Z  wait                                            => unscr-2231 escalated
        """);
  }

  @Test
  void d02_aVoteCarriedInTimeStopsIt() {
    play(
        snapback(),
        """
        2015-10-18T00:00:00Z  milestone adoption-day
        2025-08-28T00:00:00Z  report n1 notification-of-non-performance by FR
        2025-09-19T00:00:00Z  ballot n1 in council on continue-relief by RU yes
        2025-09-19T00:00:00Z  ballot n1 in council on continue-relief by CN yes
        2025-09-20T00:00:00Z  ballot n1 in council on continue-relief by GB yes => unscr-2231 released
        2025-10-30T00:00:00Z  wait                                              => unscr-2231 released
        """);
  }

  @Test
  void d03_aVetoDoesNotStopItAndAfterTheSunsetNobodyCanNotify() {
    play(
        snapback(),
        """
        2015-10-18T00:00:00Z  milestone adoption-day
        2025-08-28T00:00:00Z  report n1 notification-of-non-performance by FR
        2025-09-18T00:00:00Z  ballot n1 in council on continue-relief by US no
        2025-09-19T00:00:00Z  ballot n1 in council on continue-relief by RU yes
        2025-09-19T00:00:00Z  ballot n1 in council on continue-relief by CN yes
        2025-09-20T00:00:00Z  ballot n1 in council on continue-relief by GB yes => unscr-2231 due
        2025-09-28T00:00:00Z  wait                                              => unscr-2231 escalated
        2025-10-18T00:00:00Z  report n2 notification-of-non-performance by FR   => unscr-2231 expired
        """);
  }

  @Test
  void e01_theCoverageOfTheFourTellsThemApart() {
    for (var each :
        List.of(
            java.util.Map.entry(budapest().getFirst(), Coverage.Reason.OUT_OF_REACH),
            java.util.Map.entry(locarno().getLast(), Coverage.Reason.DETERMINER_ON_OBLIGORS_SIDE),
            java.util.Map.entry(article5().getFirst(), Coverage.Reason.DETERMINER_ON_OBLIGORS_SIDE),
            java.util.Map.entry(byTheCouncil(), Coverage.Reason.DETERMINER_BLOCKED))) {
      PartyId victim = each.getKey().beneficiary();
      What attack = What.of("attack", RU, victim == null ? UA : victim).withTraits("flagrant");
      Coverage coverage =
          Guarantees.coverage(
                  new Coverage.Question(
                      List.of(attack),
                      0,
                      10,
                      List.of(),
                      java.util.Map.of(),
                      Set.of(),
                      Force.CONSULT,
                      Set.of()),
                  List.of(each.getKey()),
                  List.of())
              .findAnswer()
              .orElseThrow();
      assertEquals(each.getValue(), coverage.holes().getFirst().silences().getFirst().reason());
    }
  }
}
