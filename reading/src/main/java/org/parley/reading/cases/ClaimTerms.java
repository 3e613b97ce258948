package org.parley.reading.cases;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// The terms of the words of a claim.
///
/// @param common of words in small letters, and of the first word, whose capital says nothing
/// @param names of the other words
record ClaimTerms(List<String> common, List<String> names) {

  ClaimTerms {
    common = List.copyOf(common);
    names = List.copyOf(names);
  }

  /// @param terms the terms of some words
  static ClaimTerms of(String words, Function<String, Collection<String>> terms) {
    StringBuilder common = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (String word : words.split("\\s+", -1)) {
      boolean isName = !common.isEmpty() && isCapital(word);
      (isName ? names : common).append(word).append(' ');
    }
    return new ClaimTerms(interned(common, terms), interned(names, terms));
  }

  /// A term is held once, however many claims have it.
  private static List<String> interned(
      StringBuilder words, Function<String, Collection<String>> terms) {
    return terms.apply(words.toString()).stream().map(String::intern).toList();
  }

  private static boolean isCapital(String word) {
    return word.codePoints().filter(Character::isLetter).limit(1).anyMatch(Character::isUpperCase);
  }
}
