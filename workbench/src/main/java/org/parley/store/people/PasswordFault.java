package org.parley.store.people;

import org.parley.model.Refusal;

/// Why a password is refused.
public sealed interface PasswordFault extends Refusal {

  /// Faults that need no value, since none may be repeated.
  enum Plain implements PasswordFault {
    GUESSABLE_PASSWORD
  }

  /// It is too short or too long.
  record PasswordLength(int least, int most) implements PasswordFault {}
}
