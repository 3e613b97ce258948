package org.parley.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Opens an address in the browser of the desktop, where there is one.
final class Browser {

  private final Map<String, String> environment;

  Browser(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// Opens an address; does nothing where there is nothing to open it with.
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
      // the address is printed as well: whoever reads it can open it by hand
    }
  }

  /// The command that opens an address on this system; empty where there is no desktop.
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
