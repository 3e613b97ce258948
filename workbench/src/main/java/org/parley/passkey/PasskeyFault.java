package org.parley.passkey;

/// Why the answer of an authenticator is refused.
public enum PasskeyFault {
  /// It cannot be read.
  UNREADABLE,
  /// Nothing was asked in this attempt, or too long ago, or that was answered already.
  TOO_LATE,
  /// It answers another challenge.
  CHALLENGE,
  /// A page of another origin asked for it.
  ORIGIN,
  /// It is for another RP id.
  RELYING_PARTY,
  /// The authenticator verified nobody: no fingerprint, face or PIN.
  UNVERIFIED,
  /// The signature is not by the key of the passkey.
  SIGNATURE,
  /// The signature counter went back: there may be a copy of the passkey.
  COUNTER,
  /// The passkey is not known, or not that of this account.
  UNKNOWN,
  /// The account signs in by a provider.
  ELSEWHERE,
  /// The account has this passkey, or another one has.
  TAKEN,
  /// Anything else that the specification forbids.
  FORBIDDEN
}
