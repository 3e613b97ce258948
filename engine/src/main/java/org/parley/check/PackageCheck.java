package org.parley.check;

import java.math.BigInteger;
import org.parley.bargain.JointWorth;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// Checks that no package is acceptable, by looking at every one, and what the checks of packages
/// share.
public final class PackageCheck {

  private PackageCheck() {}

  /// Verifies that no package is acceptable to some parties.
  public static Verdict nothingAcceptable(
      Problem problem, NothingAcceptable certificate, Budget budget) {
    Meter meter = new Meter(budget);
    Problem asked =
        switch (certificate.because()) {
          case NO_PACKAGE ->
              problem.withParties(
                  problem.parties().stream().map(party -> party.withBaseline(null)).toList());
          case BASELINES_OUT_OF_REACH -> problem;
        };
    PackageWalk walk = new PackageWalk(asked, certificate.parties(), meter);
    return verdict(walk.finds(_ -> false, _ -> true), meter, Flaw.Code.PACKAGE_ACCEPTABLE);
  }

  /// Fails if a forbidden package was found.
  static Verdict verdict(boolean found, Meter meter, Flaw.Code code) {
    return found ? Verdict.fails(code) : meter.stopped() ? unfinished() : new Verdict.Holds();
  }

  static Verdict unfinished() {
    return new Verdict.Open(Verdict.Reason.BUDGET);
  }

  static boolean isPackage(Problem problem, int[] options) {
    boolean is = options.length == problem.points().size();
    for (int point = 0; is && point < options.length; point++) {
      is = options[point] >= 0 && options[point] < problem.points().get(point).options().size();
    }
    return is;
  }

  /// The largest contribution of a joint worth to a weighted sum.
  static BigInteger mostOf(JointWorth joint, BigInteger weight) {
    return weight.multiply(BigInteger.valueOf(joint.worth())).max(BigInteger.ZERO);
  }
}
