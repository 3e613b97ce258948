package org.parley.reading.rules;

import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;

/// Whether a text is about a negotiation of states, movements, parties, governments or labour, as
/// opposed to a player transfer or a takeover.
final class Scope {

  private Scope() {}

  static boolean isWithin(ParsedText text, Lexicon lexicon) {
    return count(text, lexicon.get("scope.in")) >= count(text, lexicon.get("scope.out"));
  }

  private static int count(ParsedText text, Phrases words) {
    int count = 0;
    for (Sentence each : text.sentences()) {
      count += words.in(each, 0, each.size()).size();
    }
    return count;
  }
}
