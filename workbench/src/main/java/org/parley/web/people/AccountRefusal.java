package org.parley.web.people;

import org.parley.model.Refusal;

/// Why an action on accounts and tokens is refused.
public sealed interface AccountRefusal extends Refusal {

  /// Reasons that need no more than the value that is wrong.
  enum Plain implements AccountRefusal {
    PASSWORDS_OF_THE_SERVER,
    FACTORS_OF_THE_SERVER,
    SESSIONS_OF_THE_SERVER,
    SESSION_NOT_OPEN,
    DELEGATION_OF_NOBODY,
    MEDIATOR_OF_A_PARTY,
    PROGRAM_WITHOUT_PASSWORD,
    NOT_YOUR_PASSWORD,
    LAST_MEDIATOR
  }

  /// An account has that name.
  ///
  /// @param isInvited whether a link would have been made for it
  record AccountTaken(String name, boolean isInvited) implements AccountRefusal {}

  /// Somebody has a role in this case.
  record RoleTaken(String name) implements AccountRefusal {}

  /// A token has that name.
  record TokenTaken(String name) implements AccountRefusal {}

  /// An account was removed meanwhile.
  record AccountGone(String name) implements AccountRefusal {}

  /// The lifetime of a token.
  record TokenDays(int most, int usual) implements AccountRefusal {}

  /// How long a former secret stays good.
  record TokenOverlap(int most, int usual) implements AccountRefusal {}

  /// Characters that no name has.
  record NotAnAccountName(String name) implements AccountRefusal {}

  /// An account and a token of one name.
  record NameOfBoth(String name) implements AccountRefusal {}

  /// A word that is no role of an account.
  record NotAnAccountRole(String role) implements AccountRefusal {}

  /// A party that is not on record, or not for everybody.
  record NoPublicParty(String party) implements AccountRefusal {}

  /// An account has no second factor.
  record NoSecondFactor(String name) implements AccountRefusal {}

  /// A passkey was removed meanwhile.
  record NoSuchPasskey(String name) implements AccountRefusal {}

  /// Passwords were guessed.
  record TooManyPasswords(long seconds) implements AccountRefusal {}
}
