package org.parley.clause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.parley.clause.ClauseLanguage.Sense;

/// Finds the words that say how far a clause reaches, and its further acts.
final class Scopes {

  private record FoundScope(WordSpan at, ScopeWord word) {}

  private Scopes() {}

  /// The words of scope in some words, in order.
  static List<ScopeWord> list(String words, ClauseLanguage language) {
    List<FoundScope> found = new ArrayList<>();
    for (Sense each : language.scopes().senses()) {
      Matcher word = each.words().matcher(words);
      while (word.find()) {
        WordSpan at = new WordSpan(word.start(), word.end());
        if (at.isFreeOf(found.stream().map(FoundScope::at).toList())) {
          found.add(new FoundScope(at, new ScopeWord(word.group(), each.sense())));
        }
      }
    }
    found.sort(Comparator.comparingInt(each -> each.at.start()));
    return found.stream().map(FoundScope::word).toList();
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
