package org.parley.sequence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Published data that lies beside the repository.
public final class SharedData {

  private SharedData() {}

  /// A folder of it; the test is skipped, with a message, where it is absent.
  public static Path folder(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      for (String place : new String[] {"shared/data", "../shared/data"}) {
        Path folder = at.resolve(place).resolve(name).normalize();
        if (Files.isDirectory(folder)) {
          return folder;
        }
      }
    }
    assumeTrue(false, "no folder shared/data/" + name + " beside the repository");
    throw new IllegalStateException();
  }
}
