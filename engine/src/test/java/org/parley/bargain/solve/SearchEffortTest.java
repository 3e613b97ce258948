package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.exact.Budget;

/// The effort of the searches, in steps: no bound, order or cut can be lost unnoticed, though the
/// answer would stay the same.
///
/// Steps are counted, not timed, so that load changes nothing. Weights are moved in floating point
/// that is the same on every machine (`StrictMath`). Whoever changes a search changes its figures
/// here.
class SearchEffortTest {

  /// Parties, points, options and seed, of a constant sum if so marked, or the seed of a small
  /// problem with linkages; the rule; the search; the least steps with which it ends.
  private static final String EFFORT =
      """
      3 14 5 1 NASH dual 71
      3 14 5 1 KALAI_SMORODINSKY default 56
      3 14 5 1 KALAI_SMORODINSKY dual 839
      3 14 5 1 LEXIMIN default 56
      3 14 5 1 LEXIMIN dual 839
      3 14 5 1 EQUAL_GAINS dual 206
      3 14 5 2 NASH dual 71
      3 14 5 2 KALAI_SMORODINSKY dual 259
      3 14 5 2 LEXIMIN dual 259
      3 14 5 3 EQUAL_GAINS dual 2032
      3 14 5 4 KALAI_SMORODINSKY dual 399
      3 14 5 4 LEXIMIN dual 399
      3 14 5 4 EQUAL_GAINS dual 516
      4 12 4 1 KALAI_SMORODINSKY default 4
      4 12 4 1 KALAI_SMORODINSKY dual 609
      4 12 4 1 LEXIMIN default 4
      4 12 4 1 LEXIMIN dual 609
      4 12 4 1 EQUAL_GAINS dual 441
      4 12 4 2 KALAI_SMORODINSKY default 51
      4 12 4 2 KALAI_SMORODINSKY dual 129
      4 12 4 2 LEXIMIN default 51
      4 12 4 2 LEXIMIN dual 129
      4 12 4 3 EQUAL_GAINS dual 5631
      4 12 4 4 NASH dual 49
      4 12 4 4 KALAI_SMORODINSKY dual 293
      4 12 4 4 LEXIMIN dual 293
      4 12 4 4 EQUAL_GAINS dual 165
      5 10 4 1 NASH default 3
      5 10 4 1 NASH dual 41
      5 10 4 1 KALAI_SMORODINSKY default 99
      5 10 4 1 KALAI_SMORODINSKY dual 486
      5 10 4 1 LEXIMIN default 99
      5 10 4 1 LEXIMIN dual 486
      5 10 4 1 EQUAL_GAINS dual 365
      5 10 4 2 NASH dual 41
      5 10 4 2 KALAI_SMORODINSKY default 66
      5 10 4 2 KALAI_SMORODINSKY dual 690
      5 10 4 2 LEXIMIN default 66
      5 10 4 2 LEXIMIN dual 690
      5 10 4 2 EQUAL_GAINS dual 997
      5 10 4 4 NASH dual 49
      5 10 4 4 KALAI_SMORODINSKY dual 590
      5 10 4 4 LEXIMIN dual 590
      5 10 4 4 EQUAL_GAINS dual 409
      2 20 5 1 KALAI_SMORODINSKY dual 263
      2 20 5 1 LEXIMIN dual 263
      2 20 5 1 EQUAL_GAINS dual 366
      2 20 5 2 NASH default 4
      2 20 5 2 KALAI_SMORODINSKY dual 8883
      2 20 5 2 LEXIMIN dual 8883
      2 20 5 4 KALAI_SMORODINSKY dual 233
      2 20 5 4 LEXIMIN dual 233
      2 20 5 4 EQUAL_GAINS dual 401
      constant 6 26 5 1 LEXIMIN default 4
      constant 6 26 5 2 KALAI_SMORODINSKY default 6
      constant 6 40 5 2 NASH default 19
      constant 6 40 5 2 KALAI_SMORODINSKY default 8
      constant 6 40 5 3 KALAI_SMORODINSKY default 49
      linked 0 LEXIMIN dual 17
      linked 7 LEXIMIN dual 41
      linked 27 KALAI_SMORODINSKY default 22
      linked 321 UTILITARIAN dual 14
      linked 33 EQUAL_GAINS dual 209
      linked 39 KALAI_SMORODINSKY dual 32
      linked 40 LEXIMIN default 27
      linked 50 KALAI_SMORODINSKY dual 23
      linked 56 LEXIMIN dual 12
      linked 60 LEXIMIN dual 33
      linked 63 EQUAL_GAINS dual 26
      linked 66 EQUAL_GAINS dual 15
      linked 68 EQUAL_GAINS dual 14
      linked 77 NASH dual 13
      linked 77 EQUAL_GAINS dual 13
      linked 83 KALAI_SMORODINSKY dual 49
      linked 85 LEXIMIN dual 18
      linked 90 EQUAL_GAINS dual 48
      linked 94 EQUAL_GAINS dual 15
      linked 102 LEXIMIN dual 14
      linked 104 NASH dual 49
      linked 106 LEXIMIN dual 19
      linked 114 LEXIMIN default 14
      linked 115 EQUAL_GAINS default 31
      linked 127 KALAI_SMORODINSKY default 110
      linked 134 KALAI_SMORODINSKY dual 308
      linked 137 EQUAL_GAINS dual 18
      linked 139 EQUAL_GAINS dual 20
      linked 144 LEXIMIN dual 16
      linked 158 KALAI_SMORODINSKY dual 15
      linked 167 LEXIMIN default 16
      linked 173 EQUAL_GAINS default 14
      linked 177 EQUAL_GAINS default 14
      linked 178 EQUAL_GAINS default 35
      """;

  static Stream<String> lines() {
    return EFFORT.lines();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsWithAsManySteps(String line) {
    List<String> words = List.of(line.split(" "));
    int rest = words.size() - 3;
    Problem problem = problem(words.subList(0, rest));
    Solution.Kind kind = Solution.Kind.valueOf(words.get(rest));
    boolean dual = words.get(rest + 1).equals("dual");
    long steps = Long.parseLong(words.get(rest + 2));
    assertEquals(
        List.of(false, true),
        List.of(ends(problem, kind, dual, steps - 1), ends(problem, kind, dual, steps)),
        "ends with a step less, and with so many");
  }

  private static Problem problem(List<String> words) {
    if (words.getFirst().equals("linked")) {
      return RandomProblems.withoutBudgets(RandomProblems.small(Long.parseLong(words.get(1))));
    }
    boolean isConstant = words.getFirst().equals("constant");
    List<Integer> size = words.stream().skip(isConstant ? 1 : 0).map(Integer::valueOf).toList();
    int seed = size.get(3);
    RandomProblems.Kind kind = isConstant ? RandomProblems.Kind.C : RandomProblems.kind(seed);
    return RandomProblems.withBaselines(
        RandomProblems.of(kind, size.get(0), size.get(1), size.get(2), seed), 30);
  }

  private static boolean ends(Problem problem, Solution.Kind kind, boolean dual, long steps) {
    Budget budget = Budget.ofSteps(steps);
    return (dual
            ? Solutions.find(problem, kind, DualBranchAndBound::new, budget)
            : Solutions.find(problem, kind, budget))
        .isComplete();
  }
}
