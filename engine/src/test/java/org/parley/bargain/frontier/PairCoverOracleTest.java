package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.check.FrontierCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.StoppedBy;

/// Covers made of two halves of the points, beside every package.
class PairCoverOracleTest {

  private static final Budget FREE = Budget.unlimited();

  /// Some with baselines and red lines.
  private static Problem drawn(long seed) {
    Problem plain =
        RandomProblems.of(
            RandomProblems.kind(seed), 2 + (int) (seed % 5), 2 + (int) (seed % 6), 3, seed);
    Random random = new Random(seed);
    Problem based =
        seed % 3 == 0 ? RandomProblems.withBaselines(plain, random.nextInt(30, 70)) : plain;
    List<Problem.Party> parties = new ArrayList<>();
    for (Problem.Party each : based.parties()) {
      Set<Choice> lines = new TreeSet<>();
      if (random.nextInt(6) == 0) {
        lines.add(new Choice(random.nextInt(plain.points().size()), random.nextInt(2)));
      }
      parties.add(each.withRedLines(lines));
    }
    return based.withParties(parties);
  }

  private static @Nullable PairCover pairs(Problem problem) {
    Layers layers = Layers.of(problem, problem.everyone(), () -> false);
    return layers.isEmpty()
        ? null
        : PairCover.of(problem, problem.everyone(), layers, new Packing(layers), FREE);
  }

  private static Frontier frontier(PairCover pairs, PairCover.PairedVectors kept, int parties) {
    return new Frontier(
        IntStream.range(0, parties).toArray(),
        kept.vectors().stream().map(PairCoverOracleTest::longs).toArray(long[][]::new),
        kept.packages(),
        pairs.halves());
  }

  private static long[] longs(List<Long> all) {
    return all.stream().mapToLong(Long::longValue).toArray();
  }

  /// Whether each package that counts is matched, by definition.
  private static boolean isCover(Problem problem, List<List<Long>> vectors, List<Long> within) {
    return BruteForce.frontier(raised(problem, within), problem.everyone()).keySet().stream()
        .allMatch(
            each ->
                vectors.stream()
                    .anyMatch(
                        kept -> {
                          boolean matches = true;
                          for (int party = 0; party < each.size(); party++) {
                            matches &= kept.get(party) >= each.get(party) - within.get(party);
                          }
                          return matches;
                        }));
  }

  private static Problem raised(Problem problem, List<Long> within) {
    List<Problem.Party> raised = new ArrayList<>();
    for (Problem.Party each : problem.parties()) {
      Long baseline = each.baseline();
      raised.add(
          each.withBaseline(
              baseline == null ? null : (Long) (baseline + within.get(raised.size()))));
    }
    return problem.withParties(raised);
  }

  @Test
  void everyPackageThatCountsIsMatchedAndTheCheckSaysSo() {
    int covers = 0;
    int refused = 0;
    for (long seed = 0; seed < 160; seed++) {
      Problem problem = drawn(seed);
      String what = "seed " + seed;
      PairCover pairs = pairs(problem);
      PairCover.PairedVectors kept =
          pairs == null ? null : pairs.improve(seed % 2 == 0 ? 0.05 : 0.1, FREE);
      if (pairs == null || kept == null) {
        continue;
      }
      covers++;
      assertTrue(isCover(problem, kept.vectors(), kept.loss()), what);
      for (int entry = 0; entry < kept.vectors().size(); entry++) {
        int[] options = kept.packages().get(entry).stream().mapToInt(Integer::intValue).toArray();
        assertEquals(
            kept.vectors().get(entry),
            Arrays.stream(problem.worths(options)).boxed().toList(),
            what);
      }
      Frontier frontier = frontier(pairs, kept, problem.parties().size());
      FrontierCertificate certificate = new FrontierCertificate(frontier, problem.everyone());
      assertEquals(
          new Verdict.Holds(), FrontierCheck.cover(problem, certificate, kept.loss(), FREE), what);
      for (int party = 0; party < problem.parties().size(); party++) {
        List<Long> less = new ArrayList<>(kept.loss());
        less.set(party, less.get(party) / 2);
        boolean holds = FrontierCheck.cover(problem, certificate, less, FREE).holds();
        // without baselines the pairs of vectors are those of the frontier
        assertTrue(!holds || isCover(problem, kept.vectors(), less), what);
        refused += holds ? 0 : 1;
      }
    }
    assertTrue(covers > 60 && refused > 30, covers + " covers, refused " + refused);
  }

  @Test
  void aCoverWithoutOneOfItsVectorsIsRefusedWhereItIsNone() {
    int refused = 0;
    for (long seed = 0; seed < 120; seed++) {
      Problem problem = drawn(seed);
      PairCover pairs = pairs(problem);
      PairCover.PairedVectors kept = pairs == null ? null : pairs.improve(0.05, FREE);
      if (pairs == null || kept == null || kept.vectors().size() < 2) {
        continue;
      }
      List<List<Long>> fewer = kept.vectors().subList(1, kept.vectors().size());
      PairCover.PairedVectors cut =
          new PairCover.PairedVectors(
              kept.loss(), kept.share(), fewer, kept.packages().subList(1, kept.packages().size()));
      FrontierCertificate certificate =
          new FrontierCertificate(
              frontier(pairs, cut, problem.parties().size()), problem.everyone());
      boolean holds = FrontierCheck.cover(problem, certificate, kept.loss(), FREE).holds();
      assertTrue(!holds || isCover(problem, fewer, kept.loss()), "seed " + seed);
      refused += holds ? 0 : 1;
    }
    assertTrue(refused > 30, "refused " + refused);
  }

  @Test
  void halvesOfOtherPointsAreRefused() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.U, 5, 6, 3, 1);
    PairCover pairs = pairs(problem);
    assertNotNull(pairs);
    PairCover.PairedVectors kept = pairs.improve(0.05, FREE);
    assertNotNull(kept);
    HalfFrontier first = pairs.halves().getFirst();
    Frontier frontier =
        new Frontier(
            new int[] {0, 1, 2, 3, 4},
            kept.vectors().stream().map(PairCoverOracleTest::longs).toArray(long[][]::new),
            kept.packages(),
            List.of(first, first));
    assertEquals(
        Verdict.Outcome.FAILS,
        FrontierCheck.cover(
                problem, new FrontierCertificate(frontier, problem.everyone()), kept.loss(), FREE)
            .outcome());
  }

  @Test
  void aLongSearchForSixPartiesThatIsStoppedGivesSuchACover() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.U, 6, 13, 5, 1);
    Finding<Frontier> found = Frontiers.find(problem, Budget.ofSteps(1_060_000));
    var bounded = assertInstanceOf(Finding.Bounded.class, found);
    assertEquals(StoppedBy.STEPS, bounded.stoppedBy());
    var cover = assertInstanceOf(PackageBound.Cover.class, bounded.bound());
    Frontier frontier = found.findAnswer().orElseThrow();
    assertEquals(2, frontier.halves().size());
    for (int party = 0; party < 6; party++) {
      long range =
          problem.parties().get(party).worths().stream()
              .mapToLong(
                  row ->
                      row.stream().max(Long::compare).orElseThrow()
                          - row.stream().min(Long::compare).orElseThrow())
              .sum();
      assertEquals(range / 20, cover.within().get(party), "party " + party);
    }
    assertEquals(
        new Verdict.Holds(),
        FrontierCheck.cover(
            problem, new FrontierCertificate(frontier, problem.everyone()), cover.within(), FREE));
  }

  @Test
  void aSearchThatIsStoppedMakesNone() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.U, 5, 8, 3, 1);
    PairCover pairs = pairs(problem);
    assertNotNull(pairs);
    assertNull(pairs.improve(0.05, Budget.ofSteps(3)));
  }
}
