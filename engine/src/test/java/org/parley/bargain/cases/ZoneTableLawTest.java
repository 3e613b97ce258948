package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.SigningRule;
import org.parley.exact.Budget;

/// Which sets of parties are counted and in which order, and what each accepts by trying every
/// package.
class ZoneTableLawTest {

  /// Two points of two options among so many parties, some with a baseline, under every rule of how
  /// many have to sign.
  private static Problem problem(int parties, int atLeast, long seed) {
    Problem all =
        RandomProblems.withBaselines(
            RandomProblems.of(RandomProblems.Kind.U, parties, 2, 2, seed), seed == 3 ? 95 : 45);
    return new Problem(
        all.parties(),
        all.points(),
        all.linkages(),
        all.jointWorths(),
        new SigningRule(atLeast, new TreeSet<>(seed % 2 == 0 ? List.of() : List.of(0))));
  }

  private static List<String> names(int set) {
    return IntStream.range(0, 32).filter(i -> (set >> i & 1) == 1).mapToObj(i -> "" + i).toList();
  }

  /// The sets that a reader is shown: up to five parties every set that could sign or has two
  /// members; beyond, all, all but one, and pairs. The larger first, then as in a dictionary.
  private static List<Integer> sets(Problem problem) {
    int parties = problem.parties().size();
    List<Integer> sets = new ArrayList<>();
    for (int set = 1; set < 1 << parties; set++) {
      int size = Integer.bitCount(set);
      if (size == parties
          || (parties <= 5
              ? size > 1 || problem.signing().allows(set)
              : size == 2 || size == parties - 1)) {
        sets.add(set);
      }
    }
    sets.sort(
        Comparator.comparingInt((Integer set) -> -names(set).size())
            .thenComparing(set -> String.join(" ", names(set))));
    return sets;
  }

  private static long accepted(Problem problem, int set) {
    long accepted = 0;
    for (int one = 0; one < 2; one++) {
      for (int other = 0; other < 2; other++) {
        int[] options = {one, other};
        accepted +=
            problem.allows(options)
                    && IntStream.range(0, problem.parties().size())
                        .filter(party -> (set >> party & 1) == 1)
                        .allMatch(party -> problem.acceptableTo(party, options))
                ? 1
                : 0;
      }
    }
    return accepted;
  }

  @Test
  void everySetThatIsShownIsCountedInOrder() {
    int partial = 0;
    int none = 0;
    for (int parties = 1; parties <= 7; parties++) {
      for (int atLeast = 1; atLeast <= parties; atLeast++) {
        for (long seed = 0; seed < 4; seed++) {
          Problem problem = problem(parties, atLeast, seed);
          String what = parties + " parties, " + atLeast + " sign, seed " + seed;
          ZoneTable table = ZoneTable.of(problem, Budget.unlimited());
          assertEquals(
              sets(problem), table.rows().stream().map(ZoneTable.Row::parties).toList(), what);
          assertEquals(BigInteger.valueOf(4), table.all(), what);
          assertTrue(table.isExact(), what);
          for (ZoneTable.Row row : table.rows()) {
            assertEquals(accepted(problem, row.parties()), row.atMost().longValue(), what);
            assertEquals(problem.signing().allows(row.parties()), row.canSign(), what);
          }
          ZoneTable.Row best = best(table);
          assertEquals(best, table.best(), what);
          none += best.isEmpty() ? 1 : 0;
          partial += best.isEmpty() || best.equals(table.everyone()) ? 0 : 1;
          assertEquals(
              signable(problem), table.signable().map(each -> each.atMost().longValue()), what);
        }
      }
    }
    assertTrue(partial > 10 && none > 0, partial + " by some alone, " + none + " by none");
  }

  private static ZoneTable.Row best(ZoneTable table) {
    ZoneTable.Row best = table.everyone();
    int merit = -1;
    for (ZoneTable.Row row : table.rows()) {
      int each = row.isEmpty() ? 0 : row.canSign() ? 2 : 1;
      if (each > Math.max(0, merit)) {
        merit = each;
        best = row;
      }
    }
    return best;
  }

  /// How many packages enough parties accept; none where all have to sign, or where more than 64
  /// sets of parties may.
  private static Optional<Long> signable(Problem problem) {
    long signing =
        IntStream.rangeClosed(1, problem.everyone()).filter(problem.signing()::allows).count();
    if (signing == 1 || signing > 64) {
      return Optional.empty();
    }
    long count = 0;
    for (int one = 0; one < 2; one++) {
      for (int other = 0; other < 2; other++) {
        int[] options = {one, other};
        int accepting = 0;
        for (int party = 0; party < problem.parties().size(); party++) {
          accepting |= problem.acceptableTo(party, options) ? 1 << party : 0;
        }
        count += problem.allows(options) && problem.signing().allows(accepting) ? 1 : 0;
      }
    }
    return Optional.of(count);
  }

  /// What was not counted to its end is not exact.
  @Test
  void boundsAreNotExact() {
    ZoneTable.Row some = new ZoneTable.Row(3, BigInteger.ONE, BigInteger.TWO, true, false);
    ZoneTable.Row all = new ZoneTable.Row(1, BigInteger.TWO, BigInteger.TWO, true, false);
    assertEquals(
        List.of(false, true),
        List.of(
            new ZoneTable(BigInteger.TWO, List.of(all, some), Optional.empty()).isExact(),
            new ZoneTable(BigInteger.TWO, List.of(all), Optional.empty()).isExact()));
  }
}
