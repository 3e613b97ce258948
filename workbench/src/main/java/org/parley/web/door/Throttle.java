package org.parley.web.door;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Slows down those who guess and those who ask too much.
///
/// After three wrong passwords the next has to wait a second, then two, then four, up to a quarter
/// of an hour; the wait ends by itself. Requests are let through at a hundred a second, after a
/// stock of four hundred. Safe for use by several threads; remembers the latest ten thousand.
final class Throttle {

  private static final int FREE = 3;
  private static final long LONGEST_SECONDS = 900;
  private static final int REMEMBERED = 10_000;
  private static final double PER_SECOND = 100;
  private static final double STOCK = 400;

  private record Failures(int count, Instant until) {}

  private record Stock(double left, long atNanos) {}

  private final Map<String, Failures> failures = remembering();
  private final Map<String, Stock> stocks = remembering();

  private static <V> Map<String, V> remembering() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  /// How many seconds are left to wait; 0 for none.
  private long waitSeconds(String key, Instant now) {
    Failures known = failures.get(key);
    return known == null || !known.until.isAfter(now)
        ? 0
        : known.until.getEpochSecond() - now.getEpochSecond() + 1;
  }

  /// Counts a try as failed before it is known, so that many at once do not all slip in before the
  /// first has failed; says how many seconds are left to wait before it may be made, 0 where it may
  /// be made now.
  synchronized long begin(List<String> keys, Instant now) {
    long wait = 0;
    for (String key : keys) {
      wait = Math.max(wait, waitSeconds(key, now));
    }
    if (wait == 0) {
      keys.forEach(key -> failed(key, now));
    }
    return wait;
  }

  private void failed(String key, Instant now) {
    Failures known = failures.get(key);
    int count = known == null ? 1 : known.count + 1;
    long wait = count < FREE ? 0 : Math.min(LONGEST_SECONDS, 1L << Math.min(count - FREE, 20));
    failures.put(key, new Failures(count, now.plusSeconds(wait)));
  }

  /// Takes back what was counted for a try that succeeded, and for a name all that failed before.
  synchronized void succeeded(String name, String from) {
    failures.remove(name);
    failures.computeIfPresent(
        from, (_, known) -> known.count <= 1 ? null : new Failures(known.count - 1, Instant.MIN));
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
