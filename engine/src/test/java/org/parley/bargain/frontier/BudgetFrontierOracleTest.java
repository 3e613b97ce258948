package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.SigningRule;
import org.parley.check.FrontierCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Frontiers of problems tied by budgets, beside brute force and beside the layered graph.
class BudgetFrontierOracleTest {

  private static final Budget FREE = Budget.unlimited();

  /// One to three budgets with a bound above or below, amounts and worths of either sign.
  static Problem random(int parties, int points, int options, int reach, long seed) {
    Random random = new Random(seed);
    List<Problem.Point> all = new ArrayList<>();
    for (int point = 0; point < points; point++) {
      List<String> ids = new ArrayList<>();
      for (int option = random.nextInt(1, options + 1); option > 0; option--) {
        ids.add("o" + option);
      }
      all.add(new Problem.Point("p" + point, ids));
    }
    List<Problem.Party> signers = new ArrayList<>();
    for (int party = 0; party < parties; party++) {
      List<List<Long>> worths = new ArrayList<>();
      Set<Choice> redLines = new TreeSet<>();
      for (int point = 0; point < points; point++) {
        List<Long> row = new ArrayList<>();
        for (int option = 0; option < all.get(point).options().size(); option++) {
          row.add((long) random.nextInt(-3, reach));
          if (random.nextInt(20) == 0) {
            redLines.add(new Choice(point, option));
          }
        }
        worths.add(row);
      }
      Long baseline = random.nextInt(3) == 0 ? (Long) (long) random.nextInt(reach) : null;
      signers.add(new Problem.Party("P" + party, worths, redLines, baseline));
    }
    List<PackageConstraint> budgets = new ArrayList<>();
    for (int budget = random.nextInt(1, 4); budget > 0; budget--) {
      budgets.add(budget(all, reach, random));
    }
    return new Problem(signers, all, budgets, List.of(), SigningRule.all(parties));
  }

  /// The same with both bounds on some budgets, beside other linkages, joint worths and
  /// contingencies.
  static Problem tied(Problem problem, long seed) {
    Random random = new Random(~seed);
    List<PackageConstraint> linkages = new ArrayList<>();
    for (PackageConstraint each : problem.linkages()) {
      PackageConstraint.Budget budget = (PackageConstraint.Budget) each;
      Long most = budget.most();
      Long least = budget.least();
      long spread =
          random.nextInt(3)
              * budget.amounts().stream().mapToLong(at -> at.most() - at.least()).sum()
              / 5;
      boolean isLeft = random.nextInt(3) == 0;
      linkages.add(
          new PackageConstraint.Budget(
              budget.id(),
              budget.amounts(),
              isLeft || least != null ? least : most == null ? null : (Long) (most - spread),
              isLeft || most != null ? most : least == null ? null : (Long) (least + spread)));
    }
    List<JointWorth> joint = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      linkages.add(
          random.nextBoolean()
              ? new PackageConstraint.Forbidden("f" + count, terms(problem, random))
              : new PackageConstraint.Implication(
                  "i" + count, terms(problem, random), terms(problem, random)));
    }
    for (int count = random.nextInt(4); count > 0; count--) {
      int party = random.nextInt(problem.parties().size());
      joint.add(new JointWorth(party, terms(problem, random), random.nextInt(-9, 10)));
    }
    List<Problem.Party> parties = new ArrayList<>(problem.parties());
    if (random.nextBoolean()) {
      Choice choice = new Choice(0, 0);
      parties.set(
          0,
          parties
              .getFirst()
              .withContingencies(List.of(new Contingency(choice, terms(problem, random)))));
    }
    return new Problem(parties, problem.points(), linkages, joint, SigningRule.all(parties.size()));
  }

  private static List<OptionSet> terms(Problem problem, Random random) {
    List<OptionSet> terms = new ArrayList<>();
    for (int count = random.nextInt(1, 4); count > 0; count--) {
      int point = random.nextInt(problem.points().size());
      Set<Integer> options = new TreeSet<>();
      int size = problem.points().get(point).options().size();
      for (int some = random.nextInt(1, 3); some > 0; some--) {
        options.add(random.nextInt(size));
      }
      terms.add(new OptionSet(point, options));
    }
    return terms;
  }

  private static PackageConstraint budget(List<Problem.Point> points, int reach, Random random) {
    List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
    long least = 0;
    long most = 0;
    for (int point = 0; point < points.size(); point++) {
      if (point == 0 || random.nextInt(4) > 0) {
        List<Long> row =
            points.get(point).options().stream()
                .map(each -> (long) random.nextInt(-2, reach))
                .toList();
        PackageConstraint.PointAmounts each = new PackageConstraint.PointAmounts(point, row);
        amounts.add(each);
        least += each.least();
        most += each.most();
      }
    }
    Long bound = least + (most - least) * random.nextInt(10, 90) / 100;
    boolean isAbove = random.nextBoolean();
    return new PackageConstraint.Budget(
        "b" + random.nextInt(), amounts, isAbove ? null : bound, isAbove ? bound : null);
  }

  static Finding<Frontier> found(Problem problem, int parties) {
    BudgetForm form = BudgetForm.of(problem, parties);
    assertNotNull(form);
    Finding<Frontier> found = BudgetFrontier.of(form, parties, FREE);
    assertNotNull(found);
    return found;
  }

  static FrontierCertificate certificate(Finding<Frontier> found) {
    FrontierCertificate certificate =
        assertInstanceOf(FrontierCertificate.class, found.findCertificate().orElseThrow());
    assertNotNull(certificate.budgets());
    return certificate;
  }

  private static List<List<Long>> vectors(Frontier frontier) {
    return frontier.vectors().map(v -> Arrays.stream(v).boxed().toList()).toList();
  }

  @Test
  void equalsBruteForceOnSmallProblems() {
    int empty = 0;
    for (long seed = 0; seed < 3_000; seed++) {
      int parties = 1 + (int) (seed % 5);
      Problem problem = random(parties, 2 + (int) (seed % 5), 4, seed % 2 == 0 ? 9 : 400, seed);
      int some = seed % 7 == 0 ? 1 + (int) (seed % problem.everyone()) : problem.everyone();
      empty += isEmptyAsByBruteForce(problem, some, "seed " + seed) ? 1 : 0;
    }
    assertTrue(empty > 50 && empty < 2_000, empty + " without a package");
  }

  @Test
  void equalsBruteForceWithTwoBoundsAndBesideLinkages() {
    int empty = 0;
    for (long seed = 0; seed < 3_000; seed++) {
      int parties = 1 + (int) (seed % 4);
      Problem plain = random(parties, 2 + (int) (seed % 5), 4, seed % 2 == 0 ? 9 : 400, seed);
      Problem problem = tied(plain, seed);
      int some = seed % 7 == 0 ? 1 + (int) (seed % problem.everyone()) : problem.everyone();
      empty += isEmptyAsByBruteForce(problem, some, "seed " + seed) ? 1 : 0;
    }
    assertTrue(empty > 50 && empty < 2_500, empty + " without a package");
  }

  @Test
  void equalsBruteForceOnProblemsWithEverything() {
    int budgets = 0;
    for (long seed = 3; seed < 4_000; seed += 4) {
      Problem problem = RandomProblems.small(seed).withoutCaps();
      if (BudgetForm.of(problem, problem.everyone()) != null) {
        budgets++;
        var _ = isEmptyAsByBruteForce(problem, problem.everyone(), "seed " + seed);
      }
    }
    assertTrue(budgets > 500, budgets + " with a budget");
  }

  private static boolean isEmptyAsByBruteForce(Problem problem, int some, String what) {
    Map<List<Long>, Integer> expected = BruteForce.frontier(problem, some);
    Finding<Frontier> found = found(problem, some);
    if (expected.isEmpty()) {
      assertInstanceOf(Finding.Impossible.class, found, what);
      return true;
    }
    assertInstanceOf(Finding.Proved.class, found, what);
    Frontier frontier = found.findAnswer().orElseThrow();
    assertEquals(List.copyOf(expected.keySet()), vectors(frontier), what);
    for (int entry = 0; entry < frontier.size(); entry++) {
      int[] options = frontier.packageOf(entry);
      assertTrue(problem.allows(options), what);
      assertEquals(
          vectors(frontier).get(entry),
          BruteForce.bits(some).stream().map(p -> problem.worth(p, options)).toList(),
          what);
    }
    assertEquals(
        Verdict.Outcome.HOLDS,
        FrontierCheck.frontier(problem, new FrontierCertificate(frontier, some), FREE).outcome(),
        what);
    assertEquals(
        new Verdict.Holds(), FrontierCheck.frontier(problem, certificate(found), FREE), what);
    return false;
  }

  /// Long enough for the search for known packages to leave some out.
  @Test
  void equalsTheLayeredGraphOnLongerProblems() {
    for (long seed = 0; seed < 36; seed++) {
      Problem plain = random(2 + (int) (seed % 3), 13, 3, 30, seed);
      Problem problem = seed < 18 ? plain : tied(plain, seed);
      Finding<Frontier> layered =
          Frontiers.find(problem, problem.everyone(), Advance.Ways.BOXES, FREE);
      Finding<Frontier> found = found(problem, problem.everyone());
      assertEquals(layered.findAnswer().isPresent(), found.findAnswer().isPresent());
      if (found.findAnswer().isPresent()) {
        assertEquals(
            vectors(layered.findAnswer().orElseThrow()),
            vectors(found.findAnswer().orElseThrow()),
            "seed " + seed);
        assertEquals(
            new Verdict.Holds(), FrontierCheck.frontier(problem, certificate(found), FREE));
      }
    }
  }

  /// So many packages are not walked, and the vectors kept are few.
  @Test
  void theCertificateHoldsWhereTheWalkOverPackagesStaysOpen() {
    for (long seed = 0; seed < 4; seed++) {
      Problem problem = random(2, 40, 2, 400, seed);
      Finding<Frontier> found = found(problem, problem.everyone());
      if (found.findAnswer().isPresent()) {
        FrontierCertificate certificate = certificate(found);
        Budget steps = Budget.ofSteps(20_000_000);
        assertEquals(
            new Verdict.Holds(),
            FrontierCheck.frontier(problem, certificate, steps),
            "seed " + seed);
        assertEquals(
            new Verdict.Open(Verdict.Reason.BUDGET),
            FrontierCheck.frontier(
                problem,
                new FrontierCertificate(certificate.frontier(), certificate.parties()),
                Budget.ofSteps(2_000_000)),
            "seed " + seed);
      }
    }
  }

  @Test
  void anotherKindOfProblemIsLeftToTheLayers() {
    Problem problem = random(2, 5, 3, 9, 1);
    assertNull(BudgetForm.of(problem.withLinkages(List.of()), problem.everyone()));
    List<Problem.Party> capped = problem.parties().stream().map(each -> each.withCap(9L)).toList();
    assertNull(BudgetForm.of(problem.withParties(capped), problem.everyone()));
  }

  /// Which of thirty points took its first option matters to each of thirty others.
  @Test
  void linkagesThatNoGraphHoldsAreLeftToTheirRelaxation() {
    Problem plain = RandomProblems.of(RandomProblems.Kind.U, 2, 60, 2, 5);
    List<PackageConstraint> linkages = new ArrayList<>();
    linkages.add(budget(plain.points(), 9, new Random(5)));
    for (int point = 0; point < 30; point++) {
      for (int other = 30; other < 60; other++) {
        linkages.add(
            new PackageConstraint.Forbidden(
                "f" + point + "-" + other,
                List.of(OptionSet.of(point, 0), OptionSet.of(other, 0))));
      }
    }
    Problem problem = plain.withLinkages(linkages);
    BudgetForm form = BudgetForm.of(problem, problem.everyone());
    assertNotNull(form);
    assertNull(BudgetFrontier.of(form, problem.everyone(), FREE));
  }

  @Test
  void aPartyMayBeNamedAsTheBoundOfABudgetIs() {
    Problem problem = random(1, 5, 3, 9, 1);
    List<Problem.Party> renamed =
        problem.parties().stream()
            .map(
                each ->
                    new Problem.Party("bound 1", each.worths(), each.redLines(), each.baseline()))
            .toList();
    assertNotNull(BudgetForm.of(problem.withParties(renamed), problem.everyone()));
  }

  @Test
  void aSearchThatIsStoppedIsLeftToTheLayers() {
    Problem problem = random(3, 12, 3, 400, 4);
    BudgetForm form = BudgetForm.of(problem, problem.everyone());
    assertNotNull(form);
    assertNull(BudgetFrontier.of(form, problem.everyone(), Budget.ofSteps(50)));
  }
}
