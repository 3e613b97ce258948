package org.parley.reading.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The endpoint of a language model.
///
/// @param address the base address, as `http://localhost:8080/v1`
/// @param model the name of the model
/// @param key the bearer token; null if none is needed
/// @param patience the timeout of one answer
public record EndpointSettings(URI address, String model, @Nullable String key, Duration patience) {

  /// The settings in the environment: `PARLEY_READER_ADDRESS`, `PARLEY_READER_MODEL`,
  /// `PARLEY_READER_KEY`, `PARLEY_READER_SECONDS`; empty without an address.
  ///
  /// @throws IllegalArgumentException if a value is invalid
  public static Optional<EndpointSettings> of(Map<String, String> environment) {
    String address = environment.get("PARLEY_READER_ADDRESS");
    if (address == null || address.isBlank()) {
      return Optional.empty();
    }
    String seconds = environment.getOrDefault("PARLEY_READER_SECONDS", "120");
    if (!address.matches("https?://.+") || !seconds.matches("\\d{1,5}")) {
      throw new IllegalArgumentException(
          "PARLEY_READER_ADDRESS is \""
              + address
              + "\", PARLEY_READER_SECONDS \""
              + seconds
              + "\". Maybe write http://localhost:8080/v1 and a number of seconds");
    }
    return Optional.of(
        new EndpointSettings(
            URI.create(address.endsWith("/") ? address : address + "/"),
            environment.getOrDefault("PARLEY_READER_MODEL", "default"),
            environment.get("PARLEY_READER_KEY"),
            Duration.ofSeconds(Long.parseLong(seconds))));
  }
}
