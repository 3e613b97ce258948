package org.parley.exchange.incidents;

/// Lines that cannot be used, kept aside.
///
/// @param origin where they begin
/// @param last the number of the last of them
/// @param reason why, and what to do
/// @param text what they say; only the beginning where they are too long to be a record
public record SkippedLines(Origin origin, long last, String reason, String text) {}
