package org.parley.store.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the key of second factors is: given by the operator, else in a file beside a journal that
/// is a file. Thread-safe.
final class FactorKeys {

  private final @Nullable Path place;
  private @Nullable FactorKey key;

  /// @param place where a key may be made; null for nowhere
  FactorKeys(@Nullable Path place) {
    this.place = place;
  }

  synchronized void use(FactorKey given) {
    key = given;
  }

  /// Whether there is a key, or a place for one.
  synchronized boolean arePossible() {
    return key != null || place != null;
  }

  /// The key, if there is one already.
  synchronized Optional<FactorKey> find() {
    return key == null && (place == null || !Files.exists(place)) ? Optional.empty() : make();
  }

  /// The key, made if there is a place for it.
  synchronized Optional<FactorKey> make() {
    Path file = place;
    if (key == null && file != null) {
      try {
        key = FactorKey.inFile(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.ofNullable(key);
  }
}
