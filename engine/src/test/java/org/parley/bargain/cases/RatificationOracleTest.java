package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Choice;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.approval.Percents;
import org.parley.bargain.approval.VoteQuestion;
import org.parley.exact.Budget;
import org.parley.model.PartyId;
import org.parley.model.text.InstrumentId;

/// The fates of packages after signature, against every package one by one.
class RatificationOracleTest {

  private static final int CASES = 120;

  private static ApprovalChain chain(Problem problem, Random random) {
    List<ApprovalChain.Outsider> outsiders = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Set<Choice> redLines = new TreeSet<>();
      List<List<Long>> worths = new ArrayList<>();
      for (int point = 0; point < problem.points().size(); point++) {
        int options = problem.points().get(point).options().size();
        if (random.nextInt(3) == 0) {
          redLines.add(new Choice(point, random.nextInt(options)));
        }
        worths.add(random.longs(options, 0, 10).boxed().toList());
      }
      outsiders.add(
          new ApprovalChain.Outsider(
              new PartyId("O" + i),
              "O" + i,
              new Problem.Party("O" + i, worths, redLines, random.nextBoolean() ? null : 9L),
              random.nextInt(4) > 0));
    }
    List<ApprovalChain.ChainStage> stages = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      List<ApprovalChain.Way> ways = new ArrayList<>();
      for (int k = 1 + random.nextInt(2); k > 0; k--) {
        List<OptionSet> when = random.nextBoolean() ? List.of() : List.of(term(problem, random));
        ways.add(new ApprovalChain.Way(when, List.of(approver(problem, random))));
      }
      stages.add(new ApprovalChain.ChainStage(new InstrumentId("i"), "Stage " + i, ways));
    }
    return new ApprovalChain(stages, outsiders);
  }

  private static OptionSet term(Problem problem, Random random) {
    int point = random.nextInt(problem.points().size());
    return OptionSet.of(point, random.nextInt(problem.points().get(point).options().size()));
  }

  private static ApprovalChain.Approver approver(Problem problem, Random random) {
    Percents range = new Percents(40, 40 + random.nextInt(30));
    return switch (random.nextInt(3)) {
      case 0 ->
          new ApprovalChain.Approver(random.nextInt(2), Optional.empty(), List.of(), List.of());
      case 1 ->
          new ApprovalChain.Approver(
              random.nextInt(2),
              Optional.of(VoteQuestion.VotingRule.MAJORITY),
              List.of(),
              List.of(
                  new ApprovalChain.Expected(
                      List.of(term(problem, random)), range, Optional.empty(), null),
                  new ApprovalChain.Expected(List.of(), range, Optional.empty(), null)));
      default ->
          new ApprovalChain.Approver(
              0,
              Optional.of(VoteQuestion.VotingRule.MAJORITY),
              List.of(
                  new ApprovalChain.Faction(0, 40, Optional.empty(), null),
                  new ApprovalChain.Faction(1, 50, Optional.of(range), null)),
              List.of());
    };
  }

  private static PackageProblem with(PackageProblem packages, ApprovalChain chain) {
    return new PackageProblem(
        packages.problem(),
        packages.seats(),
        packages.matters(),
        packages.linkages(),
        packages.silent(),
        chain,
        packages.notes());
  }

  @Test
  void everyPackageHasTheFateOfItsDecisiveOptions() {
    int fates = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Problem problem = RandomProblems.small(seed);
      Random random = new Random(seed);
      ApprovalChain chain = chain(problem, random);
      PackageProblem packages = with(Named.of(problem), chain);
      Ratification found = Ratification.of(packages, Budget.unlimited());
      if (found.unjudged()) {
        continue;
      }
      Map<List<Choice>, Long> signable = new LinkedHashMap<>();
      Map<List<Choice>, Ratification.Passage> passages = new LinkedHashMap<>();
      int[] options = new int[problem.points().size()];
      do {
        List<Choice> decisive = new ArrayList<>();
        for (int point : found.decisive()) {
          decisive.add(new Choice(point, options[point]));
        }
        Ratification.Passage passage = Ratification.judge(chain, options);
        Ratification.Passage other = passages.putIfAbsent(decisive, passage);
        assertTrue(other == null || other.equals(passage), "seed " + seed);
        int accepting = 0;
        for (int party = 0; party < problem.parties().size(); party++) {
          accepting |= problem.acceptableTo(party, options) ? 1 << party : 0;
        }
        if (problem.allows(options) && problem.signing().allows(accepting)) {
          signable.merge(decisive, 1L, Long::sum);
        }
      } while (next(problem, options));
      assertEquals(
          signable.keySet(),
          new LinkedHashSet<>(found.fates().stream().map(Ratification.Prospect::options).toList()),
          "seed " + seed);
      for (Ratification.Prospect fate : found.fates()) {
        assertEquals(passages.get(fate.options()), fate.passage(), "seed " + seed);
        assertTrue(
            fate.atLeast().signum() > 0
                && fate.atMost()
                        .compareTo(BigInteger.valueOf(signable.getOrDefault(fate.options(), 0L)))
                    <= 0,
            "seed " + seed);
        fates++;
      }
    }
    assertTrue(fates > CASES, "enough fates: " + fates);
  }

  private static boolean next(Problem problem, int[] options) {
    for (int point = options.length - 1; point >= 0; point--) {
      if (++options[point] < problem.points().get(point).options().size()) {
        return true;
      }
      options[point] = 0;
    }
    return false;
  }

  /// An indifferent point, or a second option that nobody tells from the first, multiplies nothing.
  @Test
  void whatNobodyTellsApartMultipliesNothing() {
    for (long seed = 1; seed <= CASES; seed++) {
      Problem problem = RandomProblems.small(seed);
      List<Problem.Point> points = new ArrayList<>(problem.points());
      points.add(new Problem.Point("indifferent", List.of("x", "y", "z")));
      Problem doubled =
          new Problem(
              problem.parties().stream()
                  .map(
                      party -> {
                        List<List<Long>> worths = new ArrayList<>(party.worths());
                        worths.add(List.of(0L, 0L, 0L));
                        return new Problem.Party(
                            party.id(), worths, party.redLines(), party.baseline());
                      })
                  .toList(),
              points,
              problem.linkages(),
              problem.jointWorths(),
              problem.signing());
      assertEquals(
          DistinctOutcomes.of(problem).points().stream().map(each -> each.options()).toList(),
          DistinctOutcomes.of(doubled).points().stream()
              .limit(problem.points().size())
              .map(each -> each.options())
              .toList(),
          "seed " + seed);
      assertEquals(
          1, DistinctOutcomes.of(doubled).points().getLast().options().size(), "seed " + seed);
    }
  }
}
