package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Proposal;
import org.parley.reading.Proposal.DocumentState;
import org.parley.reading.SaidStance;
import org.parley.reading.Span;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.NounPhrase;

/// Finds documents and what is told of their state: what claims say of them, and what the text
/// tells by itself.
final class Documents {

  private final ParsedText text;
  private final Lexicon lexicon;
  private final List<Proposal.OfClaim> claims;
  private final Phrases papers;
  private final Phrases negators;

  Documents(ParsedText text, List<Proposal.OfClaim> claims) {
    this.text = text;
    this.claims = claims;
    lexicon = text.lexicon();
    papers = lexicon.get("documents.papers");
    negators = lexicon.get("stance.negators");
  }

  List<Proposal.OfDocument> read() {
    List<Proposal.OfDocument> found = new ArrayList<>();
    for (Proposal.OfClaim claim : claims) {
      DocumentState state = stateOf(claim);
      boolean isSome =
          claim.subject().matches("(?is)(a|an|no|any)\\b.*")
              || claim.stance() == SaidStance.CONDITIONAL;
      if (state != null && !isSome && isPaper(claim.subject())) {
        found.add(
            new Proposal.OfDocument(
                claim.quotation(), claim.subject(), state, claim.confidence() - 10));
      }
    }
    Grammar grammar = new Grammar(lexicon);
    for (Sentence each : text.sentences()) {
      for (Range clause : grammar.clauses(each, new Range(0, each.size()))) {
        told(each, clause)
            .filter(d -> found.stream().noneMatch(other -> overlaps(d, other)))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean overlaps(Proposal.OfDocument one, Proposal.OfDocument other) {
    return one.quotation().at().overlap(other.quotation().at()) > 0;
  }

  private boolean isPaper(String subject) {
    for (String word : subject.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
      String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      if (papers.hasWord(word) || papers.hasWord(single)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable DocumentState stateOf(Proposal.OfClaim claim) {
    String words = claim.quotation().words().toLowerCase(Locale.ROOT);
    boolean isReady = words.contains("ready");
    boolean isSigned = words.contains("sign");
    return switch (claim.stance()) {
      case AGREED ->
          isReady
              ? DocumentState.READY_TO_SIGN
              : words.contains("adopted") || words.contains("in force")
                  ? DocumentState.ADOPTED
                  : words.contains("drawn up") ? DocumentState.DRAFT : DocumentState.TEXT_AGREED;
      case MOSTLY_AGREED, FINAL_SOON -> DocumentState.BEING_FINALISED;
      case SHARE, OPEN, CONDITIONAL -> DocumentState.UNDER_DISCUSSION;
      case REJECTED -> isSigned ? DocumentState.NOT_SIGNED : DocumentState.REJECTED;
      case RECEIVED -> DocumentState.DELIVERED;
      case NOT_RECEIVED -> DocumentState.NOT_RECEIVED;
      case PREFERS ->
          words.contains("propos") || words.contains("put forward") ? DocumentState.PROPOSED : null;
      case DENIED_REPORT -> null;
    };
  }

  private Optional<Proposal.OfDocument> told(Sentence s, Range clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      Token token = s.get(i);
      if (!token.isTagged("NOUN", "PROPN") || papers.at(s, i, clause.to()).isEmpty()) {
        continue;
      }
      DocumentState state = stateIn(s, clause, i);
      if (state != null) {
        int start = NounPhrase.startOf(s, i + 1, clause.from());
        int end = NounPhrase.endOf(s, i, clause.to());
        String name = s.span(Math.min(start, i), Math.max(end, i + 1)).in(text.text());
        Span quote = s.span(clause.from(), clause.to());
        return Optional.of(
            new Proposal.OfDocument(
                Proposal.Quotation.of(text.text(), quote),
                name.replaceAll("\\s+", " "),
                state,
                50));
      }
    }
    return Optional.empty();
  }

  private @Nullable DocumentState stateIn(Sentence s, Range clause, int noun) {
    for (int i = Math.max(clause.from(), noun - 7); i < Math.min(clause.to(), noun + 8); i++) {
      if (!s.get(i).isTagged("VERB")) {
        continue;
      }
      boolean isNot = negators.isIn(s, Math.max(clause.from(), i - 4), i);
      boolean isAhead = isAhead(s, clause, i);
      if (is(s, i, "signed") && !isAhead) {
        return isNot ? DocumentState.NOT_SIGNED : DocumentState.SIGNED;
      }
      if (!isNot && !isAhead && is(s, i, "adopted")) {
        return DocumentState.ADOPTED;
      }
      if (!isNot && is(s, i, "published")) {
        return DocumentState.PUBLISHED;
      }
      if (!isNot && !isAhead && is(s, i, "delivered")) {
        return DocumentState.DELIVERED;
      }
      if (is(s, i, "review")) {
        return DocumentState.UNDER_REVIEW;
      }
      if (!isNot && is(s, i, "draft")) {
        return DocumentState.DRAFT;
      }
      if (!isNot && is(s, i, "proposed") && i < noun) {
        return DocumentState.PROPOSED;
      }
      boolean isTried =
          s.get(i).lemma().equals("agree") && i > 0 && s.get(i - 1).is("to") && i < noun;
      if (isTried) {
        return DocumentState.NOT_AGREED;
      }
    }
    return s.get(noun).is("draft") ? DocumentState.DRAFT : null;
  }

  private boolean is(Sentence s, int index, String heading) {
    return lexicon.get("documents." + heading).at(s, index, s.size()).isPresent();
  }

  private static boolean isAhead(Sentence s, Range clause, int index) {
    for (int i = Math.max(clause.from(), index - 5); i < index; i++) {
      switch (s.get(i).lower()) {
        case "will", "would", "to", "could", "should", "can", "may", "before", "until" -> {
          return true;
        }
        default -> {
          // another word
        }
      }
    }
    return false;
  }
}
