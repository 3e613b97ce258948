package org.parley.reading.rules.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.rules.stance.Stances;

/// Short answers that have their predicate from the question: "Is the toll agreed? - Yes, it is.",
/// "Has it arrived? - It has not.", "Will you accept it? - No.".
final class ShortAnswers {

  /// The probability that a short answer means what it says.
  private static final int SURE = 60;

  private static final int MAX_WORDS = 9;

  private final ParsedText text;
  private final Stances stances;
  private final Phrases yes;
  private final Phrases no;
  private final Phrases partly;
  private final Phrases small;
  private final Phrases refused;
  private final Phrases papers;
  private @Nullable Sentence asked;
  private @Nullable Sentence answered;

  ShortAnswers(ParsedText text, Stances stances) {
    this.text = text;
    this.stances = stances;
    Lexicon lexicon = text.lexicon();
    yes = lexicon.get("script.yes");
    no = lexicon.get("script.no");
    partly = lexicon.get("script.partly");
    small = lexicon.get("script.small");
    refused = lexicon.get("stance.rejected-when-negated");
    papers = lexicon.get("documents.papers");
  }

  /// The question of the sentence that begins now was asked in the sentence before.
  void startSentence() {
    answered = asked;
    asked = null;
  }

  void forget() {
    asked = null;
    answered = null;
  }

  void ask(Sentence question) {
    asked = question;
  }

  /// The question before the sentence; null if there is none.
  @Nullable Sentence question() {
    return answered;
  }

  /// The stance of a short answer; empty if it is none, or if the question has no stance.
  Optional<Judgement> of(Sentence s) {
    Sentence question = answered;
    if (question != null && isConditional(s)) {
      return stances
          .condition(s)
          .flatMap(words -> asked(question).map(each -> conditional(each, words)));
    }
    if (question == null || s.size() > MAX_WORDS || !isShort(s)) {
      return Optional.empty();
    }
    boolean isNo = no.isIn(s, 0, s.size());
    boolean isPartly = partly.isIn(s, 0, s.size());
    boolean isWhole = isPartly || hasVerb(s) || isLast(s);
    if (!isWhole || !(isNo || isPartly || hasVerb(s) || yes.isIn(s, 0, s.size()))) {
      return Optional.empty();
    }
    Optional<Judgement> found = asked(question);
    return found.isEmpty() && isNo && isRefused(question)
        ? Judgement.of(SaidStance.REJECTED, refusedAt(question), SURE)
        : found.flatMap(each -> answered(question, each, isNo, isPartly));
  }

  /// The stance asked about, also after "can you say whether".
  private Optional<Judgement> asked(Sentence question) {
    int from = 0;
    for (int i = 0; i + 1 < question.size(); i++) {
      from = question.get(i).is("whether") ? i + 1 : from;
    }
    boolean isExpected = question.tokens().stream().anyMatch(each -> each.lemma().equals("expect"));
    return stances.of(question, new TokenRange(from, question.size()), isExpected ? "expect" : "");
  }

  /// "Yes, if the troops leave", "only if they leave".
  private boolean isConditional(Sentence s) {
    int from = s.size() > 2 && yes.at(s, 0, s.size()).isPresent() ? 1 : 0;
    while (from < s.size() && (s.get(from).is(",") || small.hasWord(s.get(from).lower()))) {
      from++;
    }
    return from + 2 < s.size() && s.get(from).lower().matches("if|provided|only|unless|once");
  }

  private static Judgement conditional(Judgement asked, String words) {
    return new Judgement(SaidStance.CONDITIONAL, null, words, asked.key(), SURE);
  }

  private Optional<Judgement> answered(
      Sentence question, Judgement asked, boolean isNo, boolean isPartly) {
    return switch (asked.stance()) {
      case AGREED, MOSTLY_AGREED, FINAL_SOON, SHARE ->
          isNo
              ? judged(isRefused(question) ? SaidStance.REJECTED : SaidStance.OPEN, asked)
              : isPartly
                  ? judged(SaidStance.MOSTLY_AGREED, asked)
                  : Optional.of(
                      new Judgement(asked.stance(), asked.share(), null, asked.key(), SURE));
      case OPEN -> judged(isNo ? SaidStance.AGREED : SaidStance.OPEN, asked);
      case RECEIVED -> judged(isNo ? SaidStance.NOT_RECEIVED : SaidStance.RECEIVED, asked);
      case NOT_RECEIVED, REJECTED -> isNo ? Optional.empty() : judged(asked.stance(), asked);
      case CONDITIONAL, PREFERS, DENIED_REPORT -> Optional.empty();
    };
  }

  private static Optional<Judgement> judged(SaidStance stance, Judgement asked) {
    return Judgement.of(stance, asked.key(), SURE);
  }

  /// "Will you accept it?", "can they live with it?": who says no to that refuses.
  private boolean isRefused(Sentence question) {
    return question.get(0).lower().matches("will|would|can|could|are|is|do|does")
        && refusedAt(question) >= 0;
  }

  /// The act that a "no" refuses; -1 if the question asks for none.
  private int refusedAt(Sentence question) {
    return refused.in(question, 0, question.size()).stream()
        .findFirst()
        .map(Phrases.Match::from)
        .orElse(-1);
  }

  /// "We got it yesterday", after a question about a paper.
  Optional<Judgement> handedOver(Sentence content, String about) {
    boolean isPaper =
        List.of(about.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
            .anyMatch(
                each ->
                    papers.hasWord(each)
                        || papers.hasWord(each.replaceFirst("s$", ""))
                        || each.matches("maps?|lists?|answer|reply|letters?"));
    for (int i = 1; isPaper && i + 1 < content.size(); i++) {
      int object = content.tree().child(i, "dobj");
      boolean isHad =
          content.get(i).lemma().matches("get|receive")
              && content.tree().tag(i).matches("VBD|VBN")
              && object > i
              && content.get(object).lower().matches("it|them|that|one|this|these");
      if (isHad) {
        boolean isNot = content.tree().child(i, "neg") >= 0;
        return Judgement.of(isNot ? SaidStance.NOT_RECEIVED : SaidStance.RECEIVED, i, SURE);
      }
    }
    return Optional.empty();
  }

  /// Whether all words are of those that answer, without a verb or a noun of their own.
  private boolean isShort(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      if (!s.get(i).isTagged("PUNCT")
          && !small.hasWord(s.get(i).lower())
          && yes.at(s, i, s.size()).isEmpty()
          && no.at(s, i, s.size()).isEmpty()
          && partly.in(s, 0, s.size()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// Whether it says more than "yes" or "no": "it has", "not one".
  private static boolean hasVerb(Sentence s) {
    return s.tokens().stream()
        .anyMatch(
            each ->
                each.lower()
                    .matches(
                        "is|are|was|were|has|have|had|do|does|did|will|would|can|could|'s|one|none"));
  }

  /// Whether nothing follows in the paragraph that may say it again in full.
  private boolean isLast(Sentence s) {
    int next = s.number() + 1;
    return next >= text.sentences().size()
        || text.sentences().get(next).paragraph() != s.paragraph();
  }
}
