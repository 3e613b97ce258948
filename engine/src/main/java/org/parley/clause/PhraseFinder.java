package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.clause.ClauseLanguage.PhraseWords;
import org.parley.clause.ClausePhrase.PhraseKind;

/// Finds whom a clause is about, and which of them; and the examples in it.
final class PhraseFinder {

  private PhraseFinder() {}

  /// The phrases in some words, by kind and in order.
  ///
  /// @param words the words, with a semicolon for each sign of a time or a condition
  static List<ClausePhrase> list(String words, ClauseLanguage language) {
    PhraseWords phrases = language.phrases();
    String bare = blanked(words, examples(words, language));
    List<ClausePhrase> found = new ArrayList<>();
    add(PhraseKind.RESTRICTION, phrases.restriction(), bare, found);
    add(PhraseKind.MEMBERS, phrases.members(), words, found);
    add(PhraseKind.RECIPIENT, phrases.recipient(), bare.replace(';', ' '), found);
    return found;
  }

  private static void add(
      PhraseKind kind, Pattern pattern, String words, List<ClausePhrase> found) {
    Matcher phrase = pattern.matcher(words);
    boolean isNamed = pattern.namedGroups().containsKey("phrase");
    while (phrase.find()) {
      String said = isNamed ? phrase.group("phrase") : phrase.group();
      found.add(new ClausePhrase(kind, said.replaceAll("[\\s.,:;]+$", "").strip()));
    }
  }

  /// Where examples stand: "including mines", "such as fuel, water and food".
  static List<WordSpan> examples(String words, ClauseLanguage language) {
    List<WordSpan> spans = new ArrayList<>();
    Matcher example = language.phrases().example().matcher(words);
    while (example.find()) {
      spans.add(new WordSpan(example.start(), example.end()));
    }
    return spans;
  }

  /// The words with blanks for some of them.
  static String blanked(String words, List<WordSpan> spans) {
    StringBuilder left = new StringBuilder(words);
    spans.forEach(
        each -> left.replace(each.start(), each.end(), " ".repeat(each.end() - each.start())));
    return left.toString();
  }
}
