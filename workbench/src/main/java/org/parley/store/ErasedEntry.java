package org.parley.store;

/// An entry of a journal of which something was erased. It names no text.
///
/// @param number its number, which the entry in its place has too
/// @param hash the hash that it had
/// @param kind the key of the record kind: `claims`
/// @param id the id of the record
public record ErasedEntry(long number, String hash, ErasureCause cause, String kind, String id) {

  /// Why something of it is gone.
  public enum ErasureCause {
    /// Its record is erased.
    RECORD,
    /// Its text had words that are erased.
    WORDS,
    /// Its text named a record that is erased.
    MENTION,
    /// Its change is none without what is gone: it removed a text, or put one back.
    LEFT_OVER,
    /// Its reason or its author had such words; its text stands.
    REASON
  }
}
