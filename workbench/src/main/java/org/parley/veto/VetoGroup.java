package org.parley.veto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// The group: NIST P-256, of prime order and cofactor 1, so that every point of the curve but the
/// identity generates it. Points are compressed (SEC 1), scalars are 32 bytes; both in hexadecimal.
final class VetoGroup {

  /// Named in the terms of a round.
  static final String NAME = "P-256";

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");

  static final ECPoint GENERATOR = CURVE.getG().normalize();

  static final ECPoint IDENTITY = CURVE.getCurve().getInfinity();

  private static final BigInteger ORDER = CURVE.getN();

  private static final int SCALAR_BYTES = 32;

  private VetoGroup() {}

  /// A random exponent: 1 to the order less 1.
  static BigInteger random(SecureRandom random) {
    BigInteger drawn;
    do {
      drawn = new BigInteger(ORDER.bitLength(), random);
    } while (drawn.signum() == 0 || drawn.compareTo(ORDER) >= 0);
    return drawn;
  }

  static BigInteger reduce(byte[] digest) {
    return new BigInteger(1, digest).mod(ORDER);
  }

  /// `nonce - challenge * secret`, the response of a Schnorr proof.
  static BigInteger response(BigInteger nonce, BigInteger challenge, BigInteger secret) {
    return nonce.subtract(challenge.multiply(secret)).mod(ORDER);
  }

  static ECPoint power(ECPoint base, BigInteger exponent) {
    return (base.equals(GENERATOR)
            ? new FixedPointCombMultiplier().multiply(GENERATOR, exponent)
            : base.multiply(exponent))
        .normalize();
  }

  /// `base ^ a * point ^ b`.
  static ECPoint product(ECPoint base, BigInteger a, ECPoint point, BigInteger b) {
    return ECAlgorithms.sumOfTwoMultiplies(base, a, point, b).normalize();
  }

  static String encode(ECPoint point) {
    return HexFormat.of().formatHex(point.getEncoded(true));
  }

  static String encode(BigInteger scalar) {
    return String.format(Locale.ROOT, "%064x", scalar);
  }

  /// A point of the curve that is not the identity, in the only form that is accepted.
  static ECPoint point(String hex) throws VetoException {
    if (hex.equals("00")) {
      throw new VetoException(VetoFault.IDENTITY_ELEMENT, hex);
    }
    try {
      ECPoint point =
          CURVE.getCurve().decodePoint(bytes(hex, SCALAR_BYTES + 1, VetoFault.NOT_A_GROUP_ELEMENT));
      return point.normalize();
    } catch (IllegalArgumentException e) {
      throw new VetoException(VetoFault.NOT_A_GROUP_ELEMENT, hex);
    }
  }

  /// A scalar below the order.
  static BigInteger scalar(String hex) throws VetoException {
    BigInteger scalar = new BigInteger(1, bytes(hex, SCALAR_BYTES, VetoFault.NOT_A_SCALAR));
    if (scalar.compareTo(ORDER) >= 0) {
      throw new VetoException(VetoFault.NOT_A_SCALAR, hex);
    }
    return scalar;
  }

  /// Bytes in lower-case hexadecimal.
  static byte[] bytes(String hex, int length, VetoFault fault) throws VetoException {
    if (!hex.matches("[0-9a-f]{" + 2 * length + "}")) {
      throw new VetoException(fault, hex.substring(0, Math.min(hex.length(), 80)));
    }
    return HexFormat.of().parseHex(hex);
  }
}
