package org.parley.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.parley.bargain.Choice;
import org.parley.bargain.JointWorth;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.exact.Meter;

/// Enumerates the packages acceptable to some parties, point by point in the order of the problem.
///
/// Prefixes are pruned if they cannot reach a baseline, break a linkage, or the caller rules them
/// out by upper bounds on worths. Weighted sums prune more: with non-negative multipliers, a sum
/// below that of the baselines misses one of them. The multipliers come from a few rounds of
/// raising those of the parties that fall short; the conclusion holds for any.
final class PackageWalk {

  private static final int ROUNDS = 60;
  private static final long MOST_WEIGHT = 1000;

  /// Beyond this, weighted sums could overflow and are not used.
  private static final long MOST_WORTH = 1L << 45;

  private final Problem problem;
  private final int[] parties;
  private final Meter meter;
  private final long[][] left;
  private final boolean[][] crossed;
  private final List<PackageConstraint> constraints;
  private final List<long[]> weights = new ArrayList<>();
  private final List<long[]> weightedLeft = new ArrayList<>();

  PackageWalk(Problem problem, int parties, Meter meter) {
    this.problem = problem;
    this.meter = meter;
    this.parties = new int[Integer.bitCount(parties)];
    int count = 0;
    for (int party = 0; party < problem.parties().size(); party++) {
      if (((parties >> party) & 1) == 1) {
        this.parties[count++] = party;
      }
    }
    constraints = problem.constraints(parties);
    int points = problem.points().size();
    crossed = new boolean[points][];
    for (int point = 0; point < points; point++) {
      crossed[point] = new boolean[problem.points().get(point).options().size()];
    }
    for (int party : this.parties) {
      for (Choice line : problem.parties().get(party).redLines()) {
        crossed[line.point()][line.option()] = true;
      }
    }
    left = new long[this.parties.length][];
    for (int signer = 0; signer < this.parties.length; signer++) {
      long[] alone = new long[this.parties.length];
      alone[signer] = 1;
      left[signer] = left(alone);
    }
    if (largest() < MOST_WORTH) {
      raiseWeights();
    }
  }

  private long largest() {
    long largest = 0;
    for (long[] each : left) {
      largest = Math.max(largest, Math.abs(each[0]));
    }
    for (int party : parties) {
      Long baseline = problem.parties().get(party).baseline();
      largest = Math.max(largest, baseline == null ? 0 : Math.abs(baseline));
    }
    return largest;
  }

  /// The largest weighted sum of the points from each on, joint worths at their best.
  private long[] left(long[] weight) {
    int points = problem.points().size();
    long[] sums = new long[points + 1];
    for (JointWorth joint : problem.jointWorths()) {
      for (int signer = 0; signer < parties.length; signer++) {
        if (parties[signer] == joint.party()) {
          sums[points] += Math.max(0, weight[signer] * joint.worth());
        }
      }
    }
    for (int point = points - 1; point >= 0; point--) {
      sums[point] = sums[point + 1] + sum(weight, point, best(weight, point));
    }
    return sums;
  }

  private long sum(long[] weight, int point, int option) {
    long sum = 0;
    for (int signer = 0; signer < parties.length; signer++) {
      sum +=
          weight[signer] * problem.parties().get(parties[signer]).worths().get(point).get(option);
    }
    return sum;
  }

  private int best(long[] weight, int point) {
    int best = 0;
    for (int option = 1; option < crossed[point].length; option++) {
      boolean better =
          !crossed[point][option]
              && (crossed[point][best] || sum(weight, point, option) > sum(weight, point, best));
      best = better ? option : best;
    }
    return best;
  }

  private void raiseWeights() {
    double[] state = new double[parties.length];
    for (int signer = 0; signer < parties.length; signer++) {
      state[signer] = problem.parties().get(parties[signer]).baseline() == null ? 0 : 1;
    }
    for (int round = 0; round < ROUNDS; round++) {
      double top = Arrays.stream(state).max().orElse(0);
      if (top <= 0) {
        return;
      }
      long[] weight = new long[parties.length];
      for (int signer = 0; signer < parties.length; signer++) {
        weight[signer] = Math.round(MOST_WEIGHT * state[signer] / top);
      }
      if (round % 6 == 5) {
        weights.add(weight);
        weightedLeft.add(left(weight));
      }
      int[] options = new int[problem.points().size()];
      for (int point = 0; point < options.length; point++) {
        options[point] = best(weight, point);
      }
      double largest = 1;
      double[] missing = new double[parties.length];
      for (int signer = 0; signer < parties.length; signer++) {
        Long baseline = problem.parties().get(parties[signer]).baseline();
        if (baseline != null) {
          missing[signer] = (double) (baseline - problem.worth(parties[signer], options));
          largest = Math.max(largest, Math.abs(missing[signer]));
        }
      }
      for (int signer = 0; signer < parties.length; signer++) {
        state[signer] *= StrictMath.exp(missing[signer] / largest / (1 + 0.1 * round));
      }
    }
  }

  /// Whether some acceptable package is wanted; unreliable if the meter stopped.
  ///
  /// @param ruledOut given upper bounds on each party's worth, whether no package below them is
  ///   wanted
  /// @param wanted whether a package is wanted
  boolean finds(Predicate<long[]> ruledOut, Predicate<int[]> wanted) {
    return explore(0, new int[problem.points().size()], new long[parties.length], ruledOut, wanted);
  }

  private boolean explore(
      int point,
      int[] options,
      long[] prefix,
      Predicate<long[]> ruledOut,
      Predicate<int[]> wanted) {
    if (meter.spend(1) || isHopeless(point, prefix, ruledOut)) {
      return false;
    }
    if (point == options.length) {
      return problem.allows(options)
          && Arrays.stream(parties).allMatch(party -> problem.acceptableTo(party, options))
          && wanted.test(options);
    }
    for (int option = 0; option < crossed[point].length; option++) {
      options[point] = option;
      if (crossed[point][option] || breaks(point, options)) {
        continue;
      }
      long[] next = prefix.clone();
      for (int signer = 0; signer < next.length; signer++) {
        next[signer] += problem.parties().get(parties[signer]).worths().get(point).get(option);
      }
      if (explore(point + 1, options, next, ruledOut, wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHopeless(int point, long[] prefix, Predicate<long[]> ruledOut) {
    long[] most = prefix.clone();
    for (int signer = 0; signer < most.length; signer++) {
      most[signer] += left[signer][point];
      Long baseline = problem.parties().get(parties[signer]).baseline();
      if (baseline != null && most[signer] < baseline) {
        return true;
      }
    }
    for (int set = 0; set < weights.size(); set++) {
      long sum = weightedLeft.get(set)[point];
      for (int signer = 0; signer < prefix.length; signer++) {
        Long baseline = problem.parties().get(parties[signer]).baseline();
        long weight = weights.get(set)[signer];
        sum += weight * (prefix[signer] - (baseline == null ? 0 : baseline));
      }
      if (sum < 0) {
        return true;
      }
    }
    for (int signer = 0; signer < most.length; signer++) {
      most[signer] = problem.parties().get(parties[signer]).capped(most[signer]);
    }
    return ruledOut.test(most);
  }

  /// Whether a linkage or contingency with this last point is broken.
  private boolean breaks(int point, int[] options) {
    for (PackageConstraint linkage : constraints) {
      boolean isBroken =
          linkage instanceof PackageConstraint.Budget budget
              ? !budget.canHold(begun(point, options))
              : isLast(point, linkage) && !linkage.allows(options);
      if (isBroken) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLast(int point, PackageConstraint linkage) {
    return linkage.points().stream().mapToInt(Integer::intValue).max().orElse(-1) == point;
  }

  /// The options up to a point; the others are open.
  private static int[] begun(int point, int[] options) {
    int[] begun = options.clone();
    Arrays.fill(begun, point + 1, begun.length, PackageConstraint.Budget.OPEN);
    return begun;
  }
}
