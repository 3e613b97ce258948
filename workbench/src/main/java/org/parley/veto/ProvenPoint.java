package org.parley.veto;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.ECPoint;

/// A power of a base, with a Schnorr proof that its maker knows the exponent (RFC 8235).
///
/// The challenge hashes the step, the round, the board, the party and the package, so that the
/// proof counts nowhere else.
///
/// @param point the power
record ProvenPoint(ECPoint point, BigInteger challenge, BigInteger response) {

  /// Where a proof counts.
  ///
  /// @param board the digest of the messages before it; empty in the first step
  record Context(String step, String round, String board, String party, String packageId) {

    private BigInteger challenge(ECPoint base, ECPoint point, ECPoint commitment) {
      return VetoGroup.reduce(
          VetoDigest.bytes(
              "proof",
              step,
              round,
              board,
              party,
              packageId,
              VetoGroup.encode(base),
              VetoGroup.encode(point),
              VetoGroup.encode(commitment)));
    }
  }

  static ProvenPoint of(ECPoint base, BigInteger secret, Context context, SecureRandom random) {
    ECPoint point = VetoGroup.power(base, secret);
    BigInteger nonce = VetoGroup.random(random);
    BigInteger challenge = context.challenge(base, point, VetoGroup.power(base, nonce));
    return new ProvenPoint(point, challenge, VetoGroup.response(nonce, challenge, secret));
  }

  boolean holds(ECPoint base, Context context) {
    ECPoint commitment = VetoGroup.product(base, response, point, challenge);
    return !point.isInfinity() && context.challenge(base, point, commitment).equals(challenge);
  }
}
