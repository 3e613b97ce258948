package org.parley.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of fields, each text preceded by its length, so that no two rows have equal input.
public final class FieldHash {

  /// The hash before the first of a chain.
  public static final String START = "0".repeat(64);

  private static final int ABSENT = -1;

  private final MessageDigest sha;

  public FieldHash() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public FieldHash with(long number) {
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return this;
  }

  public FieldHash with(Instant moment) {
    sha.update(
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
            .putLong(moment.getEpochSecond())
            .putInt(moment.getNano())
            .flip());
    return this;
  }

  public FieldHash with(@Nullable String field) {
    byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
    sha.update(
        ByteBuffer.allocate(Integer.BYTES).putInt(field == null ? ABSENT : bytes.length).flip());
    sha.update(bytes);
    return this;
  }

  /// The hash as 64 hexadecimal digits. No field may be added afterwards.
  public String hex() {
    return HexFormat.of().formatHex(sha.digest());
  }
}
