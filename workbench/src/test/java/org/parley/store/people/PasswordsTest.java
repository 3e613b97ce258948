package org.parley.store.people;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordsTest {

  /// What the reference program of the Password Hashing Competition prints for this password, salt
  /// and cost.
  @Test
  void theReferenceIsUnderstood() {
    String kept =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertTrue(Passwords.matches("password".toCharArray(), kept));
    assertFalse(Passwords.matches("Password".toCharArray(), kept));
  }

  @Test
  void twoThatAreAlikeAreKeptDifferently() {
    char[] password = "correct horse battery".toCharArray();
    assertNotEquals(Passwords.keep(password), Passwords.keep(password));
    String cost = "$argon2id$v=19$m=19456,t=2,p=1$";
    assertTrue(Passwords.keep(password).startsWith(cost), Passwords.keep(password));
    assertFalse(Passwords.matches(password, "plain"));
    assertFalse(Passwords.matches(password, ""));
  }
}
