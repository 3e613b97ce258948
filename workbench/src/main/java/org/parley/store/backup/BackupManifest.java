package org.parley.store.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.parley.store.Anchor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The contents of a backup.
///
/// @param made when it was made
/// @param anchor the heads of its chains
/// @param bytes the length of its journal
/// @param sha256 the digest of its journal
public record BackupManifest(Instant made, Anchor anchor, long bytes, String sha256) {

  /// The name of its file in the backup.
  static final String FILE = "manifest.json";

  private static final String FORMAT = "parley-backup-1";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /// As JSON.
  String text() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("format", FORMAT);
    root.put("made", made.toString());
    root.put("entries", anchor.entries());
    root.put("hash", anchor.hash());
    root.put("rows", anchor.rows());
    root.put("auditHash", anchor.auditHash());
    root.put("bytes", bytes);
    root.put("sha256", sha256);
    return root.toPrettyString() + "\n";
  }

  /// Reads one.
  ///
  /// @throws BackupRefused if it is none
  static BackupManifest read(String text) throws BackupRefused {
    try {
      JsonNode root = JsonMapper.shared().readTree(text);
      String format = root.path("format").asString("");
      if (!format.equals(FORMAT)) {
        throw new BackupRefused(
            "the manifest has the format \""
                + format
                + "\", not "
                + FORMAT
                + ". Maybe restore it with the version of Parley that made it");
      }
      BackupManifest read =
          new BackupManifest(
              Instant.parse(root.path("made").asString("")),
              new Anchor(
                  root.path("entries").asLong(-1),
                  root.path("hash").asString(""),
                  root.path("rows").asLong(-1),
                  root.path("auditHash").asString("")),
              root.path("bytes").asLong(-1),
              root.path("sha256").asString(""));
      if (read.anchor.entries() < 0 || !SHA256.matcher(read.sha256).matches()) {
        throw new BackupRefused("the manifest lacks a number or a digest. Maybe use another copy");
      }
      return read;
    } catch (JacksonException | DateTimeException e) {
      throw new BackupRefused("the manifest cannot be read. Maybe use another copy", e);
    }
  }
}
