package org.parley.reading.rules.clause;

import java.util.List;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Whether the subject of a verb is an agent that can want or refuse: a person or body, not a
/// thing.
public final class Agents {

  private final List<Phrases> somebody;

  public Agents(Lexicon lexicon) {
    somebody =
        List.of(
            lexicon.get("people.institutions"),
            lexicon.get("people.offices"),
            lexicon.get("people.unnamed"),
            lexicon.get("people.others"));
  }

  /// Whether a token denotes an agent; false if there is none.
  public boolean isOne(Sentence s, int subject) {
    if (subject < 0) {
      return false;
    }
    Token token = s.get(subject);
    return token.lower().matches("i|we|he|she|they|who|nobody|everybody|everyone|both|neither")
        || token.isTagged("PROPN")
        || somebody.stream().anyMatch(each -> each.has(token));
  }
}
