package org.parley.bargain.linked;

import java.util.SplittableRandom;

/// Looks for good packages by changing one point at a time, from random starts; decides nothing.
///
/// Seeded, so that the same problem gives the same packages. Cost of a start: some rounds of the
/// steps of all points, each times the bonuses.
final class HillClimb {

  private static final int SHAKEN = 4;
  private static final int FROM_AFRESH = 10;

  private final LinkedForm form;
  private final Corners corners;
  private final SplittableRandom random = new SplittableRandom(1);
  private final double penalty;

  HillClimb(LinkedForm form, Corners corners) {
    this.form = form;
    this.corners = corners;
    penalty = 4.0 * ((double) form.span(0) + (double) form.span(1));
  }

  /// Climbs from several starts: some at random, the others from the best so far, shaken.
  void climb(double[] weights, int starts) {
    int[] best = null;
    for (int start = 0; start < starts; start++) {
      int[] steps = best == null || start % FROM_AFRESH == 0 ? anywhere() : shaken(best);
      climb(weights, steps);
      if (best == null || score(weights, steps) >= score(weights, best)) {
        best = steps;
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

  /// Climbs from one package, in place, and offers all that it passes.
  void climb(double[] weights, int[] steps) {
    corners.offer(steps);
    double best = score(weights, steps);
    boolean better = true;
    while (better) {
      better = false;
      for (int point = 0; point < steps.length; point++) {
        int kept = steps[point];
        for (int step = 0; step < form.steps(point); step++) {
          if (step != kept) {
            steps[point] = step;
            double score = score(weights, steps);
            corners.offer(steps);
            if (score > best) {
              best = score;
              kept = step;
              better = true;
            }
          }
        }
        steps[point] = kept;
      }
    }
  }

  private double score(double[] weights, int[] steps) {
    long[] worths = form.worths(steps);
    return weights[0] * (double) worths[0]
        + weights[1] * (double) worths[1]
        - (form.allows(steps) ? 0 : penalty * (weights[0] + weights[1]));
  }
}
