package org.parley.reading.rules.claim;

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
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.stance.Judgement;

/// Assembles a claim: quoted, reported or relayed, and the parties between which it holds.
final class ClaimMaker {

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
      @Nullable Edtf said,
      TextSpan quote,
      int confidence) {
    String other = originalSpeaker(clause, speaker);
    other = other != null ? other : relayed(content, judged, speaker);
    return new Proposal.OfClaim(
        Proposal.Quotation.of(article.text(), quote),
        speaker,
        other,
        said,
        subject,
        judged.stance(),
        judged.share(),
        between(content),
        judged.stance() == SaidStance.CONDITIONAL ? judged.condition() : null,
        attribution(content, speaker, other),
        confidence);
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
    for (Token token : content.tokens()) {
      boolean isCountry = token.isCapital() && countries.find(token.text()).isPresent();
      if (isCountry && !named.contains(token.text())) {
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
    Optional<Speakers.FoundSpeaker> who = speakers.of(clause.sentence(), clause.attribution());
    return who.map(found -> found.speakers().getFirst().name())
        .filter(name -> !name.equals(speaker.name()))
        .orElse(null);
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
    int verb = Grammar.firstFinite(content, 0, content.size());
    if (verb <= 0 || verb > judged.key()) {
      return null;
    }
    int start = NounPhrase.startOf(content, verb, 0);
    if (start >= verb || verb - start > 3) {
      return null;
    }
    List<String> named = people.named(content, start, verb);
    if (!named.isEmpty() && !named.contains(speaker.name())) {
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
    return country.isPresent() && last.isCapital() && start == verb - 1 && !isOwn
        ? last.text()
        : null;
  }
}
