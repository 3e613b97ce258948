package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// Tables of bits hold the same vectors in the same places as lists, where what one party gains
/// others lose.
class GridOracleTest {

  private static final Budget FREE = Budget.unlimited();

  @Test
  void tablesHoldWhatListsHold() {
    int tables = 0;
    for (int seed = 0; seed < 24; seed++) {
      int parties = 3 + seed % 4;
      Problem problem = narrow(parties, parties < 5 ? 9 : 12, 4, seed);
      problem = seed % 3 == 1 ? RandomProblems.withBaselines(problem, 35) : problem;
      problem = seed % 5 == 2 ? withJointWorths(problem, seed) : problem;
      tables += assertSame(problem, "seed " + seed);
    }
    assertTrue(tables > 60, "tables " + tables);
  }

  @Test
  void tablesHoldWhatListsHoldForTheClassItself() {
    int tables = 0;
    for (int seed = 0; seed < 4; seed++) {
      Problem problem = RandomProblems.of(RandomProblems.Kind.C, 3, 12, 5, seed);
      problem = seed % 2 == 1 ? RandomProblems.withBaselines(problem, 40) : problem;
      tables += assertSame(problem, "seed " + seed);
    }
    assertTrue(tables > 20, "tables " + tables);
  }

  /// Goes through the points both ways; returns how many fronts were tables.
  private static int assertSame(Problem problem, String what) {
    Layers layers = Layers.of(problem, problem.everyone(), () -> false);
    Packing packing = new Packing(layers);
    Advance quick = new Advance(layers, packing, Advance.Ways.ALL);
    Advance slow = new Advance(layers, packing, Advance.Ways.LISTS);
    Advance.Kept kept = Advance.Kept.nothing(packing);
    Advance.Kept listed = kept;
    Random random = new Random(1);
    int tables = 0;
    for (int at = 0; at < layers.size(); at++) {
      kept = next(quick, at, kept);
      listed = next(slow, at, listed);
      assertEquals(listed.count(), kept.count(), what);
      for (int state = 0; state < kept.fronts().length; state++) {
        Front front = kept.fronts()[state];
        Front list = listed.fronts()[state];
        tables += front instanceof Grid ? 1 : 0;
        assertArrayEquals(list.list(), front.list(), what + " layer " + at);
        for (int draw = 0; draw < 200 && front.size() > 0; draw++) {
          int index = random.nextInt(front.size());
          long[] vector = list.vector(index);
          assertArrayEquals(vector, front.vector(index), what);
          assertEquals(index, front.find(vector), what);
          long[] other = vector.clone();
          int party = random.nextInt(packing.parties());
          long lane = packing.lane(other, 0, party);
          long moved = Math.floorMod(lane + random.nextInt(5) - 2, packing.range[party] + 1);
          other[packing.word[party]] += (moved - lane) << packing.shift[party];
          int partner = random.nextInt(packing.parties());
          lane = packing.lane(other, 0, partner);
          moved = Math.clamp(lane - random.nextInt(3), 0, packing.range[partner]);
          other[packing.word[partner]] += (moved - lane) << packing.shift[partner];
          assertEquals(list.find(other), front.find(other), what);
        }
      }
    }
    return tables;
  }

  private static Advance.Kept next(Advance advance, int at, Advance.Kept kept) {
    return Objects.requireNonNull(
        advance.next(at, kept, null, Long.MAX_VALUE, new Meter(FREE)), "stopped");
  }

  @Test
  void everyPackageIsTracedFromATable() {
    Problem problem = RandomProblems.withBaselines(narrow(4, 8, 4, 3), 30);
    Frontier frontier = Frontiers.find(problem, FREE).findAnswer().orElseThrow();
    BigInteger counted = BigInteger.ZERO;
    for (int entry = 0; entry < frontier.size(); entry++) {
      long[] worths = frontier.worths(entry);
      List<int[]> packages = new ArrayList<>();
      frontier.packagesOf(entry, 3, packages::add);
      for (int[] options : packages) {
        assertArrayEquals(worths, problem.worths(options));
      }
      counted = counted.add(frontier.countOf(entry));
    }
    assertEquals(BigInteger.valueOf(acceptable(problem, new int[8], 0)), counted);
  }

  private static int acceptable(Problem problem, int[] options, int point) {
    if (point == options.length) {
      return IntStream.range(0, 4).allMatch(party -> problem.acceptableTo(party, options)) ? 1 : 0;
    }
    int count = 0;
    for (int option = 0; option < 4; option++) {
      options[point] = option;
      count += acceptable(problem, options, point + 1);
    }
    return count;
  }

  @Test
  void aTableTooLargeForTheBudgetEndsInACover() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.C, 3, 20, 5, 1);
    Finding<Frontier> finding = Frontiers.find(problem, Budget.unlimited().withStates(12_000));
    assertTrue(finding instanceof Finding.Bounded);
    assertTrue(finding.findAnswer().orElseThrow().size() > 10);
    int[] asked = {0};
    Budget stopping = Budget.unlimited().withStop(() -> ++asked[0] > 10);
    assertTrue(Frontiers.find(problem, stopping) instanceof Finding.Bounded);
  }

  @Test
  void whoGoesThroughAllVectorsIsGivenNoMoreThanAskedFor() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.C, 3, 20, 5, 1);
    Budget few = Budget.unlimited().withStates(12_000);
    assertTrue(Frontiers.findListed(problem, few).findAnswer().orElseThrow().size() <= 12_000);
    Problem smaller = RandomProblems.of(RandomProblems.Kind.C, 3, 10, 5, 1);
    Frontier listed = Frontiers.findListed(smaller, FREE).findAnswer().orElseThrow();
    Frontier all = Frontiers.find(smaller, FREE).findAnswer().orElseThrow();
    assertEquals(all.size(), listed.size());
  }

  /// Each option hands out the same few units.
  private static Problem narrow(int parties, int points, int options, int seed) {
    Random random = new Random(seed);
    long[][][] worths = new long[parties][points][options];
    for (int point = 0; point < points; point++) {
      for (int option = 0; option < options; option++) {
        for (int unit = 0; unit < (parties < 5 ? 40 : 4); unit++) {
          worths[random.nextInt(parties)][point][option]++;
        }
      }
    }
    return RandomProblems.problem(worths, new Long[parties], List.of(), List.of());
  }

  /// What one gains by two points together another loses.
  private static Problem withJointWorths(Problem problem, int seed) {
    Random random = new Random(seed);
    List<JointWorth> joints = new ArrayList<>();
    for (int point = 0; point + 1 < problem.points().size(); point += 3) {
      List<OptionSet> terms =
          List.of(
              OptionSet.of(point, random.nextInt(4)), OptionSet.of(point + 1, random.nextInt(4)));
      joints.add(new JointWorth(0, terms, 7));
      joints.add(new JointWorth(2, terms, -7));
    }
    return new Problem(problem.parties(), problem.points(), List.of(), joints, problem.signing());
  }
}
