package org.parley.bargain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.Refusal;

class ProblemTest {

  private static final Problem.Point WAY = new Problem.Point("p1", List.of("a", "b"));

  private static Problem.Party party(String id, @Nullable Long baseline, Long... worths) {
    return new Problem.Party(id, List.of(List.of(worths)), Set.of(), baseline);
  }

  private static List<Refusal> refusals(List<Problem.Party> parties, List<Problem.Point> points) {
    return assertThrows(InvalidProblemException.class, () -> Problem.of(parties, points))
        .complaints();
  }

  @Test
  void namesAPointWithoutOptions() {
    assertEquals(
        List.of(new InvalidProblem.PointWithoutOptions("p1")),
        refusals(
            List.of(new Problem.Party("A", List.of(List.of()), Set.of(), 0L)),
            List.of(new Problem.Point("p1", List.of()))));
  }

  @Test
  void namesAPartyWithoutWorths() {
    assertEquals(
        List.of(new InvalidProblem.PartyWithoutWorths("A")),
        refusals(List.of(new Problem.Party("A", List.of(), Set.of(), 0L)), List.of(WAY)));
  }

  @Test
  void refusesWorthsThatCouldOverflow() {
    assertEquals(
        List.of(new InvalidProblem.WorthsTooLarge(MOST)),
        refusals(
            List.of(party("A", 0L, Long.MAX_VALUE / 2, 0L), party("B", 0L, Long.MIN_VALUE, 0L)),
            List.of(WAY)));
  }

  @Test
  void reportsEveryComplaintNotTheFirst() {
    InvalidProblemException thrown =
        assertThrows(
            InvalidProblemException.class,
            () ->
                Problem.of(List.of(party("A", 0L, 1L), party("A", 0L, 1L, 2L, 3L)), List.of(WAY)));
    assertEquals(3, thrown.complaints().size());
  }

  @Test
  void contradictoryLinkagesAreImpossibleForEveryQuestion() {
    Problem problem =
        Problem.of(List.of(party("A", null, 1L, 2L)), List.of(WAY))
            .withLinkages(
                List.of(
                    new PackageConstraint.Forbidden("x", List.of(OptionSet.of(0, 0))),
                    new PackageConstraint.Forbidden("y", List.of(OptionSet.of(0, 1)))));
    NothingAcceptable because = new NothingAcceptable(1, NothingAcceptable.Reason.NO_PACKAGE);
    Budget free = Budget.unlimited();
    assertEquals(new Finding.Impossible<>(because), Frontiers.find(problem, free));
    assertEquals(new Finding.Impossible<>(because), Zones.find(problem, 1, free));
    assertEquals(new Finding.Impossible<>(because), Bridges.find(problem, free));
    for (Solution.Kind kind : Solution.Kind.values()) {
      assertEquals(new Finding.Impossible<>(because), Solutions.find(problem, kind, free));
    }
  }

  @Test
  void aBaselineNobodyCanReachIsAClashOfItsOwn() {
    Problem problem = Problem.of(List.of(party("A", 3L, 1L, 2L)), List.of(WAY));
    Budget free = Budget.unlimited();
    NothingAcceptable because =
        new NothingAcceptable(1, NothingAcceptable.Reason.BASELINES_OUT_OF_REACH);
    assertEquals(new Finding.Impossible<>(because), Frontiers.find(problem, free));
    assertEquals(BigInteger.ZERO, Zones.find(problem, 1, free).findAnswer().orElseThrow().atMost());
    Clashes clashes = Bridges.find(problem, free).findAnswer().orElseThrow();
    assertEquals(List.of(List.of(new PartyDemand.Baseline(0, 3))), clashes.clashes());
    assertEquals(BigInteger.TWO, clashes.ways().getFirst().opensAtMost());
    assertEquals(
        List.of(1L),
        Bridges.relaxations(problem, free).findAnswer().orElseThrow().getFirst().lowerBy());
  }

  @Test
  void sumsUpToTheLimitAreCalculatedWithAndNotBeyond() {
    long large = Long.MAX_VALUE / 16;
    Problem problem =
        Problem.of(
            List.of(party("A", large, large, 0L), party("B", -large, -large, 0L)), List.of(WAY));
    Budget free = Budget.unlimited();
    assertEquals(BigInteger.ONE, Zones.find(problem, 3, free).findAnswer().orElseThrow().atMost());
    assertEquals(1, Frontiers.find(problem, free).findAnswer().orElseThrow().size());
    Solution nash = Solutions.find(problem, Solution.Kind.NASH, free).findAnswer().orElseThrow();
    assertEquals(List.of(large, -large), nash.outcomes().getFirst().worths());
    assertEquals(
        List.of(new InvalidProblem.WorthsTooLarge(MOST)),
        refusals(
            List.of(party("A", 0L, Long.MAX_VALUE / 6, 0L), party("B", 0L, Long.MAX_VALUE / 6, 0L)),
            List.of(WAY)));
  }

  private static final long MOST = Long.MAX_VALUE / 4;
  private static final Problem.Party ONE = party("A", 0L, 1L, 2L);

  /// The faults of a problem of one point.
  private static List<Refusal> faults(
      List<Problem.Party> parties,
      List<PackageConstraint> linkages,
      List<JointWorth> joints,
      SigningRule signing) {
    try {
      var _ = new Problem(parties, List.of(WAY), linkages, joints, signing);
      return List.of();
    } catch (InvalidProblemException e) {
      return e.complaints();
    }
  }

  private static List<Refusal> ofParties(Problem.Party... parties) {
    return faults(List.of(parties), List.of(), List.of(), SigningRule.all(parties.length));
  }

  private static List<Refusal> ofSigning(int atLeast, Integer... always) {
    return faults(
        List.of(ONE, party("B", 0L, 1L, 2L)),
        List.of(),
        List.of(),
        new SigningRule(atLeast, Set.of(always)));
  }

  private static List<Refusal> ofLinkage(PackageConstraint linkage) {
    return faults(List.of(ONE), List.of(linkage), List.of(), SigningRule.all(1));
  }

  private static List<Refusal> ofJoint(JointWorth joint) {
    return faults(List.of(ONE), List.of(), List.of(joint), SigningRule.all(1));
  }

  private static PackageConstraint budget(
      @Nullable Long least, @Nullable Long most, PackageConstraint.PointAmounts... amounts) {
    return new PackageConstraint.Budget("x", List.of(amounts), least, most);
  }

  private static PackageConstraint.PointAmounts amounts(int point, Long... byOption) {
    return new PackageConstraint.PointAmounts(point, List.of(byOption));
  }

  @Test
  void aBudgetHasAmountsForEveryOptionAndABound() {
    assertEquals(List.of(), ofLinkage(budget(null, 1L, amounts(0, -MOST, MOST))));
    assertEquals(List.of(), ofLinkage(budget(1L, 1L, amounts(0, 1L, 2L))));
    assertEquals(
        List.of(new InvalidProblem.LinkageWithoutPoint("x", false)), ofLinkage(budget(null, 1L)));
    assertEquals(
        List.of(new InvalidProblem.BudgetBoundsNothing("x")),
        ofLinkage(budget(null, null, amounts(0, 1L, 2L))));
    assertEquals(
        List.of(new InvalidProblem.BudgetBoundsNothing("x")),
        ofLinkage(budget(2L, 1L, amounts(0, 1L, 2L))));
    assertEquals(
        List.of(new InvalidProblem.AmountsOfOtherOptions("x", 1, 0)),
        ofLinkage(budget(null, 1L, amounts(0, 1L))));
    assertEquals(
        List.of(new InvalidProblem.BudgetNamesTwice("x", 0)),
        ofLinkage(budget(null, 1L, amounts(0, 1L, 2L), amounts(0, 1L, 2L))));
    assertEquals(
        List.of(new InvalidProblem.LinkageOutside("x", false, 0, 1)),
        ofLinkage(budget(null, 1L, amounts(1, 1L, 2L))));
    for (long large : new long[] {MOST + 1, -MOST - 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertEquals(
          List.of(new InvalidProblem.AmountsTooLarge("x", MOST)),
          ofLinkage(budget(null, 1L, amounts(0, large, 2L))));
    }
  }

  /// Each rule at its edge: the last that is taken, and the first that is not.
  @Test
  void signingIsOfPartiesThatThereAre() {
    for (int sound = 0; sound <= 2; sound++) {
      assertEquals(List.of(), ofSigning(sound, 0, 1));
    }
    assertEquals(List.of(new InvalidProblem.MoreSignersThanParties(-1, 2)), ofSigning(-1));
    assertEquals(List.of(new InvalidProblem.MoreSignersThanParties(3, 2)), ofSigning(3));
    assertEquals(List.of(new InvalidProblem.BlockedByNobody(2)), ofSigning(1, 2));
    assertEquals(List.of(new InvalidProblem.BlockedByNobody(-1)), ofSigning(1, -1));
  }

  @Test
  void partiesAreAsManyAsCanBeCalculatedWith() {
    List<Problem.Party> parties = new ArrayList<>();
    for (int i = 0; i < Problem.MOST_PARTIES; i++) {
      parties.add(party("P" + i, null, 0L, 0L));
    }
    assertEquals(List.of(), ofParties(parties.toArray(Problem.Party[]::new)));
    parties.add(party("last", null, 0L, 0L));
    assertEquals(
        List.of(new InvalidProblem.WrongNumberOfParties(31, 30)),
        ofParties(parties.toArray(Problem.Party[]::new)));
    assertEquals(List.of(new InvalidProblem.WrongNumberOfParties(0, 30)), ofParties());
    assertEquals(List.of(new InvalidProblem.PartyTwice("A")), ofParties(ONE, ONE));
  }

  @Test
  void figuresAreAsLargeAsCanBeCalculatedWith() {
    assertEquals(List.of(), ofParties(party("A", MOST, MOST - 2, 5L), party("B", -MOST, -2L, 1L)));
    assertEquals(
        List.of(new InvalidProblem.WorthsTooLarge(MOST)),
        ofParties(party("A", 0L, MOST - 2, 5L), party("B", 0L, -3L, 1L)));
    assertEquals(
        List.of(new InvalidProblem.BaselineTooLarge("A", MOST + 1)),
        ofParties(party("A", MOST + 1, 0L, 1L)));
    OptionSet first = OptionSet.of(0, 0);
    assertEquals(List.of(), ofJoint(new JointWorth(0, List.of(first), MOST - 2)));
    assertEquals(
        List.of(new InvalidProblem.WorthsTooLarge(MOST)),
        ofJoint(new JointWorth(0, List.of(first), 1 - MOST)));
  }

  @Test
  void linkagesNameWhatThereIs() {
    for (int option = 0; option < 2; option++) {
      OptionSet sound = OptionSet.of(0, option);
      assertEquals(List.of(), ofLinkage(new PackageConstraint.Forbidden("x", List.of(sound))));
      assertEquals(
          List.of(),
          ofLinkage(new PackageConstraint.Implication("x", List.of(sound), List.of(sound))));
      assertEquals(List.of(), ofJoint(new JointWorth(0, List.of(sound), 1)));
    }
    assertEquals(
        List.of(new InvalidProblem.LinkageWithoutPoint("x", false)),
        ofLinkage(new PackageConstraint.Forbidden("x", List.of())));
    assertEquals(
        List.of(new InvalidProblem.LinkageWithoutPoint("x", false)),
        ofLinkage(new PackageConstraint.Implication("x", List.of(), List.of(OptionSet.of(0, 0)))));
    assertEquals(
        List.of(new InvalidProblem.LinkageWithoutOption("x", false, 0)),
        ofLinkage(new PackageConstraint.Forbidden("x", List.of(new OptionSet(0, Set.of())))));
    for (int[] wrong : new int[][] {{0, 2}, {0, -1}, {1, 0}, {-1, 0}}) {
      OptionSet term = OptionSet.of(wrong[0], wrong[1]);
      InvalidProblem named = new InvalidProblem.LinkageOutside("x", false, wrong[1], wrong[0]);
      assertEquals(List.of(named), ofLinkage(new PackageConstraint.Forbidden("x", List.of(term))));
      assertEquals(
          List.of(named),
          ofLinkage(
              new PackageConstraint.Implication("x", List.of(OptionSet.of(0, 0)), List.of(term))));
      assertEquals(
          List.of(named),
          ofLinkage(
              new PackageConstraint.Implication("x", List.of(term), List.of(OptionSet.of(0, 0)))));
      assertEquals(
          List.of(new InvalidProblem.LinkageOutside("1", true, wrong[1], wrong[0])),
          ofJoint(new JointWorth(0, List.of(term), 1)));
      assertEquals(
          List.of(new InvalidProblem.LinkageOutside("A", false, wrong[1], wrong[0])),
          ofParties(
              new Problem.Party(
                  "A",
                  List.of(List.of(1L, 2L)),
                  Set.of(),
                  List.of(new Contingency(new Choice(0, 0), List.of(term))),
                  null)));
      assertEquals(
          List.of(new InvalidProblem.RedLineOutside("A", wrong[1], wrong[0])),
          ofParties(
              new Problem.Party(
                  "A",
                  List.of(List.of(1L, 2L)),
                  Set.of(),
                  List.of(
                      new Contingency(new Choice(wrong[0], wrong[1]), List.of(OptionSet.of(0, 0)))),
                  null)));
      assertEquals(
          List.of(new InvalidProblem.RedLineOutside("A", wrong[1], wrong[0])),
          ofParties(
              new Problem.Party(
                  "A", List.of(List.of(1L, 2L)), Set.of(new Choice(wrong[0], wrong[1])), null)));
    }
    for (int party : new int[] {-1, 1}) {
      assertEquals(
          List.of(new InvalidProblem.JointWorthOfNobody(party)),
          ofJoint(new JointWorth(party, List.of(OptionSet.of(0, 0)), 1)));
    }
  }

  /// A joint worth counts where all it asks for is chosen, and a point that is settled stays so.
  @Test
  void whatIsTiedCountsInThePackagesItNames() {
    Problem problem =
        new Problem(
            List.of(
                new Problem.Party("A", List.of(List.of(1L, 2L), List.of(4L, 8L)), Set.of(), 0L)),
            List.of(WAY, new Problem.Point("p2", List.of("c", "d"))),
            List.of(),
            List.of(new JointWorth(0, List.of(OptionSet.of(0, 1), OptionSet.of(1, 0, 1)), 16)),
            SigningRule.all(1));
    for (int one = 0; one < 2; one++) {
      for (int other = 0; other < 2; other++) {
        int[] options = {one, other};
        assertEquals((1 << one) + (4 << other) + 16 * one, problem.worth(0, options));
        assertEquals(one == 1, problem.withSettled(new Choice(0, 1)).allows(options));
        assertEquals(other == 0, problem.withSettled(new Choice(1, 0)).allows(options));
      }
    }
  }
}
