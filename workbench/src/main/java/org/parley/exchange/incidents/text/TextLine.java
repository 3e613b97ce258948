package org.parley.exchange.incidents.text;

import org.jspecify.annotations.Nullable;

/// One line of a file.
///
/// @param number its number, from 1
/// @param text what it says, without its end; shortened where it is not usable
/// @param flaw why it cannot be used; absent where it can
public record TextLine(long number, String text, @Nullable String flaw) {}
