package org.parley.casefile.folder;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where Parley keeps what belongs to a user and not to a case, by the XDG Base Directory
/// Specification.
public final class UserFolder {

  private UserFolder() {}

  /// The data folder: `parley` in `XDG_DATA_HOME`, else in `.local/share` of the home folder.
  ///
  /// @return empty if the environment names neither
  public static Optional<Path> data(Map<String, String> environment) {
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
    if (!data.isEmpty()) {
      return Optional.of(Path.of(data, "parley"));
    }
    return home.isEmpty()
        ? Optional.empty()
        : Optional.of(Path.of(home, ".local", "share", "parley"));
  }
}
