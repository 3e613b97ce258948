package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.SigningRule;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Joint worths that decide nothing are left out of counts: the same packages stay acceptable.
@NullMarked
class AcceptanceCoreOracleTest {

  private static final Budget STEPS = Budget.ofSteps(20_000_000);

  private static List<List<Integer>> acceptable(Problem problem, int parties) {
    return BruteForce.acceptable(problem, parties).stream()
        .map(each -> Arrays.stream(each).boxed().toList())
        .toList();
  }

  @Test
  void theSamePackagesAreAcceptableToEverySetOfParties() {
    int smaller = 0;
    for (long seed = 0; seed < 600; seed++) {
      Problem problem = RandomProblems.small(seed).withoutCaps();
      for (int parties = 1; parties <= problem.everyone(); parties++) {
        Problem core = AcceptanceCore.of(problem, parties);
        assertEquals(acceptable(problem, parties), acceptable(core, parties), "seed " + seed);
        smaller += core.jointWorths().size() < problem.jointWorths().size() ? 1 : 0;
      }
    }
    assertTrue(smaller > 100, smaller + " smaller");
  }

  /// Two parties, points of five options, and 80 joint worths of three points each.
  private static Problem wide(int points, List<@Nullable Long> baselines, long loss) {
    Random random = new Random(7);
    List<Problem.Point> all = new ArrayList<>();
    List<List<Long>> nothing = new ArrayList<>();
    for (int point = 0; point < points; point++) {
      all.add(new Problem.Point("p" + point, List.of("a", "b", "c", "d", "e")));
      nothing.add(List.of(0L, 0L, 0L, 0L, 0L));
    }
    List<JointWorth> joints = new ArrayList<>();
    for (int joint = 0; joint < 80; joint++) {
      List<OptionSet> terms = new ArrayList<>();
      for (int point : random.ints(0, points).distinct().limit(3).toArray()) {
        int least = random.nextInt(4);
        terms.add(OptionSet.of(point, least, least + 1));
      }
      joints.add(new JointWorth(joint % 2, terms, 1 + random.nextInt(99) - loss));
    }
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < 2; party++) {
      parties.add(new Problem.Party("P" + party, nothing, Set.of(), baselines.get(party)));
    }
    return new Problem(parties, all, List.of(), joints, SigningRule.all(2));
  }

  private static BigInteger counted(Problem problem) {
    Finding<Zone> found = Zones.find(problem, problem.everyone(), STEPS);
    assertTrue(found instanceof Finding.Proved, found.toString());
    return found.findAnswer().orElseThrow().atMost();
  }

  @Test
  void widelyLinkedWorthsWithoutBaselinesAreCounted() {
    BigInteger all = BigInteger.valueOf(5).pow(30);
    assertEquals(all, counted(wide(30, Arrays.asList(null, null), 0)));
    assertEquals(all, counted(wide(30, List.of(0L, -1L), 0)));
    assertEquals(all, counted(wide(30, Arrays.asList(null, -4_000L), 99)));
  }

  @Test
  void linkagesStillCount() {
    Problem free = wide(30, Arrays.asList(null, null), 0);
    Problem tied =
        free.withLinkages(
            List.of(
                new PackageConstraint.Forbidden(
                    "f", List.of(OptionSet.of(0, 1), OptionSet.of(29, 1, 2)))));
    BigInteger rest = BigInteger.valueOf(5).pow(28);
    assertEquals(rest.multiply(BigInteger.valueOf(23)), counted(tied));
  }

  @Test
  void aBaselineThatMayBeMissedKeepsItsWorths() {
    Problem problem = wide(14, Arrays.asList(200L, 200L), 0);
    assertSame(problem, AcceptanceCore.of(problem, 3));
    assertEquals(40, AcceptanceCore.of(problem, 1).jointWorths().size());
  }
}
