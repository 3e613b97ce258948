package org.parley.reading.language;

import org.parley.reading.TextSpan;

/// A word or sign of a text.
///
/// @param text as written
/// @param lower in lower case, with plain apostrophes and quotation marks
/// @param tag its part of speech in Universal Dependencies
/// @param lemma its lemma
/// @param isQuoted whether it is in quotation marks
/// @param span its position
public record Token(
    String text, String lower, String tag, String lemma, boolean isQuoted, TextSpan span) {

  public boolean is(String word) {
    return lower.equals(word);
  }

  public boolean isTagged(String... tags) {
    for (String each : tags) {
      if (each.equals(tag)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it begins with a capital letter.
  public boolean isCapital() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  public boolean isWord() {
    return Character.isLetterOrDigit(text.codePointAt(0));
  }
}
