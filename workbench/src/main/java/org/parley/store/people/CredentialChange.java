package org.parley.store.people;

import java.time.Instant;

/// A change of the credentials of an account, of which its owner is told at the next sign-in.
///
/// @param number in order
/// @param who the account that did it, or `operator`
public record CredentialChange(long number, Instant moment, Kind kind, String who) {

  /// The subject of a change.
  public enum Kind {
    PASSWORD,
    FACTOR_SET,
    FACTOR_REMOVED,
    CODES_RENEWED,
    CODE_RECOVERED,
    CODE_REPEATED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    /// A passkey was refused: its counter went back.
    PASSKEY_COPIED
  }
}
