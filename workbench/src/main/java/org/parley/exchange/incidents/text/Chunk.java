package org.parley.exchange.incidents.text;

import org.jspecify.annotations.Nullable;

/// The lines of one record, or of none.
///
/// @param first the number of its first line
/// @param last the number of its last line
/// @param text its lines joined with a line feed
/// @param flaw the reason why it is not a record; null if it may be one
public record Chunk(long first, long last, String text, @Nullable FileLineFault flaw) {

  static Chunk flawed(TextLine line, FileLineFault flaw) {
    return new Chunk(line.number(), line.number(), line.text(), flaw);
  }
}
