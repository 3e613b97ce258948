package org.parley.exchange.incidents;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Material published by others that lies beside the repository, where it lies there.
public final class Shared {

  private Shared() {}

  /// The file below `shared/data`; ends the test, visibly, where there is none.
  public static Path file(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    Assumptions.abort("shared/data/" + name + " is not beside the repository");
    throw new AssertionError();
  }
}
