package org.parley.web.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The latest few things that were made, by what they were made of: each is made once, by whoever
/// asks first; who wants the same waits for it, and nobody else does.
public final class RecentCache<K, V> {

  /// A place for what is made.
  private static final class Place<V> {
    private @Nullable V made;

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

  /// @param kept how many are kept at the most
  public RecentCache(int kept) {
    places =
        new LinkedHashMap<>(kept, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Place<V>> eldest) {
            return size() > kept;
          }
        };
  }

  /// What is made of `key`.
  public V get(K key, Supplier<V> make) {
    Place<V> place;
    synchronized (places) {
      place = places.computeIfAbsent(key, _ -> new Place<>());
    }
    return place.get(make);
  }
}
