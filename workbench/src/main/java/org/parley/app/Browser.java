package org.parley.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Opens an address in the default browser of the desktop.
final class Browser {

  private final Map<String, String> environment;

  Browser(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// Opens an address; a no-op without a desktop.
  void open(URI address) {
    command(System.getProperty("os.name", ""), address).ifPresent(Browser::start);
  }

  private static void start(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // The address is printed as well, to be opened by hand.
    }
  }

  /// The command that opens an address on this system; empty without a desktop.
  Optional<List<String>> command(String system, URI address) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Optional.of(List.of("open", address.toString()));
    }
    if (name.startsWith("windows")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler", address.toString()));
    }
    boolean desktop =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return desktop ? Optional.of(List.of("xdg-open", address.toString())) : Optional.empty();
  }
}
