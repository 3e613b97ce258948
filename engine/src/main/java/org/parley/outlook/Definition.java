package org.parley.outlook;

/// When an agreement counts as ended, and from when it is counted. The choice moves the share more
/// than any other.
///
/// A year of fighting is one in which two parties to the conflict had at least 25 deaths in battle.
public enum Definition {

  /// Ended on the day the collection codes. Counted from the signature, to the last day that the
  /// collection covers.
  ENDED_AS_CODED,

  /// Ended on 1 January of the next calendar year of fighting in the conflict, by whomever. Counted
  /// from the signature.
  FIGHTING_SINCE_SIGNATURE,

  /// Ended as above. Counted from 1 January of the first calendar year after the signature without
  /// fighting. Agreements that saw no such year do not count.
  FIGHTING_AFTER_QUIET_YEAR
}
