package org.parley.web.oidc;

import java.util.LinkedHashMap;
import java.util.Map;

/// The sign-ins that were concluded, so that none is concluded twice. The latest ten thousand are
/// remembered; a code that comes later still is refused by the provider. Thread-safe.
final class UsedAttempts {

  private static final int MOST = 10_000;

  private final Map<String, Boolean> used =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /// Uses one; returns whether it was not used before.
  synchronized boolean use(String id) {
    return used.put(id, true) == null;
  }
}
