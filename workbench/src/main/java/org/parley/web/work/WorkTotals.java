package org.parley.web.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.LongAdder;

/// All workers and caches of this program, summed up. Those that nobody uses any more are
/// forgotten. Thread-safe.
public final class WorkTotals {

  private static final Set<Workers> WORKERS = weakSet();
  private static final Set<ResultCache<?, ?>> CACHES = weakSet();
  private static final LongAdder HITS = new LongAdder();
  private static final LongAdder MISSES = new LongAdder();

  private WorkTotals() {}

  private static <T> Set<T> weakSet() {
    return Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  }

  static void add(Workers workers) {
    WORKERS.add(workers);
  }

  static void add(ResultCache<?, ?> cache) {
    CACHES.add(cache);
  }

  static void hit(boolean isHit) {
    (isHit ? HITS : MISSES).increment();
  }

  /// How many tasks are being done.
  public static long running() {
    return copy(WORKERS).stream().mapToLong(Workers::running).sum();
  }

  /// How many tasks wait for a thread.
  public static long waiting() {
    return copy(WORKERS).stream().mapToLong(Workers::waiting).sum();
  }

  /// How many results were found in a cache.
  public static long hits() {
    return HITS.sum();
  }

  /// How many results had to be made.
  public static long misses() {
    return MISSES.sum();
  }

  /// The size of all caches, in bytes.
  public static long bytes() {
    return copy(CACHES).stream().mapToLong(ResultCache::bytes).sum();
  }

  private static <T> List<T> copy(Set<T> all) {
    synchronized (all) {
      return new ArrayList<>(all);
    }
  }
}
