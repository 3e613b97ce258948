package org.parley.casefile.yaml;

/// Something wrong in a text, from `start` up to `end`.
///
/// @param message what is wrong
/// @param value the value that is wrong, as far as there is one
/// @param advice what to do, starting with "Maybe"
public record Fault(int start, int end, String message, String value, String advice) {}
