package org.parley.store;

/// The result of verifying a journal.
public sealed interface Verification {

  /// Intact: every entry follows the one before it, and each change begins with the text before.
  ///
  /// @param entries the number of entries
  /// @param head the hash of the last; note it elsewhere to detect a truncation
  record Intact(long entries, String head) implements Verification {}

  /// Broken: an entry was altered.
  ///
  /// @param number the first such entry
  /// @param what the fault, in words
  record Broken(long number, String what) implements Verification {}
}
