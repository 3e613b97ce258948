package org.parley.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.bargain.solve.Solutions;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

class PackageCheckTest {

  private static final Budget FREE = Budget.unlimited();

  @Test
  void acceptsEverySolutionFound() {
    int checked = 0;
    for (long seed = 0; seed < 80; seed++) {
      Problem problem = RandomProblems.small(seed);
      for (Solution.Kind kind : Solution.Kind.values()) {
        if (Solutions.find(problem, kind, FREE)
            instanceof
            Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate)) {
          checked++;
          assertEquals(
              Verdict.Outcome.HOLDS,
              SolutionCheck.solution(problem, solution, certificate, FREE).outcome(),
              "seed " + seed + " " + kind);
        }
      }
    }
    assertTrue(checked > 200, "checked " + checked);
  }

  @Test
  void rejectsASolutionThatIsNotTheBest() {
    int rejected = 0;
    for (long seed = 0; seed < 50; seed++) {
      Problem problem = RandomProblems.of(RandomProblems.Kind.U, 3, 4, 3, seed);
      if (Solutions.find(problem, Solution.Kind.NASH, FREE)
          instanceof Finding.Proved<Solution>(_, SolutionCertificate certificate)) {
        List<Long> worths = new ArrayList<>();
        for (long worth : problem.worths(new int[4])) {
          worths.add(worth);
        }
        Solution.Outcome other = new Solution.Outcome(worths, List.of(0, 0, 0, 0));
        Solution worse = new Solution(Solution.Kind.NASH, Rational.ONE, List.of(other), false);
        SolutionCertificate claimed =
            new SolutionCertificate(
                certificate.kind(),
                worths,
                certificate.floor(),
                certificate.unit(),
                certificate.multipliers());
        boolean isBest = worths.equals(certificate.best());
        rejected += isBest ? 0 : 1;
        Verdict.Outcome verdict = SolutionCheck.solution(problem, worse, claimed, FREE).outcome();
        if (!isBest) {
          assertNotEquals(Verdict.Outcome.HOLDS, verdict, "seed " + seed);
        }
      }
    }
    assertTrue(rejected > 40, "rejected " + rejected);
  }

  @Test
  void acceptsEveryFrontierFound() {
    for (long seed = 0; seed < 40; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.kind(seed), 2 + (int) (seed % 4), 5, 3, seed), 40);
      if (Frontiers.find(problem, FREE)
          instanceof Finding.Proved<Frontier>(_, FrontierCertificate certificate)) {
        assertEquals(
            Verdict.Outcome.HOLDS,
            FrontierCheck.frontier(problem, certificate, FREE).outcome(),
            "seed " + seed);
      }
    }
  }

  @Test
  void rejectsAFrontierOfAnotherProblem() {
    Problem one = RandomProblems.of(RandomProblems.Kind.U, 3, 5, 3, 1);
    Problem other = RandomProblems.of(RandomProblems.Kind.U, 3, 5, 3, 2);
    if (Frontiers.find(one, FREE)
        instanceof Finding.Proved<Frontier>(_, FrontierCertificate certificate)) {
      assertEquals(
          Verdict.Outcome.FAILS, FrontierCheck.frontier(other, certificate, FREE).outcome());
    }
  }

  @Test
  void acceptsEveryListOfClashes() {
    for (long seed = 0; seed < 100; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 75);
      Clashes clashes = Bridges.find(problem, FREE).findAnswer().orElse(null);
      if (clashes != null) {
        assertEquals(
            Verdict.Outcome.HOLDS,
            ClashCheck.clashes(problem, clashes, FREE).outcome(),
            "seed " + seed);
      }
    }
  }

  @Test
  void rejectsAListOfClashesThatMissesOneOrAddsOne() {
    int rejected = 0;
    for (long seed = 0; seed < 100; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 75);
      Clashes clashes = Bridges.find(problem, FREE).findAnswer().orElse(null);
      if (clashes == null || clashes.clashes().isEmpty()) {
        continue;
      }
      rejected++;
      List<Clashes> wrong =
          List.of(
              new Clashes(clashes.clashes().subList(1, clashes.clashes().size()), clashes.ways()),
              new Clashes(clashes.clashes(), clashes.ways().subList(1, clashes.ways().size())),
              // Both sides short of the same: the minimal sets still hit each other.
              new Clashes(List.of(), List.of()),
              new Clashes(List.of(PartyDemand.of(problem)), clashes.ways()));
      for (Clashes each : wrong) {
        boolean same =
            new HashSet<>(each.clashes().stream().map(HashSet::new).toList())
                .equals(new HashSet<>(clashes.clashes().stream().map(HashSet::new).toList()));
        if (!same || each.ways().size() != clashes.ways().size()) {
          assertEquals(
              Verdict.Outcome.FAILS,
              ClashCheck.clashes(problem, each, FREE).outcome(),
              "seed " + seed + " " + each);
        }
      }
    }
    assertTrue(rejected > 10, "rejected " + rejected);
  }

  @Test
  void acceptsEveryFrontierFoundWithLinkagesAndNoneThatMissesAVector() {
    int checked = 0;
    for (long seed = 0; seed < 150; seed++) {
      Problem problem = RandomProblems.small(seed);
      if (Frontiers.find(problem, FREE)
              instanceof Finding.Proved<Frontier>(_, FrontierCertificate certificate)
          && !(problem.linkages().isEmpty() && problem.jointWorths().isEmpty())) {
        checked++;
        assertEquals(
            Verdict.Outcome.HOLDS,
            FrontierCheck.frontier(problem, certificate, FREE).outcome(),
            "seed " + seed);
        assertEquals(
            Verdict.Outcome.OPEN,
            FrontierCheck.frontier(problem, certificate, Budget.ofSteps(0)).outcome(),
            "seed " + seed);
      }
    }
    assertTrue(checked > 40, "checked " + checked);
    // The frontier of a settled problem is that of the whole only where it happens to be the same.
    int rejected = 0;
    for (long seed = 0; seed < 60; seed++) {
      Problem problem =
          RandomProblems.of(RandomProblems.Kind.U, 3, 4, 3, seed)
              .withLinkages(
                  List.of(
                      new PackageConstraint.Forbidden(
                          "f", List.of(OptionSet.of(0, 0), OptionSet.of(1, 0)))));
      Problem less = problem.withSettled(new Choice(2, 1));
      boolean same =
          BruteForce.frontier(problem, 7).keySet().equals(BruteForce.frontier(less, 7).keySet());
      rejected += same ? 0 : 1;
      if (Frontiers.find(less, FREE)
          instanceof Finding.Proved<Frontier>(_, FrontierCertificate certificate)) {
        assertEquals(
            same ? Verdict.Outcome.HOLDS : Verdict.Outcome.FAILS,
            FrontierCheck.frontier(problem, certificate, FREE).outcome(),
            "seed " + seed);
      }
    }
    assertTrue(rejected > 40, "rejected " + rejected);
  }

  @Test
  void acceptsThatNothingIsAcceptableOnlyWhereNothingIs() {
    int none = 0;
    for (long seed = 0; seed < 200; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 75);
      boolean empty = BruteForce.acceptable(problem, problem.everyone()).isEmpty();
      none += empty ? 1 : 0;
      NothingAcceptable claim = NothingAcceptable.outOfReach(problem.everyone());
      assertEquals(
          empty ? Verdict.Outcome.HOLDS : Verdict.Outcome.FAILS,
          PackageCheck.nothingAcceptable(problem, claim, FREE).outcome(),
          "seed " + seed);
      if (Frontiers.find(problem, FREE)
          instanceof Finding.Impossible<Frontier>(NothingAcceptable certificate)) {
        assertEquals(
            Verdict.Outcome.HOLDS,
            PackageCheck.nothingAcceptable(problem, certificate, FREE).outcome(),
            "seed " + seed);
      }
    }
    assertTrue(none > 30 && none < 170, "none " + none);
    Problem far =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.W, 4, 20, 5, 1), 80);
    assertEquals(
        Verdict.Outcome.HOLDS,
        PackageCheck.nothingAcceptable(far, NothingAcceptable.outOfReach(15), FREE).outcome());
  }

  private interface Checking {
    Verdict within(Budget budget);
  }

  /// A check that is not finished says so, and nothing else than the finished one.
  @Test
  void aBudgetLeavesOpenOrChangesNothing() {
    int open = 0;
    int same = 0;
    for (long seed = 0; seed < 15; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 40);
      Problem other = RandomProblems.withBaselines(problem, 45);
      List<Checking> checks = new ArrayList<>();
      for (Problem asked : List.of(problem, other)) {
        checks.add(
            budget ->
                PackageCheck.nothingAcceptable(
                    asked, NothingAcceptable.outOfReach(asked.everyone()), budget));
        if (Frontiers.find(problem, FREE)
            instanceof Finding.Proved<Frontier>(_, FrontierCertificate certificate)) {
          checks.add(budget -> FrontierCheck.frontier(asked, certificate, budget));
        }
        for (Solution.Kind kind : Solution.Kind.values()) {
          if (Solutions.find(problem, kind, FREE)
              instanceof
              Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate)) {
            checks.add(budget -> SolutionCheck.solution(asked, solution, certificate, budget));
            checks.add(budget -> SolutionCheck.measure(asked, certificate, budget));
            checks.add(budget -> SolutionCheck.ties(asked, solution, certificate, budget));
          }
        }
      }
      for (Checking check : checks) {
        Verdict.Outcome finished = check.within(FREE).outcome();
        for (long steps : new long[] {0, 1, 3, 10, 40}) {
          Verdict.Outcome verdict = check.within(Budget.ofSteps(steps)).outcome();
          open += verdict == Verdict.Outcome.OPEN ? 1 : 0;
          same += verdict == finished ? 1 : 0;
          assertTrue(
              verdict == finished || verdict == Verdict.Outcome.OPEN,
              "seed " + seed + ": " + verdict + " within " + steps + ", else " + finished);
        }
      }
    }
    assertTrue(open > 100 && same > 100, open + " open, " + same + " as without a budget");
  }
}
