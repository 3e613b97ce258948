package org.parley.veto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over texts, each with its length before it, so that no two lists of texts are one text.
/// The first says what the digest is for.
final class VetoDigest {

  private VetoDigest() {}

  static byte[] bytes(String purpose, String... texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, "parley-veto-1 " + purpose);
      for (String each : texts) {
        add(digest, each);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  static String hex(String purpose, String... texts) {
    return HexFormat.of().formatHex(bytes(purpose, texts));
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
