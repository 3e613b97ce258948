package org.parley.guarantees.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Authoring.Kind;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within.LastInstant;

class AuthoringTest {

  private static Set<Kind> kinds(Promise... promises) {
    List<Authoring.Issue> issues =
        Authoring.check(java.util.Arrays.stream(promises).map(Promise::build).toList());
    return issues.stream().map(Authoring.Issue::kind).collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void aPlainPromiseIsFine() {
    assertEquals(Set.of(), kinds(Promise.named("plain")));
  }

  @Test
  void whatNobodyCanCallOn() {
    Promise promise = Promise.named("g");
    promise.beneficiary = null;
    promise.determination = new Determination.NotStated();
    promise.trigger = new Trigger.Either(List.of());
    assertEquals(
        Set.of(Kind.NO_BENEFICIARY, Kind.NO_DETERMINER, Kind.NEVER_TRIGGERED), kinds(promise));
    promise = Promise.named("g");
    promise.determination = new Determination.IndependentReports(3, List.of("one", "two"));
    assertEquals(Set.of(Kind.NO_DETERMINER), kinds(promise));
  }

  @Test
  void whatCanNeverBeKeptInTime() {
    assertEquals(
        Set.of(Kind.NEVER_IN_TIME),
        kinds(Promise.named("g").tier("help", ClockFrom.DETERMINATION, 0, LastInstant.TOO_LATE)));
    Promise late = Promise.named("g").tier("help", ClockFrom.OCCURRENCE, 0, LastInstant.IN_TIME);
    late.determination = Promise.quorum(2);
    assertEquals(Set.of(Kind.NEVER_IN_TIME), kinds(late));
  }

  @Test
  void aClockWithoutAnEndIsNeverFoundBroken() {
    Promise promise = Promise.named("g").tier("help", ClockFrom.NOTICE, 9, LastInstant.IN_TIME);
    promise.beneficiary = null;
    assertEquals(
        Set.of(Kind.NO_BENEFICIARY, Kind.ENDLESS_CLOCK, Kind.NOT_FINITELY_VIOLABLE),
        kinds(promise));
    assertEquals(
        Set.of(Kind.ENDLESS_CLOCK),
        kinds(
            Promise.named("g")
                .tier("help", ClockFrom.OCCURRENCE, Moments.NEVER, LastInstant.IN_TIME)));
  }

  @Test
  void aTriggerThatVoidsItsOwnPromise() {
    Promise promise = Promise.named("g");
    promise.voiding =
        List.of(
            new Voiding(
                new Voiding.Cause.Happens(IncidentPattern.ofKind("attack")),
                new Determination.SelfEvident(),
                Voiding.VoidFrom.OCCURRENCE,
                Voiding.Ends.NEW_DUTIES,
                List.of()));
    assertEquals(Set.of(Kind.VOIDED_BY_ITS_TRIGGER), kinds(promise));
  }

  @Test
  void twoClocksForOneAct() {
    Promise day =
        Promise.named("g1").tier("help", ClockFrom.OCCURRENCE, 86_400, LastInstant.IN_TIME);
    Promise three =
        Promise.named("g2").tier("help", ClockFrom.OCCURRENCE, 259_200, LastInstant.IN_TIME);
    assertEquals(Set.of(Kind.CONTRADICTION), kinds(day, three));
    assertEquals(Set.of(), kinds(day, three.by(Promise.C)));
  }

  @Test
  void whatNobodyOwesOrOwesToItself() {
    Promise promise = Promise.named("g").by();
    assertEquals(Set.of(Kind.NO_OBLIGOR), kinds(promise));
    assertEquals(Set.of(Kind.BENEFICIARY_OWES), kinds(Promise.named("g").by(Promise.A, Promise.B)));
  }

  @Test
  void aTermThatEndsAsItBegins() {
    Promise promise = Promise.named("g");
    promise.term = new GuaranteeTerm(List.of("signed"), new Period.Seconds(0), false);
    assertEquals(Set.of(Kind.NEVER_IN_FORCE), kinds(promise));
  }

  @Test
  void aClockThatNoTextGives() {
    Promise promise = Promise.named("g");
    promise.ladder.add(
        new Tier(
            "help",
            "help",
            new Tier.When.AtOnce(),
            ClockFrom.DETERMINATION,
            new Window(new Period.Endless(), LastInstant.IN_TIME)));
    assertEquals(Set.of(Kind.ENDLESS_CLOCK), kinds(promise));
  }

  @Test
  void aContradictionNamesBothClocks() {
    Promise day =
        Promise.named("g1").tier("help", ClockFrom.OCCURRENCE, 86_400, LastInstant.IN_TIME);
    Promise three =
        Promise.named("g2").tier("help", ClockFrom.DETERMINATION, 7, LastInstant.IN_TIME);
    assertEquals(
        List.of(new Authoring.Issue(day.id, new PromiseFault.TwoClocks(Promise.A, 0, three.id, 0))),
        Authoring.check(List.of(day.build(), three.build())));
  }

  @Test
  void aTriggerVoidsItsOwnPromiseOnlyWhereEveryIncidentDoes() {
    IncidentPattern attack = IncidentPattern.ofKind("attack");
    Determination self = new Determination.SelfEvident();
    Voiding byC =
        new Voiding(
            new Voiding.Cause.Happens(attack.withActors(Promise.C)),
            self,
            Voiding.VoidFrom.OCCURRENCE,
            Voiding.Ends.NEW_DUTIES,
            List.of());
    Promise promise = Promise.named("g");
    promise.voiding = List.of(byC);
    assertEquals(Set.of(), kinds(promise));
    promise.trigger = new Trigger.Happens(attack.withActors(Promise.C));
    assertEquals(Set.of(Kind.VOIDED_BY_ITS_TRIGGER), kinds(promise));
    promise.voiding =
        List.of(
            new Voiding(
                byC.cause(),
                self,
                Voiding.VoidFrom.DETERMINATION,
                Voiding.Ends.OPEN_DUTIES_TOO,
                List.of()));
    assertEquals(Set.of(), kinds(promise));
    promise.voiding =
        List.of(
            new Voiding(
                new Voiding.Cause.BreachOf(promise.id),
                self,
                Voiding.VoidFrom.OCCURRENCE,
                Voiding.Ends.NEW_DUTIES,
                List.of()));
    assertEquals(Set.of(), kinds(promise));
  }

  @Test
  void aChoiceOfTriggersFiresWhereOneOfThemDoes() {
    Trigger never = new Trigger.Either(List.of());
    Trigger attack = new Trigger.Happens(IncidentPattern.ofKind("attack"));
    Promise promise = Promise.named("g");
    promise.trigger = new Trigger.Either(List.of(never, attack));
    assertEquals(Set.of(), kinds(promise));
    promise.trigger = new Trigger.Either(List.of(never, never));
    assertEquals(Set.of(Kind.NEVER_TRIGGERED), kinds(promise));
  }

  @Test
  void aRuleThatNothingMeetsIsReportedAndOneThatSomethingMeetsIsNot() {
    Determination met = new Determination.FoundBy(Promise.X);
    Determination unmet = new Determination.IndependentReports(2, List.of("one"));
    List<Determination> canBeMet =
        List.of(
            new Determination.EachObligor(),
            new Determination.IndependentReports(2, List.of()),
            new Determination.IndependentReports(2, List.of("one", "two")),
            new Determination.Council(Promise.X, "attack", List.of(Promise.A), 1, List.of()),
            new Determination.AnyOf(List.of(unmet, met)),
            new Determination.AllOf(List.of(met, met)));
    List<Determination> cannot =
        List.of(
            unmet,
            new Determination.AnyOf(List.of(unmet, unmet)),
            new Determination.AnyOf(List.of()),
            new Determination.AllOf(List.of(met, unmet)),
            new Determination.AllOf(List.of()));
    Promise promise = Promise.named("g");
    for (Determination each : canBeMet) {
      promise.determination = each;
      assertEquals(Set.of(), kinds(promise), each.toString());
    }
    for (Determination each : cannot) {
      promise.determination = each;
      assertEquals(Set.of(Kind.NO_DETERMINER), kinds(promise), each.toString());
    }
  }

  @Test
  void aLadderWithoutATierOwesNothing() {
    Commitment plain = Promise.named("g").build();
    Commitment empty =
        new Commitment(
            plain.id(),
            plain.title(),
            plain.obligors(),
            plain.liability(),
            plain.beneficiary(),
            plain.force(),
            plain.trigger(),
            plain.determination(),
            List.of(),
            plain.term(),
            plain.voiding(),
            plain.suspendedClock(),
            plain.escalation(),
            plain.openDuties(),
            plain.ties(),
            plain.graceSeconds(),
            plain.clauses());
    assertEquals(
        List.of(Kind.NOTHING_OWED),
        Authoring.check(List.of(empty)).stream().map(Authoring.Issue::kind).toList());
  }

  @Test
  void aClockWithSomeTimeIsInTime() {
    assertEquals(
        Set.of(),
        kinds(Promise.named("g").tier("help", ClockFrom.DETERMINATION, 0, LastInstant.IN_TIME)));
    assertEquals(
        Set.of(),
        kinds(Promise.named("g").tier("help", ClockFrom.DETERMINATION, 1, LastInstant.TOO_LATE)));
    assertEquals(
        Set.of(),
        kinds(Promise.named("g").tier("help", ClockFrom.OCCURRENCE, 0, LastInstant.IN_TIME)));
    Promise found = Promise.named("g").tier("help", ClockFrom.OCCURRENCE, 1, LastInstant.IN_TIME);
    found.determination = Promise.quorum(2);
    assertEquals(Set.of(), kinds(found));
    assertEquals(
        Set.of(), kinds(Promise.named("g").tier("help", ClockFrom.NOTICE, 9, LastInstant.IN_TIME)));
  }

  @Test
  void moreWithinNoTimeNeverComes() {
    IncidentPattern attack = IncidentPattern.ofKind("attack");
    assertEquals(
        Set.of(Kind.NEVER_TRIGGERED),
        kinds(Promise.named("g").ifContinued("help", ClockFrom.CONTINUATION, 9, attack, 0)));
    assertEquals(
        Set.of(),
        kinds(Promise.named("g").ifContinued("help", ClockFrom.CONTINUATION, 9, attack, 1)));
    Promise found = Promise.named("g").ifContinued("help", ClockFrom.OCCURRENCE, 0, attack, 1);
    found.determination = Promise.quorum(2);
    assertEquals(Set.of(), kinds(found));
  }

  @Test
  void aMilestoneCountsOnce() {
    Promise promise = Promise.named("g");
    promise.term = new GuaranteeTerm(List.of("signed", "ratified"), new Period.Seconds(1), false);
    assertEquals(Set.of(), kinds(promise));
    promise.term = new GuaranteeTerm(List.of("signed", "ratified", "signed"), null, false);
    assertEquals(Set.of(Kind.NEVER_IN_FORCE), kinds(promise));
  }

  @Test
  void twoClocksContradictOnlyForTheSameActAndTriggerAndBeneficiary() {
    Promise day =
        Promise.named("g1").tier("help", ClockFrom.OCCURRENCE, 86_400, LastInstant.IN_TIME);
    assertEquals(
        Set.of(),
        kinds(
            day,
            Promise.named("g2").tier("help", ClockFrom.OCCURRENCE, 86_400, LastInstant.IN_TIME)));
    assertEquals(
        Set.of(Kind.CONTRADICTION),
        kinds(
            day, Promise.named("g2").tier("help", ClockFrom.NOTICE, 86_400, LastInstant.IN_TIME)));
    assertEquals(
        Set.of(),
        kinds(day, Promise.named("g2").tier("aid", ClockFrom.NOTICE, 7, LastInstant.IN_TIME)));
    IncidentPattern more = IncidentPattern.ofKind("attack");
    assertEquals(
        Set.of(),
        kinds(day, Promise.named("g2").ifContinued("help", ClockFrom.NOTICE, 7, more, 9)));
    Promise other = Promise.named("g2").tier("help", ClockFrom.OCCURRENCE, 7, LastInstant.IN_TIME);
    other.trigger = new Trigger.Happens(more.withActors(Promise.C));
    assertEquals(Set.of(), kinds(day, other));
    other.trigger = new Trigger.Happens(more);
    other.beneficiary = Promise.X;
    assertEquals(Set.of(), kinds(day, other));
    assertEquals(
        Set.of(Kind.CONTRADICTION), kinds(day.by(Promise.C, Promise.A), named("g3", Promise.A)));
  }

  private static Promise named(String id, PartyId obligor) {
    return Promise.named(id).tier("help", ClockFrom.OCCURRENCE, 7, LastInstant.IN_TIME).by(obligor);
  }
}
