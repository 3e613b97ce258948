package org.parley.web.api.line;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.parley.answer.AnswerJson;

/// Serialised JSON with an ETag of its bytes, for conditional GET.
public final class ReadyJson {

  private static final int TAG_BYTES = 16;

  private final byte[] bytes;
  private final String tag;

  private ReadyJson(byte[] bytes) {
    this.bytes = bytes;
    this.tag = "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash(bytes), TAG_BYTES)) + "\"";
  }

  /// The JSON of a value.
  ///
  /// @param body a record, or a JSON node
  public static ReadyJson of(Object body) {
    return new ReadyJson(AnswerJson.bytes(body));
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The bytes.
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /// Its length, in bytes.
  public int length() {
    return bytes.length;
  }

  /// The tag, as a header has it.
  public String tag() {
    return tag;
  }
}
