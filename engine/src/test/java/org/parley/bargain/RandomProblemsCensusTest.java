package org.parley.bargain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.model.GeneratorCensus;

/// Measures what random problems are made of.
class RandomProblemsCensusTest {

  @Test
  void randomProblemsHaveEverythingAProblemCanHave() {
    var census =
        GeneratorCensus.of(Problem.class)
            .expect(
                "one party",
                "several baselines",
                "baselines of some parties alone",
                "a baseline below 0",
                "a worth below 0",
                "a worth of more than 32 bits",
                "a joint worth below 0",
                "fewer need to sign than there are",
                "one always signs, not all need to",
                "nothing acceptable to all",
                "an option that crosses red lines of two parties")
            .exclude("Problem.parties = empty", "somebody bargains")
            .exclude("Problem.Party.cap = present", "LinkedFrontierOracleTest draws caps")
            .exclude("Problem.points = empty", "there is something to settle")
            .exclude("Problem.Party.worths = empty", "there is something to settle")
            .exclude("Problem.Point.options = empty", "a point can be settled")
            .exclude("Problem.Point.options = one", "a point with one option is settled already")
            .exclude("PackageConstraint.Forbidden.together = empty", "it forbids something")
            .exclude("PackageConstraint.Implication.when = empty", "it follows from something")
            .exclude("PackageConstraint.Implication.oneOf = empty", "something follows")
            .exclude("PackageConstraint.Budget.amounts = empty", "it is over something")
            .exclude("PackageConstraint.PointAmounts.byOption = empty", "a point can be settled")
            .exclude(
                "PackageConstraint.PointAmounts.byOption = one", "one option is settled already")
            .exclude("Contingency.allOf = empty", "it depends on something")
            .exclude("JointWorth.when = empty", "it depends on something")
            .exclude("OptionSet.options = empty", "a term can hold");
    for (long seed = 0; seed < 3_000; seed++) {
      Problem problem = RandomProblems.small(seed);
      census.count(problem);
      List<Long> baselines =
          problem.parties().stream().map(Problem.Party::baseline).filter(Objects::nonNull).toList();
      int parties = problem.parties().size();
      census.see("one party", parties == 1);
      census.see("several baselines", baselines.size() > 1);
      census.see(
          "baselines of some parties alone", !baselines.isEmpty() && baselines.size() < parties);
      census.see("a baseline below 0", baselines.stream().anyMatch(each -> each < 0));
      census.see("a worth below 0", worths(problem).stream().anyMatch(each -> each < 0));
      census.see(
          "a worth of more than 32 bits",
          worths(problem).stream().anyMatch(each -> each > Integer.MAX_VALUE));
      census.see(
          "a joint worth below 0",
          problem.jointWorths().stream().anyMatch(each -> each.worth() < 0));
      boolean fewer = problem.signing().atLeast() < parties;
      census.see("fewer need to sign than there are", fewer);
      census.see(
          "one always signs, not all need to", fewer && !problem.signing().always().isEmpty());
      census.see(
          "nothing acceptable to all",
          BruteForce.acceptable(problem, problem.everyone()).isEmpty());
      census.see(
          "an option that crosses red lines of two parties",
          problem.parties().stream()
              .flatMap(each -> each.redLines().stream())
              .anyMatch(
                  line ->
                      problem.parties().stream()
                              .filter(each -> each.redLines().contains(line))
                              .count()
                          > 1));
    }
    assertEquals(List.of(), census.neverProduced());
  }

  private static List<Long> worths(Problem problem) {
    return problem.parties().stream()
        .flatMap(each -> each.worths().stream())
        .flatMap(List::stream)
        .toList();
  }
}
