package org.parley.reading.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a language model answers.
///
/// @param address the base address, as `http://localhost:8080/v1`
/// @param model which model is asked
/// @param key what is sent as bearer token; absent where none is needed
/// @param patience how long one answer may take
public record EndpointSettings(URI address, String model, @Nullable String key, Duration patience) {

  /// What the environment says: `PARLEY_READER_ADDRESS`, `PARLEY_READER_MODEL`,
  /// `PARLEY_READER_KEY`, `PARLEY_READER_SECONDS`; nothing where no address is set.
  ///
  /// @throws IllegalArgumentException where a value is not one
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
