package org.parley.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Links entries by their hashes: each is the SHA-256 of the fields of its entry and of the hash
/// before it, each field preceded by its length, so that no two entries are written alike.
final class Chain {

  /// The hash before the first entry.
  static final String START = "0".repeat(64);

  private static final int ABSENT = -1;

  private Chain() {}

  /// The entry that follows the one with the hash `previous`.
  static Entry next(
      String previous, long number, Instant at, String who, String why, Change change) {
    return new Entry(
        number, at, who, why, change, previous, hash(previous, number, at, who, why, change));
  }

  /// Whether an entry is as it was when it was recorded.
  static boolean isIntact(Entry entry) {
    return entry
        .hash()
        .equals(
            hash(
                entry.previous(),
                entry.number(),
                entry.at(),
                entry.who(),
                entry.why(),
                entry.change()));
  }

  private static String hash(
      String previous, long number, Instant at, String who, String why, Change change) {
    MessageDigest sha = sha256();
    sha.update(
        ByteBuffer.allocate(20)
            .putLong(number)
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .flip());
    update(sha, who);
    update(sha, why);
    update(sha, change.kind());
    update(sha, change.id());
    update(sha, change.before());
    update(sha, change.after());
    update(sha, previous);
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void update(MessageDigest sha, @Nullable String field) {
    byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
    sha.update(ByteBuffer.allocate(4).putInt(field == null ? ABSENT : bytes.length).flip());
    sha.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
