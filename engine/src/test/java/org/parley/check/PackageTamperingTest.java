package org.parley.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.NothingAcceptable;
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

/// What is found of packages, altered in every way: refused, or still true.
class PackageTamperingTest {

  private static final Budget FREE = Budget.unlimited();

  private record Solved(Solution solution, SolutionCertificate certificate) {}

  @Test
  void everyAlteredSolutionIsRefusedOrStillWhatItsRulePicks() {
    var tally = new Tampering.Tally();
    int proofs = 0;
    for (long seed = 0; seed < 40 && proofs < 25; seed++) {
      Problem problem = RandomProblems.small(seed);
      if (packages(problem) > 30) {
        continue;
      }
      Set<List<Integer>> acceptable = acceptable(problem);
      for (Solution.Kind kind : Solution.Kind.values()) {
        if (!(Solutions.find(problem, kind, FREE)
            instanceof
            Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate))) {
          continue;
        }
        proofs++;
        String what = "seed " + seed + " " + kind + ": ";
        assertTrue(holds(problem, new Solved(solution, certificate)), what);
        for (var altered : Tampering.of(new Solved(solution, certificate))) {
          Solved claimed = altered.value();
          boolean refused = !holds(problem, claimed);
          tally.note(altered, refused);
          assertTrue(
              refused || isPicked(problem, acceptable, claimed.solution, kind, solution),
              () -> what + altered);
        }
      }
    }
    assertTrue(proofs > 10 && tally.refused() > 300, tally::toString);
    // any weights prove what is true, as long as they rule out enough; to claim fewer ties is no
    // lie
    assertEquals(
        Set.of(),
        tally.neverRefused().stream()
            .filter(each -> !each.startsWith("certificate.multipliers"))
            .filter(each -> !each.equals("solution.allTies"))
            .collect(java.util.stream.Collectors.toSet()));
  }

  private static boolean holds(Problem problem, Solved claimed) {
    return SolutionCheck.solution(problem, claimed.solution, claimed.certificate, FREE).outcome()
            == Verdict.Outcome.HOLDS
        && SolutionCheck.measure(problem, claimed.certificate, FREE).outcome()
            == Verdict.Outcome.HOLDS
        && SolutionCheck.ties(problem, claimed.solution, claimed.certificate, FREE).outcome()
            == Verdict.Outcome.HOLDS;
  }

  /// Whether a solution says of the problem what is true: every package picked is acceptable, worth
  /// what it says and as good as the best; where all ties are claimed, all are there.
  private static boolean isPicked(
      Problem problem,
      Set<List<Integer>> acceptable,
      Solution claimed,
      Solution.Kind kind,
      Solution found) {
    Set<List<Long>> ties = new HashSet<>();
    found.outcomes().forEach(each -> ties.add(each.worths()));
    Set<List<Long>> named = new HashSet<>();
    for (Solution.Outcome outcome : claimed.outcomes()) {
      int[] options = outcome.options().stream().mapToInt(Integer::intValue).toArray();
      if (!acceptable.contains(outcome.options())
          || !java.util.Arrays.stream(problem.worths(options))
              .boxed()
              .toList()
              .equals(outcome.worths())) {
        return false;
      }
      named.add(outcome.worths());
    }
    return claimed.kind() == kind
        && claimed.value().equals(found.value())
        && named.size() == claimed.outcomes().size()
        && ties.containsAll(named)
        && !named.isEmpty()
        && (!claimed.allTies() || (found.allTies() && named.equals(ties)));
  }

  private static int packages(Problem problem) {
    return problem.points().stream()
        .mapToInt(point -> point.options().size())
        .reduce(1, Math::multiplyExact);
  }

  private static Set<List<Integer>> acceptable(Problem problem) {
    Set<List<Integer>> all = new HashSet<>();
    for (int[] options : BruteForce.acceptable(problem, problem.everyone())) {
      all.add(java.util.Arrays.stream(options).boxed().toList());
    }
    return all;
  }

  @Test
  void noSolutionHoldsForAnAlteredProblemThatHasABetterOne() {
    int better = 0;
    for (long seed = 0; seed < 5; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.kind(seed), 2, 3, 3, seed), 30);
      for (Solution.Kind kind : Solution.Kind.values()) {
        if (Solutions.find(problem, kind, FREE)
            instanceof
            Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate)) {
          for (var altered : Tampering.of(problem)) {
            Problem other = altered.value();
            List<List<Long>> picked =
                Solutions.find(other, kind, FREE).findAnswer().stream()
                    .flatMap(each -> each.outcomes().stream())
                    .map(Solution.Outcome::worths)
                    .toList();
            if (!picked.contains(solution.outcomes().getFirst().worths())) {
              better++;
              String what = "seed " + seed + " " + kind + ": ";
              assertTrue(!holds(other, new Solved(solution, certificate)), () -> what + altered);
            }
          }
        }
      }
    }
    assertTrue(better > 50, "better " + better);
  }

  @Test
  void everyAlteredListOfClashesIsRefusedOrStillAllOfThem() {
    var tally = new Tampering.Tally();
    int lists = 0;
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 75);
      Clashes clashes = Bridges.find(problem, FREE).findAnswer().orElse(null);
      if (clashes == null
          || clashes.clashes().isEmpty()
          || clashes.ways().size() * packages(problem) > 100) {
        continue;
      }
      lists++;
      String what = "seed " + seed + ": ";
      List<Object> said = says(problem, clashes);
      for (var altered : Tampering.of(clashes, PartyDemand.of(problem))) {
        boolean refused =
            ClashCheck.clashes(problem, altered.value(), FREE).outcome() != Verdict.Outcome.HOLDS;
        tally.note(altered, refused);
        assertTrue(refused || says(problem, altered.value()).equals(said), () -> what + altered);
      }
    }
    assertTrue(lists > 4 && tally.refused() > 300, tally::toString);
    assertEquals(Set.of(), tally.neverRefused());
  }

  /// What a list says, without its order; how much a way opens by counting it.
  private static List<Object> says(Problem problem, Clashes clashes) {
    List<Object> clashed = new ArrayList<>();
    clashes.clashes().forEach(each -> clashed.add(new HashSet<>(each)));
    List<Object> ways = new ArrayList<>();
    for (Clashes.Way way : clashes.ways()) {
      List<PartyDemand> kept =
          PartyDemand.of(problem).stream().filter(each -> !way.giveUp().contains(each)).toList();
      Problem variant = PartyDemand.keeping(problem, kept);
      BigInteger opens =
          BigInteger.valueOf(BruteForce.acceptable(variant, variant.everyone()).size());
      boolean within =
          way.opensAtLeast().compareTo(opens) <= 0 && opens.compareTo(way.opensAtMost()) <= 0;
      ways.add(List.of(new HashSet<>(way.giveUp()), within, way.giveUp().size()));
    }
    clashed.sort(Comparator.comparing(Object::toString));
    ways.sort(Comparator.comparing(Object::toString));
    return List.of(new HashSet<>(clashed), clashed.size(), new HashSet<>(ways), ways.size());
  }

  @Test
  void thatNothingIsAcceptableIsRefusedWhereSomethingIs() {
    int refused = 0;
    int held = 0;
    for (long seed = 0; seed < 40; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 75);
      if (packages(problem) > 100) {
        continue;
      }
      for (int parties = 1; parties <= problem.everyone(); parties++) {
        for (NothingAcceptable.Reason reason : NothingAcceptable.Reason.values()) {
          var claim = new NothingAcceptable(parties, reason);
          boolean empty = BruteForce.acceptable(problem, parties).isEmpty();
          boolean none =
              switch (reason) {
                case NO_PACKAGE ->
                    BruteForce.acceptable(
                            problem.withParties(
                                problem.parties().stream()
                                    .map(party -> party.withBaseline(null))
                                    .toList()),
                            parties)
                        .isEmpty();
                case BASELINES_OUT_OF_REACH -> empty;
              };
          assertEquals(
              none ? Verdict.Outcome.HOLDS : Verdict.Outcome.FAILS,
              PackageCheck.nothingAcceptable(problem, claim, FREE).outcome(),
              "seed " + seed + " " + claim);
          refused += none ? 0 : 1;
          held += none ? 1 : 0;
        }
      }
    }
    assertTrue(refused > 200 && held > 50, refused + " refused, " + held + " held");
  }

  /// A frontier cannot be altered: it traces its packages through layers that only the search
  /// makes. So the problem is.
  @Test
  void noFrontierHoldsForAnAlteredProblemThatHasAnother() {
    int other = 0;
    for (long seed = 0; seed < 16; seed++) {
      Problem problem = seed % 2 == 0 ? RandomProblems.small(seed) : plain(seed);
      if (!(Frontiers.find(problem, FREE)
          instanceof Finding.Proved<Frontier>(_, FrontierCertificate certificate))) {
        continue;
      }
      for (var altered : Tampering.of(problem)) {
        Problem changed = altered.value();
        if (certificate.parties() == changed.everyone()
            && !BruteForce.frontier(changed, changed.everyone())
                .keySet()
                .equals(BruteForce.frontier(problem, problem.everyone()).keySet())) {
          other++;
          String what = "seed " + seed + ": ";
          assertTrue(
              FrontierCheck.frontier(changed, certificate, FREE).outcome() != Verdict.Outcome.HOLDS,
              () -> what + altered);
        }
      }
    }
    assertTrue(other > 50, "other " + other);
  }

  private static Problem plain(long seed) {
    return RandomProblems.withBaselines(
        RandomProblems.of(RandomProblems.kind(seed / 2), 2 + (int) (seed % 3), 3, 3, seed), 40);
  }

  @Test
  void noFrontierHoldsAsThinnedByLessThanItLeavesOut() {
    int thinned = 0;
    for (long seed = 0; seed < 20; seed++) {
      Problem problem = plain(seed);
      if (Frontiers.find(problem, FREE)
          instanceof Finding.Proved<Frontier>(_, FrontierCertificate certificate)) {
        List<Long> within =
            new ArrayList<>(java.util.Collections.nCopies(problem.parties().size(), 0L));
        assertEquals(
            Verdict.Outcome.HOLDS,
            FrontierCheck.cover(problem, certificate, within, FREE).outcome());
        within.set(0, -1L);
        thinned++;
        assertTrue(
            FrontierCheck.cover(problem, certificate, within, FREE).outcome()
                != Verdict.Outcome.HOLDS,
            "seed " + seed);
      }
    }
    assertTrue(thinned > 10, "thinned " + thinned);
  }
}
