package org.parley.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// An exact fraction in lowest terms, its denominator positive.
///
/// @param numerator the numerator, of any sign and size
/// @param denominator the denominator, 1 or more
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException(
          "dividing " + numerator + " by 0. Maybe the range it is measured against is empty.");
    }
    BigInteger shared = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      shared = shared.negate();
    }
    numerator = numerator.divide(shared);
    denominator = denominator.divide(shared);
  }

  public static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /// Parses a decimal exactly: `0.61`, `-3`, `1.5E2`.
  ///
  /// @throws NumberFormatException if it is not a decimal
  public static Rational parse(String decimal) {
    var exact = new BigDecimal(decimal.strip());
    return exact.scale() >= 0
        ? new Rational(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()))
        : new Rational(exact.toBigIntegerExact(), BigInteger.ONE);
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(new Rational(other.numerator.negate(), other.denominator));
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public int signum() {
    return numerator.signum();
  }

  /// The nearest whole number, halves rounded up.
  public BigInteger rounded() {
    return floor(numerator.shiftLeft(1).add(denominator), denominator.shiftLeft(1));
  }

  private static BigInteger floor(BigInteger dividend, BigInteger divisor) {
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /// The nearest `double`, for display and drawing only.
  public double approximately() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
        .doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
