package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.syntax.Tree;

/// Finds who says a sentence by a phrase instead of a verb: "according to Berg", "in Berg's view",
/// "Berg's answer is that".
final class Views {

  /// The longest description of a speaker whose noun the parser misses.
  private static final int MAX_NOUN = 8;

  private final Coreference people;
  private final Speakers speakers;
  private final Phrases according;
  private final Phrases views;
  private final Phrases certain;
  private final Phrases verbs;

  Views(Lexicon lexicon, Coreference people) {
    this.people = people;
    speakers = new Speakers(people);
    according = lexicon.get("saying.according");
    views = lexicon.get("saying.views");
    certain = lexicon.get("saying.certain");
    verbs = lexicon.get("saying.verbs");
  }

  /// Whether such a phrase begins at a token.
  boolean isOne(Sentence s, int token) {
    return accordingAt(s, token).isPresent()
        || viewAt(s, token) >= 0
        || statedBy(s, token) >= 0
        || assertedBy(s, token) >= 0;
  }

  /// The utterance of a phrase that begins at a token; empty if it is none.
  Optional<Utterance> in(Sentence s, int token) {
    if (viewAt(s, token) >= 0) {
      return viewed(s, token);
    }
    if (assertedBy(s, token) >= 0) {
      return asserted(s, token);
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
        noun < 0 ? Optional.empty() : speakers.namedOrIssuer(s, noun);
    who = who.isEmpty() ? upToComma(s, last + 1) : who;
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
    boolean isNoun = end < s.size() && end - from <= MAX_NOUN && !Grammar.hasFinite(s, from, end);
    who = who.isEmpty() && isNoun ? people.speakers(s, from, end) : who;
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
    int owner = noun > token && views.has(s.get(noun)) ? ownerOf(s, noun) : -1;
    boolean isApart =
        token == 0
            || s.get(token - 1).isTagged("PUNCT", "SCONJ", "CCONJ")
            || isClosed(s, Math.max(noun, owner) + 1);
    boolean isView = owner >= 0 && isApart && s.get(token).lower().matches("in|by|from|on");
    return isView ? noun : -1;
  }

  /// Whether the sentence or its clause ends here.
  private static boolean isClosed(Sentence s, int end) {
    return end >= s.size() || s.get(end).lower().matches("[.;]");
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

  /// Whose answer or message the words before a colon name: "the answer from Oslo", "Berg's reply
  /// was short".
  Optional<Speakers.FoundSpeaker> holder(Sentence s, int colon) {
    for (int i = 0; i < colon; i++) {
      int owner = views.has(s.get(i)) && s.get(i).isTagged("NOUN") ? ownerOf(s, i) : -1;
      boolean isSubject = !Grammar.hasFinite(s, 0, colon) || s.tree().isLabelled(i, "nsubj");
      if (owner >= 0 && owner < colon && isSubject && !s.get(i).isQuoted()) {
        return speakers.owner(s, owner);
      }
    }
    return Optional.empty();
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
    int behind = isBe ? s.tree().child(token, "attr") : -1;
    boolean isIt = noun >= 0 && s.get(noun).is("it");
    boolean isSummary = noun < 0 && token > 1 && s.get(token - 1).is("\"");
    noun = behind > token && (isIt || isSummary) ? behind : noun;
    return noun >= 0 && views.has(s.get(noun)) && ownerOf(s, noun) >= 0 && !s.get(noun).isQuoted()
        ? noun
        : -1;
  }

  private Optional<Utterance> stated(Sentence s, int verb) {
    int noun = statedBy(s, verb);
    Optional<Speakers.FoundSpeaker> who = speakers.owner(s, ownerOf(s, noun));
    int clause = noun > verb ? s.tree().child(noun, "acl", "relcl", "ccomp") : -1;
    if (who.isPresent() && clause >= 0 && s.get(noun + 1).is("that")) {
      TokenRange lead = new TokenRange(s.tree().under(verb).getFirst(), noun + 1);
      List<Integer> told = new ArrayList<>(s.tree().under(clause));
      return Optional.of(
          new Utterance(lead, verb, who.get().speakers(), Utterances.trimmed(s, told), false));
    }
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

  /// Who "is adamant that"; -1 if the token is no such adjective.
  private int assertedBy(Sentence s, int token) {
    int be = certain.has(s.get(token)) && !s.get(token).isQuoted() ? s.tree().head(token) : -1;
    boolean isSo =
        be >= 0
            && s.get(be).lemma().equals("be")
            && s.tree().child(be, "neg") < 0
            && clauseBeside(s, be, token) > token;
    return isSo ? Speakers.subjectOf(s, be) : -1;
  }

  private static int clauseBeside(Sentence s, int be, int adjective) {
    int own = s.tree().child(adjective, "ccomp");
    return own >= 0 ? own : s.tree().child(be, "ccomp");
  }

  private Optional<Utterance> asserted(Sentence s, int adjective) {
    int clause = clauseBeside(s, s.tree().head(adjective), adjective);
    List<Integer> said = Utterances.trimmed(s, new ArrayList<>(s.tree().under(clause)));
    return speakers
        .named(s, assertedBy(s, adjective))
        .filter(each -> each.words().to() <= adjective)
        .map(
            each ->
                new Utterance(
                    new TokenRange(each.words().from(), adjective + 1),
                    adjective,
                    each.speakers(),
                    said,
                    false));
  }

  /// "For Berg the text has to say more": a person before or after the clause, not within it. "For
  /// Kyiv, it is unacceptable": a body only before a comma.
  private boolean isView(Sentence s, int token, Speakers.FoundSpeaker who) {
    boolean isFirst = token == 0 || s.get(token - 1).isTagged("PUNCT", "SCONJ", "CCONJ");
    boolean isLead = token == 0 && who.words().to() < s.size() && s.get(who.words().to()).is(",");
    boolean isPerson = who.speakers().stream().allMatch(people::isPerson);
    return isFirst
        && s.tree().isVerb(Math.max(0, s.tree().head(token)))
        && (isPerson || (isLead && !isSpoken(s, who.words().to())));
  }

  /// "For the union, Ann Berg said it was agreed": somebody else speaks.
  private boolean isSpoken(Sentence s, int from) {
    return IntStream.range(from, s.size())
        .anyMatch(i -> s.get(i).isTagged("VERB") && verbs.at(s, i, s.size()).isPresent());
  }

  private Optional<Phrases.Match> accordingAt(Sentence s, int token) {
    return according.at(s, token, s.size());
  }
}
