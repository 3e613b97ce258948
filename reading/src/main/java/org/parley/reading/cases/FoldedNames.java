package org.parley.reading.cases;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The last names of speakers, as folded, and the terms of claims, each computed once. Thread-safe.
final class FoldedNames {

  private static final int MOST_TERMS = 50_000;

  private record Words(String language, String words) {}

  private final Map<String, String> lastNames = new ConcurrentHashMap<>();
  private final Map<Words, ClaimTerms> terms = new ConcurrentHashMap<>();

  /// The last name of a speaker, as [FoldedName#lastName].
  String lastName(String speaker) {
    return lastNames.computeIfAbsent(speaker, FoldedName::lastName);
  }

  /// The terms of the words of a claim.
  ///
  /// @param of the terms of some words in this language
  ClaimTerms terms(String language, String words, Function<String, Collection<String>> of) {
    if (terms.size() > MOST_TERMS) {
      // words that were changed stay; so all are computed again now and then
      terms.clear();
    }
    return terms.computeIfAbsent(
        new Words(language, words), each -> ClaimTerms.of(each.words(), of));
  }
}
