package org.parley.clause;

/// A figure or date in a clause.
///
/// @param words its words, with those of its bound
/// @param value its value: a decimal number, a share such as `2/3`, an ISO date, or a time of day
/// @param unit its unit; empty for none known
/// @param bound the bound that it is: `<`, `<=`, `>` or `>=`; empty for none
/// @param isDate whether it is a date
public record Figure(String words, String value, String unit, String bound, boolean isDate) {}
