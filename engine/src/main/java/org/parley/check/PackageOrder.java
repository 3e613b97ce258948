package org.parley.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.exact.Rational;

/// The order of worth vectors by a rule of fair division, relative to a solution.
final class PackageOrder {

  private PackageOrder() {}

  /// Positive if the rule prefers these worths, 0 if they tie.
  static int compare(SolutionCertificate certificate, long[] worths) {
    long[] best = best(certificate);
    return switch (certificate.kind()) {
      case NASH -> product(certificate, worths).compareTo(product(certificate, best));
      case UTILITARIAN -> sum(worths).compareTo(sum(best));
      case EQUAL_GAINS, KALAI_SMORODINSKY -> compare(certificate, worths, best, 1);
      case LEXIMIN -> compare(certificate, worths, best, worths.length);
    };
  }

  /// The maximum of the rule.
  static Rational value(SolutionCertificate certificate) {
    long[] best = best(certificate);
    return switch (certificate.kind()) {
      case NASH -> new Rational(product(certificate, best), BigInteger.ONE);
      case UTILITARIAN -> new Rational(sum(best), BigInteger.ONE);
      case EQUAL_GAINS, KALAI_SMORODINSKY, LEXIMIN ->
          shares(certificate, best).stream().findFirst().orElse(Rational.ZERO);
    };
  }

  private static long[] best(SolutionCertificate certificate) {
    return certificate.best().stream().mapToLong(Long::longValue).toArray();
  }

  private static BigInteger product(SolutionCertificate certificate, long[] worths) {
    BigInteger product = BigInteger.ONE;
    for (int party = 0; party < worths.length; party++) {
      product =
          product.multiply(BigInteger.valueOf(worths[party] - certificate.floor().get(party)));
    }
    return product;
  }

  private static BigInteger sum(long[] worths) {
    BigInteger sum = BigInteger.ZERO;
    for (long worth : worths) {
      sum = sum.add(BigInteger.valueOf(worth));
    }
    return sum;
  }

  private static int compare(
      SolutionCertificate certificate, long[] worths, long[] best, int places) {
    List<Rational> mine = shares(certificate, worths);
    List<Rational> theirs = shares(certificate, best);
    for (int place = 0; place < Math.min(places, mine.size()); place++) {
      int order = mine.get(place).compareTo(theirs.get(place));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<Rational> shares(SolutionCertificate certificate, long[] worths) {
    List<Rational> shares = new ArrayList<>();
    for (int party = 0; party < worths.length; party++) {
      long unit = certificate.unit().get(party);
      if (unit > 0) {
        shares.add(Rational.of(worths[party] - certificate.floor().get(party), unit));
      }
    }
    shares.sort(Comparator.naturalOrder());
    return shares;
  }
}
