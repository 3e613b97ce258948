package org.parley.clause;

/// A word that says how far a clause reaches: "all", "unconditional", "exclusively".
///
/// @param words as it stands
/// @param sense its sense, the same for "all" and "every"
public record ScopeWord(String words, String sense) {}
