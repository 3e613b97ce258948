package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.SigningRule;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

class ZonesOracleTest {

  @Test
  void countsLikeBruteForceWithShares() {
    for (long seed = 0; seed < 1000; seed++) {
      Problem problem = RandomProblems.small(seed);
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      switch (Zones.find(problem, problem.everyone(), Budget.unlimited())) {
        case Finding.Exhausted<Zone> other -> throw new AssertionError(other);
        case Finding.Impossible<Zone> _ -> assertTrue(all.isEmpty(), "seed " + seed);
        case Finding.Bounded<Zone> _ -> throw new AssertionError("seed " + seed);
        case Finding.Proved<Zone>(Zone zone, _) -> {
          assertEquals(BigInteger.valueOf(all.size()), zone.atMost(), "seed " + seed);
          Rational[][] shares = zone.shares(Budget.unlimited()).orElse(new Rational[0][]);
          for (int point = 0; point < shares.length; point++) {
            for (int option = 0; option < shares[point].length; option++) {
              int at = point;
              int way = option;
              long with = all.stream().filter(options -> options[at] == way).count();
              assertEquals(Rational.of(with, all.size()), shares[point][option], "seed " + seed);
            }
          }
        }
      }
    }
  }

  @Test
  void countsSignablePackagesLikeBruteForce() {
    for (long seed = 0; seed < 120; seed++) {
      Problem drawn = RandomProblems.small(seed);
      int parties = drawn.parties().size();
      Problem problem =
          drawn.withSigning(
              new SigningRule((int) (seed % parties) + 1, seed % 2 == 0 ? Set.of(0) : Set.of()));
      long expected =
          BruteForce.acceptable(problem, 0).stream()
              .filter(options -> problem.signing().allows(accepting(problem, options)))
              .count();
      Zones.BySigners counted =
          Zones.bySigners(problem, Budget.unlimited()).findAnswer().orElseThrow();
      assertEquals(BigInteger.valueOf(expected), counted.signable(), "seed " + seed);
      assertEquals(counted.signable(), counted.signableAtMost(), "seed " + seed);
      assertEquals(problem.everyone(), counted.bySet().size(), "seed " + seed);
      counted
          .bySet()
          .forEach(
              (set, between) -> {
                BigInteger all = BigInteger.valueOf(BruteForce.acceptable(problem, set).size());
                assertEquals(new PackageBound.CountBetween(all, all), between, "set " + set);
              });
    }
  }

  @Test
  void answersForEverySetWhereNotAllCanBeCounted() {
    int bounded = 0;
    for (long seed = 0; seed < 12; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
                  RandomProblems.of(RandomProblems.kind(seed), 3, 6, 4, seed), 45)
              .withSigning(new SigningRule(2, Set.of(0)));
      Finding<Zones.BySigners> finding =
          Zones.bySigners(problem, Budget.unlimited().withStates(60));
      Zones.BySigners counted = finding.findAnswer().orElseThrow();
      bounded += finding instanceof Finding.Bounded ? 1 : 0;
      assertEquals(7, counted.bySet().size(), "seed " + seed);
      counted
          .bySet()
          .forEach(
              (set, between) -> {
                long all = BruteForce.acceptable(problem, set).size();
                assertTrue(between.atLeast().longValueExact() <= all, "set " + set);
                assertTrue(between.atMost().longValueExact() >= all, "set " + set);
              });
      long signable =
          BruteForce.acceptable(problem, 0).stream()
              .filter(options -> problem.signing().allows(accepting(problem, options)))
              .count();
      assertTrue(counted.signable().longValueExact() <= signable, "seed " + seed);
      assertTrue(counted.signableAtMost().longValueExact() >= signable, "seed " + seed);
    }
    assertTrue(bounded > 4, "bounded " + bounded);
  }

  private static int accepting(Problem problem, int[] options) {
    int set = 0;
    for (int party = 0; party < problem.parties().size(); party++) {
      set |= problem.acceptableTo(party, options) ? 1 << party : 0;
    }
    return set;
  }

  @Test
  void boundsTheCountOnBothSidesWhereTheDiagramIsTooLarge() {
    int bounded = 0;
    for (long seed = 0; seed < 40; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.kind(seed), 3, 6, 4, seed), 45);
      long exact = BruteForce.acceptable(problem, problem.everyone()).size();
      Finding<Zone> finding =
          Zones.find(problem, problem.everyone(), Budget.unlimited().withStates(100));
      if (finding instanceof Finding.Bounded<Zone>(Zone zone, _, _)) {
        bounded++;
        assertTrue(zone.atLeast().longValueExact() <= exact, "seed " + seed);
        assertTrue(zone.atMost().longValueExact() >= exact, "seed " + seed);
        WilsonEstimate estimate = zone.estimate(seed, 2000, Budget.unlimited());
        double share = exact / zone.atMost().doubleValue();
        assertTrue(Math.abs(share - estimate.share()) < 0.08, "seed " + seed + " " + estimate);
        int[] options =
            zone.draw(new SplittableRandom(seed), new Meter(Budget.ofSteps(1000))).orElse(null);
        assertTrue(
            options == null || accepting(problem, options) == problem.everyone(), "seed " + seed);
      }
    }
    assertTrue(bounded > 15, "bounded " + bounded);
  }

  @Test
  void drawsEachPackageEquallyOften() {
    Problem problem =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.U, 2, 3, 3, 7), 60);
    Zone zone =
        Zones.find(problem, problem.everyone(), Budget.unlimited()).findAnswer().orElseThrow();
    int packages = zone.atMost().intValueExact();
    assertTrue(packages > 3, "packages " + packages);
    Map<List<Integer>, Integer> hits = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 1000 * packages; draw++) {
      int[] options = zone.draw(random, new Meter(Budget.unlimited())).orElseThrow();
      hits.merge(Arrays.stream(options).boxed().toList(), 1, Integer::sum);
    }
    assertEquals(packages, hits.size());
    for (int count : hits.values()) {
      assertTrue(Math.abs(count - 1000) < 200, "hits " + count);
    }
  }
}
