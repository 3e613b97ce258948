package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words without what typography changes: case, signs, spaces and the form of letters.
final class FoldedWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private FoldedWords() {}

  /// The words, folded. Signs end a word, but not within a number.
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(flat(text).replaceAll("(?<=\\d)[., ](?=\\d{3}(?!\\d))", ""));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  static String of(String text) {
    return String.join(" ", words(text));
  }

  private static String flat(String text) {
    return plain(text).replace("\u00ad", "").toLowerCase(Locale.ROOT);
  }

  /// The same text, sign for sign, with plain spaces, quotation marks and dashes.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char sign) {
    return switch (sign) {
      case '\u2018', '\u2019', '\u02bc' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
      case '\u00a0', '\u202f', '\u2009', '\t', '\n', '\r' -> ' ';
      default -> sign;
    };
  }
}
