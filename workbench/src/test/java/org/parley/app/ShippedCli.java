package org.parley.app;

import java.util.Map;
import org.parley.cli.Cli;

/// The command line as it ships, for tests of what it prints.
public final class ShippedCli {

  private ShippedCli() {}

  /// With this environment.
  public static Cli with(Map<String, String> environment) {
    return Parley.cli(environment, new ShutdownHook());
  }
}
