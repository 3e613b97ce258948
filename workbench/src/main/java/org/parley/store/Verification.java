package org.parley.store;

/// Whether a journal is as it was recorded.
public sealed interface Verification {

  /// Every entry is intact, each follows the one before it, and each change begins with what stood
  /// before.
  ///
  /// @param entries how many there are
  /// @param head the hash of the last; note it elsewhere, and a later loss of the end shows too
  record Intact(long entries, String head) implements Verification {}

  /// An entry is not as it was recorded.
  ///
  /// @param number the first such entry
  /// @param what what is wrong with it, in words
  record Broken(long number, String what) implements Verification {}
}
