package org.parley.web.work;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A cache of results, bounded in bytes: the least recently used are evicted first. Of several who
/// ask for a result at once, one makes it (single flight).
///
/// A result that would take half of the cache is not kept. Thread-safe; a maker may not ask for its
/// own key.
public final class ResultCache<K, V> {

  /// A result.
  ///
  /// @param isCurrent whether it would be the same if it were made now; asked for each reader
  public record CurrentResult<V>(V result, BooleanSupplier isCurrent) {}

  /// Makes a result.
  public interface ResultMaker<V> {

    /// Makes it.
    ///
    /// @param again whether it was made before, when less was known
    CurrentResult<V> make(boolean again);
  }

  /// How long one waits for the maker of a result: longer than a page waits for what it shows.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final long OVERHEAD = 200;

  private final long mostBytes;
  private final ToLongFunction<K> keySize;
  private final ToLongFunction<V> size;
  private final SingleFlight<K, V> flights = new SingleFlight<>(LONGEST_WAIT);
  private final Map<K, CurrentResult<V>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /// @param mostBytes the size limit
  /// @param keySize the size of a key, in bytes
  /// @param size the size of a result, in bytes
  public ResultCache(long mostBytes, ToLongFunction<K> keySize, ToLongFunction<V> size) {
    this.mostBytes = mostBytes;
    this.keySize = keySize;
    this.size = size;
    WorkTotals.add(this);
  }

  /// The most bytes that one cache of a state of a case may take: so many, or less of a small heap.
  public static long most(long bytes) {
    return Math.min(bytes, Runtime.getRuntime().maxMemory() / 64);
  }

  /// The result as kept, or made by one of those who ask for it now.
  public V get(K key, ResultMaker<V> making) {
    Optional<V> known = find(key);
    WorkTotals.hit(known.isPresent());
    return known.orElseGet(() -> flights.get(key, () -> made(key, making)));
  }

  /// Another maker may have ended just before.
  private V made(K key, ResultMaker<V> making) {
    return find(key)
        .orElseGet(
            () -> {
              CurrentResult<V> made = making.make(known(key) != null);
              keep(key, made);
              return made.result();
            });
  }

  /// The result as kept, if it is current.
  public Optional<V> find(K key) {
    return Optional.ofNullable(known(key))
        .filter(each -> each.isCurrent.getAsBoolean())
        .map(CurrentResult::result);
  }

  private synchronized @Nullable CurrentResult<V> known(K key) {
    return kept.get(key);
  }

  /// Keeps a result, unless it would drive out half of the others.
  public synchronized void keep(K key, CurrentResult<V> made) {
    if (weight(key, made.result) > mostBytes / 2) {
      return;
    }
    CurrentResult<V> before = kept.put(key, made);
    bytes += weight(key, made.result) - (before == null ? 0 : weight(key, before.result));
    Iterator<Map.Entry<K, CurrentResult<V>>> eldest = kept.entrySet().iterator();
    while (bytes > mostBytes && eldest.hasNext()) {
      Map.Entry<K, CurrentResult<V>> each = eldest.next();
      bytes -= weight(each.getKey(), each.getValue().result);
      eldest.remove();
    }
  }

  /// The size of what is kept, in bytes.
  public synchronized long bytes() {
    return bytes;
  }

  private long weight(K key, V result) {
    return OVERHEAD + keySize.applyAsLong(key) + size.applyAsLong(result);
  }
}
