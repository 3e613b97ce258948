package org.parley.redline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The shortest edit script between two sequences (Myers 1986): furthest reaching paths for 0, 1,
/// 2, ... changes.
final class MyersDiff {

  /// Beyond this many changes, the rest counts as changed altogether.
  static final int MOST_CHANGES = 4000;

  /// Whether element `before` of one sequence equals element `after` of the other.
  interface Same {
    boolean test(int before, int after);
  }

  /// A step: an element that is kept, removed (`after` is -1) or added (`before` is -1).
  record Step(int before, int after) {}

  private MyersDiff() {}

  static List<Step> of(int before, int after, Same same) {
    int head = 0;
    while (head < before && head < after && same.test(head, head)) {
      head++;
    }
    int tail = 0;
    while (tail < before - head
        && tail < after - head
        && same.test(before - 1 - tail, after - 1 - tail)) {
      tail++;
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      steps.add(new Step(i, i));
    }
    int from = head;
    for (Step step :
        middle(
            before - head - tail, after - head - tail, (i, j) -> same.test(from + i, from + j))) {
      steps.add(
          new Step(
              step.before < 0 ? -1 : step.before + head, step.after < 0 ? -1 : step.after + head));
    }
    for (int i = tail; i > 0; i--) {
      steps.add(new Step(before - i, after - i));
    }
    return steps;
  }

  private static List<Step> middle(int n, int m, Same same) {
    List<int[]> reached = new ArrayList<>();
    int most = Math.min(n + m, MOST_CHANGES);
    int[] furthest = new int[2 * most + 3];
    int zero = most + 1;
    for (int changes = 0; changes <= most; changes++) {
      for (int k = -changes; k <= changes; k += 2) {
        boolean down =
            k == -changes || (k != changes && furthest[zero + k - 1] < furthest[zero + k + 1]);
        int x = down ? furthest[zero + k + 1] : furthest[zero + k - 1] + 1;
        int y = x - k;
        while (x < n && y < m && same.test(x, y)) {
          x++;
          y++;
        }
        furthest[zero + k] = x;
        if (x >= n && y >= m) {
          reached.add(copy(furthest, zero, changes));
          return back(reached, n, m);
        }
      }
      reached.add(copy(furthest, zero, changes));
    }
    List<Step> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(new Step(i, -1));
    }
    for (int j = 0; j < m; j++) {
      all.add(new Step(-1, j));
    }
    return all;
  }

  /// The part of the paths within reach of a number of changes: diagonals from -changes to changes.
  private static int[] copy(int[] furthest, int zero, int changes) {
    int[] part = new int[2 * changes + 1];
    System.arraycopy(furthest, zero - changes, part, 0, part.length);
    return part;
  }

  private static List<Step> back(List<int[]> reached, int n, int m) {
    List<Step> steps = new ArrayList<>();
    int x = n;
    int y = m;
    for (int changes = reached.size() - 1; changes > 0; changes--) {
      int[] before = reached.get(changes - 1);
      int zero = changes - 1;
      int k = x - y;
      boolean down =
          k == -changes || (k != changes && at(before, zero + k - 1) < at(before, zero + k + 1));
      int fromX = down ? at(before, zero + k + 1) : at(before, zero + k - 1);
      int fromY = fromX - (down ? k + 1 : k - 1);
      while (x > (down ? fromX : fromX + 1) && y > (down ? fromY + 1 : fromY)) {
        x--;
        y--;
        steps.add(new Step(x, y));
      }
      if (down) {
        y--;
        steps.add(new Step(-1, y));
      } else {
        x--;
        steps.add(new Step(x, -1));
      }
    }
    while (x > 0 && y > 0) {
      x--;
      y--;
      steps.add(new Step(x, y));
    }
    Collections.reverse(steps);
    return steps;
  }

  private static int at(int[] part, int index) {
    return index < 0 || index >= part.length ? -1 : part[index];
  }
}
