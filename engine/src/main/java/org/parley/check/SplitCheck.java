package org.parley.check;

import java.util.ArrayList;
import java.util.List;
import org.parley.bargain.Problem;
import org.parley.bargain.linked.BudgetCeiling;
import org.parley.bargain.linked.LinkedForm;
import org.parley.bargain.linked.SplitTree;
import org.parley.bargain.linked.SplitTree.Corner;
import org.parley.bargain.linked.SplitTree.ProofNode;
import org.parley.exact.Meter;

/// Checks that no package lies beyond a frontier of two parties, from a tree of split worths.
///
/// Every bound is added up again from the shares: none is negative, and those of a bonus add up to
/// it. The part of a loss charged to all packages is no more than it. No price of a ceiling is
/// negative. Whether they are good shares or prices does not matter. Cost: the nodes, times the
/// points of all boxes.
final class SplitCheck {

  /// Beyond this, weighted sums could overflow.
  private static final double ROOM = 0x1p60;

  private final LinkedForm form;
  private final List<Long> factors;
  private final List<Corner> corners;
  private final Meter meter;

  /// The room of all ceilings at the prices of the last values.
  private long refunded;

  private SplitCheck(LinkedForm form, SplitTree.Part part, Meter meter) {
    this.form = form;
    factors = part.factors();
    corners = part.corners();
    this.meter = meter;
  }

  /// Verifies a tree.
  ///
  /// @param vectors the frontier, by falling worth of the first party
  static Verdict verify(
      Problem problem, int parties, List<long[]> vectors, SplitTree tree, Meter meter) {
    LinkedForm form = LinkedForm.of(problem, parties);
    if (form == null || form.size() != 2) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    for (Corner corner : beyond(form, vectors)) {
      if (tree.parts().stream()
          .flatMap(part -> part.corners().stream())
          .noneMatch(each -> each.holds(corner.first(), corner.second()))) {
        return Verdict.fails(Flaw.Code.PACKAGE_MISSING, corner.first(), corner.second());
      }
    }
    for (SplitTree.Part part : tree.parts()) {
      SplitCheck check = new SplitCheck(form, part, meter);
      if (!check.isSound() || !check.holds(part.root(), form.domains())) {
        return meter.stopped()
            ? PackageCheck.unfinished()
            : Verdict.fails(Flaw.Code.PACKAGE_MISSING);
      }
    }
    return meter.stopped() ? PackageCheck.unfinished() : new Verdict.Holds();
  }

  /// The corners beyond the vectors and above the baselines.
  private static List<Corner> beyond(LinkedForm form, List<long[]> vectors) {
    long low = Math.max(form.floor(0), form.least(0));
    long other = Math.max(form.floor(1), form.least(1));
    List<Corner> corners = new ArrayList<>();
    long second = other;
    for (long[] each : vectors) {
      corners.add(new Corner(each[0] + 1, second));
      second = each[1] + 1;
    }
    corners.add(new Corner(low, second));
    long[] domains = form.domains();
    long first = reach(form, 0, domains);
    long most = reach(form, 1, domains);
    corners.removeIf(each -> !each.holds(first, most));
    return corners;
  }

  /// The most that a package of these domains may be worth.
  private static long reach(LinkedForm form, int signer, long[] domains) {
    return Math.min(form.cap(signer), form.most(signer, domains));
  }

  private boolean isSound() {
    if (factors.size() != 2 || factors.stream().anyMatch(each -> each < 0)) {
      return false;
    }
    double room = 0;
    for (int signer = 0; signer < 2; signer++) {
      room += (double) factors.get(signer) * (double) form.span(signer);
    }
    return room <= ROOM;
  }

  private boolean holds(ProofNode node, long[] domains) {
    if (meter.spend(1)) {
      return false;
    }
    if (!form.narrow(domains)) {
      return true;
    }
    return switch (node) {
      case ProofNode.Excluded _ -> false;
      case ProofNode.Closed(List<Long> shares) -> {
        long[][] values = values(shares, domains);
        yield values.length > 0 && bound(values, domains) < least(domains);
      }
      case ProofNode.Struck(List<Long> shares, List<SplitTree.SplitStep> steps, ProofNode rest) -> {
        long[][] values = values(shares, domains);
        yield values.length > 0
            && strike(bound(values, domains), values, steps, domains)
            && holds(rest, domains);
      }
      case ProofNode.Branched(int point, List<ProofNode> nodes) -> {
        if (point < 0 || point >= domains.length || nodes.size() != Long.bitCount(domains[point])) {
          yield false;
        }
        long open = domains[point];
        boolean all = true;
        for (ProofNode each : nodes) {
          long[] narrowed = domains.clone();
          narrowed[point] = Long.lowestOneBit(open);
          open &= open - 1;
          all = all && holds(each, narrowed);
        }
        yield all;
      }
    };
  }

  /// The least weighted sum of a corner within reach: a bound below it rules them all out.
  private long least(long[] domains) {
    long first = reach(form, 0, domains);
    long second = reach(form, 1, domains);
    return corners.stream()
        .filter(each -> each.holds(first, second))
        .mapToLong(each -> factors.get(0) * each.first() + factors.get(1) * each.second())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private boolean strike(
      long bound, long[][] values, List<SplitTree.SplitStep> steps, long[] domains) {
    long[] before = domains.clone();
    long least = least(before);
    for (SplitTree.SplitStep each : steps) {
      int point = each.point();
      if (point < 0 || point >= domains.length || (before[point] >>> each.step() & 1) == 0) {
        return false;
      }
      long loss = most(values[point], before[point]) - values[point][each.step()];
      if (bound - loss >= least) {
        return false;
      }
      domains[point] &= ~(1L << each.step());
    }
    return true;
  }

  private static long most(long[] values, long domain) {
    long most = Long.MIN_VALUE;
    for (long open = domain; open != 0; open &= open - 1) {
      most = Math.max(most, values[Long.numberOfTrailingZeros(open)]);
    }
    return most;
  }

  private long bound(long[][] values, long[] domains) {
    long bound = 0;
    for (int signer = 0; signer < 2; signer++) {
      bound += factors.get(signer) * form.base(signer);
    }
    for (int point = 0; point < domains.length; point++) {
      bound += most(values[point], domains[point]);
    }
    for (LinkedForm.Bonus each : form.bonuses()) {
      if (each.box().isWhole(domains)) {
        bound += factors.get(each.signer()) * each.worth();
      }
    }
    return bound + refunded;
  }

  /// The weighted worth of each step with its shares; empty if the shares do not add up.
  private long[][] values(List<Long> shares, long[] domains) {
    long[][] values = new long[domains.length][];
    for (int point = 0; point < values.length; point++) {
      values[point] = new long[form.steps(point)];
      for (int step = 0; step < values[point].length; step++) {
        for (int signer = 0; signer < 2; signer++) {
          values[point][step] += factors.get(signer) * form.table(signer, point, step);
        }
      }
    }
    int next = 0;
    for (LinkedForm.Bonus each : form.bonuses()) {
      LinkedForm.JointBox box = each.box();
      if (next + each.shares() > shares.size()) {
        return new long[0][];
      }
      List<Long> own = shares.subList(next, next + each.shares());
      if (box.isOpen(domains)
          && !box.isWhole(domains)
          && !(each.worth() < 0
              ? charge(each, own.getFirst(), domains, values)
              : add(each, own, domains, values))) {
        return new long[0][];
      }
      next += each.shares();
    }
    return next + form.ceilings().size() == shares.size()
            && price(shares.subList(next, shares.size()), values)
        ? values
        : new long[0][];
  }

  /// Takes the price of each unit from the values, and refunds the room of the ceilings.
  private boolean price(List<Long> prices, long[][] values) {
    refunded = 0;
    for (int at = 0; at < prices.size(); at++) {
      BudgetCeiling ceiling = form.ceilings().get(at);
      long price = prices.get(at);
      if (price < 0 || price > ceiling.mostPrice(prices.size())) {
        return false;
      }
      refunded += price * ceiling.most();
      for (int point = 0; point < values.length; point++) {
        for (int step = 0; step < values[point].length; step++) {
          values[point][step] -= price * ceiling.amount(point, step);
        }
      }
    }
    return true;
  }

  /// Adds the shares of a bonus at the points that are not inside its box already.
  private boolean add(LinkedForm.Bonus bonus, List<Long> shares, long[] domains, long[][] values) {
    long left = factors.get(bonus.signer()) * bonus.worth();
    for (int at = 0; at < shares.size(); at++) {
      if (bonus.box().isInside(at, domains)) {
        continue;
      }
      long share = shares.get(at);
      if (share < 0 || share > left) {
        return false;
      }
      left -= share;
      int point = bonus.box().point(at);
      for (int step = 0; step < values[point].length; step++) {
        values[point][step] += (bonus.box().mask(at) >>> step & 1) == 1 ? share : 0;
      }
    }
    return left == 0;
  }

  /// Charges a part of a loss to the first open point, and refunds it outside the box at each.
  private boolean charge(LinkedForm.Bonus loss, long part, long[] domains, long[][] values) {
    if (part < 0 || part > -factors.get(loss.signer()) * loss.worth()) {
      return false;
    }
    boolean isCharged = false;
    for (int at = 0; at < loss.box().size(); at++) {
      if (loss.box().isInside(at, domains)) {
        continue;
      }
      long[] steps = values[loss.box().point(at)];
      for (int step = 0; step < steps.length; step++) {
        steps[step] += (loss.box().mask(at) >>> step & 1) == 0 ? part : 0;
        steps[step] -= isCharged ? 0 : part;
      }
      isCharged = true;
    }
    return true;
  }
}
