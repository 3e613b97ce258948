package org.parley.bargain.linked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A package with its worths, and the worths of all packages that differ in one point.
///
/// Each bonus and exclusion counts the points that are outside its box, each ceiling its sum. So a
/// change of one point looks at the boxes on this point alone. Cost of a change, or of all
/// neighbours in a point: the boxes on the point times its steps.
final class PackageState {

  /// A box on a point.
  ///
  /// @param box its index among all boxes
  /// @param mask the steps of the point that are inside
  /// @param signer who gets the worth; -1 for an exclusion
  private record BoxOnPoint(int box, long mask, int signer, long worth) {}

  private final LinkedForm form;
  private final List<List<BoxOnPoint>> onPoint = new ArrayList<>();
  private final List<LinkedForm.JointBox> boxes = new ArrayList<>();

  /// By box, how many of its points are outside.
  private final int[] outside;

  private int[] steps;

  /// The worths by signer, above the caps as well, and the exclusions that are complete.
  private final long[] sums = new long[2];

  private int broken;

  /// By step of the point that was looked at last.
  private final long[] firsts = new long[LinkedForm.MOST_OPTIONS];

  private final long[] seconds = new long[LinkedForm.MOST_OPTIONS];
  private final int[] breaks = new int[LinkedForm.MOST_OPTIONS];

  /// By ceiling, by how much the sum is more than allowed.
  private final long[] excesses;

  /// By step of the point that was looked at last, the shares by which ceilings are crossed.
  private final double[] crossed = new double[LinkedForm.MOST_OPTIONS];

  PackageState(LinkedForm form) {
    this.form = form;
    for (int point = 0; point < form.points(); point++) {
      onPoint.add(new ArrayList<>());
    }
    form.bonuses().forEach(each -> add(each.box(), each.signer(), each.worth()));
    form.exclusions().forEach(each -> add(each, -1, 0));
    outside = new int[boxes.size()];
    excesses = new long[form.ceilings().size()];
    steps = new int[form.points()];
  }

  private void add(LinkedForm.JointBox box, int signer, long worth) {
    for (int at = 0; at < box.size(); at++) {
      onPoint.get(box.point(at)).add(new BoxOnPoint(boxes.size(), box.mask(at), signer, worth));
    }
    boxes.add(box);
  }

  /// Takes a package; it is changed in place from now on.
  void take(int[] others) {
    steps = others;
    Arrays.fill(sums, 0);
    for (int signer = 0; signer < 2; signer++) {
      sums[signer] = form.base(signer);
      for (int point = 0; point < steps.length; point++) {
        sums[signer] += form.table(signer, point, steps[point]);
      }
    }
    Arrays.fill(outside, 0);
    for (int point = 0; point < steps.length; point++) {
      for (BoxOnPoint each : onPoint.get(point)) {
        outside[each.box] += isInside(each, steps[point]) ? 0 : 1;
      }
    }
    broken = 0;
    int bonuses = form.bonuses().size();
    for (int box = 0; box < outside.length; box++) {
      if (outside[box] == 0 && box < bonuses) {
        LinkedForm.Bonus bonus = form.bonuses().get(box);
        sums[bonus.signer()] += bonus.worth();
      } else if (outside[box] == 0) {
        broken++;
      }
    }
    for (int ceiling = 0; ceiling < excesses.length; ceiling++) {
      excesses[ceiling] = form.ceilings().get(ceiling).excess(steps);
    }
  }

  private static boolean isInside(BoxOnPoint each, int step) {
    return (each.mask >>> step & 1) == 1;
  }

  int[] steps() {
    return steps;
  }

  /// Works out the packages with each step of a point.
  void look(int point) {
    int now = steps[point];
    int count = form.steps(point);
    long first = sums[0] - form.table(0, point, now);
    long second = sums[1] - form.table(1, point, now);
    int rest = broken;
    for (int step = 0; step < count; step++) {
      firsts[step] = form.table(0, point, step);
      seconds[step] = form.table(1, point, step);
      breaks[step] = 0;
    }
    for (BoxOnPoint each : onPoint.get(point)) {
      boolean inside = isInside(each, now);
      if (outside[each.box] > (inside ? 0 : 1)) {
        continue;
      }
      if (inside) {
        first -= each.signer == 0 ? each.worth : 0;
        second -= each.signer == 1 ? each.worth : 0;
        rest -= each.signer < 0 ? 1 : 0;
      }
      for (long in = each.mask; in != 0; in &= in - 1) {
        int step = Long.numberOfTrailingZeros(in);
        firsts[step] += each.signer == 0 ? each.worth : 0;
        seconds[step] += each.signer == 1 ? each.worth : 0;
        breaks[step] += each.signer < 0 ? 1 : 0;
      }
    }
    for (int step = 0; step < count; step++) {
      firsts[step] += first;
      seconds[step] += second;
      breaks[step] += rest;
      crossed[step] = crossed(point, step);
    }
  }

  private double crossed(int point, int step) {
    double crossed = 0;
    for (int ceiling = 0; ceiling < excesses.length; ceiling++) {
      long excess = excess(ceiling, point, step);
      if (excess > 0) {
        crossed += (double) excess / (double) form.ceilings().get(ceiling).span();
      }
    }
    return crossed;
  }

  private long excess(int ceiling, int point, int step) {
    BudgetCeiling each = form.ceilings().get(ceiling);
    return excesses[ceiling] - each.amount(point, steps[point]) + each.amount(point, step);
  }

  /// The worth with a step of the point that was looked at, not above the cap.
  long worth(int signer, int step) {
    return Math.min(signer == 0 ? firsts[step] : seconds[step], form.cap(signer));
  }

  /// Whether no exclusion is complete and no ceiling crossed with a step of the point that was
  /// looked at.
  boolean allows(int step) {
    return breaks[step] == 0 && crossed[step] == 0;
  }

  /// The shares by which ceilings are crossed with a step of the point that was looked at.
  double crossed(int step) {
    return crossed[step];
  }

  /// Changes a point that was looked at last.
  void set(int point, int step) {
    int before = steps[point];
    for (BoxOnPoint each : onPoint.get(point)) {
      outside[each.box] += (isInside(each, before) ? 1 : 0) - (isInside(each, step) ? 1 : 0);
    }
    for (int ceiling = 0; ceiling < excesses.length; ceiling++) {
      excesses[ceiling] = excess(ceiling, point, step);
    }
    sums[0] = firsts[step];
    sums[1] = seconds[step];
    broken = breaks[step];
    steps[point] = step;
  }
}
