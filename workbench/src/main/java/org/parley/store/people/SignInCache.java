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

  /// For how long the last answer of the database counts.
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int MOST = 10_000;

  /// Somebody whom a secret lets in.
  ///
  /// @param until when the secret ends by itself
  record Held(Account account, Instant until) {}

  private record Known(Held held, Instant at) {}

  /// The one that was used longest ago comes first.
  private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

  private long changes;

  /// Whose secret this is.
  ///
  /// @param database asks the database
  /// @throws JournalAwayException if it does not answer, and did not lately
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

  /// @param before what was changed when the database was asked: its answer may be older
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

  /// Forgets one who left.
  synchronized void forget(String secret) {
    changes++;
    known.remove(secret);
  }

  /// Forgets everybody: an account, a session or a token was changed or ended.
  synchronized void forget() {
    changes++;
    known.clear();
  }
}
