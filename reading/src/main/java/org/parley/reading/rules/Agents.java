package org.parley.reading.rules;

import java.util.List;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Whether what a verb has as its subject can want or refuse anything: somebody, no thing.
final class Agents {

  private final List<Phrases> somebody;

  Agents(Lexicon lexicon) {
    somebody =
        List.of(
            lexicon.get("people.institutions"),
            lexicon.get("people.offices"),
            lexicon.get("people.unnamed"),
            lexicon.get("people.others"));
  }

  /// Whether a token names somebody; not where there is none.
  boolean isOne(Sentence s, int subject) {
    if (subject < 0) {
      return false;
    }
    Token token = s.get(subject);
    return token.lower().matches("i|we|he|she|they|who|nobody|everybody|everyone|both|neither")
        || token.isTagged("PROPN")
        || somebody.stream().anyMatch(each -> each.has(token));
  }
}
