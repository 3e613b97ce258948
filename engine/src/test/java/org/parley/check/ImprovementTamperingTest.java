package org.parley.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.frontier.FairImprovement;
import org.parley.bargain.frontier.PlainCertificates;
import org.parley.bargain.frontier.SelectedCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;

/// What is proved of an improvement, altered in every way: refused, or still true.
@NullMarked
class ImprovementTamperingTest {

  private static final Budget FREE = Budget.unlimited();
  private static final List<Solution.Kind> RULES =
      List.of(Solution.Kind.LEXIMIN, Solution.Kind.NASH, Solution.Kind.UTILITARIAN);

  /// All that a file says.
  private record Claim(
      List<Integer> table,
      Solution.Kind rule,
      Solution solution,
      Certificate.OfAnswer certificate) {}

  private final Tampering.Tally tally = new Tampering.Tally();
  private int proofs;
  private int byLeximin;

  @Test
  void everyAlteredClaimIsRefusedOrStillTrue() {
    for (long seed = 0; seed < 60 && proofs < Effort.of(22, 40); seed++) {
      Problem problem = plain(RandomProblems.small(seed));
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      if (all.isEmpty() || all.size() > 40) {
        continue;
      }
      int[] table = all.get((int) (seed % all.size()));
      for (Solution.Kind rule : RULES) {
        if (FairImprovement.find(problem, table, rule, FREE)
            instanceof
            Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate)) {
          alter(
              "seed " + seed + " " + rule + ": ",
              problem,
              new Claim(Arrays.stream(table).boxed().toList(), rule, solution, certificate));
        }
      }
    }
    assertTrue(proofs > 20 && byLeximin > 2 && tally.refused() > 500, tally::toString);
    // any weights prove what is true, and to claim fewer ties is no lie
    assertEquals(
        Set.of(),
        tally.neverRefused().stream()
            .filter(each -> !each.startsWith("certificate.multipliers"))
            .filter(each -> !each.equals("solution.allTies"))
            .collect(Collectors.toSet()));
  }

  /// Under caps the solution is selected from the frontier, and the certificate is the frontier.
  @Test
  void everyAlteredClaimUnderACapIsRefusedOrStillTrue() {
    for (long seed = 0; seed < 200 && proofs < Effort.of(12, 30); seed++) {
      Problem problem = capped(plain(RandomProblems.small(seed)), seed);
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      if (all.isEmpty() || all.size() > 20) {
        continue;
      }
      int[] table = all.get((int) (seed % all.size()));
      Solution.Kind rule = RULES.get((int) (seed % RULES.size()));
      if (FairImprovement.find(problem, table, rule, FREE)
          instanceof Finding.Proved<Solution>(Solution solution, SelectedCertificate certificate)) {
        alter(
            "seed " + seed + " " + rule + ": ",
            problem,
            new Claim(
                Arrays.stream(table).boxed().toList(),
                rule,
                solution,
                PlainCertificates.of(certificate)));
      }
    }
    assertTrue(proofs >= 12 && tally.refused() > 500, () -> proofs + " proofs, " + tally);
    assertEquals(
        Set.of(),
        tally.neverRefused().stream()
            // few bounds need all their shares
            .filter(each -> !each.matches(".*frontier\\.(points|kept|losses).*|.*shares.*"))
            .collect(Collectors.toSet()));
  }

  /// Each party has enough with what a package gives it.
  private static Problem capped(Problem problem, long seed) {
    int[] some = new int[problem.points().size()];
    Arrays.setAll(
        some, point -> (int) (seed * 31 + point) % problem.points().get(point).options().size());
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < problem.parties().size(); party++) {
      parties.add(problem.parties().get(party).withCap(problem.worth(party, some)));
    }
    return problem.withParties(parties);
  }

  private void alter(String what, Problem problem, Claim claim) {
    proofs++;
    if (claim.rule == Solution.Kind.NASH && claim.solution.kind() == Solution.Kind.LEXIMIN) {
      byLeximin++;
    }
    assertTrue(holds(problem, claim), what);
    for (var altered : Tampering.of(claim)) {
      boolean refused = !holds(problem, altered.value());
      tally.note(altered, refused);
      assertTrue(refused || isTrue(problem, altered.value()), () -> what + altered);
    }
  }

  private static Problem plain(Problem problem) {
    return problem.withParties(
        problem.parties().stream().map(each -> each.withBaseline(null)).toList());
  }

  private static boolean holds(Problem problem, Claim claim) {
    return Check.verify(
            new Question.Improvement(problem, claim.table, claim.rule),
            new Finding.Proved<>(claim.solution, claim.certificate),
            FREE)
        .holds();
  }

  /// Whether every package claimed is worse for nobody, efficient and the best by the rule.
  private static boolean isTrue(Problem problem, Claim claim) {
    int[] table = claim.table.stream().mapToInt(Integer::intValue).toArray();
    List<long[]> gains =
        BruteForce.acceptable(problem, problem.everyone()).stream()
            .map(each -> gains(problem, each, table))
            .filter(each -> Arrays.stream(each).allMatch(gain -> gain >= 0))
            .toList();
    return claim.solution.outcomes().stream()
        .allMatch(
            outcome -> {
              int[] options = outcome.options().stream().mapToInt(Integer::intValue).toArray();
              long[] own = gains(problem, options, table);
              return Arrays.stream(problem.worths(options))
                      .boxed()
                      .toList()
                      .equals(outcome.worths())
                  && gains.stream().anyMatch(each -> Arrays.equals(each, own))
                  && gains.stream().noneMatch(each -> improves(each, own))
                  && (measure(claim.rule, own).isEmpty()
                      || gains.stream()
                          .noneMatch(
                              each ->
                                  measure(claim.rule, each)
                                          .orElseThrow()
                                          .compareTo(measure(claim.rule, own).orElseThrow())
                                      > 0));
            });
  }

  /// What the rule makes largest; nothing for leximin, which has its own oracle.
  private static Optional<BigInteger> measure(Solution.Kind rule, long[] gains) {
    return switch (rule) {
      case NASH ->
          Optional.of(
              Arrays.stream(gains)
                  .mapToObj(BigInteger::valueOf)
                  .reduce(BigInteger.ONE, BigInteger::multiply));
      case UTILITARIAN -> Optional.of(BigInteger.valueOf(Arrays.stream(gains).sum()));
      case LEXIMIN, KALAI_SMORODINSKY, EQUAL_GAINS -> Optional.empty();
    };
  }

  private static long[] gains(Problem problem, int[] options, int[] table) {
    long[] gains = problem.worths(options);
    long[] floor = problem.worths(table);
    Arrays.setAll(gains, party -> gains[party] - floor[party]);
    return gains;
  }

  private static boolean improves(long[] one, long[] other) {
    boolean more = false;
    for (int party = 0; party < one.length; party++) {
      if (one[party] < other[party]) {
        return false;
      }
      more |= one[party] > other[party];
    }
    return more;
  }

  @Test
  void aTableThatSomebodyRefusesProvesNothing() {
    int refused = 0;
    for (long seed = 0; seed < Effort.of(15, 40); seed++) {
      Problem problem = plain(RandomProblems.small(seed));
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      if (all.isEmpty() || all.size() > 40 || problem.parties().getFirst().worths().isEmpty()) {
        continue;
      }
      int[] table = all.getFirst();
      if (FairImprovement.find(problem, table, Solution.Kind.UTILITARIAN, FREE)
          instanceof Finding.Proved<Solution> found) {
        Problem.Party first = problem.parties().getFirst();
        List<Problem.Party> parties = new ArrayList<>(problem.parties());
        parties.set(0, first.withRedLines(Set.of(new Choice(0, table[0]))));
        List<Integer> named = Arrays.stream(table).boxed().toList();
        Verdict verdict =
            Check.verify(
                new Question.Improvement(
                    problem.withParties(parties), named, Solution.Kind.UTILITARIAN),
                found,
                FREE);
        assertEquals(Verdict.fails(Flaw.Code.NOT_ACCEPTABLE, Arrays.toString(table)), verdict);
        refused++;
      }
    }
    assertTrue(refused > 5);
  }
}
