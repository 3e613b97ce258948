package org.parley.web.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A bounded cache of recent values. Each is computed once, by the first caller; only callers of
/// the same key wait for it.
public final class RecentCache<K, V> {

  /// A place for what is made.
  private static final class Place<V> {
    private volatile @Nullable V made;

    Optional<V> find() {
      return Optional.ofNullable(made);
    }

    synchronized V get(Supplier<V> make) {
      V known = made;
      if (known == null) {
        known = make.get();
        made = known;
      }
      return known;
    }
  }

  private final Map<K, Place<V>> places;

  /// @param kept how many are kept at most
  public RecentCache(int kept) {
    places =
        new LinkedHashMap<>(kept, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Place<V>> eldest) {
            return size() > kept;
          }
        };
  }

  /// The values that are made by now.
  public Map<K, V> all() {
    Map<K, Place<V>> now;
    synchronized (places) {
      now = Map.copyOf(places);
    }
    Map<K, V> all = new HashMap<>();
    now.forEach((key, place) -> place.find().ifPresent(value -> all.put(key, value)));
    return all;
  }

  /// The value of `key`.
  public V get(K key, Supplier<V> make) {
    Place<V> place;
    synchronized (places) {
      place = places.computeIfAbsent(key, _ -> new Place<>());
    }
    return place.get(make);
  }
}
