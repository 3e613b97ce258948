package org.parley.clause;

import java.util.regex.Pattern;

/// Patterns of words of a language. An underscore stands for the spaces between two words.
final class WordPattern {

  private WordPattern() {}

  static Pattern pattern(String words) {
    return pattern(words, 0);
  }

  static Pattern pattern(String words, int flags) {
    return Pattern.compile(words.replace("_", "\\s+"), flags);
  }
}
