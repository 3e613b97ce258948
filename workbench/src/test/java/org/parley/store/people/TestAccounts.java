package org.parley.store.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.passkey.PasskeyKey;

/// Accounts for tests that are not about passwords: theirs are kept at the least cost there is, so
/// that signing in takes microseconds.
@NullMarked
public final class TestAccounts {

  private static final int LEAST_MEMORY_KIB = 8;

  private TestAccounts() {}

  /// Gives somebody a second factor, confirmed a step ago; returns its secret.
  public static String enrol(Accounts people, String name, Instant now) {
    SecondFactors.FactorOffer offer = people.factors().offer(name, now).orElseThrow();
    AccountEditor self = new AccountEditor(name, "");
    String code = code(offer.secret(), now, -1);
    if (people.factors().confirm(self, name, offer, code, null, now).isEmpty()) {
      throw new AssertionError("the code is wrong");
    }
    return offer.secret();
  }

  /// Gives somebody a passkey of any key; it signs nobody in.
  public static Passkey addPasskey(Accounts people, String name, Instant now) {
    String handle = people.passkeys().handle(name);
    PasskeyKey key = new PasskeyKey("credential-of-" + handle, "key", 0, true, List.of("internal"));
    AccountEditor self = new AccountEditor(name, "");
    if (people
        .passkeys()
        .add(self, name, key, "parley.example.org", "phone", "Firefox, Linux", null, now)
        .isEmpty()) {
      throw new AssertionError("it is known already");
    }
    return people.passkeys().list(name).getLast();
  }

  /// The code that an app shows.
  ///
  /// @param steps how many steps of 30 seconds the clock of the phone is ahead
  public static String code(String secret, Instant now, int steps) {
    byte[] bytes = Base32.decode(secret.replace(" ", ""));
    return Totp.code(bytes, Totp.step(now) + steps, Totp.DIGITS);
  }

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
