package org.parley.bargain.zone;

import java.math.BigInteger;

/// Integers up to 2^124 by their residues modulo 2^64 and modulo the prime 2^61 - 1.
final class Residues {

  private static final long PRIME = (1L << 61) - 1;
  private static final BigInteger BIG_PRIME = BigInteger.valueOf(PRIME);
  private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(Long.SIZE);

  private Residues() {}

  /// The number with these residues modulo 2^64 and the prime (Chinese remainder theorem).
  static BigInteger number(long[] residues) {
    BigInteger low = new BigInteger(Long.toUnsignedString(residues[0]));
    if (residues.length == 1) {
      return low;
    }
    BigInteger high =
        BigInteger.valueOf(residues[1])
            .subtract(low)
            .multiply(WRAP.modInverse(BIG_PRIME))
            .mod(BIG_PRIME);
    return low.add(high.multiply(WRAP));
  }

  /// The sum, modulo the prime if requested.
  static long add(long one, long other, boolean prime) {
    if (!prime) {
      return one + other;
    }
    long sum = one + other - PRIME;
    return sum + ((sum >> 63) & PRIME);
  }

  /// The product, modulo the prime if requested.
  static long times(long one, long other, boolean prime) {
    if (!prime) {
      return one * other;
    }
    long high = Math.multiplyHigh(one, other);
    long low = one * other;
    return add((high << 3) | (low >>> 61), low & PRIME, true);
  }
}
