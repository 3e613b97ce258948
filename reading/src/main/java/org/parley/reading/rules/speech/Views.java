package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.syntax.Tree;

/// Finds who says a sentence by a phrase instead of a verb: "according to Berg", "in Berg's view",
/// "Berg's answer is that".
final class Views {

  private final Coreference people;
  private final Speakers speakers;
  private final Phrases according;
  private final Phrases views;

  Views(Lexicon lexicon, Coreference people) {
    this.people = people;
    speakers = new Speakers(people);
    according = lexicon.get("saying.according");
    views = lexicon.get("saying.views");
  }

  /// Whether such a phrase begins at a token.
  boolean isOne(Sentence s, int token) {
    return accordingAt(s, token).isPresent() || viewAt(s, token) >= 0 || statedBy(s, token) >= 0;
  }

  /// The utterance of a phrase that begins at a token; empty if it is none.
  Optional<Utterance> in(Sentence s, int token) {
    if (viewAt(s, token) >= 0) {
      return viewed(s, token);
    }
    return statedBy(s, token) >= 0 ? stated(s, token) : according(s, token);
  }

  private Optional<Utterance> according(Sentence s, int token) {
    Optional<Phrases.Match> match = accordingAt(s, token);
    if (match.isEmpty()) {
      return Optional.empty();
    }
    Tree tree = s.tree();
    int last = match.get().to() - 1;
    int noun = tree.child(last, "pobj");
    noun = noun < 0 ? tree.child(token, "pobj") : noun;
    Optional<Speakers.FoundSpeaker> who =
        noun < 0 ? upToComma(s, last + 1) : speakers.named(s, noun);
    if (who.isEmpty() || (s.get(token).is("for") && !isView(s, token, who.get()))) {
      return Optional.empty();
    }
    return Optional.of(
        around(s, token, new TokenRange(token, who.get().words().to()), who.get().speakers()));
  }

  /// "For Minister Berg, a return is out of the question": the person named up to the comma, if
  /// misparsed.
  private Optional<Speakers.FoundSpeaker> upToComma(Sentence s, int from) {
    int end = from;
    while (end < s.size() && !s.get(end).is(",")) {
      end++;
    }
    List<Speaker> who = end < s.size() ? people.speakersNamed(s, from, end) : List.<Speaker>of();
    return who.isEmpty()
        ? Optional.empty()
        : Optional.of(new Speakers.FoundSpeaker(new TokenRange(from, end), who));
  }

  /// The rest of the sentence as content, without the attribution.
  private static Utterance around(Sentence s, int top, TokenRange words, List<Speaker> who) {
    List<Integer> content = new ArrayList<>();
    boolean isClosed = words.from() == 0 && words.to() < s.size() && s.get(words.to()).is(",");
    for (int i = 0; i < s.size(); i++) {
      boolean isOutside = i < words.from() || i >= words.to();
      if (isOutside && (isClosed || !s.tree().isUnder(i, top))) {
        content.add(i);
      }
    }
    return new Utterance(words, top, who, Utterances.trimmed(s, content), false);
  }

  /// The noun of "in Berg's view", "by the ministry's count", "in the words of Berg"; -1 if the
  /// token begins no such phrase.
  private int viewAt(Sentence s, int token) {
    int noun = s.get(token).isTagged("ADP") ? s.tree().child(token, "pobj") : -1;
    boolean isView =
        noun > token
            && views.has(s.get(noun))
            && ownerOf(s, noun) >= 0
            && s.get(token).lower().matches("in|by|from")
            && (token == 0 || s.get(token - 1).isTagged("PUNCT", "SCONJ", "CCONJ"));
    return isView ? noun : -1;
  }

  /// Whose a noun is: "Berg's answer", "the answer of Berg".
  private static int ownerOf(Sentence s, int noun) {
    int owner = s.tree().child(noun, "poss");
    if (owner >= 0) {
      return owner;
    }
    for (int each : s.tree().children(noun)) {
      if (each > noun && s.get(each).lower().matches("of|from|by")) {
        return s.tree().child(each, "pobj");
      }
    }
    return -1;
  }

  private Optional<Utterance> viewed(Sentence s, int token) {
    int noun = viewAt(s, token);
    Optional<Speakers.FoundSpeaker> who = speakers.owner(s, ownerOf(s, noun));
    int end = Math.max(noun + 1, who.map(each -> each.words().to()).orElse(0));
    return who.map(each -> around(s, token, new TokenRange(token, end), each.speakers()));
  }

  /// The noun of "Berg's position is that"; -1 if the token is no such "is".
  private int statedBy(Sentence s, int token) {
    boolean isBe = s.get(token).lemma().equals("be") && !s.get(token).isQuoted();
    int noun = isBe ? s.tree().child(token, "nsubj") : -1;
    return noun >= 0 && views.has(s.get(noun)) && ownerOf(s, noun) >= 0 && !s.get(noun).isQuoted()
        ? noun
        : -1;
  }

  private Optional<Utterance> stated(Sentence s, int verb) {
    int noun = statedBy(s, verb);
    Optional<Speakers.FoundSpeaker> who = speakers.owner(s, ownerOf(s, noun));
    boolean isSaid = Utterances.clauseOf(s, verb) >= 0 || Utterances.hasQuote(s, verb);
    if (who.isEmpty() || !isSaid) {
      return Optional.empty();
    }
    TokenRange words = new TokenRange(s.tree().under(noun).getFirst(), verb + 1);
    List<Integer> content =
        new ArrayList<>(
            s.tree().under(verb).stream()
                .filter(i -> i != verb && !s.tree().isUnder(i, noun))
                .toList());
    TokenRange kept = words.from() < words.to() ? words : new TokenRange(verb, verb + 1);
    return Optional.of(
        new Utterance(kept, verb, who.get().speakers(), Utterances.trimmed(s, content), false));
  }

  /// "For Berg the text has to say more": a person before or after the clause, not within it.
  private boolean isView(Sentence s, int token, Speakers.FoundSpeaker who) {
    boolean isFirst = token == 0 || s.get(token - 1).isTagged("PUNCT", "SCONJ", "CCONJ");
    return isFirst
        && s.tree().isVerb(Math.max(0, s.tree().head(token)))
        && who.speakers().stream().allMatch(people::isPerson);
  }

  private Optional<Phrases.Match> accordingAt(Sentence s, int token) {
    return according.at(s, token, s.size());
  }
}
