package org.parley.web.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.parley.casefile.CaseWriter;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;

/// The version of a record for optimistic locking: the start of the SHA-256 of its text. It reveals
/// neither its time nor anything else in the case.
///
/// @param value sixteen hexadecimal digits
public record Version(String value) {

  private static final int BYTES = 8;

  /// The version of a record as visible to a viewer.
  public static Version of(CaseRecord record) {
    return of(CaseWriter.keyOf(record) + "\n" + CaseWriter.text(record));
  }

  /// The version of the header.
  public static Version of(CaseInfo info) {
    return of(CaseWriter.text(info));
  }

  private static Version of(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return new Version(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
