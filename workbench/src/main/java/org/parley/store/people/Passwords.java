package org.parley.store.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Password hashes: Argon2id with a salt, as `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Hashes
/// with other parameters still verify.
final class Passwords {

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Pattern KEPT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /// Hashes a password. Cost: 19 MiB of memory and tens of milliseconds, on purpose.
  static String keep(char[] password) {
    return keep(password, MEMORY_KIB, PASSES);
  }

  /// Hashes a password at another cost.
  static String keep(char[] password, int memoryKib, int passes) {
    byte[] salt = random(SALT_BYTES);
    return text(
        salt, hash(password, salt, memoryKib, passes, LANES, HASH_BYTES), memoryKib, passes);
  }

  /// A hash that no password has: it was drawn. Comparing with it takes as long as with others.
  static String none() {
    return text(random(SALT_BYTES), random(HASH_BYTES), MEMORY_KIB, PASSES);
  }

  private static byte[] random(int length) {
    byte[] drawn = new byte[length];
    RANDOM.nextBytes(drawn);
    return drawn;
  }

  private static String text(byte[] salt, byte[] hash, int memoryKib, int passes) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.format(
        Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
        memoryKib,
        passes,
        LANES,
        base64.encodeToString(salt),
        base64.encodeToString(hash));
  }

  /// Verifies a password against a hash. Cost: that of hashing.
  static boolean matches(char[] password, String kept) {
    Matcher parts = KEPT.matcher(kept);
    if (!parts.matches()) {
      return false;
    }
    byte[] hash = Base64.getDecoder().decode(parts.group(5));
    byte[] given =
        hash(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            hash.length);
    return MessageDigest.isEqual(hash, given);
  }

  private static byte[] hash(
      char[] password, byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(new String(password).getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
