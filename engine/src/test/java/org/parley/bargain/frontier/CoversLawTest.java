package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.Restated;
import org.parley.check.FrontierCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// A cover treats all parties alike, whoever is named first.
class CoversLawTest {

  private static final Budget FREE = Budget.unlimited();

  /// What is kept, and what each party may lose, in the order of the parties of the problem.
  private record Said(Set<List<Long>> kept, List<Long> within) {}

  private static Said said(Finding<Frontier> finding) {
    Set<List<Long>> kept = new HashSet<>();
    finding
        .findAnswer()
        .ifPresent(
            frontier ->
                frontier.vectors().forEach(v -> kept.add(Arrays.stream(v).boxed().toList())));
    return new Said(
        kept,
        finding instanceof Finding.Bounded<Frontier>(_, PackageBound.Cover(List<Long> within), _)
            ? within
            : List.of());
  }

  private static Problem drawn(long seed) {
    return RandomProblems.of(RandomProblems.kind(seed), 4, 6, 4, seed);
  }

  @Test
  void reorderingAndRenamingPartiesOnlyReordersTheCover() {
    int covers = 0;
    for (long seed = 0; seed < 200; seed++) {
      Problem problem = seed % 2 == 0 ? drawn(seed / 2) : RandomProblems.small(seed);
      Restated other = Restated.ofParties(problem, seed);
      Budget few = FREE.withStates(30 + seed);
      Said expected = said(Frontiers.find(problem, few));
      Said then = said(Frontiers.find(other.problem(), few));
      Set<List<Long>> kept = new HashSet<>();
      then.kept().forEach(vector -> kept.add(other.back(vector)));
      assertEquals(expected.kept(), kept, "seed " + seed);
      if (!expected.within().isEmpty()) {
        covers++;
        assertEquals(expected.within(), other.back(then.within()), "seed " + seed);
      }
    }
    assertTrue(covers > 60, "covers " + covers);
  }

  @Test
  void everyPartyMayLoseTheSamePartOfItsRange() {
    int covers = 0;
    for (long seed = 0; seed < 40; seed++) {
      Problem problem = drawn(seed);
      Finding<Frontier> finding = Frontiers.find(problem, FREE.withStates(60));
      if (finding
          instanceof
          Finding.Bounded<Frontier>(Frontier frontier, PackageBound.Cover(List<Long> within), _)) {
        covers++;
        for (int party = 0; party < 4; party++) {
          for (int other = 0; other < 4; other++) {
            // Rounded down at each point.
            long points = problem.points().size();
            long one = (within.get(party) + points) * range(problem, other);
            assertTrue(within.get(other) * range(problem, party) <= one, "seed " + seed);
          }
        }
        var certificate = new FrontierCertificate(frontier, problem.everyone());
        assertEquals(
            Verdict.Outcome.HOLDS,
            FrontierCheck.cover(problem, certificate, within, FREE).outcome(),
            "seed " + seed);
        for (int party = 0; party < 4; party++) {
          List<Long> less = new ArrayList<>(within);
          less.set(party, within.get(party) - 1);
          assertEquals(
              Verdict.Outcome.FAILS,
              FrontierCheck.cover(problem, certificate, less, FREE).outcome(),
              "seed " + seed + ", party " + party);
        }
      }
    }
    assertTrue(covers > 20, "covers " + covers);
  }

  private static long range(Problem problem, int party) {
    return problem.parties().get(party).worths().stream()
        .mapToLong(row -> Collections.max(row) - Collections.min(row))
        .sum();
  }

  @Test
  void partiesThatAreAlikeMayLoseTheSame() {
    Problem problem = drawn(4);
    List<Problem.Party> twins =
        IntStream.range(0, 4)
            .mapToObj(
                party ->
                    new Problem.Party(
                        "twin " + party, problem.parties().get(party / 2).worths(), Set.of(), null))
            .toList();
    Said said = said(Frontiers.find(Problem.of(twins, problem.points()), FREE.withStates(20)));
    assertEquals(said.within().get(0), said.within().get(1));
    assertEquals(said.within().get(2), said.within().get(3));
  }
}
