package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;

/// Finds whose turn it is in an interview or a transcript: "Berg: we have not signed", "His
/// counterpart was more careful: ...".
public final class Turns {

  /// So many tokens may stand before the colon of a turn.
  private static final int MAX_TURN = 18;

  private final Coreference people;
  private final Phrases verbs;
  private final Phrases questions;
  private final Agents agents;
  private final Views views;

  public Turns(Lexicon lexicon, Coreference people) {
    this.people = people;
    verbs = lexicon.get("saying.verbs");
    questions = lexicon.get("saying.questions");
    agents = new Agents(lexicon);
    views = new Views(lexicon, people);
  }

  /// The turn that a sentence begins.
  public Optional<Utterance> in(Sentence s) {
    for (int i = 1; i < Math.min(MAX_TURN, s.size() - 1); i++) {
      if (s.get(i).is(":")) {
        List<Speaker> who = Grammar.hasFinite(s, 0, i) ? actor(s, i) : label(s, i);
        Optional<List<Speaker>> holder =
            who.isEmpty() && Grammar.hasFinite(s, i + 1, s.size())
                ? views.holder(s, i).map(Speakers.FoundSpeaker::speakers)
                : Optional.empty();
        who = holder.orElse(who);
        boolean isOne =
            who.size() == 1
                && (holder.isPresent()
                    || people.isSomebody(who.getFirst())
                    || isAgentQuoted(s, i)
                    || isPaper(s, i));
        if (isOne) {
          List<Integer> said = new ArrayList<>();
          for (int j = i + 1; j < s.size(); j++) {
            said.add(j);
          }
          boolean isTurn = !Grammar.hasFinite(s, 0, i) || s.get(i + 1).is("\"");
          return Optional.of(new Utterance(new TokenRange(0, i + 1), i, who, said, isTurn));
        }
      }
    }
    return Optional.empty();
  }

  /// A body before a colon and a quotation: "The union: “It is settled.”".
  private boolean isAgentQuoted(Sentence s, int colon) {
    return s.get(colon + 1).is("\"")
        && !Grammar.hasFinite(s, 0, colon)
        && agents.isOne(s, NounPhrase.headOf(s, 0, colon));
  }

  private boolean isPaper(Sentence s, int colon) {
    int verb = Grammar.firstFinite(s, 0, colon);
    return verb > 0 && Speakers.subjectOf(s, verb) >= 0 && isIssued(s, verb);
  }

  /// Whether a sentence begins with the word of an asker and a colon, "Question: ...".
  public boolean isQuestion(Sentence s) {
    return s.size() > 2
        && s.get(1).is(":")
        && s.get(0).lower().matches("question|q|reporter|press");
  }

  private List<Speaker> label(Sentence s, int colon) {
    Optional<Speaker> known = people.labelled(s, 0, colon);
    if (known.isPresent()) {
      return List.of(known.get());
    }
    int from = 0;
    for (int i = 0; i < colon; i++) {
      from = s.get(i).isTagged("NUM", "PUNCT") && !s.get(i).is(",") ? i + 1 : from;
    }
    int comma = -1;
    for (int i = from; i < colon; i++) {
      comma = comma < 0 && s.get(i).is(",") ? i : comma;
    }
    List<Speaker> apart =
        comma > 0 && comma + 1 < colon
            ? people.speakersNamed(s, comma + 1, colon)
            : List.<Speaker>of();
    if (!apart.isEmpty()) {
      return apart;
    }
    return from < colon ? people.speakers(s, from, colon) : List.of();
  }

  /// The actor before a colon and a quotation.
  private List<Speaker> actor(Sentence s, int colon) {
    if (!s.get(colon + 1).is("\"")) {
      return manner(s, colon);
    }
    int from = questions.at(s, 0, colon).isPresent() ? lastComma(s, colon) + 1 : 0;
    for (int i = from; i < colon; i++) {
      if (s.tree().isVerb(i) && Speakers.subjectOf(s, i) >= from) {
        Optional<Speakers.FoundSpeaker> who =
            new Speakers(people).named(s, Speakers.subjectOf(s, i));
        if (who.isPresent()) {
          return who.get().speakers();
        }
      }
    }
    return verbs.isIn(s, from, colon) ? List.of() : people.speakers(s, from, colon);
  }

  /// "His deputy was blunter still: it would not be signed": a manner of speaking, then the words.
  private List<Speaker> manner(Sentence s, int colon) {
    int verb = Grammar.firstFinite(s, 0, colon);
    boolean isPlain = verb > 0 && s.get(verb).lemma().matches("be|have");
    boolean isManner =
        verb > 0
            && (!isPlain || s.tree().child(verb, "acomp", "advmod", "dobj") > verb)
            && !s.get(verb).isQuoted()
            && Grammar.hasFinite(s, colon + 1, s.size());
    return isManner && Speakers.subjectOf(s, verb) >= 0
        ? new Speakers(people)
            .namedOrIssuer(s, Speakers.subjectOf(s, verb))
            .map(Speakers.FoundSpeaker::speakers)
            .filter(each -> each.stream().allMatch(people::isSomebody) || isIssued(s, verb))
            .orElse(List.of())
        : List.of();
  }

  /// "The committee's statement put it plainly: ...": a paper carries the words of its issuer.
  private boolean isIssued(Sentence s, int verb) {
    return people.isIssued(s.get(Speakers.subjectOf(s, verb)));
  }

  private static int lastComma(Sentence s, int end) {
    int at = end - 1;
    while (at >= 0 && !s.get(at).is(",")) {
      at--;
    }
    return at;
  }
}
