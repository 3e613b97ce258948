package org.parley.store.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords (RFC 6238): HMAC-SHA-1, six digits, steps of 30 seconds, as every
/// authenticator app has them.
final class Totp {

  static final int DIGITS = 6;
  static final int SECRET_BYTES = 20;

  private static final int STEP_SECONDS = 30;

  /// How many steps the clocks of phone and server may be apart.
  private static final int WINDOW = 1;

  private static final int[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private Totp() {}

  /// The step of a moment.
  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  /// The code of a step.
  static String code(byte[] secret, long step, int digits) {
    byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xF;
    int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%0" + digits + "d", number % POWERS[digits]);
  }

  /// The latest step within the window whose code this is; empty for none.
  static OptionalLong match(byte[] secret, String code, Instant now) {
    OptionalLong found = OptionalLong.empty();
    byte[] given = code.getBytes(StandardCharsets.US_ASCII);
    for (long step = step(now) - WINDOW; step <= step(now) + WINDOW; step++) {
      byte[] right = code(secret, step, DIGITS).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(right, given)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-1", e);
    }
  }
}
