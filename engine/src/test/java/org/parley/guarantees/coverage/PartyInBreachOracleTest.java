package org.parley.guarantees.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.check.CoverageCheck;
import org.parley.exact.Finding;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.coverage.Coverage.Question;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.guarantees.watch.Logs;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentPattern;

/// A duty of the party in breach against ordinary duties, one for each party that could be the one.
class PartyInBreachOracleTest {

  private static final List<PartyId> PARTIES = List.of(Promise.A, Promise.B, Promise.C, Promise.X);

  private static Promise random(Random random) {
    Promise promise = Promise.named("g");
    promise.liability = Guarantee.Liability.PARTY_IN_BREACH;
    List<PartyId> owing = new ArrayList<>(PARTIES);
    Collections.shuffle(owing, random);
    promise.obligors = owing.subList(0, 1 + random.nextInt(3));
    promise.determination = Logs.determination(random);
    promise.force = random.nextBoolean() ? Guarantee.Force.ACT : Guarantee.Force.CONSULT;
    return promise;
  }

  private static Strip only(Question question, List<Commitment> commitments) {
    if (Guarantees.coverage(question, commitments, List.of())
        instanceof Finding.Proved<Coverage>(Coverage answer, Coverage.Proof proof)) {
      assertTrue(CoverageCheck.verify(proof).holds(), () -> commitments.toString());
      assertEquals(1, answer.strips().size());
      return answer.strips().getFirst();
    }
    throw new AssertionError("not proved");
  }

  private static Question threat(What what) {
    return new Question(
        List.of(what),
        0,
        9,
        List.of(),
        Map.of(),
        Set.of(),
        Guarantee.Force.ASSIST_AT_DISCRETION,
        Set.of());
  }

  /// Whoever breaks it, the coverage is that of a guarantee which that party alone owes; of a party
  /// that owes nothing, and of one not named, nothing answers.
  @Test
  void coverageIsThatOfEachPartyThatMayBreach() {
    Random random = new Random(11);
    int answered = 0;
    for (int draw = 0; draw < 500; draw++) {
      Promise promise = random(random);
      Commitment whole = promise.build();
      for (PartyId breaking : PARTIES) {
        Question question = threat(What.of("attack", breaking, Promise.B));
        Strip strip = only(question, List.of(whole));
        promise.liability = Guarantee.Liability.EACH;
        List<PartyId> owing = promise.obligors;
        promise.obligors = List.of(breaking);
        Strip expected = only(question, List.of(promise.build()));
        promise.liability = Guarantee.Liability.PARTY_IN_BREACH;
        promise.obligors = owing;
        if (owing.contains(breaking)) {
          assertEquals(expected, strip, whole.toString());
          answered += strip.answers().size();
        } else {
          assertEquals(
              List.of(new Coverage.Silence(whole.id(), Coverage.Reason.OUT_OF_REACH)),
              strip.silences());
        }
      }
      assertTrue(only(threat(What.of("attack")), List.of(whole)).isHole());
    }
    assertTrue(answered > 100, "answered " + answered);
  }

  /// A party that keeps no promise opens a hole where it is the one in breach, and nowhere else.
  @Test
  void aPartyThatKeepsNothingOpensAHoleWhereItBreaches() {
    Promise promise = Promise.named("g").by(Promise.A, Promise.C);
    promise.liability = Guarantee.Liability.PARTY_IN_BREACH;
    Question question =
        new Question(
            List.of(
                What.of("attack", Promise.A, Promise.C), What.of("attack", Promise.C, Promise.A)),
            0,
            9,
            List.of(),
            Map.of(),
            Set.of(),
            Guarantee.Force.ACT,
            Set.of());
    List<Strip> holes =
        Guarantees.cascade(question, List.of(promise.build()), List.of(), Promise.A);
    assertEquals(List.of(0), holes.stream().map(Strip::threat).toList());
    assertEquals(
        List.of(new Coverage.Silence(promise.id, Coverage.Reason.VOIDED)),
        holes.getFirst().silences());
  }

  /// The duties of a log are those of one guarantee for each party, of its own incidents.
  @Test
  void dutiesAreThoseOfEachPartyThatMayBreach() {
    int due = 0;
    for (long seed = 0; seed < 300; seed++) {
      Logs logs = new Logs(seed);
      List<LoggedFact> log = logs.log(14, seed % 2 == 0 ? 0 : 2);
      Promise promise = Promise.named("g").by(Promise.A, Promise.C, Promise.X);
      promise.liability = Guarantee.Liability.PARTY_IN_BREACH;
      List<DutyVerdict> expected = new ArrayList<>();
      List<PartyId> owing = promise.obligors;
      Commitment whole = promise.build();
      promise.liability = Guarantee.Liability.EACH;
      for (PartyId each : owing) {
        promise.obligors = List.of(each);
        promise.trigger = new Trigger.Happens(IncidentPattern.ofKind("attack").withActors(each));
        expected.addAll(Guarantees.state(List.of(promise.build()), log, Logs.END, Moments.NEVER));
      }
      expected.sort(Comparator.comparing(DutyVerdict::duty));
      List<DutyVerdict> actual = Guarantees.state(List.of(whole), log, Logs.END, Moments.NEVER);
      assertEquals(expected, actual, "seed " + seed);
      due += (int) actual.stream().filter(each -> each.state() != Lifecycle.DORMANT).count();
    }
    assertTrue(due > 300, "duties " + due);
  }

  /// A breach is an incident by the party that broke, so the party in breach owes what follows.
  @Test
  void theBreachOfALinkedGuaranteeIsByWhoeverBrokeIt() {
    Promise first = Promise.named("first").by(Promise.A, Promise.C);
    Promise second = Promise.named("second").by(Promise.A, Promise.C);
    second.liability = Guarantee.Liability.PARTY_IN_BREACH;
    second.beneficiary = null;
    second.trigger = new Trigger.Happens(IncidentPattern.ofKind("breach").withTraits("first"));
    List<LoggedFact> log =
        List.of(
            LoggedFact.at("e1", 0, "one", new Fact.Report("i", What.of("attack"))),
            LoggedFact.at("e2", 5, "one", new Fact.Act("i", Promise.C, "notice")));
    assertEquals(
        List.of("first/A BREACHED", "first/C FULFILLED", "second/A DUE"),
        Guarantees.stateWithConsequences(
                List.of(first.build(), second.build()), log, 90_000, Moments.NEVER)
            .stream()
            .map(each -> each.duty().guarantee() + "/" + each.duty().obligor() + " " + each.state())
            .toList());
  }
}
