package org.parley.reading.rules.stance;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;

/// Finds conditional and imminent agreement.
final class Outlooks {

  private static final int MAX_NAMELESS = 7;

  private final Lexicon lexicon;
  private final Negation negation;

  Outlooks(Lexicon lexicon, Negation negation) {
    this.lexicon = lexicon;
    this.negation = negation;
  }

  private Phrases list(String name) {
    return lexicon.get("stance." + name);
  }

  Optional<Judgement> conditional(Sentence s, TokenRange clause) {
    int second = secondNo(s, clause);
    if (second > 0) {
      String condition =
          ConditionWords.of(s, new TokenRange(clause.from(), second - 1), clause.from() + 1, false);
      return Optional.of(new Judgement(SaidStance.CONDITIONAL, null, condition, second, 65));
    }
    int when = whenDone(s, clause);
    if (when > 0) {
      String condition = ConditionWords.of(s, clause, when + 1, false);
      return Optional.of(new Judgement(SaidStance.CONDITIONAL, null, condition, when, 60));
    }
    Optional<Judgement> required = required(s, clause);
    if (required.isPresent()) {
      return required;
    }
    for (Phrases.Match match : list("conditional").in(s, clause.from(), clause.to())) {
      boolean isLead = match.from() == clause.from() && s.get(match.from()).is("unless");
      boolean needsDenial =
          !isLead
              && list("conditional-with-negation").hasWord(s.get(match.from()).lower())
              && match.to() - match.from() == 1;
      boolean isConcession =
          s.get(match.from()).is("if")
              && (!Grammar.hasFinite(s, match.to(), clause.to())
                  || Negation.isPrecededBy(s, match.from(), "as", "even", "what"));
      boolean isAtOnce =
          s.get(match.from()).is("once")
              && (Negation.isPrecededBy(s, match.from(), "at", "than")
                  || !Grammar.hasFinite(s, match.to(), clause.to()));
      boolean isOften = s.get(match.from()).is("if") && isEmbedded(s, clause, match);
      boolean isBare =
          match.to() == clause.to()
              && s.get(match.from()).lower().matches("before|until|once|after|without|if|unless");
      if (isBare
          || isNameless(s, clause, match)
          || isAboutWords(s, match)
          || isConcession
          || isAtOnce
          || isOften
          || (needsDenial && !negation.isAnywhere(s, clause))) {
        continue;
      }
      boolean isNoun = match.value().contains("condition");
      boolean isWithout =
          s.get(match.from()).is("without")
              && hasWould(s, clause)
              && negation.isAnywhere(s, clause);
      boolean isPlain =
          isWithout
              || s.get(match.from()).lower().matches("provided|unless|subject")
              || isOnlyThen(s, clause, match);
      if (!isPlain
          && !isLone(s, clause, match)
          && !isAgreementWord(s, isNoun ? clause : consequence(clause, match))) {
        continue;
      }
      String condition =
          s.span(match.to() < clause.to() ? match.to() : match.from(), clause.to()).length() == 0
              ? ""
              : condition(s, clause, match);
      return Optional.of(new Judgement(SaidStance.CONDITIONAL, null, condition, match.from(), 70));
    }
    return Optional.empty();
  }

  /// "We will sign when the list is complete": the "when" of something that must be done first; -1
  /// if there is none.
  private int whenDone(Sentence s, TokenRange clause) {
    for (int i = clause.from() + 2; i + 2 < clause.to(); i++) {
      boolean isAhead =
          s.get(i).is("when")
              && Negation.isAhead(s, clause, i - 1)
              && list("soon-verbs").isIn(s, clause.from(), i)
              && Grammar.hasFinite(s, clause.from(), i);
      for (int j = i + 2; isAhead && j < clause.to(); j++) {
        boolean isDone =
            s.get(j - 1).lower().matches("is|are|been|has|have")
                && (s.get(j).isTagged("ADJ") || s.tree().tag(j).equals("VBN"));
        if (isDone && !s.get(j).is("been")) {
          return i;
        }
      }
    }
    return -1;
  }

  /// "A lasting peace requires a monitor": what an outcome takes.
  private Optional<Judgement> required(Sentence s, TokenRange clause) {
    for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
      boolean isNeed =
          s.get(i).isTagged("VERB") && s.get(i).lemma().matches("require|need|take|presuppose");
      int subject = isNeed ? Speakers.subjectOf(s, i) : -1;
      int object = isNeed ? s.tree().child(i, "dobj") : -1;
      if (subject >= 0
          && object > i
          && list("outcomes").has(s.get(subject))
          && !list("procedures").has(s.get(object))) {
        String words = ConditionWords.of(s, clause, i + 1, false);
        return Optional.of(new Judgement(SaidStance.CONDITIONAL, null, words, i, 60));
      }
    }
    return Optional.empty();
  }

  /// The text after the first word of condition.
  Optional<String> condition(Sentence s, TokenRange clause) {
    for (Phrases.Match match : list("conditional").in(s, clause.from(), clause.to())) {
      if (match.to() < clause.to()) {
        return Optional.of(condition(s, clause, match));
      }
    }
    return Optional.empty();
  }

  /// "On condition that she not be named": anonymity, not a condition of the statement.
  private static boolean isNameless(Sentence s, TokenRange clause, Phrases.Match match) {
    for (int i = match.from(); i < Math.min(clause.to(), match.to() + MAX_NAMELESS); i++) {
      if (s.get(i).lower().matches("named|identified|quoted|anonymity|anonymous")) {
        return true;
      }
    }
    return false;
  }

  /// "A plan, if you can even call it one": a remark on the word.
  private static boolean isAboutWords(Sentence s, Phrases.Match match) {
    return s.get(match.from()).is("if")
        && IntStream.range(match.to(), Math.min(s.size(), match.to() + 5))
            .anyMatch(i -> s.get(i).lower().matches("call|called|like"));
  }

  /// "But only if the fee is dropped": the condition of the sentence before.
  private static boolean isLone(Sentence s, TokenRange clause, Phrases.Match match) {
    return match.from() - clause.from() < 2
        && s.get(match.from()).lower().matches("only|provided|unless|on")
        && match.to() < clause.to()
        && !Grammar.hasFinite(s, clause.from(), match.from());
  }

  /// "A meeting is possible only after the experts have finished": whatever is ahead.
  private static boolean isOnlyThen(Sentence s, TokenRange clause, Phrases.Match match) {
    boolean isAhead =
        IntStream.range(clause.from(), clause.to())
            .anyMatch(i -> s.get(i).lower().matches("will|would|can|could|may|possible|shall|'ll"));
    return s.get(match.from()).is("only")
        && match.to() - match.from() > 1
        && isAhead
        && Grammar.hasFinite(s, match.to(), clause.to());
  }

  private static boolean hasWould(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (s.get(i).lower().matches("would|will|could|can")) {
        return true;
      }
    }
    return false;
  }

  /// "No troops, no treaty": the position of the second "no"; -1 if there are not two.
  private static int secondNo(Sentence s, TokenRange clause) {
    boolean isShort = clause.size() < 12 && !Grammar.hasFinite(s, clause.from(), clause.to());
    if (!isShort || clause.size() < 4 || !s.get(clause.from()).is("no")) {
      return -1;
    }
    for (int i = clause.from() + 2; i + 1 < clause.to(); i++) {
      if (s.get(i).is("no") && s.get(i - 1).is(",")) {
        return i;
      }
    }
    return -1;
  }

  /// The part of a clause that depends on the condition.
  private static TokenRange consequence(TokenRange clause, Phrases.Match match) {
    return match.from() - clause.from() < 3 ? clause : new TokenRange(clause.from(), match.from());
  }

  /// Whether a condition is part of the subject, with the stance after it.
  private boolean isEmbedded(Sentence s, TokenRange clause, Phrases.Match match) {
    if (match.from() - clause.from() < 3) {
      return false;
    }
    for (Phrases.Match each : list("agreed").in(s, match.to(), clause.to())) {
      if (s.get(each.from() - 1).isTagged("AUX", "ADV")) {
        return true;
      }
    }
    return false;
  }

  /// The tokens of the condition; in the words of the text if it has them.
  private static String condition(Sentence s, TokenRange clause, Phrases.Match match) {
    int from = match.to() < clause.to() ? match.to() : match.from();
    return ConditionWords.of(s, clause, from, match.from() - clause.from() < 3);
  }

  private boolean isAgreementWord(Sentence s, TokenRange clause) {
    return list("agreed").isIn(s, clause.from(), clause.to())
        || list("soon-verbs").isIn(s, clause.from(), clause.to())
        || list("concessions").isIn(s, clause.from(), clause.to())
        || lexicon.get("documents.papers").isIn(s, clause.from(), clause.to())
        || lexicon.get("documents.matters").isIn(s, clause.from(), clause.to());
  }

  Optional<Judgement> soon(Sentence s, TokenRange clause, String said) {
    Phrases.@Nullable Match last = list("soon").first(s, clause.from(), clause.to());
    boolean isLine = last != null && last.value().equals("last line");
    boolean isException =
        last != null
            && list("exceptions").isIn(s, clause.from(), last.from())
            && list("agreed").isIn(s, clause.from(), last.from());
    if (last != null
        && !isException
        && !isLine
        && !negation.isNegated(s, clause, last.from())
        && !isDone(s, last)) {
      return Judgement.of(SaidStance.FINAL_SOON, last.from(), 75);
    }
    for (Phrases.Match match : list("soon-verbs").in(s, clause.from(), clause.to())) {
      if ((Negation.isAhead(s, clause, match.from()) || said.equals("expect"))
          && !negation.isNegated(s, clause, match.from())
          && hasTime(s, clause)) {
        return Judgement.of(SaidStance.FINAL_SOON, match.from(), 70);
      }
    }
    int near = near(s, clause);
    return near < 0 ? planned(s, clause) : Judgement.of(SaidStance.FINAL_SOON, near, 70);
  }

  /// "An agreement on fees is very close", "is within reach": where its nearness is told; -1 if it
  /// is not.
  private int near(Sentence s, TokenRange clause) {
    for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
      int subject = s.get(i).lemma().equals("be") ? s.tree().child(i, "nsubj") : -1;
      int at = i + 1;
      while (at + 1 < clause.to() && s.get(at).isTagged("ADV") && !isNear(s, at, clause.to())) {
        at++;
      }
      if (subject >= clause.from()
          && list("reached").has(s.get(subject))
          && isNear(s, at, clause.to())
          && !negation.isAnywhere(s, new TokenRange(clause.from(), at))) {
        return at;
      }
    }
    return -1;
  }

  private boolean isNear(Sentence s, int at, int until) {
    return list("near").at(s, at, until).isPresent();
  }

  /// "A signing is planned for Friday": an act that settles, as a noun, with a time.
  private Optional<Judgement> planned(Sentence s, TokenRange clause) {
    for (Phrases.Match match : list("soon-nouns").in(s, clause.from(), clause.to())) {
      boolean isOne = s.get(match.from()).isTagged("NOUN", "PROPN");
      boolean isPlanned =
          list("plans").isIn(s, clause.from(), clause.to())
              || Negation.isAhead(s, clause, clause.to() - 1);
      if (isOne && isPlanned && hasTime(s, clause) && !negation.isAnywhere(s, clause)) {
        return Judgement.of(SaidStance.FINAL_SOON, match.from(), 60);
      }
    }
    return Optional.empty();
  }

  /// Whether completeness is qualified: "almost", "but for two articles".
  boolean isHedged(Sentence s, TokenRange clause, int key) {
    return list("mostly").in(s, clause.from(), clause.to()).stream()
        .filter(each -> !Negation.isPrecededBy(s, each.from(), "how") && !isSuperlative(s, each))
        .anyMatch(each -> each.from() < key || each.from() - key < 5);
  }

  /// "The most contentious issue": a degree of the issue, not of completeness.
  static boolean isSuperlative(Sentence s, Phrases.Match hedge) {
    return hedge.to() - hedge.from() == 1
        && s.get(hedge.from()).is("most")
        && hedge.to() < s.size()
        && s.get(hedge.to()).isTagged("ADJ", "ADV");
  }

  /// "Finalised" is completed, "being finalised" is not.
  private static boolean isDone(Sentence s, Phrases.Match match) {
    Token token = s.get(match.from());
    if (token.lemma().equals("be") && match.to() - match.from() > 1) {
      return !token.lower().matches("be|being");
    }
    if (match.to() - match.from() > 1 || !token.lower().endsWith("ed")) {
      return false;
    }
    return true;
  }

  /// "One day", "some day": no time, unlike "within one day".
  private static boolean isSomeDay(Sentence s, int token) {
    return s.get(token).is("day")
        && Negation.isPrecededBy(s, token, "one", "some")
        && !Negation.isPrecededBy(s, token - 1, "within", "in", "than");
  }

  /// Whether anything in a clause says when.
  boolean hasTime(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      Token token = s.get(i);
      String word = token.lower();
      boolean isNamed =
          lexicon.get("dates.weekdays").hasWord(word)
              || (token.isCapital() && lexicon.get("dates.months").hasWord(word))
              || (word.matches("(hour|day|week|month|year)s?")
                  && !Negation.isPrecededBy(s, i, "past", "last")
                  && !isSomeDay(s, i));
      if (isNamed
          || word.equals("soon")
          || word.equals("tomorrow")
          || word.equals("before")
          || word.equals("shortly")
          || word.matches("\\d{1,2}(st|nd|rd|th)")
          || word.equals("today")
          || word.equals("tonight")
          || word.equals("o'clock")
          || word.equals("midnight")
          || word.equals("by")) {
        return true;
      }
    }
    return false;
  }
}
