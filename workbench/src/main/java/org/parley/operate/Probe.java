package org.parley.operate;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A look at one part of a server, which may hang: an answer takes [#PATIENCE] at most. At most one
/// look is under way, and its result holds for [#FRESH]. Thread-safe.
public final class Probe<T> {

  /// A look that takes longer fails.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /// So a flood of requests costs one look a second.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Look<T>(CompletableFuture<T> result, long begunNanos) {

    long age() {
      return System.nanoTime() - begunNanos;
    }
  }

  private final Supplier<T> part;
  private @Nullable Look<T> latest;

  /// @param part what is to be known of it; it may throw, which means that it is not known
  public Probe(Supplier<T> part) {
    this.part = part;
  }

  /// Begins to look, unless that was done just now.
  public void begin() {
    look();
  }

  /// The latest look; empty if it failed, or did not end in time.
  public Optional<T> find() {
    Look<T> look = look();
    try {
      return Optional.of(look.result.get(PATIENCE.toNanos() - look.age(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private synchronized Look<T> look() {
    Look<T> known = latest;
    if (known != null && (!known.result.isDone() || known.age() < FRESH.toNanos())) {
      return known;
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual().name("probe").start(() -> complete(result));
    Look<T> begun = new Look<>(result, System.nanoTime());
    latest = begun;
    return begun;
  }

  private void complete(CompletableFuture<T> result) {
    try {
      result.complete(part.get());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
