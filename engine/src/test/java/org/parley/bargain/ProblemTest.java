package org.parley.bargain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.Demand;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

class ProblemTest {

  private static final Problem.Point WAY = new Problem.Point("p1", List.of("a", "b"));

  private static Problem.Party party(String id, @Nullable Long baseline, Long... worths) {
    return new Problem.Party(id, List.of(List.of(worths)), Set.of(), baseline);
  }

  private static String complaint(List<Problem.Party> parties, List<Problem.Point> points) {
    return String.join(
        "\n",
        assertThrows(InvalidProblemException.class, () -> Problem.of(parties, points))
            .complaints());
  }

  @Test
  void namesAPointWithoutOptions() {
    assertEquals(
        "setting up a problem: point \"p1\" has no options. Maybe add the ways to settle it.",
        complaint(
            List.of(new Problem.Party("A", List.of(List.of()), Set.of(), 0L)),
            List.of(new Problem.Point("p1", List.of()))));
  }

  @Test
  void namesAPartyWithoutWorths() {
    assertEquals(
        "setting up a problem: party \"A\" has no worths. Maybe give it a worth for each option.",
        complaint(List.of(new Problem.Party("A", List.of(), Set.of(), 0L)), List.of(WAY)));
  }

  @Test
  void refusesWorthsThatCouldOverflow() {
    String message =
        complaint(
            List.of(party("A", 0L, Long.MAX_VALUE / 2, 0L), party("B", 0L, Long.MIN_VALUE, 0L)),
            List.of(WAY));
    assertTrue(message.contains("Maybe use smaller units"), message);
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
                    new Linkage.Forbidden("x", List.of(Term.of(0, 0))),
                    new Linkage.Forbidden("y", List.of(Term.of(0, 1)))));
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
    assertEquals(List.of(List.of(new Demand.Baseline(0, 3))), clashes.clashes());
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
    String beyond =
        complaint(
            List.of(party("A", 0L, Long.MAX_VALUE / 6, 0L), party("B", 0L, Long.MAX_VALUE / 6, 0L)),
            List.of(WAY));
    assertTrue(beyond.contains("add up to more than"), beyond);
  }
}
