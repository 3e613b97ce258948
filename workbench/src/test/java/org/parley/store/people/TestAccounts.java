package org.parley.store.people;

import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Accounts for tests that are not about passwords: theirs are kept at the least cost there is, so
/// that signing in takes microseconds.
@NullMarked
public final class TestAccounts {

  private static final int LEAST_MEMORY_KIB = 8;

  private TestAccounts() {}

  /// Adds somebody, as the operator does.
  public static void put(
      Accounts people,
      String name,
      String role,
      @Nullable String party,
      String password,
      Instant now) {
    String kept = Passwords.keep(password.toCharArray(), LEAST_MEMORY_KIB, 1);
    people.put(AccountEditor.OPERATOR, name, role, party, kept, now);
  }
}
