package org.parley.reading.rules.stance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.syntax.Tree;

/// Derives the stance of a clause from its main verb: its class, and whether it is denied, demanded
/// or in the future.
final class Predicates {

  private static final int MAX_CARRIERS = 4;

  /// Verbs with things as subjects as well as agents.
  private static final String NEEDING = "need|require|request|suggest|support|claim|table|prevent";

  private final Lexicon lexicon;
  private final Agents agents;
  private final Outlooks outlooks;
  private final Appraisals appraisals;

  Predicates(Lexicon lexicon, Outlooks outlooks) {
    this.lexicon = lexicon;
    this.outlooks = outlooks;
    agents = new Agents(lexicon);
    appraisals = new Appraisals(lexicon, outlooks, agents);
  }

  private Phrases list(String name) {
    return lexicon.get("predicates." + name);
  }

  /// The stance of the main verb.
  ///
  /// @param said the verb of saying, if known
  Optional<Judgement> of(Sentence s, TokenRange clause, String said) {
    boolean isClause = Grammar.hasFinite(s, clause.from(), clause.to());
    if (list("naming").hasWord(said) && !(isClause && said.matches("declare|find|see|judge"))) {
      Optional<Judgement> named = appraisals.named(s);
      if (named.isPresent()) {
        return named;
      }
    }
    for (int i = clause.from(); i < clause.to(); i++) {
      boolean isOrder = s.tree().tag(i).equals("VB") && s.tree().child(i, "nsubj", "aux") < 0;
      boolean isOwn = s.tree().head(i) < 0 && s.tree().isVerb(i) && !isOrder;
      int verb = isOwn ? behindTopic(s, clause, i) : i;
      Optional<Judgement> found = isOwn ? of(s, clause, verb, said) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Grammar.hasFinite(s, 0, s.size()) ? Optional.empty() : appraisals.fragment(s);
  }

  /// "How many there must be has been settled": an embedded question is the subject, and its verb
  /// not the main one.
  private static int behindTopic(Sentence s, TokenRange clause, int verb) {
    Tree tree = s.tree();
    String first = s.get(tree.under(verb).getFirst()).lower();
    for (int i = verb + 1; i < clause.to(); i++) {
      boolean isJoined = tree.head(i) == verb && tree.isLabelled(i, "conj");
      boolean isNext = tree.head(i) < 0 || (isJoined && tree.child(i, "aux", "auxpass") >= 0);
      if (tree.isVerb(i)
          && isNext
          && first.matches("how|what|who|whether|where|when|which")
          && tree.child(verb, "cc") < 0) {
        return i;
      }
    }
    return verb;
  }

  private Optional<Judgement> of(Sentence s, TokenRange clause, int first, String said) {
    int verb = first;
    Mood mood = Mood.of(s, verb);
    for (int steps = 0; steps < MAX_CARRIERS; steps++) {
      Optional<Judgement> found = judge(s, clause, first, verb, mood);
      if (found.isPresent()) {
        return found;
      }
      Optional<Phrases.Match> carrier = list("carriers").at(s, verb, clause.to());
      int next = carried(s, verb);
      if (next < 0 || (carrier.isEmpty() && !s.get(verb).lemma().equals("be"))) {
        break;
      }
      mood = Mood.of(s, next).behind(mood, carrier.map(Phrases.Match::value).orElse("need"));
      verb = next;
    }
    return said.isEmpty() ? Optional.empty() : byMood(s, first, verb, mood);
  }

  /// For verbs in no list: readiness is acceptance, necessity is a wish.
  private Optional<Judgement> byMood(Sentence s, int first, int verb, Mood mood) {
    boolean isWords = lexicon.get("stance.neutral-verbs").has(s.get(verb));
    boolean isSomebody = agents.isOne(s, Speakers.subjectOf(s, first));
    if (mood.isDenied() && mood.isAble() && isSomebody && !isWords && !mood.isPassive()) {
      return Judgement.of(SaidStance.REJECTED, verb, 50);
    }
    boolean isInner = list("inner").has(s.get(verb));
    if ((isWords && !mood.isDemanded()) || isInner || mood.isDenied() || mood.isDoubtful()) {
      return Optional.empty();
    }
    if (mood.isReady() && isSomebody) {
      return Judgement.of(SaidStance.AGREED, verb, 50);
    }
    return mood.isDemanded() && !mood.isPerfect()
        ? Judgement.of(SaidStance.PREFERS, verb, 50)
        : Optional.empty();
  }

  /// The verb after "to" that belongs to a verb or to the adjective that completes it.
  private static int carried(Sentence s, int verb) {
    Tree tree = s.tree();
    int inner = tree.child(verb, "xcomp");
    int adjective = tree.child(verb, "acomp");
    return inner >= 0 || adjective < 0 ? inner : tree.child(adjective, "xcomp");
  }

  /// "Demanded that the tariffs be scrapped": whatever is to be done, it is wished.
  Optional<Judgement> asked(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      boolean isAsking = s.tree().head(i) < 0 && s.tree().isVerb(i) && is(s, "asks", i);
      int wished = isAsking ? s.tree().child(i, "ccomp", "xcomp") : -1;
      boolean isOrder = wished > i && s.tree().isVerb(wished) && isBare(s, wished);
      Mood mood = Mood.of(s, i);
      if (isOrder && !mood.isDenied() && !mood.isPassive() && !isOfWords(s, i)) {
        return found(SaidStance.PREFERS, wished);
      }
    }
    return Optional.empty();
  }

  /// "That it be scrapped", "to scrap it", "that it should be scrapped".
  private static boolean isBare(Sentence s, int verb) {
    int helper = s.tree().child(verb, "auxpass", "aux");
    boolean isPlain = s.tree().tag(verb).equals("VB");
    return (isPlain && (helper < 0 || s.get(helper).lower().matches("to|should")))
        || (helper >= 0 && s.get(helper).is("be"));
  }

  /// "It will reopen when the embargo ends", "no funds will flow until they report".
  private Optional<Judgement> bound(Sentence s, int verb, Mood mood) {
    boolean isOpen = mood.isAhead() || mood.isReady() || mood.isAble() || mood.isDemanded();
    for (int i = verb + 1; isOpen && i + 1 < s.size(); i++) {
      Optional<Phrases.Match> match = list("bounds").at(s, i, s.size());
      if (match.isPresent() && match.get().to() < s.size()) {
        return depending(s, new TokenRange(0, s.size()), verb, match.get().to());
      }
    }
    for (int each : isOpen ? s.tree().children(verb) : List.<Integer>of()) {
      int mark = s.tree().isLabelled(each, "advcl") ? s.tree().child(each, "mark", "advmod") : -1;
      String word = mark < 0 ? "" : s.get(mark).lower();
      boolean isTimed = word.matches("before|until|without") && mood.isDenied();
      boolean isAsked = mark >= 0 && s.get(each).lower().matches("asked|pressed|speaking|told");
      if ((isTimed || word.matches("when|once|if|unless|after|provided")) && !isAsked) {
        String words =
            s.tree().under(each).stream()
                .filter(i -> i != mark)
                .map(i -> s.get(i).text())
                .collect(Collectors.joining(" "));
        return Optional.of(new Judgement(SaidStance.CONDITIONAL, null, words, verb, 60));
      }
    }
    return Optional.empty();
  }

  private Optional<Judgement> judge(Sentence s, TokenRange clause, int first, int verb, Mood mood) {
    Optional<Judgement> bound = bound(s, verb, mood);
    if (bound.isPresent()) {
      return bound;
    }
    if (is(s, "answer", verb)) {
      return mood.isDenied() ? found(SaidStance.OPEN, verb) : Optional.empty();
    }
    if (mood.isPassive() && s.get(verb).lemma().equals("leave")) {
      return found(mood.isDenied() ? SaidStance.AGREED : SaidStance.OPEN, verb);
    }
    int subject = Speakers.subjectOf(s, first);
    boolean isIt = subject >= 0 && s.get(subject).is("it") && !s.get(verb).lemma().matches(NEEDING);
    boolean isActing = !mood.isPassive() && (subject < 0 || isIt || agents.isOne(s, subject));
    if (isActing && is(s, "deny", verb)) {
      return mood.isDenied() ? Optional.empty() : found(SaidStance.DENIED_REPORT, verb);
    }
    boolean isPast = mood.isPerfect() || s.tree().tag(verb).equals("VBD");
    if (isActing && isPast && isNever(s, verb) && is(s, "commit", verb)) {
      return found(SaidStance.DENIED_REPORT, verb);
    }
    if (is(s, "depend", verb)) {
      return mood.isDenied() ? Optional.empty() : depending(s, clause, verb, after(s, verb));
    }
    if (isActing && is(s, "refuse", verb)) {
      return isOfWords(s, verb)
          ? Optional.empty()
          : refused(verb, isOwnDenial(s, verb) ? mood.affirmed() : mood)
              .map(each -> at(s, each, "refuse", verb));
    }
    int inner = s.tree().child(verb, "xcomp");
    boolean isProcedure =
        inner >= 0 && (is(s, "talk", inner) || is(s, "ponder", inner) || is(s, "unsettle", inner));
    if (isProcedure
        && !mood.isDenied()
        && s.get(verb).lemma().matches("agree|undertake|decide|resolve")) {
      return Optional.empty();
    }
    if (isActing && is(s, "accept", verb)) {
      return accepted(s, verb, mood)
          .map(each -> hedged(s, clause, each))
          .map(each -> at(s, each, "accept", verb));
    }
    if ((isActing || mood.isPassive()) && is(s, "ponder", verb)) {
      boolean isSo = !mood.isDenied() && !mood.isDemanded();
      return isSo ? found(SaidStance.OPEN, verb) : Optional.empty();
    }
    if (mood.isDemanded() && !mood.isDenied() && !isActing && is(s, "hurdles", verb)) {
      return s.get(first).is("ought") || isAdvised(s, verb)
          ? found(SaidStance.PREFERS, verb)
          : depending(s, clause, verb, verb + 1);
    }
    Optional<Judgement> paper = paper(s, clause, verb, mood);
    if (paper.isPresent()) {
      return paper;
    }
    if (is(s, "talk", verb)) {
      boolean isLeft = mood.isDenied() || mood.isGoingOn() || mood.isAhead() || mood.isDemanded();
      return isLeft ? found(SaidStance.OPEN, verb) : Optional.empty();
    }
    if (s.get(verb).lemma().equals("remain")) {
      Optional<Judgement> kept = appraisals.of(s, clause, verb, mood);
      if (kept.isPresent()) {
        return kept;
      }
    }
    if (is(s, "unsettle", verb)) {
      return found(mood.isDenied() ? SaidStance.AGREED : SaidStance.OPEN, verb);
    }
    if (mood.isPassive() && is(s, "made", verb)) {
      boolean isOpen = mood.isDenied() || mood.isAhead() || mood.isDoubtful();
      return isOpen || mood.isAble() ? Optional.empty() : settled(s, clause, verb, mood);
    }
    if (is(s, "settle", verb)) {
      return settled(s, clause, verb, mood);
    }
    boolean isWish = is(s, "wish", verb) && !mood.isOver() && !isAsked(s, verb);
    if (isActing && isWish && !isOfWords(s, verb)) {
      return found(mood.isDenied() ? SaidStance.REJECTED : SaidStance.PREFERS, verb);
    }
    return appraisals.of(s, clause, verb, mood);
  }

  /// "Ought to be put to a vote": what is wished, where "must be" tells what it takes.
  private static boolean isAdvised(Sentence s, int verb) {
    return s.tree().children(verb).stream()
        .anyMatch(each -> s.get(each).lower().matches("should|ought"));
  }

  /// "One of them, asked on the way out, said": being asked is not a wish.
  static boolean isAsked(Sentence s, int verb) {
    return s.get(verb).lower().matches("asked|pressed")
        && s.tree().child(verb, "dobj", "ccomp", "xcomp") < 0
        && verb + 1 < s.size()
        && s.get(verb + 1).lower().matches("on|in|at|about|whether|if|during|after|outside|by");
  }

  /// "Declined to comment", "asked not to be named": refusals and wishes about words only.
  private boolean isOfWords(Sentence s, int verb) {
    int inner = s.tree().child(verb, "xcomp");
    int object = s.tree().child(verb, "dobj");
    boolean isView =
        object > verb
            && lexicon.get("saying.views").has(s.get(object))
            && !lexicon.get("documents.matters").has(s.get(object))
            && s.tree().child(object, "prep") < 0
            && s.tree().child(object, "det") >= 0
            && s.get(s.tree().child(object, "det")).lower().matches("an?");
    boolean isSaying =
        inner >= 0
            && lexicon.get("stance.neutral-verbs").has(s.get(inner))
            && s.tree().child(inner, "dobj", "ccomp", "xcomp", "acomp") < 0
            && !s.get(inner).lemma().equals("be");
    return isView || isSaying;
  }

  /// "Have never offered", "promised nobody anything".
  private static boolean isNever(Sentence s, int verb) {
    for (int each : s.tree().children(verb)) {
      if (s.get(each).lower().matches("never|nobody|nothing")) {
        return true;
      }
    }
    return false;
  }

  /// "Have none of it": the denial is a word of the phrase.
  private boolean isOwnDenial(Sentence s, int verb) {
    int end = list("refuse").at(s, verb, s.size()).map(Phrases.Match::to).orElse(verb);
    for (int i = verb; i < end; i++) {
      if (s.get(i).lower().matches("no|none|nothing|not")) {
        return true;
      }
    }
    return false;
  }

  /// The subject follows the last word of a phrase: "put their names to it".
  private Judgement at(Sentence s, Judgement judged, String name, int verb) {
    int last = list(name).at(s, verb, s.size()).map(each -> each.to() - 1).orElse(verb);
    return new Judgement(
        judged.stance(), judged.share(), judged.condition(), last, judged.confidence());
  }

  private boolean is(Sentence s, String name, int verb) {
    return list(name).at(s, verb, s.size()).isPresent();
  }

  static Optional<Judgement> found(SaidStance stance, int verb) {
    return Judgement.of(stance, verb, 75);
  }

  private static Optional<Judgement> refused(int verb, Mood mood) {
    if (mood.isDemanded() || mood.isDoubtful()) {
      return Optional.empty();
    }
    SaidStance denied = mood.isPerfect() ? SaidStance.OPEN : SaidStance.AGREED;
    return found(mood.isDenied() ? denied : SaidStance.REJECTED, verb);
  }

  private static Optional<Judgement> accepted(Sentence s, int verb, Mood mood) {
    boolean isTogether = s.get(verb).lemma().equals("agree");
    if (mood.isDenied()) {
      boolean isOpen = mood.isPerfect() || isTogether;
      return found(isOpen ? SaidStance.OPEN : SaidStance.REJECTED, verb);
    }
    if (mood.isDemanded()) {
      return found(SaidStance.PREFERS, verb);
    }
    return found(mood.isDoubtful() ? SaidStance.OPEN : SaidStance.AGREED, verb);
  }

  /// "Accepted it in principle".
  private Judgement hedged(Sentence s, TokenRange clause, Judgement judged) {
    boolean isSo =
        judged.stance() == SaidStance.AGREED
            && (lexicon.get("stance.partly-adverbs").isIn(s, clause.from(), clause.to())
                || lexicon.get("stance.exceptions").isIn(s, clause.from(), clause.to()));
    return isSo
        ? new Judgement(SaidStance.MOSTLY_AGREED, null, null, judged.key(), judged.confidence())
        : judged;
  }

  private Optional<Judgement> settled(Sentence s, TokenRange clause, int verb, Mood mood) {
    if (mood.isDenied() && mood.isAhead() && isNever(s, verb)) {
      return found(SaidStance.REJECTED, verb);
    }
    if (mood.isDenied() || mood.isDemanded() || mood.isGoingOn()) {
      return found(SaidStance.OPEN, verb);
    }
    if (mood.isAhead()) {
      return outlooks.hasTime(s, clause) ? found(SaidStance.FINAL_SOON, verb) : Optional.empty();
    }
    boolean isDone =
        mood.isPassive() || mood.isPerfect() || !s.tree().tag(verb).matches("VBP?|VBG");
    return isDone && !mood.isDoubtful() && !mood.isAble()
        ? found(
            outlooks.isHedged(s, clause, verb) ? SaidStance.MOSTLY_AGREED : SaidStance.AGREED, verb)
        : Optional.empty();
  }

  private Optional<Judgement> paper(Sentence s, TokenRange clause, int verb, Mood mood) {
    boolean isPaper =
        is(s, "get", verb)
            && (lexicon.get("documents.papers").isIn(s, clause.from(), clause.to())
                || lexicon.get("stance.awaited").isIn(s, clause.from(), clause.to()));
    if (!isPaper || mood.isAhead() || mood.isDemanded() || mood.isDoubtful() || mood.isAble()) {
      return Optional.empty();
    }
    return found(mood.isDenied() ? SaidStance.NOT_RECEIVED : SaidStance.RECEIVED, verb);
  }

  private int after(Sentence s, int verb) {
    return list("depend").at(s, verb, s.size()).map(Phrases.Match::to).orElse(verb + 1);
  }

  /// The condition of a thing: the complement of the verb and its preposition.
  private static Optional<Judgement> depending(Sentence s, TokenRange clause, int verb, int from) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < clause.to(); i++) {
      words.append(i > from && !s.get(i).lower().matches("[,.']|'s") ? " " : "");
      words.append(s.get(i).text());
    }
    return Optional.of(
        new Judgement(SaidStance.CONDITIONAL, null, words.toString().strip(), verb, 60));
  }
}
