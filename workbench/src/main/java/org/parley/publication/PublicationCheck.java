package org.parley.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whether the files of a folder are those of its manifest.
///
/// @param manifest the manifest
/// @param digest the SHA-256 of the manifest itself, which stands for the whole publication
/// @param changed files with another digest
/// @param missing files that are not there
/// @param added files that the manifest does not name
public record PublicationCheck(
    Manifest manifest,
    String digest,
    List<String> changed,
    List<String> missing,
    List<String> added) {

  public PublicationCheck {
    changed = List.copyOf(changed);
    missing = List.copyOf(missing);
    added = List.copyOf(added);
  }

  /// Whether every file is as it was published, and there is no other.
  public boolean holds() {
    return changed.isEmpty() && missing.isEmpty() && added.isEmpty();
  }

  /// Checks a folder. Cost: linear in its bytes.
  ///
  /// @throws PublicationException if it has no readable manifest
  public static PublicationCheck of(Path folder) throws IOException {
    Manifest manifest = Manifest.in(folder);
    List<String> changed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, String> each : manifest.files().entrySet()) {
      Path file = folder.resolve(each.getKey());
      // a link could lead out of the folder
      if (!Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        missing.add(each.getKey());
      } else if (!Digest.of(file).equals(each.getValue())) {
        changed.add(each.getKey());
      }
    }
    TreeSet<String> added = new TreeSet<>(list(folder));
    added.removeAll(manifest.files().keySet());
    added.remove(Manifest.FILE);
    return new PublicationCheck(
        manifest, Digest.of(folder.resolve(Manifest.FILE)), changed, missing, List.copyOf(added));
  }

  /// Every file in a folder that is no folder itself.
  static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(each -> !Files.isDirectory(each, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .map(each -> folder.relativize(each).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
