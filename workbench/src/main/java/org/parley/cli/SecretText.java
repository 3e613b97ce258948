package org.parley.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A password or another secret. It comes from a file or the environment alone: every user of a
/// machine can read arguments.
public final class SecretText {

  private static final long LONGEST_FILE = 4_096;

  private SecretText() {}

  /// The first line of a file, else the value of a variable; empty if neither is given.
  ///
  /// @throws IllegalArgumentException if the file cannot be read, with advice
  public static String of(@Nullable Path file, String variable, Map<String, String> environment) {
    if (file == null) {
      return environment.getOrDefault(variable, "");
    }
    try {
      if (Files.size(file) > LONGEST_FILE) {
        throw new IllegalArgumentException(
            "\"" + file + "\" is too long for a password. Maybe name another file.");
      }
      return Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .map(String::strip)
          .orElse("");
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "\"" + file + "\" cannot be read. Maybe check its name and who may read it.", e);
    }
  }
}
