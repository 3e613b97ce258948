package org.parley.bargain.linked;

import java.util.SplittableRandom;

/// Looks for good packages by changing one point at a time, from random starts; decides nothing.
///
/// Seeded, so that the same problem gives the same packages. Cost of a start: some rounds of the
/// steps of all points, each times the boxes on the point.
final class HillClimb {

  private static final int SHAKEN = 4;
  private static final int FROM_AFRESH = 10;

  private final LinkedForm form;
  private final Corners corners;
  private final SplittableRandom random = new SplittableRandom(1);
  private final double penalty;
  private final PackageState state;

  HillClimb(LinkedForm form, Corners corners) {
    this.form = form;
    this.corners = corners;
    state = new PackageState(form);
    penalty = 4.0 * ((double) form.span(0) + (double) form.span(1));
  }

  /// Climbs from several starts: some at random, the others from the best so far, shaken.
  void climb(double[] weights, int starts) {
    int[] best = null;
    double most = 0;
    for (int start = 0; start < starts && !corners.areNone(); start++) {
      int[] steps = best == null || start % FROM_AFRESH == 0 ? anywhere() : shaken(best);
      double score = climb(weights, steps);
      if (best == null || score >= most) {
        best = steps;
        most = score;
      }
    }
  }

  private int[] anywhere() {
    int[] steps = new int[form.points()];
    for (int point = 0; point < steps.length; point++) {
      steps[point] = random.nextInt(form.steps(point));
    }
    return steps;
  }

  private int[] shaken(int[] best) {
    int[] steps = best.clone();
    for (int times = 0; times < SHAKEN; times++) {
      int point = random.nextInt(steps.length);
      steps[point] = random.nextInt(form.steps(point));
    }
    return steps;
  }

  /// Climbs from one package, in place, and offers all that it passes; returns the last score.
  double climb(double[] weights, int[] steps) {
    state.take(steps);
    state.look(0);
    offer(0, steps[0]);
    double best = score(weights, steps[0]);
    boolean better = true;
    while (better) {
      better = false;
      for (int point = 0; point < steps.length; point++) {
        int kept = steps[point];
        int now = kept;
        state.look(point);
        for (int step = 0; step < form.steps(point); step++) {
          if (step != now) {
            double score = score(weights, step);
            offer(point, step);
            if (score > best) {
              best = score;
              kept = step;
              better = true;
            }
          }
        }
        if (kept != now) {
          state.set(point, kept);
        }
      }
    }
    return best;
  }

  private void offer(int point, int step) {
    if (state.allows(step)) {
      corners.offer(state.steps(), point, step, state.worth(0, step), state.worth(1, step));
    }
  }

  private double score(double[] weights, int step) {
    return weights[0] * (double) state.worth(0, step)
        + weights[1] * (double) state.worth(1, step)
        - (state.allows(step)
            ? 0
            : penalty * (weights[0] + weights[1]) * (1 + state.crossed(step)));
  }
}
