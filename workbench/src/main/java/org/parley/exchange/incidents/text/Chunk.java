package org.parley.exchange.incidents.text;

import org.jspecify.annotations.Nullable;

/// The lines that make one record, or that make none.
///
/// @param first the number of its first line
/// @param last the number of its last line
/// @param text what it says, lines joined with a line feed
/// @param flaw why it is no record; absent where it may be one
public record Chunk(long first, long last, String text, @Nullable String flaw) {

  static Chunk flawed(TextLine line, String flaw) {
    return new Chunk(line.number(), line.number(), line.text(), flaw);
  }
}
