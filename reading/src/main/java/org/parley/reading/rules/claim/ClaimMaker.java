package org.parley.reading.rules.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.Countries;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.PhraseBounds;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.speech.SpeechSource;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.syntax.Tree;

/// Assembles a claim: quoted, reported or relayed, and the parties between which it holds.
final class ClaimMaker {

  /// Verbs whose object is told to have done something.
  private static final String CHARGES =
      "accuse|suspect|blame|criticise|criticize|reproach|denounce|condemn|thank|praise|commend";

  private final Article article;
  private final Coreference people;
  private final Countries countries;
  private final Speakers speakers;
  private final Phrases anonymous;

  ClaimMaker(Article article, Coreference people, Lexicon lexicon) {
    this.article = article;
    anonymous = lexicon.get("people.anonymous");
    this.people = people;
    countries = Countries.of(article.language());
    speakers = new Speakers(people);
  }

  Proposal.OfClaim claim(
      TextClause clause,
      Sentence content,
      Judgement judged,
      String subject,
      Speaker speaker,
      SpeechSource source,
      TextSpan quote,
      int confidence) {
    String told = source.relayed();
    String other = told != null ? told : originalSpeaker(clause, speaker);
    other = other != null ? other : relayed(content, judged, speaker);
    return new Proposal.OfClaim(
        Proposal.Quotation.of(article.text(), quote),
        speaker,
        other,
        past(source.said()),
        subject,
        judged.stance(),
        judged.share(),
        between(content),
        judged.stance() == SaidStance.CONDITIONAL ? judged.condition() : null,
        attribution(content, speaker, other),
        confidence);
  }

  /// A day after publication is that of what is announced, not of the statement.
  private @Nullable Edtf past(@Nullable Edtf said) {
    LocalDate published = article.published();
    return said != null && published != null && said.earliestDay().isAfter(published) ? null : said;
  }

  private Attribution attribution(Sentence content, Speaker speaker, @Nullable String other) {
    if (other != null) {
      return Attribution.RELAYED;
    }
    if (content.tokens().stream().anyMatch(Token::isQuoted)) {
      return Attribution.DIRECT_QUOTE;
    }
    return !speaker.isNamed() && speaker.office() == null && isAnonymous(speaker.name())
        ? Attribution.UNATTRIBUTED
        : Attribution.REPORTED_SPEECH;
  }

  /// "People familiar with the talks": neither a name nor an office nor a side.
  private boolean isAnonymous(String description) {
    List<String> words = List.of(description.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    return words.stream().anyMatch(anonymous::hasWord)
        && words.stream().noneMatch(each -> each.matches("on|from|at|of|for"));
  }

  /// The parties that the clause itself names.
  private List<String> between(Sentence content) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      Token token = content.get(i);
      boolean isPlace = i > 0 && content.get(i - 1).lower().matches("in|at|near|outside");
      boolean isCountry = token.isCapital() && countries.find(token.text()).isPresent();
      if (isCountry && !isPlace && !named.contains(token.text())) {
        named.add(token.text());
      }
    }
    return named;
  }

  /// The original speaker of relayed words, "said Y had told Z that", if another.
  private @Nullable String originalSpeaker(TextClause clause, Speaker speaker) {
    if (clause.attribution() < 0) {
      return null;
    }
    Tree tree = clause.sentence().tree();
    int by =
        tree.child(clause.attribution(), "auxpass") < 0
            ? -1
            : tree.child(clause.attribution(), "agent");
    int agent = by < 0 ? -1 : tree.child(by, "pobj");
    Optional<Speakers.FoundSpeaker> who =
        agent < 0
            ? speakers.of(clause.sentence(), clause.attribution())
            : speakers.named(clause.sentence(), agent);
    return who.map(found -> found.speakers().getFirst().name())
        .filter(name -> !name.equals(speaker.name()))
        .orElse(null);
  }

  /// "Accused Norway of rejecting it", "thanked the rebels for accepting it": it is told of them.
  private @Nullable String charged(Sentence content, int key) {
    Tree tree = content.tree();
    int at = key;
    for (int steps = 0;
        steps < content.size() && at >= 0 && !tree.isLabelled(at, "pcomp");
        steps++) {
      at = tree.head(at);
    }
    int preposition = at < 0 ? -1 : tree.head(at);
    int verb = preposition < 0 ? -1 : tree.head(preposition);
    int whom = verb < 0 ? -1 : tree.child(verb, "dobj");
    boolean isCharge =
        whom >= 0
            && whom < preposition
            && content.get(verb).lemma().matches(CHARGES)
            && content.get(preposition).lower().matches("of|for");
    if (!isCharge) {
      return null;
    }
    TokenRange words = PhraseBounds.of(content, whom);
    List<String> named = people.named(content, words.from(), words.to());
    return named.isEmpty()
        ? content.words(words.from(), words.to(), article.text())
        : named.getFirst();
  }

  /// Whether a noun is in a prepositional phrase, so that it does nothing: "guarantees between
  /// Norway and Chile are agreed".
  private static boolean isInPhrase(Sentence content, int noun) {
    int at = noun;
    for (int steps = 0; steps < content.size() && at >= 0; steps++) {
      if (content.tree().isLabelled(at, "pobj")) {
        return true;
      }
      at = content.tree().isLabelled(at, "conj", "nn", "compound") ? content.tree().head(at) : -1;
    }
    return false;
  }

  /// The actor of a reported act, if another.
  private @Nullable String relayed(Sentence content, Judgement judged, Speaker speaker) {
    boolean isDeed =
        switch (judged.stance()) {
          case REJECTED, RECEIVED, NOT_RECEIVED, AGREED -> true;
          case MOSTLY_AGREED, SHARE, OPEN, CONDITIONAL, FINAL_SOON, PREFERS, DENIED_REPORT -> false;
        };
    if (!isDeed || judged.key() >= content.size()) {
      return null;
    }
    String charged = charged(content, judged.key());
    if (charged != null) {
      return charged;
    }
    int verb = Grammar.firstFinite(content, 0, content.size());
    if (verb <= 0 || verb > judged.key()) {
      return null;
    }
    int start = NounPhrase.startOf(content, verb, 0);
    if (start >= verb || verb - start > 3 || isInPhrase(content, verb - 1)) {
      return null;
    }
    List<String> named = people.named(content, start, verb);
    boolean isJoint =
        start > 0
            && content.get(start - 1).lower().matches("and|,")
            && people.named(content, 0, verb).contains(speaker.name());
    if (!named.isEmpty() && !named.contains(speaker.name()) && !isJoint) {
      return named.getFirst();
    }
    Token last = content.get(verb - 1);
    Optional<Countries.Country> country = countries.find(last.text());
    String office = speaker.office();
    boolean isOwn =
        office != null
            && country.isPresent()
            && (country.get().names().stream().anyMatch(office::contains)
                || country.get().adjectives().stream().anyMatch(office::contains));
    isOwn |= last.text().equals(speaker.name());
    return country.isPresent() && last.isCapital() && start == verb - 1 && !isOwn
        ? last.text()
        : null;
  }
}
