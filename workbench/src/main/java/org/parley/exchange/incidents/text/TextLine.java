package org.parley.exchange.incidents.text;

import org.jspecify.annotations.Nullable;

/// A line of a file.
///
/// @param number its number, from 1
/// @param text its text, without its end; truncated if unusable
/// @param flaw the reason why it is unusable; null if it is usable
public record TextLine(long number, String text, @Nullable FileLineFault flaw) {}
