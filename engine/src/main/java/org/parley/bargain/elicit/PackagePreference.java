package org.parley.bargain.elicit;

/// An answer to a question: which of two packages a party prefers.
public enum PackagePreference {
  FIRST,
  SECOND,
  /// Both are worth the same.
  SAME
}
