package org.parley.bargain.linked;

import java.util.List;

/// An upper bound on weighted sums of worths: each bonus is split among the points of its box.
///
/// A share counts for every step of its point that is in the box. So the best step of each point
/// can be taken alone, and their sum is at least the weighted sum of any package. This holds for
/// all shares that are not negative and add up to the weighted bonus. Of a loss, a part is charged
/// to every package and refunded to each step outside the box. No package pays more than it loses.
/// Block coordinate descent only makes shares and parts good (compare max-product linear
/// programming, Globerson and Jaakkola 2007).
///
/// Cost of a pass: the steps of all points of all boxes.
final class WorthSplit {

  private final LinkedForm form;
  private final long[] factors;
  private final long[] weights;

  private final boolean[] isLoss;

  /// Where the shares of each bonus begin; a loss has one, the part charged.
  private final int[] first;

  /// Whether a bonus can move shares between open points.
  private final boolean[] movable;

  /// The weighted worth of each step with the shares given to it, by point.
  final long[][] value;

  /// The weighted worth of every package, less the parts charged.
  private long fixed;

  private final long[] slack;
  private final long[] sorted;

  /// @param factors the weight of each party's worth, not negative
  WorthSplit(LinkedForm form, long[] factors) {
    this.form = form;
    this.factors = factors;
    List<LinkedForm.Bonus> bonuses = form.bonuses();
    weights = new long[bonuses.size()];
    first = new int[bonuses.size() + 1];
    movable = new boolean[bonuses.size()];
    isLoss = new boolean[bonuses.size()];
    int widest = 0;
    for (int index = 0; index < weights.length; index++) {
      LinkedForm.Bonus each = bonuses.get(index);
      weights[index] = factors[each.signer()] * each.worth();
      isLoss[index] = each.worth() < 0;
      first[index + 1] = first[index] + each.shares();
      widest = Math.max(widest, each.box().size());
    }
    slack = new long[widest];
    sorted = new long[widest];
    value = new long[form.points()][];
    for (int point = 0; point < value.length; point++) {
      value[point] = new long[form.steps(point)];
    }
  }

  long[] factors() {
    return factors;
  }

  /// The shares of all bonuses, none given yet.
  long[] shares() {
    return new long[first[weights.length]];
  }

  /// The largest weighted sum that the shares allow within domains; the shares are completed and
  /// improved in place. Leaves the value of each step in [#value].
  ///
  /// @param passes the most passes
  /// @param target a bound that is low enough
  long bound(long[] domains, long[] shares, int passes, long target) {
    layOut(domains, shares);
    long bound = sum(domains);
    for (int pass = 0; pass < passes && bound > target; pass++) {
      for (int index = 0; index < weights.length; index++) {
        if (movable[index] && isLoss[index]) {
          charge(index, domains, shares);
        } else if (movable[index]) {
          move(index, domains, shares);
        }
      }
      long before = bound;
      bound = sum(domains);
      // a pass that gains a hundredth of what is missing is the last
      if (before - bound <= Math.max(1, (before - target) / 100)) {
        break;
      }
    }
    return bound;
  }

  /// Gives out all shares.
  private void layOut(long[] domains, long[] shares) {
    fixed = 0;
    for (int signer = 0; signer < factors.length; signer++) {
      fixed += factors[signer] * form.base(signer);
    }
    for (int point = 0; point < value.length; point++) {
      for (int step = 0; step < value[point].length; step++) {
        long sum = 0;
        for (int signer = 0; signer < factors.length; signer++) {
          sum += factors[signer] * form.table(signer, point, step);
        }
        value[point][step] = sum;
      }
    }
    for (int index = 0; index < weights.length; index++) {
      LinkedForm.JointBox box = form.bonuses().get(index).box();
      int open = 0;
      boolean isAlive = true;
      for (int at = 0; at < box.size(); at++) {
        long domain = domains[box.point(at)];
        long inside = domain & box.mask(at);
        isAlive &= inside != 0;
        open += inside == domain ? 0 : 1;
      }
      movable[index] = isAlive && open > 1;
      if (isAlive && open == 0) {
        fixed += weights[index];
      } else if (isAlive && isLoss[index]) {
        long part = open == 1 ? -weights[index] : Math.min(shares[first[index]], -weights[index]);
        shares[first[index]] = 0;
        charge(index, part, domains, shares);
      } else if (isAlive) {
        complete(index, open, domains, shares);
      }
    }
  }

  /// Charges another part of a loss.
  private void charge(int index, long part, long[] domains, long[] shares) {
    long more = part - shares[first[index]];
    shares[first[index]] = part;
    fixed -= more;
    LinkedForm.JointBox box = form.bonuses().get(index).box();
    for (int at = 0; at < box.size(); at++) {
      long[] values = value[box.point(at)];
      for (long out = domains[box.point(at)] & ~box.mask(at); out != 0; out &= out - 1) {
        values[Long.numberOfTrailingZeros(out)] += more;
      }
    }
  }

  /// Charges the part of a loss that one point refunds at no cost, half way to where two would.
  private void charge(int index, long[] domains, long[] shares) {
    LinkedForm.JointBox box = form.bonuses().get(index).box();
    long known = shares[first[index]];
    long least = Long.MAX_VALUE;
    long next = Long.MAX_VALUE;
    for (int at = 0; at < box.size(); at++) {
      if (!box.isInside(at, domains)) {
        long free = known - slack(box, at, domains);
        next = Math.min(next, Math.max(least, free));
        least = Math.min(least, free);
      }
    }
    long low = Math.clamp(least, 0, -weights[index]);
    long part = low + (Math.clamp(next, 0, -weights[index]) - low) / 2;
    if (part != known) {
      charge(index, part, domains, shares);
    }
  }

  /// Moves the shares of points that are inside the box already to those still open.
  private void complete(int index, int open, long[] domains, long[] shares) {
    LinkedForm.JointBox box = form.bonuses().get(index).box();
    long rest = weights[index];
    for (int at = 0; at < box.size(); at++) {
      if (box.isInside(at, domains)) {
        shares[first[index] + at] = 0;
      }
      rest -= shares[first[index] + at];
    }
    int left = open;
    for (int at = 0; at < box.size(); at++) {
      if (!box.isInside(at, domains)) {
        long part = rest / left--;
        rest -= part;
        shares[first[index] + at] += part;
        give(box, at, domains, shares[first[index] + at]);
      }
    }
  }

  private void give(LinkedForm.JointBox box, int at, long[] domains, long amount) {
    long[] values = value[box.point(at)];
    for (long in = domains[box.point(at)] & box.mask(at); in != 0; in &= in - 1) {
      values[Long.numberOfTrailingZeros(in)] += amount;
    }
  }

  /// Shares one bonus anew: each point takes what costs nothing there, and the rest is levelled.
  private void move(int index, long[] domains, long[] shares) {
    LinkedForm.JointBox box = form.bonuses().get(index).box();
    int at0 = first[index];
    int count = 0;
    for (int at = 0; at < box.size(); at++) {
      if (!box.isInside(at, domains)) {
        slack[at] = slack(box, at, domains) + shares[at0 + at];
        int place = count++;
        while (place > 0 && sorted[place - 1] > slack[at]) {
          sorted[place] = sorted[place - 1];
          place--;
        }
        sorted[place] = slack[at];
      }
    }
    long level = level(weights[index], count);
    long rest = weights[index];
    int last = -1;
    for (int at = 0; at < box.size(); at++) {
      if (!box.isInside(at, domains)) {
        long share = Math.min(rest, Math.max(0, slack[at] + level));
        rest -= share;
        last = share > 0 || last < 0 ? at : last;
        slack[at] = share;
      }
    }
    slack[last] += rest;
    for (int at = 0; at < box.size(); at++) {
      if (!box.isInside(at, domains) && slack[at] != shares[at0 + at]) {
        give(box, at, domains, slack[at] - shares[at0 + at]);
        shares[at0 + at] = slack[at];
      }
    }
  }

  /// By how much the best step outside a box is ahead of the best inside.
  private long slack(LinkedForm.JointBox box, int at, long[] domains) {
    long[] values = value[box.point(at)];
    long inside = Long.MIN_VALUE;
    long outside = Long.MIN_VALUE;
    for (long open = domains[box.point(at)]; open != 0; open &= open - 1) {
      int step = Long.numberOfTrailingZeros(open);
      if ((box.mask(at) >>> step & 1) == 1) {
        inside = Math.max(inside, values[step]);
      } else {
        outside = Math.max(outside, values[step]);
      }
    }
    return outside - inside;
  }

  /// The level at which the positive parts of slacks plus level add up to an amount, rounded down.
  private long level(long amount, int count) {
    long sum = 0;
    long level = 0;
    for (int taken = 1; taken <= count; taken++) {
      sum += sorted[count - taken];
      level = Math.floorDiv(amount - sum, taken);
      if (taken == count || sorted[count - taken - 1] + level <= 0) {
        break;
      }
    }
    return level;
  }

  private long sum(long[] domains) {
    long sum = fixed;
    for (int point = 0; point < domains.length; point++) {
      sum += most(point, domains[point]);
    }
    return sum;
  }

  /// The largest value of the open steps of a point.
  long most(int point, long domain) {
    long most = Long.MIN_VALUE;
    for (long open = domain; open != 0; open &= open - 1) {
      most = Math.max(most, value[point][Long.numberOfTrailingZeros(open)]);
    }
    return most;
  }

  /// The first best step of each point.
  int[] best(long[] domains) {
    int[] steps = new int[domains.length];
    for (int point = 0; point < steps.length; point++) {
      long most = most(point, domains[point]);
      long open = domains[point];
      while (value[point][Long.numberOfTrailingZeros(open)] != most) {
        open &= open - 1;
      }
      steps[point] = Long.numberOfTrailingZeros(open);
    }
    return steps;
  }

  /// The weight of a bonus; negative for a loss.
  long weight(int index) {
    return weights[index];
  }
}
