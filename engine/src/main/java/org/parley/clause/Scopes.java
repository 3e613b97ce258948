package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.parley.clause.ClauseLanguage.ScopeWords;

/// Finds the words that say how far a clause reaches, and its further acts.
final class Scopes {

  private Scopes() {}

  /// The words of scope in some words, in order.
  static List<ScopeWord> list(String words, ClauseLanguage language) {
    ScopeWords scopes = language.scopes();
    List<ScopeWord> found = new ArrayList<>();
    Matcher word = scopes.words().matcher(words);
    while (word.find()) {
      int group = 1;
      while (word.group(group) == null) {
        group++;
      }
      found.add(new ScopeWord(word.group(), scopes.senses().get(group - 1)));
    }
    return found;
  }

  /// The verbs of the further acts in some words, folded, in order.
  static List<String> further(String words, ClauseLanguage language) {
    List<String> verbs = new ArrayList<>();
    Matcher further = language.scopes().further().matcher(words);
    while (further.find()) {
      String done = further.group("done");
      verbs.add(FoldedWords.of(done == null ? further.group("does") : done));
    }
    return verbs;
  }
}
