package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.JointWorth;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// Counts acceptable packages by depth-first enumeration with pruning.
///
/// For few packages, or if nearly all are out of reach; it is fastest then, and needs no
/// preparation. Linkages are checked at the leaves. A step of the meter is a thousand options
/// tried.
final class Enumeration implements Counts {

  private static final int STEP = 1_000;

  /// With more packages, other methods are faster.
  private static final long MOST_PACKAGES = 1L << 32;

  /// The options that may be tried in any case.
  private static final long FEW = 2_048;

  /// The options that may be tried per signer and root of the number of packages: about the cost of
  /// meet in the middle.
  private static final long TRIED_A_ROOT = 12;

  private final Problem problem;
  private final int[] signers;

  /// By point, the options that cross no red line of the signers.
  private final int[][] open;

  /// The worths by point, open option and signer.
  private final long[][][] worths;

  /// By point and signer, the largest worth of the points from there on.
  private final long[][] best;

  private final long[] baselines;
  private final List<PackageConstraint> constraints;
  private final boolean isLinked;
  private final long packages;
  private long total;

  private Enumeration(Problem problem, int parties) {
    this.problem = problem;
    int points = problem.points().size();
    signers = new int[Integer.bitCount(parties)];
    int count = 0;
    for (int party = 0; party < problem.parties().size(); party++) {
      if (((parties >> party) & 1) == 1) {
        signers[count++] = party;
      }
    }
    open = new int[points][];
    worths = new long[points][][];
    best = new long[points + 1][count];
    baselines = new long[count];
    for (int signer = 0; signer < count; signer++) {
      Long baseline = problem.parties().get(signers[signer]).baseline();
      baselines[signer] = baseline == null ? Long.MIN_VALUE / 2 : baseline;
      for (JointWorth joint : problem.jointWorths()) {
        best[points][signer] += joint.party() == signers[signer] ? Math.max(0, joint.worth()) : 0;
      }
    }
    long product = 1;
    for (int point = points - 1; point >= 0; point--) {
      lay(point);
      product = Math.min(MOST_PACKAGES + 1, product * open[point].length);
    }
    packages = product;
    constraints = problem.constraints(parties);
    isLinked = !constraints.isEmpty() || !problem.jointWorths().isEmpty();
  }

  private void lay(int point) {
    int size = problem.points().get(point).options().size();
    int[] allowed = new int[size];
    int kept = 0;
    for (int option = 0; option < size; option++) {
      if (isOpen(point, option)) {
        allowed[kept++] = option;
      }
    }
    open[point] = Arrays.copyOf(allowed, kept);
    worths[point] = new long[kept][signers.length];
    for (int signer = 0; signer < signers.length; signer++) {
      List<Long> row = problem.parties().get(signers[signer]).worths().get(point);
      long highest = kept == 0 ? 0 : Long.MIN_VALUE;
      for (int way = 0; way < kept; way++) {
        worths[point][way][signer] = row.get(allowed[way]);
        highest = Math.max(highest, worths[point][way][signer]);
      }
      best[point][signer] = best[point + 1][signer] + highest;
    }
  }

  private boolean isOpen(int point, int option) {
    for (int party : signers) {
      Problem.Party signer = problem.parties().get(party);
      if (!signer.redLines().isEmpty() && signer.redLines().contains(new Choice(point, option))) {
        return false;
      }
    }
    return true;
  }

  /// Counts packages.
  ///
  /// @param parties the signers, party `i` as bit `i`
  /// @return null if too many packages would have to be visited, or the meter stopped
  static @Nullable Enumeration of(Problem problem, int parties, Meter meter) {
    Enumeration all = new Enumeration(problem, parties);
    if (all.packages > MOST_PACKAGES) {
      return null;
    }
    long root = 1L << ((Long.SIZE - Long.numberOfLeadingZeros(all.packages)) / 2);
    Walk walk = all.new Walk(Math.max(FEW, TRIED_A_ROOT * all.signers.length * root), meter);
    walk.from(0);
    all.total = walk.found;
    return walk.isEnded ? null : all;
  }

  /// One pass over the packages.
  private final class Walk {
    private final long[][] sums = new long[open.length + 1][signers.length];
    private final int[] options = new int[open.length];
    private final long most;
    private final Meter meter;
    private long tried;
    private long found;

    /// The number of the last package to visit.
    private long last = Long.MAX_VALUE;

    private long @Nullable [][] byOption;
    private boolean isEnded;

    Walk(long most, Meter meter) {
      this.most = most;
      this.meter = meter;
    }

    void from(int point) {
      long[] here = sums[point];
      long[] next = sums[point + 1];
      long[] left = best[point + 1];
      for (int way = 0; way < worths[point].length && !isEnded; way++) {
        isEnded = ++tried > most || (tried % STEP == 0 && meter.spend(1));
        boolean reaches = !isEnded;
        long[] adds = worths[point][way];
        for (int signer = 0; signer < next.length; signer++) {
          next[signer] = here[signer] + adds[signer];
          reaches &= next[signer] + left[signer] >= baselines[signer];
        }
        if (reaches) {
          options[point] = open[point][way];
          if (point + 1 < open.length) {
            from(point + 1);
          } else if (!isLinked || isAcceptable(next)) {
            take();
          }
        }
      }
    }

    private boolean isAcceptable(long[] plain) {
      for (PackageConstraint constraint : constraints) {
        if (!constraint.allows(options)) {
          return false;
        }
      }
      long[] all = plain.clone();
      for (JointWorth joint : problem.jointWorths()) {
        for (int signer = 0; signer < all.length; signer++) {
          all[signer] +=
              joint.party() == signers[signer] && joint.countsIn(options) ? joint.worth() : 0;
        }
      }
      for (int signer = 0; signer < all.length; signer++) {
        if (all[signer] < baselines[signer]) {
          return false;
        }
      }
      return true;
    }

    private void take() {
      found++;
      isEnded = found == last;
      if (byOption != null) {
        for (int point = 0; point < options.length; point++) {
          byOption[point][options[point]]++;
        }
      }
    }
  }

  @Override
  public BigInteger total() {
    return BigInteger.valueOf(total);
  }

  @Override
  public BigInteger[][] byOption(Meter meter) {
    long[][] counts = new long[open.length][];
    Arrays.setAll(counts, point -> new long[problem.points().get(point).options().size()]);
    Walk walk = new Walk(Long.MAX_VALUE, meter);
    walk.byOption = counts;
    walk.from(0);
    return Arrays.stream(counts)
        .map(row -> Arrays.stream(row).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new))
        .toArray(BigInteger[][]::new);
  }

  /// A uniformly random package.
  int[] draw(RandomGenerator random) {
    Walk walk = new Walk(Long.MAX_VALUE, new Meter(Budget.unlimited()));
    walk.last = 1 + random.nextLong(total);
    walk.from(0);
    return walk.options;
  }
}
