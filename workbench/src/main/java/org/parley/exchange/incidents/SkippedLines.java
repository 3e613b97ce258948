package org.parley.exchange.incidents;

import org.parley.exchange.incidents.facts.Origin;
import org.parley.wording.Complaint;

/// Unusable lines.
///
/// @param origin their beginning
/// @param last the number of the last line
/// @param why the reason
/// @param text their text; truncated if too long for a record
public record SkippedLines(Origin origin, long last, Complaint why, String text) {}
