package org.parley.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;

/// The SHA-256 of all that a viewer may see of a case, in canonical text. It changes with what they
/// see, and tells of nothing hidden.
public final class ViewHash {

  private ViewHash() {}

  /// The hash in hexadecimal. Cost: linear in the text of the records.
  public static String of(CaseView view) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      add(sha, CaseWriter.text(view.info()));
      for (CaseRecord each : view.records()) {
        add(sha, CaseWriter.keyOf(each));
        add(sha, CaseWriter.text(each));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest sha, String text) {
    sha.update(text.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
  }
}
