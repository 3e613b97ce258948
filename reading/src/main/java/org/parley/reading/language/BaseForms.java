package org.parley.reading.language;

import java.util.ArrayList;
import java.util.List;

/// Lemmas of verbs unknown to the statistical lemmatizer ("shelved", "dug", "hinged"): irregular
/// verbs and regular endings, confirmed by a word list.
final class BaseForms {

  private BaseForms() {}

  /// The lemma of a verb.
  ///
  /// @param guessed the output of the lemmatizer
  static String ofVerb(String lower, String guessed, Lexicon lexicon) {
    String irregular = lexicon.get("grammar.irregular-verbs").valueOf(lower).orElse("");
    if (!irregular.isEmpty()) {
      return irregular;
    }
    if (!guessed.equals(lower) && lexicon.isKnown(guessed)) {
      return guessed;
    }
    return candidates(lower).stream().filter(lexicon::isKnown).findFirst().orElse(guessed);
  }

  private static List<String> candidates(String word) {
    List<String> found = new ArrayList<>();
    if (word.endsWith("ied") || word.endsWith("ies")) {
      found.add(word.substring(0, word.length() - 3) + "y");
    }
    if (word.endsWith("ying")) {
      found.add(word.substring(0, word.length() - 4) + "ie");
    }
    for (String ending : List.of("ed", "ing", "es")) {
      if (word.endsWith(ending) && word.length() > ending.length() + 2) {
        String stem = word.substring(0, word.length() - ending.length());
        int last = stem.length() - 1;
        boolean isDoubled = stem.charAt(last) == stem.charAt(last - 1);
        found.add(stem + "e");
        found.add(stem);
        if (isDoubled) {
          found.add(stem.substring(0, last));
        }
      }
    }
    if (word.endsWith("s")) {
      found.add(word.substring(0, word.length() - 1));
    }
    return found;
  }
}
