package org.parley.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The content of a publication: every file with its SHA-256, and the state of the case that they
/// show. It names nothing that the public may not see, so no entry of the journal.
///
/// @param title what the settlement is called
/// @param address where it is published
/// @param language the tag of its language
/// @param published the day
/// @param state the SHA-256 of all that the public may see of the case
/// @param files the digest of each file, by its path in the folder
public record Manifest(
    String title,
    String address,
    String language,
    LocalDate published,
    String state,
    SortedMap<String, String> files) {

  /// Its name in the folder.
  public static final String FILE = "manifest.json";

  /// The format that it names.
  static final String FORMAT = "parley-publication-1";

  private static final long LONGEST_BYTES = 256L << 20;
  private static final int MOST_FILES = 2_000_000;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PATH =
      Pattern.compile("(?!.*(?:^|/)\\.{1,2}(?:/|$))[A-Za-z0-9~._=,+-]+(?:/[A-Za-z0-9~._=,+-]+)*");

  public Manifest {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// Whether a path may stand in a publication: relative, without a step upwards.
  public static boolean isPath(String path) {
    return PATH.matcher(path).matches();
  }

  /// As JSON with one file a line, in order.
  public String text() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("format", FORMAT);
    root.put("title", title);
    root.put("address", address);
    root.put("language", language);
    root.put("published", published.toString());
    root.put("state", state);
    ObjectNode all = root.putObject("files");
    files.forEach(all::put);
    return root.toPrettyString() + "\n";
  }

  /// The manifest of a folder.
  ///
  /// @throws PublicationException if there is none, or it cannot be read
  public static Manifest in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_BYTES) {
      throw new PublicationException(PublicationFault.NO_MANIFEST, folder.toString());
    }
    try {
      return parse(JsonMapper.shared().readTree(Files.readAllBytes(file)));
    } catch (JacksonException | DateTimeException e) {
      throw new PublicationException(PublicationFault.UNREADABLE_MANIFEST, file.toString());
    }
  }

  private static Manifest parse(JsonNode root) throws PublicationException {
    if (!FORMAT.equals(text(root, "format"))) {
      throw new PublicationException(PublicationFault.UNREADABLE_MANIFEST, text(root, "format"));
    }
    SortedMap<String, String> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : root.path("files").properties()) {
      String digest = each.getValue().asString("");
      if (!isPath(each.getKey())
          || !SHA256.matcher(digest).matches()
          || files.size() > MOST_FILES) {
        throw new PublicationException(PublicationFault.UNREADABLE_MANIFEST, each.getKey());
      }
      files.put(each.getKey(), digest);
    }
    return new Manifest(
        text(root, "title"),
        text(root, "address"),
        text(root, "language"),
        LocalDate.parse(text(root, "published")),
        text(root, "state"),
        files);
  }

  private static String text(JsonNode root, String key) {
    return root.path(key).asString("");
  }
}
