package org.parley.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// Finds the published material that tests read where it lies, beside the repository.
public final class SharedData {

  private SharedData() {}

  /// A folder of it; skips the test, visibly, where the material is not there.
  public static Path folder(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("data").resolve(name);
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return Assumptions.abort("the published data " + name + " is not on this machine");
  }

  /// The files of a folder whose names match a regular expression, by name.
  public static List<Path> files(Path folder, String name) throws IOException {
    try (var listing = Files.list(folder)) {
      return listing
          .filter(path -> String.valueOf(path.getFileName()).matches(name))
          .sorted()
          .toList();
    }
  }
}
