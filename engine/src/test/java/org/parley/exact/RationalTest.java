package org.parley.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RationalTest {

  @Test
  void keepsLowestTermsAndAPositiveDenominator() {
    assertEquals("-2/3", Rational.of(4, -6).toString());
    assertEquals(Rational.ZERO, Rational.of(0, -5));
  }

  @Test
  void readsDecimalsExactly() {
    assertEquals(Rational.of(61, 100), Rational.parse("0.61"));
    assertEquals(Rational.of(150), Rational.parse("1.5E2"));
    assertEquals(Rational.of(-3), Rational.parse(" -3 "));
  }

  @Test
  void calculatesAndCompares() {
    Rational third = Rational.of(1, 3);
    assertEquals(Rational.of(5, 6), third.plus(Rational.of(1, 2)));
    assertEquals(Rational.of(-1, 6), third.minus(Rational.of(1, 2)));
    assertEquals(Rational.of(2, 3), third.dividedBy(Rational.of(1, 2)));
    assertTrue(third.compareTo(Rational.parse("0.333333333333333333333333")) > 0);
  }

  @Test
  void roundsHalvesUp() {
    assertEquals(BigInteger.valueOf(3), Rational.of(5, 2).rounded());
    assertEquals(BigInteger.valueOf(-2), Rational.of(-5, 2).rounded());
    assertEquals(BigInteger.valueOf(-3), Rational.of(-26, 10).rounded());
  }

  @Test
  void refusesADenominatorOfZero() {
    assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
  }

  @Test
  void hasASignAndANearestDouble() {
    assertEquals(-1, Rational.of(1, -2).signum());
    assertEquals(0, Rational.ZERO.signum());
    assertEquals(1, Rational.of(-1, -2).signum());
    assertEquals(BigInteger.TWO, Rational.of(1, -2).denominator());
    assertEquals(-0.5, Rational.of(1, -2).approximately());
  }
}
