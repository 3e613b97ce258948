package org.parley.reading.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Judges what a clause says of the state of something, by the words it uses.
final class Stances {

  private final Lexicon lexicon;
  private final Phrases negators;
  private final Shares shares;

  Stances(Lexicon lexicon) {
    this.lexicon = lexicon;
    negators = lexicon.get("stance.negators");
    shares = new Shares(lexicon);
  }

  private Phrases list(String name) {
    return lexicon.get("stance." + name);
  }

  /// What a clause says; empty where it says nothing of the state of anything.
  ///
  /// @param said the verb it is said with, where that is known
  Optional<Judgement> of(Sentence s, Range clause, String said) {
    Optional<Judgement> found = denied(s, clause, said);
    found = found.isPresent() ? found : received(s, clause);
    found = found.isPresent() || !said.equals("expect") ? found : soon(s, clause, said);
    found = found.isPresent() ? found : share(s, clause);
    found = found.isPresent() ? found : plainlyOpen(s, clause);
    found = found.isPresent() ? found : conditional(s, clause);
    found = found.isPresent() ? found : soon(s, clause, said);
    found = found.isPresent() ? found : rejected(s, clause);
    found = found.isPresent() ? found : openOrAgreed(s, clause);
    return found.isPresent() ? found : prefers(s, clause);
  }

  private static Optional<Judgement> judged(SaidStance stance, int key, int confidence) {
    return Optional.of(new Judgement(stance, null, null, key, confidence));
  }

  /// Whether a denial stands before a token, within its clause.
  boolean isNegated(Sentence s, Range clause, int index) {
    for (int i = index - 1; i >= Math.max(clause.from(), index - 7); i--) {
      Token token = s.get(i);
      if (token.is(",") || token.is("but") || token.is(";")) {
        return false;
      }
      Optional<Phrases.Match> match = negators.at(s, i, index + 1);
      if (match.isPresent() && !isOnly(s, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnly(Sentence s, int index) {
    return index + 1 < s.size()
        && s.get(index).is("not")
        && (s.get(index + 1).is("only") || s.get(index + 1).is("just"));
  }

  private static Phrases.@Nullable Match first(Phrases list, Sentence s, Range clause) {
    List<Phrases.Match> all = list.in(s, clause.from(), clause.to());
    return all.isEmpty() ? null : all.getFirst();
  }

  // each stance

  private Optional<Judgement> denied(Sentence s, Range clause, String said) {
    boolean isReport = list("reports").isIn(s, clause.from(), clause.to());
    Phrases.Match denied = first(list("denied"), s, clause);
    if (said.equals("deny") || (said.equals("dismiss") && isReport)) {
      return judged(SaidStance.DENIED_REPORT, clause.from(), 80);
    }
    if (denied != null
        && (isReport || list("denied-alone").at(s, denied.from(), clause.to()).isPresent())
        && !isNegated(s, clause, denied.from())) {
      return judged(SaidStance.DENIED_REPORT, denied.from(), 75);
    }
    Phrases.Match dismissed = first(list("rejected"), s, clause);
    if (dismissed != null
        && isReport
        && s.get(dismissed.from()).isTagged("VERB")
        && followedByReport(s, dismissed.to(), clause.to())) {
      return judged(SaidStance.DENIED_REPORT, dismissed.from(), 70);
    }
    return Optional.empty();
  }

  private boolean followedByReport(Sentence s, int from, int to) {
    return list("reports").isIn(s, from, Math.min(to, from + 4));
  }

  private Optional<Judgement> received(Sentence s, Range clause) {
    for (Phrases.Match match : list("received-when-negated").in(s, clause.from(), clause.to())) {
      boolean isPaper = lexicon.get("documents.papers").isIn(s, match.to(), clause.to());
      if (isPaper && isNegated(s, clause, match.from())) {
        return judged(SaidStance.NOT_RECEIVED, match.from(), 70);
      }
    }
    for (Phrases.Match match : list("received").in(s, clause.from(), clause.to())) {
      if (!s.get(match.from()).isTagged("VERB") && !s.get(match.from()).lower().equals("in")) {
        continue;
      }
      Token verb = s.get(match.from());
      boolean isOther = verb.lemma().equals("get") && verb.lower().endsWith("ing");
      if (isOther) {
        continue;
      }
      boolean isPaper =
          lexicon.get("documents.papers").isIn(s, clause.from(), clause.to())
              || list("awaited").isIn(s, clause.from(), clause.to());
      if (isPaper && !isAhead(s, clause, match.from())) {
        boolean isNot = isNegated(s, clause, match.from());
        return judged(
            isNot ? SaidStance.NOT_RECEIVED : SaidStance.RECEIVED, match.from(), isNot ? 80 : 65);
      }
    }
    return Optional.empty();
  }

  private Optional<Judgement> share(Sentence s, Range clause) {
    List<Shares.Found> found = shares.in(s, clause.from(), clause.to());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Shares.Found first = found.getFirst();
    boolean isSettled = list("agreed").isIn(s, clause.from(), clause.to());
    boolean isOpen = false;
    for (Phrases.Match each : list("open").in(s, clause.from(), clause.to())) {
      isOpen |= !isNegated(s, clause, each.from());
    }
    if (isOpen && !isSettled) {
      return judged(SaidStance.OPEN, first.from(), 70);
    }
    boolean isBare = clause.size() < 14 || isSettled;
    if (!isBare) {
      return Optional.empty();
    }
    SaidStance stance = first.tenths() >= 1000 ? SaidStance.AGREED : SaidStance.SHARE;
    return Optional.of(
        new Judgement(stance, first.words(), null, first.from(), isSettled ? 90 : 70));
  }

  /// Open in so many words: "would have to be taken up by".
  private Optional<Judgement> plainlyOpen(Sentence s, Range clause) {
    for (Phrases.Match match : list("open").in(s, clause.from(), clause.to())) {
      if (match.to() - match.from() >= 3 && !isNegated(s, clause, match.from())) {
        return judged(SaidStance.OPEN, match.from(), 75);
      }
    }
    return Optional.empty();
  }

  private Optional<Judgement> conditional(Sentence s, Range clause) {
    for (Phrases.Match match : list("conditional").in(s, clause.from(), clause.to())) {
      boolean needsDenial =
          list("conditional-with-negation").hasWord(s.get(match.from()).lower())
              && match.to() - match.from() == 1;
      boolean isConcession =
          s.get(match.from()).is("if")
              && (!Grammar.hasFinite(s, match.to(), clause.to())
                  || isPrecededBy(s, match.from(), "as", "even", "what"));
      boolean isAtOnce =
          s.get(match.from()).is("once")
              && (isPrecededBy(s, match.from(), "at", "than")
                  || !Grammar.hasFinite(s, match.to(), clause.to()));
      boolean isOften = s.get(match.from()).is("if") && isEmbedded(s, clause, match);
      if (isConcession || isAtOnce || isOften || (needsDenial && !hasDenial(s, clause))) {
        continue;
      }
      boolean isNoun = match.value().contains("condition");
      if (!isAgreementWord(s, isNoun ? clause : consequence(clause, match))) {
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

  /// The part of a clause that depends on the condition.
  private static Range consequence(Range clause, Phrases.Match match) {
    return match.from() - clause.from() < 3 ? clause : new Range(clause.from(), match.from());
  }

  /// Whether a condition is a part of what is spoken of, and the state of it is told after it.
  private boolean isEmbedded(Sentence s, Range clause, Phrases.Match match) {
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

  /// The tokens of the condition; told in the words of the text by whoever has the text.
  private static String condition(Sentence s, Range clause, Phrases.Match match) {
    StringBuilder words = new StringBuilder();
    int from = match.to() < clause.to() ? match.to() : match.from();
    int last = -1;
    for (int i = from; i < clause.to(); i++) {
      Token token = s.get(i);
      if (last >= 0 && token.span().start() > last) {
        words.append(' ');
      }
      words.append(token.text());
      last = token.span().end();
    }
    return words.toString().strip();
  }

  private boolean isAgreementWord(Sentence s, Range clause) {
    return list("agreed").isIn(s, clause.from(), clause.to())
        || list("soon-verbs").isIn(s, clause.from(), clause.to())
        || lexicon.get("documents.papers").isIn(s, clause.from(), clause.to())
        || lexicon.get("documents.matters").isIn(s, clause.from(), clause.to());
  }

  private boolean hasDenial(Sentence s, Range clause) {
    return negators.in(s, clause.from(), clause.to()).stream()
        .anyMatch(each -> !s.get(each.from()).is("without"));
  }

  private static boolean isPrecededBy(Sentence s, int index, String... words) {
    for (String each : words) {
      if (index > 0 && s.get(index - 1).is(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAhead(Sentence s, Range clause, int index) {
    for (int i = Math.max(clause.from(), index - 6); i < index; i++) {
      String word = s.get(i).lower();
      if (word.equals("will")
          || word.equals("would")
          || word.equals("'ll")
          || word.equals("shall")
          || word.equals("could")
          || word.equals("can")
          || word.equals("should")
          || word.equals("may")
          || (word.equals("to")
              && i > 0
              && (s.get(i - 1).lemma().equals("be")
                  || s.get(i - 1).lemma().equals("expect")
                  || s.get(i - 1).lemma().equals("due")
                  || s.get(i - 1).lemma().equals("set")
                  || s.get(i - 1).lemma().equals("hope")))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Judgement> soon(Sentence s, Range clause, String said) {
    Phrases.Match last = first(list("soon"), s, clause);
    boolean isLine = last != null && last.value().equals("last line");
    boolean isException =
        last != null
            && list("exceptions").isIn(s, clause.from(), last.from())
            && list("agreed").isIn(s, clause.from(), last.from());
    if (last != null
        && !isException
        && !isLine
        && !isNegated(s, clause, last.from())
        && !isDone(s, clause, last)) {
      return judged(SaidStance.FINAL_SOON, last.from(), 75);
    }
    for (Phrases.Match match : list("soon-verbs").in(s, clause.from(), clause.to())) {
      if ((isAhead(s, clause, match.from()) || said.equals("expect"))
          && !isNegated(s, clause, match.from())
          && hasTime(s, clause)) {
        return judged(SaidStance.FINAL_SOON, match.from(), 70);
      }
    }
    return Optional.empty();
  }

  /// "Finalised" tells of what is done, "being finalised" of what is not.
  private static boolean isDone(Sentence s, Range clause, Phrases.Match match) {
    Token token = s.get(match.from());
    if (match.to() - match.from() > 1 || !token.lower().endsWith("ed")) {
      return false;
    }
    for (int i = Math.max(clause.from(), match.from() - 3); i < match.from(); i++) {
      if (s.get(i).is("being") || s.get(i).is("be")) {
        return false;
      }
    }
    return true;
  }

  private boolean hasTime(Sentence s, Range clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      Token token = s.get(i);
      String word = token.lower();
      boolean isNamed =
          lexicon.get("dates.weekdays").hasWord(word)
              || (token.isCapital() && lexicon.get("dates.months").hasWord(word))
              || (word.matches("(hour|day|week|month|year)s?")
                  && !isPrecededBy(s, i, "past", "last"));
      if (isNamed
          || word.equals("soon")
          || word.equals("tomorrow")
          || word.equals("before")
          || word.equals("shortly")
          || word.matches("\\d{1,2}(st|nd|rd|th)")
          || word.equals("today")
          || word.equals("by")) {
        return true;
      }
    }
    return false;
  }

  private Optional<Judgement> rejected(Sentence s, Range clause) {
    for (Phrases.Match match : list("rejected-when-negated").in(s, clause.from(), clause.to())) {
      boolean isRefusal = isNegated(s, clause, match.from()) && hasWill(s, clause, match.from());
      if (isRefusal) {
        return judged(SaidStance.REJECTED, match.from(), 75);
      }
    }
    for (Phrases.Match match : list("rejected").in(s, clause.from(), clause.to())) {
      boolean isNever = match.value().equals("never");
      if (isNever
          || isNegated(s, clause, match.from())
          || (s.get(match.from()).isTagged("NOUN") && match.to() - match.from() == 1)) {
        continue;
      }
      return judged(SaidStance.REJECTED, match.from(), 75);
    }
    return Optional.empty();
  }

  private static boolean hasWill(Sentence s, Range clause, int index) {
    for (int i = Math.max(clause.from(), index - 6); i <= index; i++) {
      switch (s.get(i).lower()) {
        case "will",
            "would",
            "could",
            "can",
            "cannot",
            "never",
            "won",
            "'ll",
            "shall",
            "unable",
            "ca",
            "wo",
            "is",
            "are",
            "was",
            "were",
            "to" -> {
          return true;
        }
        default -> {
          // another word
        }
      }
    }
    return false;
  }

  private Optional<Judgement> openOrAgreed(Sentence s, Range clause) {
    Phrases.Match agreed = null;
    for (Phrases.Match match : list("agreed").in(s, clause.from(), clause.to())) {
      if (isStateWord(s, clause, match)) {
        agreed = match;
        break;
      }
    }
    for (Phrases.Match match : list("open-when-negated").in(s, clause.from(), clause.to())) {
      boolean isNeither = clause.from() < clause.to() && s.get(clause.from()).is("neither");
      if (isNeither || isNegated(s, clause, match.from())) {
        return judged(SaidStance.OPEN, match.from(), 65);
      }
    }
    Phrases.Match partly = first(list("partly"), s, clause);
    if (agreed == null && partly != null && !isNegated(s, clause, partly.from())) {
      return judged(SaidStance.MOSTLY_AGREED, partly.from(), 55);
    }
    Phrases.Match open = null;
    for (Phrases.Match match : list("open").in(s, clause.from(), clause.to())) {
      if (isOpenWord(s, clause, match)) {
        open = match;
        break;
      }
    }
    if (open != null
        && agreed != null
        && agreed.from() < open.from()
        && isRelative(s, agreed.to(), open.from())) {
      open = null;
    }
    if (open != null && !isNegated(s, clause, open.from())) {
      boolean isSettledDifference =
          agreed != null
              && agreed.from() > open.from()
              && s.get(open.from()).isTagged("NOUN")
              && !isNegated(s, clause, agreed.from());
      if (!isSettledDifference) {
        return judged(SaidStance.OPEN, open.from(), 75);
      }
    }
    if (open != null
        && agreed == null
        && s.get(open.from()).isTagged("NOUN", "ADJ", "ADP")
        && !isNegatedWish(s, clause)) {
      return judged(SaidStance.AGREED, open.from(), 60);
    }
    if (agreed == null) {
      return Optional.empty();
    }
    if (isNegated(s, clause, agreed.from())) {
      return judged(SaidStance.OPEN, agreed.from(), 75);
    }
    if (isAhead(s, clause, agreed.from())) {
      return Optional.empty();
    }
    boolean isHedged = false;
    for (Phrases.Match hedge : list("mostly").in(s, clause.from(), clause.to())) {
      isHedged |= hedge.from() < agreed.from() || hedge.from() - agreed.to() < 4;
    }
    return judged(isHedged ? SaidStance.MOSTLY_AGREED : SaidStance.AGREED, agreed.from(), 75);
  }

  private static boolean isRelative(Sentence s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.get(i).is("that") || s.get(i).is("which")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNegatedWish(Sentence s, Range clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (s.get(i).is("would") || s.get(i).is("could")) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word of agreement is the state that is told, not a part of a name: "a good
  /// agreement", "the agreed text".
  private boolean isStateWord(Sentence s, Range clause, Phrases.Match match) {
    Token token = s.get(match.from());
    if (match.to() - match.from() > 1) {
      return true;
    }
    boolean isWilling =
        token.is("ready") && match.to() + 1 < clause.to() && s.get(match.to()).is("to");
    if (isWilling) {
      return s.get(match.to() + 1).lemma().equals("sign");
    }
    boolean isBeforeNoun =
        match.to() < clause.to() && s.get(match.to()).isTagged("NOUN") && !token.isTagged("VERB");
    if (token.isTagged("ADV", "NOUN") && !token.is("done") && !token.is("consensus")) {
      return token.lower().equals("settled")
          || token.lower().equals("ready")
          || token.lower().equals("agreed");
    }
    boolean isInfinitive =
        match.from() > 0 && s.get(match.from() - 1).is("to") && !isNegated(s, clause, match.from());
    boolean isParticiple = token.lower().endsWith("ing");
    return !isBeforeNoun
        && !isInfinitive
        && !isParticiple
        && !(token.lower().equals("close") || token.lower().equals("sign"));
  }

  private boolean isOpenWord(Sentence s, Range clause, Phrases.Match match) {
    for (int i = Math.max(clause.from(), match.from() - 4); i < match.from(); i++) {
      if (s.get(i).is("whatever") || (s.get(i).is("what") && i > clause.from())) {
        return false;
      }
    }
    if (match.to() - match.from() > 1) {
      return true;
    }
    Token token = s.get(match.from());
    if (token.isTagged("NOUN")) {
      return Grammar.hasFinite(s, clause.from(), clause.to());
    }
    if (token.is("open") || token.is("missing") || token.is("outstanding")) {
      return token.isTagged("ADJ", "ADV", "VERB")
          && !(match.to() < clause.to()
              && s.get(match.to()).isTagged("NOUN")
              && !hasBe(s, clause, match.from()));
    }
    if (token.lemma().equals("discuss") || token.lemma().equals("negotiate")) {
      return (token.lower().endsWith("ed") && isPrecededBy(s, match.from(), "being", "be", "still"))
          || (token.lower().endsWith("ing") && hasStill(s, clause));
    }
    return true;
  }

  private static boolean hasStill(Sentence s, Range clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (s.get(i).is("still")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasBe(Sentence s, Range clause, int index) {
    for (int i = Math.max(clause.from(), index - 4); i < index; i++) {
      if (s.get(i).lemma().equals("be") || s.get(i).lemma().equals("remain")) {
        return true;
      }
    }
    return false;
  }

  private Optional<Judgement> prefers(Sentence s, Range clause) {
    for (Phrases.Match match : list("prefers").in(s, clause.from(), clause.to())) {
      Token token = s.get(match.from());
      boolean isVerb =
          token.isTagged("VERB", "AUX") || match.to() - match.from() > 1 || token.is("should");
      boolean isInfinitive = match.from() > 0 && s.get(match.from() - 1).is("to");
      if (isVerb && !isInfinitive && !isNegated(s, clause, match.from())) {
        return judged(SaidStance.PREFERS, match.from(), 55);
      }
    }
    return Optional.empty();
  }
}
