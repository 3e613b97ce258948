package org.parley.bargain.linked;

import java.util.Arrays;
import java.util.List;

/// An upper bound on weighted sums of worths: each bonus is split among the points of its box.
///
/// A share counts for every step of its point that is in the box. So the best step of each point
/// can be taken alone, and their sum is at least the weighted sum of any package. This holds for
/// all shares that are not negative and add up to the weighted bonus. Of a loss, a part is charged
/// to every package and refunded to each step outside the box. No package pays more than it loses.
/// Under a ceiling each unit of the sum has a price, which its room refunds ([BudgetCeiling]).
/// Block coordinate descent only makes shares, parts and prices good (compare max-product linear
/// programming, Globerson and Jaakkola 2007).
///
/// Cost of a pass: the steps of all points of all boxes, and some times those of all points for
/// each ceiling.
final class WorthSplit {

  /// The first step in search of a price is this part of the price.
  private static final long FIRST_STEP = 16;

  /// It is no less than the highest price shifted so far to the right.
  private static final int LEAST_STEP = 24;

  /// How often the span in which a price lies is halved.
  private static final int HALVINGS = 12;

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

  /// By ceiling, the price of a unit that [#value] and [#fixed] count.
  private final long[] prices;

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
    prices = new long[form.ceilings().size()];
    value = new long[form.points()][];
    for (int point = 0; point < value.length; point++) {
      value[point] = new long[form.steps(point)];
    }
  }

  long[] factors() {
    return factors;
  }

  /// The shares of all bonuses, none given yet, and the prices of all ceilings, all nothing.
  long[] shares() {
    return new long[first[weights.length] + prices.length];
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
      for (int ceiling = 0; ceiling < prices.length; ceiling++) {
        reprice(ceiling, domains, shares);
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
    Arrays.fill(prices, 0);
    for (int ceiling = 0; ceiling < prices.length; ceiling++) {
      price(ceiling, shares[first[weights.length] + ceiling]);
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

  /// Changes the price of a ceiling in all values.
  private void price(int ceiling, long price) {
    BudgetCeiling each = form.ceilings().get(ceiling);
    long more = price - prices[ceiling];
    prices[ceiling] = price;
    fixed += more * each.most();
    for (int point = 0; more != 0 && point < value.length; point++) {
      for (int step = 0; step < value[point].length; step++) {
        value[point][step] -= more * each.amount(point, step);
      }
    }
  }

  /// Looks for the best price of a ceiling, with all else kept: the bound is convex in it.
  private void reprice(int ceiling, long[] domains, long[] shares) {
    BudgetCeiling each = form.ceilings().get(ceiling);
    long low = 0;
    long high = each.mostPrice(prices.length);
    long step = Math.max(1, Math.max(prices[ceiling] / FIRST_STEP, high >> LEAST_STEP));
    long price = prices[ceiling];
    // from where the price is, ever further in the direction in which the bound falls
    while (low < high && step > 0) {
      boolean isDear = isDear(each, domains, price - prices[ceiling]);
      if (isDear) {
        high = price;
      } else {
        low = price + 1;
      }
      long next = isDear ? price - step : price + step;
      step = next >= low && next <= high ? step * 2 : step;
      if (next <= low || next >= high) {
        break;
      }
      price = next;
    }
    for (int halving = 0; low < high && halving < HALVINGS; halving++) {
      long middle = low + (high - low) / 2;
      if (isDear(each, domains, middle - prices[ceiling])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    price(ceiling, high);
    shares[first[weights.length] + ceiling] = high;
  }

  /// Whether a price is so high that a higher one does not lower the bound: the best steps leave
  /// room.
  private boolean isDear(BudgetCeiling ceiling, long[] domains, long more) {
    long room = ceiling.most();
    for (int point = 0; point < domains.length; point++) {
      long most = Long.MIN_VALUE;
      long amount = 0;
      for (long open = domains[point]; open != 0; open &= open - 1) {
        int step = Long.numberOfTrailingZeros(open);
        long own = ceiling.amount(point, step);
        long priced = value[point][step] - more * own;
        if (priced > most || (priced == most && own < amount)) {
          most = priced;
          amount = own;
        }
      }
      room -= amount;
    }
    return room >= 0;
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

  /// The largest difference of the prices of two open steps of a point.
  long priced(int point, long domain) {
    long priced = 0;
    for (int ceiling = 0; ceiling < prices.length; ceiling++) {
      BudgetCeiling each = form.ceilings().get(ceiling);
      long least = Long.MAX_VALUE;
      long most = Long.MIN_VALUE;
      for (long open = domain; open != 0; open &= open - 1) {
        long amount = each.amount(point, Long.numberOfTrailingZeros(open));
        least = Math.min(least, amount);
        most = Math.max(most, amount);
      }
      priced = Math.max(priced, prices[ceiling] * (most - least));
    }
    return priced;
  }
}
