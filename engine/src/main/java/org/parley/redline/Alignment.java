package org.parley.redline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Aligns two sequences in order: equal elements first (Myers 1986). In the gaps between them, the
/// pairs with the greatest sum of likenesses (Needleman and Wunsch 1970).
final class Alignment {

  /// Beyond this many pairs in a gap, it counts as changed altogether.
  static final int MOST_PAIRS = 100_000;

  /// How alike two elements are: 0 for not at all.
  interface Likeness {
    int of(int before, int after);
  }

  private Alignment() {}

  /// The steps from one sequence to the other. Removals come before additions in a gap.
  static List<MyersDiff.Step> of(int before, int after, MyersDiff.Same same, Likeness likeness) {
    List<MyersDiff.Step> steps = new ArrayList<>();
    List<Integer> removed = new ArrayList<>();
    List<Integer> added = new ArrayList<>();
    for (MyersDiff.Step each : MyersDiff.of(before, after, same)) {
      if (each.after() < 0) {
        removed.add(each.before());
      } else if (each.before() < 0) {
        added.add(each.after());
      } else {
        gap(removed, added, likeness, steps);
        steps.add(each);
      }
    }
    gap(removed, added, likeness, steps);
    return steps;
  }

  private static void gap(
      List<Integer> removed, List<Integer> added, Likeness likeness, List<MyersDiff.Step> steps) {
    int[] partners = new int[removed.size()];
    Arrays.fill(partners, -1);
    if (!removed.isEmpty() && !added.isEmpty() && pairs(removed, added) <= MOST_PAIRS) {
      pair(removed, added, likeness, partners);
    }
    int next = 0;
    for (int i = 0; i < partners.length; i++) {
      int to = partners[i];
      if (to < 0) {
        steps.add(new MyersDiff.Step(removed.get(i), -1));
        continue;
      }
      for (; next < to; next++) {
        steps.add(new MyersDiff.Step(-1, added.get(next)));
      }
      steps.add(new MyersDiff.Step(removed.get(i), added.get(next)));
      next++;
    }
    for (; next < added.size(); next++) {
      steps.add(new MyersDiff.Step(-1, added.get(next)));
    }
    removed.clear();
    added.clear();
  }

  private static long pairs(List<Integer> removed, List<Integer> added) {
    return (long) removed.size() * added.size();
  }

  private static void pair(
      List<Integer> removed, List<Integer> added, Likeness likeness, int[] partners) {
    int n = removed.size();
    int m = added.size();
    int[][] like = new int[n][m];
    int[][] best = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        like[i][j] = likeness.of(removed.get(i), added.get(j));
        int paired = like[i][j] == 0 ? 0 : Math.addExact(like[i][j], best[i + 1][j + 1]);
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    while (i < n && j < m) {
      if (like[i][j] > 0 && best[i][j] == like[i][j] + best[i + 1][j + 1]) {
        partners[i] = j;
        i++;
        j++;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
