package org.parley.guarantees.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Authoring.Kind;
import org.parley.guarantees.commitment.Tier.Anchor;
import org.parley.guarantees.commitment.Window.Edge;
import org.parley.guarantees.log.Moments;

class AuthoringTest {

  private static Set<Kind> kinds(Promise... promises) {
    List<Authoring.Issue> issues =
        Authoring.check(java.util.Arrays.stream(promises).map(Promise::build).toList());
    for (Authoring.Issue each : issues) {
      assertTrue(each.advice().startsWith("Maybe "), each.advice());
    }
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
    promise.determination = new Determination.Undeclared();
    promise.trigger = new Trigger.Either(List.of());
    assertEquals(
        Set.of(Kind.NO_BENEFICIARY, Kind.NO_DETERMINER, Kind.NEVER_TRIGGERED), kinds(promise));
    promise = Promise.named("g");
    promise.determination = new Determination.Quorum(3, Set.of("one", "two"));
    assertEquals(Set.of(Kind.NO_DETERMINER), kinds(promise));
  }

  @Test
  void whatCanNeverBeKeptInTime() {
    assertEquals(
        Set.of(Kind.NEVER_IN_TIME),
        kinds(Promise.named("g").tier("help", Anchor.DETERMINATION, 0, Edge.OPEN)));
    Promise late = Promise.named("g").tier("help", Anchor.OCCURRENCE, 0, Edge.CLOSED);
    late.determination = Promise.quorum(2);
    assertEquals(Set.of(Kind.NEVER_IN_TIME), kinds(late));
  }

  @Test
  void aClockWithoutAnEndIsNeverFoundBroken() {
    Promise promise = Promise.named("g").tier("help", Anchor.NOTICE, 9, Edge.CLOSED);
    promise.beneficiary = null;
    assertEquals(
        Set.of(Kind.NO_BENEFICIARY, Kind.ENDLESS_CLOCK, Kind.NOT_FINITELY_VIOLABLE),
        kinds(promise));
    assertEquals(
        Set.of(Kind.ENDLESS_CLOCK),
        kinds(Promise.named("g").tier("help", Anchor.OCCURRENCE, Moments.NEVER, Edge.CLOSED)));
  }

  @Test
  void aTriggerThatVoidsItsOwnPromise() {
    Promise promise = Promise.named("g");
    promise.voiding =
        List.of(
            new Voiding(
                new Voiding.Cause.Incident(IncidentPattern.ofKind("attack")),
                new Determination.SelfEvident(),
                Voiding.From.OCCURRENCE,
                Voiding.Reach.NEW_DUTIES));
    assertEquals(Set.of(Kind.VOIDED_BY_ITS_TRIGGER), kinds(promise));
  }

  @Test
  void twoClocksForOneAct() {
    Promise day = Promise.named("g1").tier("help", Anchor.OCCURRENCE, 86_400, Edge.CLOSED);
    Promise three = Promise.named("g2").tier("help", Anchor.OCCURRENCE, 259_200, Edge.CLOSED);
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
    promise.term = new Term(List.of("signed"), new Period.Seconds(0), false);
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
            Anchor.DETERMINATION,
            new Window(new Period.Endless(), Edge.CLOSED)));
    assertEquals(Set.of(Kind.ENDLESS_CLOCK), kinds(promise));
  }

  @Test
  void aContradictionNamesBothClocks() {
    Promise day = Promise.named("g1").tier("help", Anchor.OCCURRENCE, 86_400, Edge.CLOSED);
    Promise three = Promise.named("g2").tier("help", Anchor.DETERMINATION, 7, Edge.CLOSED);
    assertEquals(
        "A owes \"help\" by two clocks: here within 86400 s of the occurrence, in \"g2\" within 7 s"
            + " of the determination",
        Authoring.check(List.of(day.build(), three.build())).getFirst().message());
  }
}
