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

  /// What wrong passwords are counted by.
  enum Kind {
    /// A device from which the account was signed in to before.
    DEVICE(900),
    /// An open session, in which somebody is asked for their own password.
    SESSION(900),
    /// The place of a device that is not known.
    PLACE(900),
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
  private long waitSeconds(Key key, Instant now) {
    Failures known = of(key).get(key.value);
    return known == null || !known.until.isAfter(now)
        ? 0
        : known.until.getEpochSecond() - now.getEpochSecond() + 1;
  }

  /// Counts a try as failed before it is known, so that many at once do not all slip in before the
  /// first has failed; says how many seconds are left to wait before it may be made, 0 where it may
  /// be made now.
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

  /// Takes back what was counted for a try that succeeded, and its wait; what others failed before
  /// stays.
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

  /// Takes one from the stock of somebody, where there is one.
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
