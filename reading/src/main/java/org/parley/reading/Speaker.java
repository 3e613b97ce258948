package org.parley.reading;

import org.jspecify.annotations.Nullable;

/// The speaker of a statement, as far as the text identifies them.
///
/// @param name the fullest name in the text, an institution, or a description of an unnamed speaker
/// @param office the office in the text, or the side spoken for
/// @param where the position of the words that name this speaker
/// @param isNamed whether it is a person or an institution with a name
public record Speaker(String name, @Nullable String office, TextSpan where, boolean isNamed) {

  /// The name of the newsroom whose text it is.
  private static final String NEWSROOM = "newsroom";

  /// The text itself, in its own voice.
  public static Speaker newsroom(TextSpan where) {
    return new Speaker(NEWSROOM, null, where, false);
  }
}
