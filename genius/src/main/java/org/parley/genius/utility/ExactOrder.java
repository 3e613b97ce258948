package org.parley.genius.utility;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;

/// Whether rounded worths order all packages as the exact utilities do.
///
/// For every party, two packages, or a package and no deal, then compare exactly as in the file. So
/// acceptance, the frontier and every count are exact; only sums and products over parties are
/// rounded. Enumerates every package. Cost: packages times points for each party, and a sort.
final class ExactOrder {

  /// The most packages enumerated.
  private static final BigInteger MOST = BigInteger.valueOf(500_000);

  /// A package, or no deal, for one party: its worth, and its utility in the units of the file.
  private record Value(long worth, BigInteger written) {}

  private ExactOrder() {}

  /// Whether the order is kept; false if there are too many packages.
  static boolean isKept(ImportedProblem imported) {
    if (imported.packages().compareTo(MOST) > 0) {
      return false;
    }
    for (int party = 0; party < imported.utilities().size(); party++) {
      if (!isKept(values(imported, party))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKept(List<Value> values) {
    values.sort(Comparator.comparingLong(Value::worth).thenComparing(Value::written));
    for (int i = 1; i < values.size(); i++) {
      Value low = values.get(i - 1);
      Value high = values.get(i);
      int written = low.written.compareTo(high.written);
      if (low.worth == high.worth ? written != 0 : written >= 0) {
        return false;
      }
    }
    return true;
  }

  private static List<Value> values(ImportedProblem imported, int party) {
    Problem problem = imported.problem();
    Utility utility = imported.utilities().get(party);
    BigInteger unit = UtilityScale.denominator(utility);
    Problem.Party seat = problem.parties().get(party);
    List<JointWorth> joints =
        problem.jointWorths().stream().filter(each -> each.party() == party).toList();
    BigInteger[][] written =
        utility.ofOptions().stream()
            .map(row -> row.stream().map(each -> in(unit, each)).toArray(BigInteger[]::new))
            .toArray(BigInteger[][]::new);
    List<BigInteger> extras =
        utility.extras().stream().map(extra -> in(unit, extra.worth())).toList();
    List<Value> values = new ArrayList<>();
    Rational reservation = utility.reservation();
    Long baseline = seat.baseline();
    if (reservation != null && baseline != null) {
      values.add(new Value(baseline, in(unit, reservation)));
    }
    int[] options = new int[written.length];
    do {
      long worth = 0;
      BigInteger sum = BigInteger.ZERO;
      for (int point = 0; point < options.length; point++) {
        worth += seat.worths().get(point).get(options[point]);
        sum = sum.add(written[point][options[point]]);
      }
      for (JointWorth joint : joints) {
        worth += joint.countsIn(options) ? joint.worth() : 0;
      }
      for (int i = 0; i < extras.size(); i++) {
        sum = utility.extras().get(i).box().contains(options) ? sum.add(extras.get(i)) : sum;
      }
      values.add(new Value(seat.capped(worth), utility.hasCeiling() ? sum.min(unit) : sum));
    } while (next(options, written));
    return values;
  }

  private static BigInteger in(BigInteger unit, Rational utility) {
    return utility.numerator().multiply(unit.divide(utility.denominator()));
  }

  private static boolean next(int[] options, BigInteger[][] counts) {
    for (int point = 0; point < options.length; point++) {
      if (++options[point] < counts[point].length) {
        return true;
      }
      options[point] = 0;
    }
    return false;
  }
}
