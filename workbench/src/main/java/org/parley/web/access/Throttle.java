package org.parley.web.access;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Throttles password guessing and request floods.
///
/// After three failures the next attempt waits a second, then two, then four, up to a limit by kind
/// of counter. The wait ends by itself, and an hour later the count is forgotten. Requests pass a
/// token bucket: a hundred a second, after a burst of four hundred. Thread-safe; remembers the
/// latest ten thousand of each kind.
final class Throttle {

  private static final int FREE = 3;
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int REMEMBERED = 10_000;
  private static final double PER_SECOND = 100;
  private static final double STOCK = 400;

  /// The subject of a failure count.
  enum Kind {
    /// A device from which the account was signed in to before.
    DEVICE(900),
    /// An open session, for verification of the own password.
    SESSION(900),
    /// The account whose second factor is asked for, after the right password.
    CODE(900),
    /// The place of a device that is not known.
    PLACE(900),
    /// The place from which secret addresses are tried.
    ADDRESS(900),
    /// The name that devices not known try, from wherever. Anyone can make the owner wait on a new
    /// device, so the wait is short.
    NAME(60);

    private final long longestSeconds;

    Kind(long longestSeconds) {
      this.longestSeconds = longestSeconds;
    }
  }

  /// One thing that is counted.
  record Key(Kind kind, String value) {}

  private record Failures(int count, Instant until) {}

  private record Stock(double left, long atNanos) {}

  private final Map<Kind, Map<String, Failures>> failures = new EnumMap<>(Kind.class);
  private final Map<String, Stock> stocks = remembering();

  Throttle() {
    for (Kind kind : Kind.values()) {
      failures.put(kind, remembering());
    }
  }

  private static <V> Map<String, V> remembering() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  private Map<String, Failures> of(Key key) {
    return Objects.requireNonNull(failures.get(key.kind));
  }

  /// How many seconds are left to wait; 0 for none.
  synchronized long waitSeconds(Key key, Instant now) {
    Failures known = of(key).get(key.value);
    return known == null || !known.until.isAfter(now)
        ? 0
        : known.until.getEpochSecond() - now.getEpochSecond() + 1;
  }

  /// Counts an attempt as failed in advance, so that concurrent attempts cannot bypass the limit.
  /// Returns the seconds to wait, 0 if it may proceed.
  synchronized long begin(List<Key> keys, Instant now) {
    long wait = 0;
    for (Key key : keys) {
      wait = Math.max(wait, waitSeconds(key, now));
    }
    if (wait == 0) {
      keys.forEach(key -> failed(key, now));
    }
    return wait;
  }

  private void failed(Key key, Instant now) {
    Failures known = of(key).get(key.value);
    int before = known == null || known.until.plus(FORGOTTEN).isBefore(now) ? 0 : known.count;
    int count = before + 1;
    long wait =
        count < FREE ? 0 : Math.min(key.kind.longestSeconds, 1L << Math.min(count - FREE, 20));
    of(key).put(key.value, new Failures(count, now.plusSeconds(wait)));
  }

  /// Reverts the count of a successful attempt, and its wait; other failures stay.
  synchronized void succeeded(List<Key> keys, Instant now) {
    for (Key key : keys) {
      of(key)
          .computeIfPresent(
              key.value,
              (_, known) -> known.count <= 1 ? null : new Failures(known.count - 1, now));
    }
  }

  /// How many wrong passwords are counted.
  synchronized int count(Key key) {
    Failures known = of(key).get(key.value);
    return known == null ? 0 : known.count;
  }

  /// Takes a token from a bucket, if there is one.
  synchronized boolean isWithinRate(String key, long nanos) {
    Stock known = stocks.get(key);
    double left =
        known == null
            ? STOCK
            : Math.min(STOCK, known.left + (nanos - known.atNanos) * PER_SECOND / 1e9);
    boolean within = left >= 1;
    stocks.put(key, new Stock(within ? left - 1 : left, nanos));
    return within;
  }
}
