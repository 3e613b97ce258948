package org.parley.web.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.store.people.Accounts;

/// Device cookies (OWASP): the devices from which an account was signed in to before.
///
/// A browser shared by several people has one secret for each, at most [#MOST].
final class KnownDevices {

  private static final int MOST = 4;
  private static final int LONGEST = 64;

  private final Accounts people;

  KnownDevices(Accounts people) {
    this.people = people;
  }

  private static List<String> secrets(@Nullable String cookie) {
    List<String> secrets = new ArrayList<>();
    for (String each : cookie == null ? new String[0] : cookie.split("\\.", MOST + 1)) {
      if (!each.isEmpty() && each.length() <= LONGEST && secrets.size() < MOST) {
        secrets.add(each);
      }
    }
    return secrets;
  }

  /// The secret in a cookie that shows that this account was signed in to before.
  Optional<String> find(@Nullable String cookie, String name, Instant now) {
    return secrets(cookie).stream()
        .filter(each -> people.device(each, now).filter(name::equals).isPresent())
        .findFirst();
  }

  /// The device cookie after a sign-in: with a secret for the account, if there was none.
  String after(@Nullable String cookie, String name, Instant now) {
    if (find(cookie, name, now).isPresent()) {
      return String.join(".", secrets(cookie));
    }
    List<String> kept =
        new ArrayList<>(
            secrets(cookie).stream().filter(each -> people.device(each, now).isPresent()).toList());
    kept.addFirst(people.addDevice(name, now));
    return String.join(".", kept.subList(0, Math.min(MOST, kept.size())));
  }
}
