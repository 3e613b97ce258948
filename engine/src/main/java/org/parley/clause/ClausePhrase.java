package org.parley.clause;

/// Words of a clause that name those it is about, or that narrow what it is about.
///
/// @param kind what they say
/// @param words as they stand
public record ClausePhrase(PhraseKind kind, String words) {

  /// The role of such words.
  public enum PhraseKind {
    /// Which of them: "that are listed in Annex A".
    RESTRICTION,
    /// The composition of a body: "two members of each Party".
    MEMBERS,
    /// Those to whom something is reported, sent or handed over.
    RECIPIENT
  }
}
