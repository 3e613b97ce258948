package org.parley.check;

import java.math.BigInteger;
import java.util.List;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

/// Enumerates packages point by point and prunes by the multipliers of a certificate; the remaining
/// ones must not be better.
///
/// All arithmetic is in `BigInteger`. Joint worths not yet decided count at their best.
final class PackageRuledOut {

  private final Problem problem;
  private final SolutionCertificate certificate;
  private final Meter meter;
  private final BigInteger[][] factors;
  private final BigInteger[] asked;
  private final BigInteger[][] left;
  private boolean beaten;

  PackageRuledOut(Problem problem, SolutionCertificate certificate, Budget budget) {
    this.problem = problem;
    this.certificate = certificate;
    meter = new Meter(budget);
    List<SolutionCertificate.Multipliers> sets = certificate.multipliers();
    int parties = problem.parties().size();
    factors = new BigInteger[sets.size() + parties][parties];
    asked = new BigInteger[factors.length];
    left = new BigInteger[factors.length][];
    for (int set = 0; set < factors.length; set++) {
      for (int party = 0; party < parties; party++) {
        factors[set][party] =
            set < sets.size()
                ? BigInteger.valueOf(sets.get(set).ofSum())
                    .add(BigInteger.valueOf(sets.get(set).ofParties().get(party)))
                : BigInteger.valueOf(set - sets.size() == party ? 1 : 0);
      }
      asked[set] = set < sets.size() ? asked(sets.get(set)) : need(set - sets.size());
      left[set] = left(factors[set]);
    }
  }

  Verdict verdict() {
    for (SolutionCertificate.Multipliers set : certificate.multipliers()) {
      if (set.ofSum() < 0 || set.ofParties().stream().anyMatch(weight -> weight < 0)) {
        return Verdict.fails(Flaw.Code.MULTIPLIERS);
      }
    }
    if (hasMeasure()) {
      explore(0, new int[problem.points().size()]);
    }
    return beaten
        ? Verdict.fails(Flaw.Code.BETTER_PACKAGE)
        : meter.stopped() ? PackageCheck.unfinished() : new Verdict.Holds();
  }

  /// Whether packages differ in the measure of the rule: not in shares if nobody can gain.
  private boolean hasMeasure() {
    return switch (certificate.kind()) {
      case UTILITARIAN, NASH -> true;
      case KALAI_SMORODINSKY, EQUAL_GAINS, LEXIMIN ->
          certificate.unit().stream().anyMatch(unit -> unit > 0);
    };
  }

  /// The largest weighted sum of the points from each on, joint worths at their best.
  private BigInteger[] left(BigInteger[] weights) {
    int points = problem.points().size();
    BigInteger[] result = new BigInteger[points + 1];
    result[points] = BigInteger.ZERO;
    for (JointWorth joint : problem.jointWorths()) {
      result[points] = result[points].add(PackageCheck.mostOf(joint, weights[joint.party()]));
    }
    for (int point = points - 1; point >= 0; point--) {
      BigInteger most = null;
      for (int option = 0; option < problem.points().get(point).options().size(); option++) {
        BigInteger sum = sum(weights, point, option);
        most = most == null ? sum : most.max(sum);
      }
      result[point] = result[point + 1].add(most == null ? BigInteger.ZERO : most);
    }
    return result;
  }

  private BigInteger sum(BigInteger[] weights, int point, int option) {
    BigInteger sum = BigInteger.ZERO;
    for (int party = 0; party < weights.length; party++) {
      long worth = problem.parties().get(party).worths().get(point).get(option);
      sum = sum.add(weights[party].multiply(BigInteger.valueOf(worth)));
    }
    return sum;
  }

  private BigInteger floor(int party) {
    return BigInteger.valueOf(certificate.floor().get(party));
  }

  private BigInteger gain(int party) {
    return BigInteger.valueOf(certificate.best().get(party)).subtract(floor(party));
  }

  /// The least worth of a party in a better package.
  private BigInteger need(int party) {
    return switch (certificate.kind()) {
      case UTILITARIAN -> floor(party);
      case NASH -> floor(party).add(BigInteger.ONE);
      case KALAI_SMORODINSKY, EQUAL_GAINS, LEXIMIN -> {
        long unit = certificate.unit().get(party);
        if (unit == 0) {
          yield floor(party);
        }
        Rational gain = least().times(Rational.of(unit));
        BigInteger[] whole = gain.numerator().divideAndRemainder(gain.denominator());
        boolean more = whole[1].signum() > 0 || certificate.kind() != Solution.Kind.LEXIMIN;
        yield floor(party).add(whole[0]).add(more ? BigInteger.ONE : BigInteger.ZERO);
      }
    };
  }

  private Rational least() {
    Rational least = null;
    for (int party = 0; party < problem.parties().size(); party++) {
      long unit = certificate.unit().get(party);
      if (unit > 0) {
        Rational share = new Rational(gain(party), BigInteger.valueOf(unit));
        least = least == null || share.compareTo(least) < 0 ? share : least;
      }
    }
    return least == null ? Rational.ZERO : least;
  }

  /// The least weighted sum of a better package.
  private BigInteger asked(SolutionCertificate.Multipliers set) {
    int parties = problem.parties().size();
    BigInteger sum = BigInteger.ZERO;
    BigInteger product = BigInteger.valueOf(parties).pow(parties);
    BigInteger gains = BigInteger.ONE;
    BigInteger total = BigInteger.ONE;
    for (int party = 0; party < parties; party++) {
      BigInteger weight = BigInteger.valueOf(set.ofParties().get(party));
      boolean byNeed =
          switch (certificate.kind()) {
            case UTILITARIAN, NASH -> false;
            case KALAI_SMORODINSKY, EQUAL_GAINS, LEXIMIN -> true;
          };
      sum = sum.add(weight.multiply(byNeed ? need(party) : floor(party)));
      product = product.multiply(weight);
      gains = gains.multiply(gain(party));
      total = total.add(BigInteger.valueOf(certificate.best().get(party)));
    }
    return switch (certificate.kind()) {
      case KALAI_SMORODINSKY, EQUAL_GAINS, LEXIMIN -> sum;
      case UTILITARIAN ->
          sum.add(total.add(BigInteger.ONE).multiply(BigInteger.valueOf(set.ofSum())));
      case NASH ->
          sum.add(
              set.ofParties().stream().distinct().count() == 1
                  ? evenly(gains.add(BigInteger.ONE), parties)
                      .multiply(BigInteger.valueOf(set.ofParties().getFirst()))
                  : root(product.multiply(gains.add(BigInteger.ONE)), parties));
    };
  }

  /// The least sum of a number of integers with at least this product: they differ by one at most.
  private static BigInteger evenly(BigInteger product, int count) {
    BigInteger base = root(product, count).subtract(BigInteger.ONE).max(BigInteger.ZERO);
    for (int more = 0; ; more++) {
      BigInteger one = base.add(BigInteger.ONE);
      if (base.pow(count - more).multiply(one.pow(more)).compareTo(product) >= 0) {
        return base.multiply(BigInteger.valueOf(count)).add(BigInteger.valueOf(more));
      }
    }
  }

  /// The least integer with a power of at least this, by bisection.
  private static BigInteger root(BigInteger power, int degree) {
    BigInteger low = BigInteger.ZERO;
    BigInteger high = BigInteger.ONE.shiftLeft(power.bitLength() / degree + 1);
    while (low.compareTo(high) < 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      if (middle.pow(degree).compareTo(power) >= 0) {
        high = middle;
      } else {
        low = middle.add(BigInteger.ONE);
      }
    }
    return low;
  }

  private void explore(int point, int[] options) {
    if (beaten || meter.spend(1)) {
      return;
    }
    for (int set = 0; set < factors.length; set++) {
      BigInteger most = left[set][point];
      for (int settled = 0; settled < point; settled++) {
        most = most.add(sum(factors[set], settled, options[settled]));
      }
      if (most.compareTo(asked[set]) < 0) {
        return;
      }
    }
    if (point == options.length) {
      beaten = isBetter(options);
      return;
    }
    for (int option = 0; option < problem.points().get(point).options().size(); option++) {
      options[point] = option;
      explore(point + 1, options);
    }
  }

  private boolean isBetter(int[] options) {
    for (int party = 0; party < problem.parties().size(); party++) {
      if (!problem.acceptableTo(party, options)) {
        return false;
      }
    }
    return problem.allows(options)
        && PackageOrder.compare(certificate, problem.worths(options)) > 0;
  }
}
