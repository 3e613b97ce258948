package org.parley.clause;

/// A figure or date in a clause.
///
/// @param words its words
/// @param value its value: a decimal number, or an ISO date
/// @param unit its unit; empty for none known
/// @param isDate whether it is a date
public record Figure(String words, String value, String unit, boolean isDate) {}
