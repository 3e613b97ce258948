package org.parley.web.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseWriter;
import org.parley.model.claim.ClaimId;

/// The records that accepting all sure statements above a threshold would write.
///
/// @param least the least confidence, in percent
/// @param entries the statements with the claim each would be in
/// @param edits what would be written
public record BulkPreview(int least, List<Entry> entries, List<CaseEdit> edits) {

  /// A statement, and the claim that would hold it.
  public record Entry(QueuedStatement statement, ClaimId claim) {}

  public BulkPreview {
    entries = List.copyOf(entries);
    edits = List.copyOf(edits);
  }

  /// The SHA-256 of the edits: who accepts names what was shown.
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (CaseEdit each : edits) {
        sha.update(text(each).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(CaseEdit edit) {
    return switch (edit) {
      case CaseEdit.Add(var record, _) -> "add " + CaseWriter.text(record);
      case CaseEdit.Change(var record) -> "change " + CaseWriter.text(record);
      case CaseEdit.Remove(var id) -> "remove " + id;
      case CaseEdit.Describe(var info) -> "describe " + info;
    };
  }
}
