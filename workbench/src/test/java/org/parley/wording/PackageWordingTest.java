package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Choice;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.cases.ApprovalChain;
import org.parley.bargain.cases.KnotConcessions;
import org.parley.bargain.cases.Named;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageNote;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.pivot.Pivots;
import org.parley.bargain.zone.CountEstimate;
import org.parley.exact.Budget;

@NullMarked
class PackageWordingTest {

  @Test
  void numbersNobodyReadsAreToldInThreeDigits() {
    assertEquals("20,736", PackageNumbers.current().number(BigInteger.valueOf(20_736)));
    assertEquals(
        "368,693,458,649,600,638,315,834,960",
        PackageNumbers.current().number(new BigInteger("368693458649600638315834960")));
    assertEquals(
        "about 1.37e+143",
        PackageNumbers.current().number(new BigInteger("1368914" + "0".repeat(137))));
    assertEquals("1 package", PackageNumbers.current().count(BigInteger.ONE));
    assertEquals(
        "1 to 20 packages", PackageNumbers.current().count(BigInteger.ONE, BigInteger.valueOf(20)));
  }

  @Test
  void whatWasCountedIsNotSaidToBeEstimated() {
    assertEquals(
        "About 90 packages, estimated from 1,000 draws; in 95 of 100 cases between 80 and 100.",
        PackageNumbers.current().about(new CountEstimate(90, 80, 100, 500, 1_000)));
    assertEquals(
        "The packages were counted; shares of options are estimated from random ones.",
        PackageNumbers.current().about(new CountEstimate(90, 90, 90, 1_000, 1_000)));
  }

  @Test
  void whatWasNotLookedAtInTimeIsNotSaidToBeUnacceptable() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.U, 2, 3, 3, 1);
    assertEquals(
        "No point was looked at in time, so which one matters most is not known.",
        mattersMost(problem, Budget.unlimited().withStop(() -> true)));
    assertEquals(
        "No package is acceptable to any of them together, so nothing hangs on a point yet.",
        mattersMost(RandomProblems.withBaselines(problem, 101), Budget.unlimited()));
  }

  @Test
  void whatLeavesAllTheSameDoesNotMatterMost() {
    long[][][] worths = {{{5, 0}, {1, 1}}, {{0, 5}, {1, 1}}};
    Problem some = RandomProblems.problem(worths, new Long[2], List.of(), List.of());
    assertEquals(
        "1 Point matters most: settling it moves up to 100 % of what a party can get.",
        mattersMost(some, Budget.unlimited()));
    long[][][] equal = {{{1, 1}, {1, 1}}, {{2, 2}, {1, 1}}};
    Problem none = RandomProblems.problem(equal, new Long[2], List.of(), List.of());
    assertEquals(
        "No point matters more than another: however one is settled, each can get as much of what"
            + " Party 0 and Party 1 accept.",
        mattersMost(none, Budget.unlimited()));
  }

  private static final Problem TWO =
      RandomProblems.problem(
          new long[][][] {{{5, 0}, {1, 1}}, {{0, 5}, {1, 1}}},
          new Long[] {4L, 3L},
          List.of(),
          List.of());
  private static final PackageWording WORDS =
      new PackageWording(Messages.of(Language.ENGLISH), Named.of(TWO));
  private static final PartyDemand BASELINE = new PartyDemand.Baseline(1, 3);
  private static final PartyDemand ONE_LINE = new PartyDemand.RedLine(0, new Choice(0, 1));
  private static final PartyDemand SAME_LINE = new PartyDemand.RedLine(1, new Choice(0, 1));

  /// Red lines of several parties on one option are told once, before baselines.
  @Test
  void demandsAreToldAsTheyStandAndGivenUp() {
    List<PartyDemand> all = List.of(BASELINE, SAME_LINE, ONE_LINE);
    assertEquals(
        List.of(
            "Party 0 and Party 1 never accept “Way 1” on 1 Point",
            "Party 1 does not sign below 3 points"),
        WORDS.demands(all));
    assertEquals("Party 0 never accepts “Way 1” on 1 Point", WORDS.demand(ONE_LINE));
    assertEquals(
        List.of("Party 0 and Party 1 accepted “Way 1” on 1 Point", "Party 1 signed below 3 points"),
        WORDS.givenUp(all));
    assertEquals(
        List.of("Party 0 and Party 1 accepted “Way 1”", "Party 1 signed below 3 points"),
        WORDS.givenUpInShort(all));
    assertEquals(
        List.of("it does not sign below 3 points", "it never accepts “Way 1” on 1 Point"),
        WORDS.objections(List.of(BASELINE, ONE_LINE)));
    assertEquals("These two cannot all hold", WORDS.clashTitle(all));
    assertEquals("Nothing that can be chosen meets this", WORDS.clashTitle(List.of(ONE_LINE)));
  }

  @Test
  void onlyBaselinesThatMoveAreTold() {
    assertEquals(
        List.of(
            "Party 0 lowers its baseline by 1, to 3 and Party 1 lowers its baseline by 3, to 0",
            "Party 1 lowers its baseline by 1, to 2",
            ""),
        List.of(
            WORDS.relaxation(new Bridges.Relaxation(List.of(1L, 3L), List.of(0, 0))),
            WORDS.relaxation(new Bridges.Relaxation(List.of(0L, 1L), List.of(0, 0))),
            WORDS.relaxation(new Bridges.Relaxation(List.of(0L, 0L), List.of(0, 0)))));
  }

  /// Above, at and below its baseline, without one, and where a point is open.
  @Test
  void aPartyIsSaidToStandWhereItDoes() {
    assertEquals(
        List.of(
            "6 points, 2 above its 4 without a deal; would sign.",
            "6 points, 0 above its 6 without a deal; would sign.",
            "6 points, 1 below its 7 without a deal; would not sign: it does not sign below 7"
                + " points.",
            "6 points; would sign."),
        List.of(standing(4L, 0), standing(6L, 0), standing(7L, 0), standing(null, 0)));
    assertEquals(
        List.of(
            "1 to 6 points, 4 without a deal; nothing in it that it never accepts.",
            "1 to 6 points, 7 without a deal; would not sign: it does not sign below 7 points.",
            "1 to 6 points; nothing in it that it never accepts."),
        List.of(standing(4L, null), standing(7L, null), standing(null, null)));
  }

  /// What the first party makes of a draft.
  ///
  /// @param first what is chosen on the first point; null where it is open
  private static String standing(@Nullable Long baseline, @Nullable Integer first) {
    Problem.Party party = TWO.parties().getFirst();
    Problem problem =
        TWO.withParties(
            List.of(
                new Problem.Party(party.id(), party.worths(), Set.of(), baseline),
                TWO.parties().getLast()));
    PackageProblem packages = Named.of(problem);
    PackageDraft draft =
        PackageDraft.of(
            packages, List.of(first == null ? PackageDraft.OPEN : first, 0), Budget.unlimited());
    return PackageWording.of(packages).standing(draft, 0);
  }

  @Test
  void whyThereIsNothingIsSaid() {
    assertEquals(
        List.of(
            "Linkages and red lines leave no package for Party 0 and Party 1.",
            "Packages are left, but none reaches every baseline of Party 1."),
        List.of(
            WORDS.nothing(new NothingAcceptable(3, NothingAcceptable.Reason.NO_PACKAGE)),
            WORDS.nothing(
                new NothingAcceptable(2, NothingAcceptable.Reason.BASELINES_OUT_OF_REACH))));
  }

  private static PackageProblem withBaselines(long first, long second) {
    return Named.of(
        TWO.withParties(
            List.of(
                TWO.parties().getFirst().withBaseline(first),
                TWO.parties().getLast().withBaseline(second))));
  }

  private static String summary(Language language, long first, long second) {
    PackageProblem packages = withBaselines(first, second);
    return new PackageWording(Messages.of(language), packages)
        .summary(Overview.of(packages, Budget.unlimited()).summary())
        .whole();
  }

  @Test
  void theAnswerIsASentenceInEveryLanguage() {
    assertEquals(
        "Party 0 and Party 1 could agree on “Way 0” (1). 1 of 2 distinct packages is acceptable to"
            + " them.",
        summary(Language.ENGLISH, 4, 1));
    assertEquals(
        "Party 0 et Party 1 pourraient s’accorder sur «\u00A0Way 0\u00A0» (1). 1 paquet distinct sur 2 est"
            + " acceptable pour elles.",
        summary(Language.FRENCH, 4, 1));
    assertEquals(
        "No package is acceptable to Party 0 and Party 1. These two cannot all hold: Party 0 does"
            + " not sign below 4 points; Party 1 does not sign below 4 points.",
        summary(Language.ENGLISH, 4, 4));
  }

  @Test
  void theLeastMovesAreSaid() {
    PackageProblem packages = withBaselines(4, 4);
    assertEquals(
        "The least that would be enough: if Party 1 signed below 4 points (2 packages), or if Party"
            + " 0 signed below 4 points (2 packages).",
        PackageWording.of(packages)
            .leastMoves(Obstacles.of(packages, null, KnotConcessions.NONE, Budget.unlimited())));
  }

  @Test
  void missingGradesAreSaid() {
    PackageProblem packages = Named.of(TWO);
    PackageProblem silent =
        new PackageProblem(
            TWO,
            packages.seats(),
            packages.matters(),
            List.of(),
            List.of("Party 2"),
            ApprovalChain.NONE,
            List.of(new PackageNote.SilentSignatories(List.of("Party 2"))));
    assertEquals(
        "8 of 12 grades are on record; an option without a grade counts as tolerable.",
        PackageWording.of(silent).missingGrades());
    assertEquals("", PackageWording.of(packages).missingGrades());
    assertEquals(
        List.of(
            "Nothing is on record of what Party 2 would accept; the answers are among the others"
                + " alone."),
        PackageWording.of(silent).notes());
  }

  private static String mattersMost(Problem problem, Budget budget) {
    return PackageWording.of(Named.of(problem))
        .mattersMost(Pivots.find(problem, false, budget), problem.everyone());
  }
}
