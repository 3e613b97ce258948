package org.parley.store.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.store.JournalAwayException;

/// A cache of recent authentications. They stay valid for [#LONGEST] while the database does not
/// answer. Thread-safe.
final class SignInCache {

  /// The longest validity of a cached answer.
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int MOST = 10_000;

  /// A cached authentication.
  ///
  /// @param until the expiry of the secret
  record Held(Account account, Instant until) {}

  private record Known(Held held, Instant at) {}

  /// In order of use, the least recent first.
  private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

  private long changes;

  /// The account of a secret.
  ///
  /// @param database queries the database
  /// @throws JournalAwayException if the database does not answer and no recent answer is cached
  Optional<Account> ask(String secret, Instant now, Supplier<Optional<Held>> database) {
    long before = changes();
    Optional<Held> found;
    try {
      found = database.get();
    } catch (JournalAwayException e) {
      return Optional.of(find(secret, now).orElseThrow(() -> e));
    }
    put(secret, found.map(held -> new Known(held, now)).orElse(null), before);
    return found.map(Held::account);
  }

  private synchronized long changes() {
    return changes;
  }

  private synchronized Optional<Account> find(String secret, Instant now) {
    return Optional.ofNullable(known.get(secret))
        .filter(each -> now.isBefore(each.at.plus(LONGEST)))
        .map(Known::held)
        .filter(held -> now.isBefore(held.until))
        .map(Held::account);
  }

  /// @param before the change counter when the database was queried: the answer may be stale
  private synchronized void put(String secret, @Nullable Known found, long before) {
    if (found == null || changes != before) {
      known.remove(secret);
      return;
    }
    known.put(secret, found);
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  /// Removes one secret after sign-out.
  synchronized void forget(String secret) {
    changes++;
    known.remove(secret);
  }

  /// Clears the cache after a change of an account, session or token.
  synchronized void forget() {
    changes++;
    known.clear();
  }
}
