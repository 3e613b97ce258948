package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Problem;
import org.parley.check.Check;
import org.parley.check.Flaw;
import org.parley.check.FrontierCheck;
import org.parley.check.Question;
import org.parley.check.Tampering;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Certificates of frontiers under budgets, altered in every way: refused, or still of the
/// frontier.
@NullMarked
class BudgetTamperingTest {

  private static final Budget FREE = Budget.unlimited();

  private static Problem problem(long seed) {
    Problem plain = BudgetFrontierOracleTest.random(1 + (int) (seed % 3), 4, 3, 6, seed);
    return seed % 2 == 0 ? plain : BudgetFrontierOracleTest.tied(plain, seed);
  }

  /// The certificate as numbers; null where no package is acceptable.
  private static FrontierCertificate listed(Problem problem) {
    Finding<Frontier> found = BudgetFrontierOracleTest.found(problem, problem.everyone());
    FrontierCertificate proof = BudgetFrontierOracleTest.certificate(found);
    return new FrontierCertificate(
        FrontierLayers.Listed.of(proof.frontier(), false),
        proof.parties(),
        null,
        Objects.requireNonNull(proof.budgets()),
        null);
  }

  private static boolean isEmpty(Problem problem) {
    return BruteForce.frontier(problem, problem.everyone()).isEmpty();
  }

  private static boolean isRefused(Problem problem, FrontierCertificate claimed) {
    return !Check.verify(
            new Question.Packages(problem), new Finding.Proved<>(claimed.frontier(), claimed), FREE)
        .holds();
  }

  private static boolean isTrue(Problem problem, FrontierCertificate claimed) {
    if (claimed.parties() != problem.everyone()) {
      return false;
    }
    Set<List<Long>> vectors = new HashSet<>();
    for (int entry = 0; entry < claimed.frontier().size(); entry++) {
      int[] options = claimed.frontier().packageOf(entry);
      List<Long> worths = boxed(claimed.frontier().worths(entry));
      if (!problem.allows(options) || !worths.equals(boxed(problem.worths(options)))) {
        return false;
      }
      vectors.add(worths);
    }
    return vectors.equals(BruteForce.frontier(problem, problem.everyone()).keySet());
  }

  private static List<Long> boxed(long[] worths) {
    return Arrays.stream(worths).boxed().toList();
  }

  @Test
  void everyAlteredCertificateIsRefusedOrStillOfTheFrontier() {
    var tally = new Tampering.Tally();
    int proofs = 0;
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = problem(seed);
      if (isEmpty(problem)) {
        continue;
      }
      proofs++;
      FrontierCertificate proof = listed(problem);
      String what = "seed " + seed + ": ";
      assertTrue(!isRefused(problem, proof), what);
      for (var altered : Tampering.of(proof)) {
        boolean refused = isRefused(problem, altered.value());
        tally.note(altered, refused);
        assertTrue(refused || isTrue(problem, altered.value()), () -> what + altered);
      }
    }
    assertTrue(proofs > 20 && tally.refused() > 2_000, tally::toString);
    // layers without budgets are not read
    assertEquals(
        Set.of(),
        tally.neverRefused().stream()
            .filter(each -> !each.matches("frontier\\.(points|kept|losses).*"))
            .collect(Collectors.toSet()),
        tally::toString);
  }

  @Test
  void noCertificateHoldsForAnAlteredProblemWithAnotherFrontier() {
    int other = 0;
    for (long seed = 0; seed < 32; seed++) {
      Problem problem = problem(seed);
      if (isEmpty(problem)) {
        continue;
      }
      FrontierCertificate proof = listed(problem);
      for (var altered : Tampering.of(problem)) {
        Problem changed = altered.value();
        if (changed.everyone() == proof.parties()
            && changed.points().size() == problem.points().size()
            && !isTrue(changed, proof)) {
          other++;
          String what = "seed " + seed + ": ";
          assertTrue(isRefused(changed, proof), () -> what + altered);
        }
      }
    }
    assertTrue(other > 200, "other " + other);
  }

  @Test
  void aProblemOfAnotherKindIsRefused() {
    for (long seed = 0; seed < 20; seed++) {
      Problem problem = problem(seed);
      if (!isEmpty(problem)) {
        FrontierCertificate proof = listed(problem);
        Problem capped =
            problem.withParties(
                problem.parties().stream().map(each -> each.withCap(1_000L)).toList());
        assertEquals(
            Verdict.fails(Flaw.Code.OTHER_PROBLEM), FrontierCheck.frontier(capped, proof, FREE));
        assertEquals(
            Verdict.fails(Flaw.Code.LOSS, 0),
            FrontierCheck.cover(
                problem, proof, problem.parties().stream().map(_ -> 1L).toList(), FREE));
      }
    }
  }
}
