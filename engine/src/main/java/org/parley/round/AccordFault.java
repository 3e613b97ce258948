package org.parley.round;

import org.parley.model.Refusal;

/// The reason why an accord does not hold, or is not recorded.
public enum AccordFault implements Refusal {
  /// The text is no accord.
  NOT_AN_ACCORD,
  /// Its package and rule are not the words that its basis is the digest of.
  ACCORD_TEXT_CHANGED,
  /// Those who accepted are not the parties that the rule asks.
  ACCORD_SIGNATORIES_DIFFER,
  /// The rule could not apply at the moment given.
  ACCORD_OUTSIDE_RULE,
  /// Its digest is not the one given with it.
  ACCORD_DIGEST_DIFFERS,
  /// The rule has not revealed that all accept.
  NOT_ALL_ACCEPT,
  /// It is on record already.
  ACCORD_ON_RECORD,
  /// All readers of the case can read it already.
  ACCORD_IS_PUBLIC,
  /// A record of it was changed meanwhile.
  ACCORD_CHANGED_MEANWHILE
}
