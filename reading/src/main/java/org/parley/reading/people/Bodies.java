package org.parley.reading.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Speaker;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// The bodies that acted or spoke so far, and which of them "the ministry", "the movement" means.
final class Bodies {

  private final Countries countries;
  private final Phrases institutions;
  private final Phrases kinds;
  private final Map<String, Speaker> byNoun = new HashMap<>();
  private @Nullable Speaker latest;

  Bodies(Countries countries, Phrases institutions, Phrases kinds) {
    this.countries = countries;
    this.institutions = institutions;
    this.kinds = kinds;
  }

  /// Remembers a body under the nouns of its name: "the Ministry of Transport" as "ministry".
  void remember(Sentence sentence, int from, int to, Speaker body) {
    boolean isName =
        body.isNamed()
            && sentence.get(to - 1).isCapital()
            && countries.find(sentence.get(to - 1).text()).isEmpty();
    if (!isName) {
      return;
    }
    boolean isKind = false;
    for (int i = from; i < to; i++) {
      Token token = sentence.get(i);
      boolean isNoun = token.isCapital() && institutions.has(token);
      isKind |= isNoun;
      if (isNoun) {
        byNoun.put(token.lower(), body);
      }
    }
    latest = isKind && to - from < 2 ? latest : body;
  }

  /// The body that "the ministry" or "the Palestinian movement" means.
  Optional<Speaker> meant(Sentence sentence, int from, int to) {
    Token noun = sentence.get(to - 1);
    int words = to - from;
    boolean isOne =
        sentence.get(from).is("the")
            && !noun.isCapital()
            && noun.isTagged("NOUN")
            && noun.lower().equals(noun.lemma())
            && (words == 2
                || (words == 3 && countries.find(sentence.get(from + 1).text()).isPresent()));
    if (!isOne) {
      return Optional.empty();
    }
    Speaker same = words == 2 ? byNoun.get(noun.lower()) : null;
    return Optional.ofNullable(same == null && kinds.has(noun) ? latest : same);
  }
}
