package org.parley.store;

/// The head of a journal.
///
/// @param number the number of the last entry; 0 where there is none
/// @param hash its hash
record Head(long number, String hash) {

  /// The head of a journal without entries.
  static final Head NONE = new Head(0, Chain.START);
}
