package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.check.Check;
import org.parley.check.Tampering;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Solutions selected from a frontier, altered in every way: refused, or still what the rule picks.
@NullMarked
class SelectedTamperingTest {

  private static final Budget FREE = Budget.unlimited();

  private record Selected(Solution solution, SelectedCertificate certificate) {}

  /// Capped problems of two and three parties, without joint worths.
  private static Problem problem(long seed) {
    Problem linked = LinkedFrontierOracleTest.problem(new Random(seed), 2 + (int) (seed % 2));
    List<Problem.Party> capped = new ArrayList<>();
    for (Problem.Party each : linked.parties()) {
      capped.add(each.withCap(12L + seed % 30));
    }
    return new Problem(
        capped.stream()
            .map(each -> each.withWorths(each.worths().subList(0, 3)))
            .map(
                each ->
                    each.withRedLines(
                        each.redLines().stream()
                            .filter(line -> line.point() < 3)
                            .collect(Collectors.toSet())))
            .toList(),
        linked.points().subList(0, 3),
        List.of(),
        List.of(),
        linked.signing());
  }

  private static boolean isRefused(Problem problem, Selected claimed) {
    return !Check.verify(
            problem, new Finding.Proved<>(claimed.solution(), claimed.certificate()), FREE)
        .holds();
  }

  private static Solution expected(Problem problem, Solution.Kind kind) {
    return Solutions.among(
        kind,
        LinkedFrontierOracleTest.floors(problem),
        LinkedFrontierOracleTest.bruteForce(problem).stream()
            .map(worths -> new Solution.Outcome(worths, List.of()))
            .toList());
  }

  /// Whether each package is acceptable, worth what is stated, and as good as the best.
  private static boolean isTrue(Problem problem, Selected claimed) {
    Solution solution = claimed.solution();
    Solution expected = expected(problem, solution.kind());
    for (Solution.Outcome each : solution.outcomes()) {
      int[] options = each.options().stream().mapToInt(Integer::intValue).toArray();
      boolean isAcceptable = problem.allows(options);
      for (int party = 0; party < problem.parties().size(); party++) {
        isAcceptable &= problem.acceptableTo(party, options);
      }
      if (!isAcceptable
          || !Arrays.stream(problem.worths(options)).boxed().toList().equals(each.worths())) {
        return false;
      }
    }
    return solution.value().equals(expected.value()) && !solution.allTies();
  }

  @Test
  void everyAlteredSolutionIsRefusedOrStillWhatItsRulePicks() {
    var tally = new Tampering.Tally();
    int proofs = 0;
    for (long seed = 0; seed < 24; seed++) {
      Problem problem = problem(seed);
      for (Solution.Kind kind : Solution.Kind.values()) {
        if (FairSolutions.find(problem, kind, FREE)
            instanceof
            Finding.Proved<Solution>(Solution solution, SelectedCertificate certificate)) {
          proofs++;
          Selected selected = new Selected(solution, PlainCertificates.of(certificate));
          String what = "seed " + seed + " " + kind + ": ";
          assertTrue(!isRefused(problem, selected), what);
          for (var altered : Tampering.of(selected)) {
            boolean refused = isRefused(problem, altered.value());
            tally.note(altered, refused);
            assertTrue(refused || isTrue(problem, altered.value()), () -> what + altered);
          }
        }
      }
    }
    assertTrue(proofs > 20 && tally.refused() > 2_000, tally::toString);
    // without the proof of a floor, the check goes through the packages
    assertEquals(
        Set.of("certificate.leasts"),
        tally.neverRefused().stream()
            .filter(each -> !each.matches(".*frontier\\.(points|kept|losses).*"))
            .collect(Collectors.toSet()),
        tally::toString);
  }

  @Test
  void noSolutionHoldsForAnAlteredProblemThatHasABetterOne() {
    int better = 0;
    for (long seed = 0; seed < 6; seed++) {
      Problem problem = problem(seed);
      for (Solution.Kind kind : Solution.Kind.values()) {
        if (FairSolutions.find(problem, kind, FREE)
            instanceof
            Finding.Proved<Solution>(Solution solution, SelectedCertificate certificate)) {
          Selected selected = new Selected(solution, certificate);
          for (var altered : Tampering.of(problem)) {
            Problem other = altered.value();
            if (other.everyone() == problem.everyone()
                && other.points().size() == problem.points().size()
                && !LinkedFrontierOracleTest.bruteForce(other).isEmpty()
                && !isTrue(other, selected)) {
              better++;
              String what = "seed " + seed + " " + kind + ": ";
              assertTrue(isRefused(other, selected), () -> what + altered);
            }
          }
        }
      }
    }
    assertTrue(better > 50, "better " + better);
  }

  @Test
  void manyPackagesAreNotWalked() {
    Random random = new Random(3);
    List<Problem.Point> points = new ArrayList<>();
    for (int point = 0; point < 40; point++) {
      points.add(new Problem.Point("p" + point, List.of("a", "b", "c")));
    }
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < 3; party++) {
      List<List<Long>> worths = new ArrayList<>();
      for (int point = 0; point < 40; point++) {
        worths.add(
            List.of(
                (long) random.nextInt(12), (long) random.nextInt(12), (long) random.nextInt(12)));
      }
      parties.add(new Problem.Party("P" + party, worths, Set.of(), 50L).withCap(300L));
    }
    Problem problem = Problem.of(parties, points);
    FairSolutions fair = new FairSolutions(problem, FREE, FREE);
    for (Solution.Kind kind : Solution.Kind.values()) {
      assertEquals(
          new Verdict.Holds(),
          Check.verify(problem, fair.find(kind), Budget.ofSteps(20_000_000)),
          kind.toString());
    }
  }
}
