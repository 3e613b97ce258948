package org.parley.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option of commands that take their other options from a configuration file too. The file is
/// read before the arguments are, by [ConfiguredArguments].
public final class ConfigOption {

  /// The name of the option.
  public static final String NAME = "--config";

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description =
          "Take options from this file, and from the environment: PARLEY_PORT for --port."
              + " Arguments count first, then the environment. Default: PARLEY_CONFIG.")
  private @Nullable Path file;

  @Override
  public String toString() {
    return String.valueOf(file);
  }
}
