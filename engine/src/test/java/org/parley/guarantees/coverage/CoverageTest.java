package org.parley.guarantees.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.check.CoverageCheck;
import org.parley.check.Tampering;
import org.parley.check.Verdict;
import org.parley.exact.Finding;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.coverage.Coverage.Question;
import org.parley.guarantees.coverage.Coverage.Reason;
import org.parley.guarantees.coverage.Coverage.Silence;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;
import org.parley.guarantees.watch.Logs;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.ContributionId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.step.StepId;

class CoverageTest {

  private static final What ATTACK = What.of("attack", Promise.X, Promise.B);

  private static Question question(long from, long until, LoggedFact... assumed) {
    return new Question(
        List.of(ATTACK),
        from,
        until,
        List.of(assumed),
        Map.of(),
        Set.of(),
        Guarantee.Force.CONSULT,
        Set.of());
  }

  private static Coverage proved(Finding<Coverage> finding) {
    if (!(finding instanceof Finding.Proved<Coverage>(Coverage answer, Coverage.Proof proof))) {
      throw new AssertionError("not proved: " + finding);
    }
    assertEquals(new Verdict.Holds(), CoverageCheck.verify(proof));
    return answer;
  }

  private static LoggedFact at(long moment, Fact fact) {
    return LoggedFact.at("at-" + moment, moment, "given", fact);
  }

  @Test
  void aGuaranteeThatWaitsForTheCeasefireLeavesAHoleBeforeIt() {
    Promise promise = Promise.named("pact");
    promise.term = new GuaranteeTerm(List.of("ceasefire"), new Period.Seconds(100), false);
    Coverage coverage =
        proved(
            Guarantees.coverage(
                question(0, 500, at(50, new Fact.Milestone("ceasefire"))),
                List.of(promise.build()),
                List.of()));
    assertFalse(coverage.isFromTheOutset());
    assertEquals(List.of(0L, 50L, 150L), coverage.strips().stream().map(Strip::from).toList());
    assertEquals(List.of(50L, 150L, 500L), coverage.strips().stream().map(Strip::until).toList());
    assertEquals(
        List.of(new Silence(promise.id, Reason.BEFORE_ACTIVATION)),
        coverage.strips().getFirst().silences());
    assertEquals(
        List.of(new Silence(promise.id, Reason.AFTER_END)), coverage.strips().getLast().silences());
    assertEquals(86_400, coverage.strips().get(1).answers().getFirst().withinSeconds());
  }

  @Test
  void fromTheOutsetIsAnsweredYesWithProof() {
    Coverage coverage =
        proved(
            Guarantees.coverage(
                question(0, 500), List.of(Promise.named("pact").build()), List.of()));
    assertTrue(coverage.isFromTheOutset());
    assertEquals(1, coverage.strips().size());
  }

  @Test
  void aCouncilInWhichTheAggressorHasAVetoIsNoDeterminer() {
    Promise promise = Promise.named("pact");
    promise.determination =
        new Determination.Council(
            Promise.C,
            "aggression",
            List.of(Promise.A, Promise.B, Promise.X),
            2,
            List.of(Promise.X));
    Coverage coverage =
        proved(Guarantees.coverage(question(0, 9), List.of(promise.build()), List.of()));
    assertEquals(
        List.of(new Silence(promise.id, Reason.DETERMINER_BLOCKED)),
        coverage.holes().getFirst().silences());
    promise.determination = new Determination.EachObligor();
    coverage = proved(Guarantees.coverage(question(0, 9), List.of(promise.build()), List.of()));
    assertEquals(
        Reason.DETERMINER_ON_OBLIGORS_SIDE,
        coverage.holes().getFirst().silences().getFirst().reason());
  }

  @Test
  void aBackstopThatIsMissingMakesEveryContributionConditional() {
    Promise promise = Promise.named("force");
    Contribution troops =
        new Contribution(
            new ContributionId("c1"),
            Promise.C,
            "troops",
            List.of(promise.id),
            Contribution.Domain.LAND,
            5_000L,
            "troops",
            null,
            List.of(new Contribution.Condition.Contributes(Promise.A)),
            List.of(new StepId("parliament")),
            List.of(),
            List.of(),
            new Visibility.Public());
    Contribution backstop =
        new Contribution(
            new ContributionId("c2"),
            Promise.A,
            "squadrons",
            List.of(),
            Contribution.Domain.AIR,
            null,
            "squadrons",
            null,
            List.of(new Contribution.Condition.Plain("agreed")),
            List.of(),
            List.of(),
            List.of(),
            new Visibility.Public());
    Coverage coverage =
        proved(
            Guarantees.coverage(
                question(0, 9), List.of(promise.build()), List.of(troops, backstop)));
    assertEquals(
        Reason.CONTRIBUTORS_CONDITIONAL,
        coverage.holes().getFirst().silences().getFirst().reason());
    assertEquals(
        Set.of(new ContributionId("c1"), new ContributionId("c2")),
        Burden.of(List.of(troops, backstop), List.of(), Set.of("agreed", "parliament"), Set.of())
            .available());
    assertEquals(
        Set.of(),
        Burden.of(
                List.of(troops, backstop),
                List.of(),
                Set.of("agreed", "parliament"),
                Set.of(Promise.A))
            .available());
  }

  @Test
  void aBreachByOneOpensTheHolesOfWhatIsLinkedToIt() {
    Promise first = Promise.named("first");
    Promise linked = Promise.named("linked").by(Promise.C);
    linked.voiding =
        List.of(
            new Voiding(
                new Voiding.Cause.BreachOf(first.id),
                new Determination.SelfEvident(),
                Voiding.VoidFrom.OCCURRENCE,
                Voiding.Ends.NEW_DUTIES,
                List.of()));
    List<Commitment> both = List.of(first.build(), linked.build());
    List<Strip> opened = Guarantees.cascade(question(0, 9), both, List.of(), Promise.A);
    assertEquals(1, opened.size());
    assertEquals(
        List.of(new Silence(first.id, Reason.VOIDED), new Silence(linked.id, Reason.VOIDED)),
        opened.getFirst().silences());
    assertEquals(List.of(), Guarantees.cascade(question(0, 9), both, List.of(), Promise.C));
  }

  /// Every component of what is answered, altered in every way, in random worlds.
  @Test
  void theCheckFindsEveryTampering() {
    var tally = new Tampering.Tally();
    Random random = new Random(11);
    for (int run = 0; run < 30; run++) {
      Coverage.Proof proof =
          proof(
              question(new Logs(run), random), new Logs(run).commitments(), contributions(random));
      String what = "run " + run + ": ";
      Map<String, List<Set<Object>>> told = moments(proof.coverage());
      for (var altered : Tampering.of(proof.coverage(), proof.question(), proof.commitments())) {
        boolean refused =
            !CoverageCheck.verify(
                    new Coverage.Proof(
                        proof.question(),
                        proof.commitments(),
                        proof.contributions(),
                        altered.value()))
                .holds();
        tally.note(altered, refused);
        assertTrue(refused || moments(altered.value()).equals(told), () -> what + altered);
      }
    }
    assertTrue(tally.refused() > 1_000, tally::toString);
    assertEquals(Set.of(), tally.neverRefused());
  }

  /// A coverage does not hold for a question or promises that have another.
  @Test
  void theCheckFindsACoverageOfOtherPromises() {
    int others = 0;
    Random random = new Random(13);
    for (int run = 0; run < 12; run++) {
      Coverage.Proof proof =
          proof(question(new Logs(run), random), new Logs(run).commitments(), List.of());
      Map<String, List<Set<Object>>> told = moments(proof.coverage());
      record Given(Question question, List<Commitment> commitments) {}
      for (var altered : Tampering.of(new Given(proof.question(), proof.commitments()))) {
        Given given = altered.value();
        Coverage other =
            Guarantees.coverage(given.question, given.commitments, List.of())
                .findAnswer()
                .orElseThrow();
        if (!moments(other).equals(told)) {
          others++;
          assertFalse(
              CoverageCheck.verify(
                      new Coverage.Proof(
                          given.question, given.commitments, List.of(), proof.coverage()))
                  .holds(),
              () -> altered.where() + " " + altered.how());
        }
      }
    }
    assertTrue(others > 100, "others " + others);
  }

  private static Question question(Logs world, Random random) {
    List<LoggedFact> assumed =
        world.log(12, 0).stream()
            .filter(each -> each.fact().incident() == null && each.supersedes() == null)
            .filter(each -> each.earliest() == each.latest())
            .toList();
    return new Question(
        List.of(ATTACK, What.of("strike", Promise.C, Promise.B), What.of("attack")),
        -5,
        60,
        assumed,
        random.nextBoolean() ? Map.of() : Map.of(new GuaranteeId("g0"), 20L),
        some(random, List.of(Promise.A, Promise.B, Promise.C)),
        List.of(Guarantee.Force.values()).get(random.nextInt(4)),
        some(random, List.of("parliament", "signed", "agreed")));
  }

  private static <T> Set<T> some(Random random, List<T> from) {
    Set<T> some = new HashSet<>();
    from.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
    return some;
  }

  /// Pledges that depend on approvals, on milestones, on words and on one another.
  private static List<Contribution> contributions(Random random) {
    List<PartyId> parties = List.of(Promise.A, Promise.B, Promise.C);
    List<Contribution> all = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      List<Contribution.Condition> conditions = new ArrayList<>();
      for (int j = random.nextInt(3); j > 0; j--) {
        conditions.add(
            switch (random.nextInt(4)) {
              case 0 -> new Contribution.Condition.Reached(new StepId("signed"));
              case 1 -> new Contribution.Condition.Plain("agreed");
              default -> new Contribution.Condition.Contributes(parties.get(random.nextInt(3)));
            });
      }
      all.add(
          new Contribution(
              new ContributionId("c" + i),
              parties.get(random.nextInt(3)),
              "troops",
              List.copyOf(some(random, List.of(new GuaranteeId("g0"), new GuaranteeId("g1")))),
              Contribution.Domain.LAND,
              null,
              "troops",
              null,
              conditions,
              random.nextInt(4) == 0 ? List.of(new StepId("parliament")) : List.of(),
              List.of(),
              List.of(),
              new Visibility.Public()));
    }
    return all;
  }

  /// Assistance at discretion is neither nothing nor a duty: it fills no hole, and says so.
  @Test
  void helpAtDiscretionIsAGradeOfItsOwn() {
    Random random = new Random(5);
    Map<Coverage.Protection, Integer> seen = new EnumMap<>(Coverage.Protection.class);
    for (int run = 0; run < 200; run++) {
      for (Coverage.Strip strip :
          proof(question(new Logs(run), random), new Logs(run).commitments(), List.of())
              .coverage()
              .strips()) {
        seen.merge(strip.grade(), 1, Integer::sum);
        assertEquals(strip.isHole(), strip.grade() != Coverage.Protection.DUTY);
        boolean isDecided =
            strip.silences().stream()
                .anyMatch(
                    each ->
                        each.reason() == Reason.AT_DISCRETION
                            || each.reason() == Reason.DETERMINER_ON_OBLIGORS_SIDE);
        assertEquals(
            strip.isHole() && isDecided, strip.grade() == Coverage.Protection.AT_DISCRETION);
      }
    }
    assertEquals(3, seen.size(), seen::toString);
  }

  /// The sweep and the check derive each reason from the definitions by ways of their own.
  @Test
  void everyCoverageFoundHolds() {
    Map<Reason, Integer> seen = new EnumMap<>(Reason.class);
    Random random = new Random(17);
    for (int run = 0; run < 600; run++) {
      Coverage.Proof proof =
          proof(
              question(new Logs(run), random), new Logs(run).commitments(), contributions(random));
      assertEquals(new Verdict.Holds(), CoverageCheck.verify(proof), "run " + run);
      proof.coverage().strips().stream()
          .flatMap(strip -> strip.silences().stream())
          .forEach(each -> seen.merge(each.reason(), 1, Integer::sum));
    }
    // the worlds name a determiner for every promise
    Set<Reason> never = EnumSet.allOf(Reason.class);
    never.removeAll(seen.keySet());
    never.remove(Reason.NO_DETERMINER);
    assertEquals(Set.of(), never);
  }

  private static Coverage.Proof proof(
      Question question, List<Commitment> commitments, List<Contribution> contributions) {
    return Guarantees.coverage(question, commitments, contributions)
            instanceof Finding.Proved<Coverage>(_, Coverage.Proof proof)
        ? proof
        : fail("not proved");
  }

  /// What a coverage says of each moment.
  private static Map<String, List<Set<Object>>> moments(Coverage coverage) {
    Map<String, List<Set<Object>>> all = new TreeMap<>();
    for (Strip strip : coverage.strips()) {
      for (long moment = strip.from(); moment < strip.until(); moment++) {
        Set<Object> told = new HashSet<>(strip.answers());
        told.addAll(strip.silences());
        told.add(strip.answers().size() + strip.silences().size());
        all.computeIfAbsent(strip.threat() + " at " + moment, _ -> new ArrayList<>()).add(told);
      }
    }
    return all;
  }

  @Test
  void theSweepAgreesWithLookingAtEveryMoment() {
    Random random = new Random(7);
    for (int run = 0; run < 100; run++) {
      Logs world = new Logs(run);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> assumed =
          world.log(20, 0).stream()
              .filter(each -> each.fact().incident() == null && each.supersedes() == null)
              .toList();
      Question all =
          new Question(
              List.of(ATTACK, What.of("strike", Promise.C, Promise.B)),
              -5,
              80,
              assumed,
              random.nextBoolean() ? Map.of() : Map.of(new GuaranteeId("g0"), 20L),
              Set.of(new PartyId("C")),
              Guarantee.Force.RESPECT,
              Set.of());
      Coverage coverage = proved(Guarantees.coverage(all, commitments, List.of()));
      for (Strip strip : coverage.strips()) {
        for (long moment = strip.from(); moment < strip.until(); moment++) {
          Question one =
              new Question(
                  all.threats(),
                  moment,
                  moment + 1,
                  assumed,
                  all.voidFrom(),
                  all.opposed(),
                  all.leastForce(),
                  all.reached());
          Strip here =
              proved(Guarantees.coverage(one, commitments, List.of())).strips().get(strip.threat());
          assertEquals(strip.answers(), here.answers(), "run " + run + " at " + moment);
          assertEquals(strip.silences(), here.silences(), "run " + run + " at " + moment);
        }
      }
    }
  }
}
