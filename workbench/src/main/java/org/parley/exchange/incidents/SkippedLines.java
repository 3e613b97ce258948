package org.parley.exchange.incidents;

/// Unusable lines.
///
/// @param origin their beginning
/// @param last the number of the last line
/// @param reason the reason, with advice
/// @param text their text; truncated if too long for a record
public record SkippedLines(Origin origin, long last, String reason, String text) {}
