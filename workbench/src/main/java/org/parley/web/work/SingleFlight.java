package org.parley.web.work;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// One maker for each key at a time (single flight): others who ask for the same wait for its
/// value.
///
/// Nothing is kept once it is made. Who waited too long, or for a maker that failed, makes the
/// value alone. Thread-safe; a maker may not ask for its own key.
public final class SingleFlight<K, V> {

  private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();
  private final Duration longest;

  /// @param longest how long one waits for another
  public SingleFlight(Duration longest) {
    this.longest = longest;
  }

  /// The value, made by this thread or by one that began earlier.
  public V get(K key, Supplier<V> make) {
    CompletableFuture<V> own = new CompletableFuture<>();
    CompletableFuture<V> other = flights.putIfAbsent(key, own);
    return other == null ? made(key, own, make) : awaited(other).orElseGet(make);
  }

  private V made(K key, CompletableFuture<V> own, Supplier<V> make) {
    try {
      V value = make.get();
      own.complete(value);
      return value;
    } finally {
      flights.remove(key, own);
      // without effect on a value; nobody waits for one that failed
      own.cancel(false);
    }
  }

  private Optional<V> awaited(CompletableFuture<V> other) {
    try {
      return Optional.of(other.get(longest.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (CancellationException | ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }
}
