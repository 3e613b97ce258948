package org.parley.exchange.incidents;

import org.parley.exchange.incidents.facts.Origin;

/// Unusable lines.
///
/// @param origin their beginning
/// @param last the number of the last line
/// @param reason the reason, with advice
/// @param text their text; truncated if too long for a record
public record SkippedLines(Origin origin, long last, String reason, String text) {}
