package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.Coreference;
import org.parley.reading.rules.clause.Factuality;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.syntax.Tree;

/// Finds the utterances of a sentence: a verb with a speaker as its subject and a clause or a
/// quotation as its content.
public final class Utterances {

  /// The longest distance of an object complement from its verb.
  private static final int MAX_NAMED = 12;

  /// The longest distance of "of" from its verb.
  private static final int MAX_MENTIONED = 5;

  private final Speakers speakers;
  private final Turns turns;
  private final Insertions insertions;
  private final Phrases verbs;
  private final Phrases weak;
  private final Phrases human;
  private final Phrases naming;
  private final Phrases silent;
  private final Phrases unsaid;
  private final Phrases mentioning;
  private final Views views;
  private final Framings framings;
  private final Factuality factuality;

  public Utterances(Lexicon lexicon, Coreference people) {
    speakers = new Speakers(people);
    turns = new Turns(lexicon, people);
    insertions = new Insertions(lexicon, people);
    verbs = lexicon.get("saying.verbs");
    weak = lexicon.get("saying.weak");
    human = lexicon.get("saying.human");
    naming = lexicon.get("saying.naming");
    silent = lexicon.get("saying.silent");
    unsaid = lexicon.get("saying.unsaid");
    mentioning = lexicon.get("saying.mentioning");
    views = new Views(lexicon, people);
    framings = new Framings(lexicon, people);
    factuality = new Factuality(lexicon);
  }

  /// The utterances of a sentence, from left to right.
  public List<Utterance> in(Sentence s) {
    Optional<Utterance> turn = turns.in(s);
    if (turn.isPresent()) {
      return List.of(turn.get());
    }
    Optional<Utterance> framed = framings.in(s);
    if (framed.isPresent()) {
      return List.of(framed.get());
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < s.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(each -> depth(s.tree(), each)));
    List<Integer> cues = new ArrayList<>(order.stream().filter(each -> isCue(s, each)).toList());
    List<Utterance> found = new ArrayList<>();
    while (!cues.isEmpty()) {
      List<Integer> outer =
          cues.stream()
              .filter(each -> cues.stream().noneMatch(other -> isWithin(s, each, other)))
              .sorted()
              .toList();
      cues.removeAll(outer);
      for (int each : outer) {
        boolean isTold = found.stream().anyMatch(u -> u.content().contains(each));
        if (!isTold) {
          utterance(s, each).ifPresent(found::add);
        }
      }
    }
    found.sort(Comparator.comparingInt(Utterance::verb));
    return insertions.completed(s, found);
  }

  private Optional<Utterance> utterance(Sentence s, int token) {
    return views.isOne(s, token) ? views.in(s, token) : spoken(s, token);
  }

  private boolean isCue(Sentence s, int token) {
    return views.isOne(s, token) || isSpoken(s, token);
  }

  /// Whether a verb is in the content of another.
  private static boolean isWithin(Sentence s, int verb, int other) {
    int clause = clauseOf(s, other);
    return verb != other && clause >= 0 && s.tree().isUnder(verb, clause);
  }

  private static int depth(Tree tree, int token) {
    int depth = 0;
    for (int at = tree.head(token); at >= 0 && depth <= tree.size(); at = tree.head(at)) {
      depth++;
    }
    return depth;
  }

  /// Whether a verb is a verb of saying.
  private boolean isSpoken(Sentence s, int verb) {
    Token token = s.get(verb);
    boolean isVerb =
        token.isTagged("VERB") && !token.isQuoted() && !(verb > 0 && s.get(verb - 1).is("nor"));
    boolean isNobody = (isPassive(s, verb) && agentOf(s, verb) < 0) || Grammar.isPossible(s, verb);
    boolean isOthers = Grammar.isHearsay(s, verb) || Grammar.isWhatever(s, verb);
    if (!isVerb || isNobody || isOthers || isUnsaid(s, verb)) {
      return false;
    }
    boolean isKnown = verbs.at(s, verb, s.size()).isPresent();
    boolean hasClause = clauseOf(s, verb) >= 0;
    boolean isSpeech =
        isNaming(s, verb)
            || isStrong(s, verb)
            || (isKnown && (hasClause || hasQuote(s, verb) || isInserted(s, verb)))
            || (hasClause && !silent.has(token) && !Mood.of(s, verb).isAhead());
    boolean isCalled = isNaming(s, verb) && hasQuote(s, verb);
    isSpeech |= mentioned(s, verb) >= 0;
    return isSpeech && (hasClause || isCalled || !isInfinitive(s, verb));
  }

  /// The words of a sentence that tell what somebody did not say, with those that tell so: "Berg
  /// never said that". A conjoined verb stays: "and rejected the map".
  public Set<Integer> unsaid(Sentence s) {
    Set<Integer> all = new TreeSet<>();
    for (int i = 0; i < s.size(); i++) {
      if (!s.get(i).isQuoted() && isUnsaid(s, i)) {
        all.add(i);
        for (int each : s.tree().children(i)) {
          if (!s.tree().isLabelled(each, "conj", "cc")) {
            all.addAll(s.tree().under(each));
          }
        }
      }
    }
    return all;
  }

  /// "Spoke on Sunday of a consensus": where the thing spoken of begins; -1 for another verb.
  private int mentioned(Sentence s, int verb) {
    boolean isOne = mentioning.has(s.get(verb)) && s.tree().child(verb, "dobj", "ccomp") < 0;
    for (int i = verb + 1; isOne && i + 1 < Math.min(s.size(), verb + MAX_MENTIONED); i++) {
      if (s.get(i).is("of")) {
        return i + 1;
      }
    }
    return -1;
  }

  private boolean isUnsaid(Sentence s, int verb) {
    return unsaid.has(s.get(verb))
        && clauseOf(s, verb) >= 0
        && (Mood.of(s, verb).isDenied() || factuality.isStillToSay(s, verb));
  }

  private boolean isNaming(Sentence s, int verb) {
    return naming.has(s.get(verb)) && namesSomething(s, verb);
  }

  private boolean isStrong(Sentence s, int verb) {
    return verbs.at(s, verb, s.size()).isPresent() && weak.at(s, verb, s.size()).isEmpty();
  }

  /// Whether only people perform a verb, "said", "conceded": a document "says", but never "said".
  private boolean isHuman(Sentence s, int verb) {
    return human.at(s, verb, s.size()).isPresent()
        && (s.tree().tag(verb).matches("VBD|VBN") || !s.get(verb).lemma().equals("say"));
  }

  private Optional<Utterance> spoken(Sentence s, int verb) {
    int agent = agentOf(s, verb);
    Optional<Speakers.FoundSpeaker> who =
        agent >= 0 ? speakers.named(s, agent) : speakers.of(s, verb);
    who = who.isEmpty() && isHuman(s, verb) ? speakers.anybody(s, verb) : who;
    if (who.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> content =
        content(s, verb, who.get().words(), isNaming(s, verb), isStrong(s, verb));
    if (content.isEmpty()) {
      return Optional.empty();
    }
    int phrase = verbs.at(s, verb, s.size()).map(Phrases.Match::to).orElse(verb + 1);
    boolean isOwn = who.get().words().from() < verb ? true : who.get().words().from() - verb < 4;
    TokenRange words =
        isOwn
            ? new TokenRange(
                Math.min(verb, who.get().words().from()), Math.max(phrase, who.get().words().to()))
            : new TokenRange(verb, phrase);
    return Optional.of(new Utterance(words, verb, who.get().speakers(), content, false));
  }

  /// "Calls the formula settled", "describes it as closed", "puts the whole at a half".
  private static boolean namesSomething(Sentence s, int verb) {
    Tree tree = s.tree();
    int thing = tree.child(verb, "dobj");
    int on = tree.child(verb, "prep");
    boolean isAppeal = on >= 0 && s.get(verb).lemma().equals("call") && !s.get(on).is("as");
    boolean isBeside =
        tree.child(verb, "oprd", "ccomp", "acomp", "xcomp") >= 0
            && !(isAppeal && tree.child(verb, "xcomp") > on);
    return isBeside || ((thing >= 0 || isPassive(s, verb)) && isLike(s, verb));
  }

  /// "As settled", "at a half": an object complement.
  private static boolean isLike(Sentence s, int verb) {
    for (int i = verb + 1; i < Math.min(s.size(), verb + MAX_NAMED); i++) {
      if ((s.get(i).is("as") || s.get(i).is("at")) && s.tree().isUnder(i, verb)) {
        return true;
      }
    }
    return false;
  }

  /// "Was told by Berg that", "was quoted by": the agent of a passive; -1 if there is none.
  private static int agentOf(Sentence s, int verb) {
    int by = isPassive(s, verb) ? s.tree().child(verb, "agent") : -1;
    boolean isSaying = s.tree().child(verb, "ccomp", "xcomp") >= 0 || isLike(s, verb);
    return by >= 0 && isSaying ? s.tree().child(by, "pobj") : -1;
  }

  private static boolean isPassive(Sentence s, int verb) {
    return s.tree().child(verb, "auxpass") >= 0;
  }

  private static boolean isInfinitive(Sentence s, int verb) {
    int to = s.tree().child(verb, "aux");
    return to >= 0 && s.get(to).is("to");
  }

  /// The clause that is the content of a verb; -1 if there is none.
  static int clauseOf(Sentence s, int verb) {
    Tree tree = s.tree();
    for (int each : tree.children(verb)) {
      boolean isClause = tree.isLabelled(each, "ccomp");
      int mark = tree.child(each, "mark", "complm");
      boolean isQuestion =
          (mark >= 0 && (s.get(mark).is("whether") || s.get(mark).is("if")))
              || isAsked(s, tree.under(each).getFirst());
      if (isClause && !isQuestion) {
        return each;
      }
    }
    return -1;
  }

  private static boolean isAsked(Sentence s, int first) {
    return s.get(first).lower().matches("how|why|where|when|who|whom|whose");
  }

  /// "The map, she said, is settled": a verb between commas, or after one at the end.
  private static boolean isInserted(Sentence s, int verb) {
    Tree tree = s.tree();
    return tree.isLabelled(verb, "parataxis")
        || (tree.child(verb, "ccomp") >= 0 && tree.child(verb, "ccomp") < verb);
  }

  static boolean hasQuote(Sentence s, int verb) {
    for (int i = 0; i < s.size(); i++) {
      boolean isNear = s.tree().isUnder(i, verb) || Math.abs(i - verb) < 5 || isHow(s, verb);
      if (s.get(i).is("\"") && isNear) {
        return true;
      }
    }
    return false;
  }

  /// "'Far apart' was how Berg described it".
  private static boolean isHow(Sentence s, int verb) {
    int be = s.tree().head(verb);
    return be >= 0
        && s.tree().head(be) < 0
        && s.get(be).lemma().equals("be")
        && s.tree().children(verb).stream().anyMatch(each -> s.get(each).is("how"));
  }

  private List<Integer> content(
      Sentence s, int verb, TokenRange who, boolean isNaming, boolean isStrong) {
    Tree tree = s.tree();
    TreeSet<Integer> said = new TreeSet<>();
    int that = verbs.at(s, verb, s.size()).map(Phrases.Match::to).orElse(0);
    if (that > verb + 1 && that + 1 < s.size() && s.get(that).is("that")) {
      int end = that + 1;
      while (end < s.size() && !s.get(end).is(";")) {
        end++;
      }
      return trimmed(s, range(that + 1, end));
    }
    int mentioned = mentioned(s, verb);
    if (mentioned > 0) {
      int end = mentioned;
      while (end < s.size() && !s.get(end).lower().matches("[,;]")) {
        end++;
      }
      return trimmed(s, range(mentioned, end));
    }
    boolean hasClause = false;
    for (int each : tree.children(verb)) {
      boolean isClause =
          tree.isLabelled(each, "ccomp")
              && !(isNaming && each > verb)
              && !(hasClause && isAnother(s, each));
      hasClause |= isClause;
      boolean isLoose =
          tree.isLabelled(each, "parataxis", "dep") && tree.isVerb(each) && each > who.from();
      if (isClause || isLoose) {
        said.addAll(tree.under(each));
      }
      boolean isBefore = who.from() > 1 && s.get(who.from() - 1).is(",");
      boolean isCut = isClause && Speakers.subjectOf(s, each) < 0;
      if (isCut && isBefore && (each < who.from() || who.from() < verb)) {
        said.addAll(range(start(s, who.from()), who.from() - 1));
      }
    }
    for (int each : List.copyOf(said)) {
      if (tree.isLabelled(each, "conj", "advcl") && isAnother(s, each)) {
        tree.under(each).forEach(said::remove);
      }
    }
    if (isNaming) {
      tree.under(verb).stream().filter(i -> i > verb).forEach(said::add);
      int named = isPassive(s, verb) ? tree.child(verb, "nsubjpass") : -1;
      said.addAll(named < 0 ? List.of() : tree.under(named));
    }
    boolean isInsertion = tree.isLabelled(verb, "parataxis", "dep") && tree.head(verb) >= 0;
    if (isInsertion && said.isEmpty()) {
      said.addAll(tree.under(tree.head(verb)));
      tree.under(verb).forEach(said::remove);
    }
    int colon = colonAfter(s, Math.max(verb, who.to() - 1));
    if (colon > 0 && isStrong && said.stream().allMatch(i -> i < colon && i > verb)) {
      said.clear();
      said.addAll(range(colon + 1, s.size()));
    }
    said.addAll(quoted(s, verb, said));
    if (said.isEmpty()) {
      said.addAll(before(s, Math.min(verb, who.from())));
    }
    if (said.isEmpty() && isStrong) {
      said.addAll(after(s, Math.max(verb + 1, who.to())));
    }
    if (!said.isEmpty() && said.getLast() < Math.min(verb, who.from())) {
      said.addAll(range(said.getLast() + 1, Math.min(verb, who.from())));
    }
    for (int each : tree.children(verb)) {
      boolean isFurther =
          tree.isLabelled(each, "conj")
              && tree.isVerb(each)
              && (Speakers.subjectOf(s, each) >= 0 || tree.child(each, "expl") >= 0)
              && !isOther(s, each)
              && clauseOf(s, each) < 0;
      if (isFurther) {
        said.addAll(tree.under(each));
      }
    }
    for (int i = said.isEmpty() ? 0 : said.getFirst(); !said.isEmpty() && i < said.getLast(); i++) {
      if (s.get(i).isTagged("CCONJ", "PUNCT", "ADV", "PART") && tree.head(i) == verb) {
        said.add(i);
      }
    }
    int outlet = tree.child(verb, "nsubj");
    boolean isQuoting = outlet >= 0 && outlet < verb && who.from() > verb;
    said.removeIf(i -> i == verb || (who.from() <= i && i < who.to()));
    said.removeIf(i -> isQuoting && tree.isUnder(i, outlet));
    return trimmed(s, new ArrayList<>(said));
  }

  /// "Put it this way: they were nearly there".
  private static int colonAfter(Sentence s, int verb) {
    for (int i = verb + 1; i + 1 < s.size(); i++) {
      if (s.get(i).is(":")) {
        return Grammar.hasFinite(s, i + 1, s.size()) && !Grammar.hasFinite(s, verb + 1, i) ? i : -1;
      }
    }
    return -1;
  }

  /// Whether a conjoined clause has a second speaker.
  private boolean isAnother(Sentence s, int verb) {
    int subject = Speakers.subjectOf(s, verb);
    return subject >= 0 && s.get(subject).isTagged("PROPN", "NOUN") && isSpoken(s, verb);
  }

  /// Whether a clause after "and" has another subject.
  private boolean isOther(Sentence s, int verb) {
    return speakers.of(s, verb).isPresent();
  }

  /// The quotation that is the content of the verb.
  private static List<Integer> quoted(Sentence s, int verb, Set<Integer> said) {
    List<Integer> found = new ArrayList<>();
    boolean isLone =
        said.isEmpty() || said.stream().anyMatch(i -> s.get(i).isQuoted() || s.get(i).is("\""));
    for (int i = 0; i < s.size() && isLone; i++) {
      boolean isNear = s.tree().isUnder(i, verb) || s.tree().head(verb) < 0 || isHow(s, verb);
      if (s.get(i).isQuoted() && isNear && i != verb) {
        found.add(i);
      }
    }
    return found;
  }

  /// The words before speaker, verb and comma, if the parse misses them.
  private static List<Integer> before(Sentence s, int first) {
    boolean isAfter = first > 0 && (s.get(first - 1).is(",") || s.get(first - 1).is("\""));
    int from = start(s, first);
    boolean isRemark = s.get(from).lower().matches("no|not|first|never|nothing");
    return isAfter && (isRemark || Grammar.hasFinite(s, from, first))
        ? range(from, first)
        : List.of();
  }

  private static int start(Sentence s, int end) {
    int from = 0;
    for (int i = 0; i < end; i++) {
      from = s.get(i).is(";") ? i + 1 : from;
    }
    return from;
  }

  private static List<Integer> after(Sentence s, int from) {
    return Grammar.hasFinite(s, from, s.size()) ? range(from, s.size()) : List.of();
  }

  private static List<Integer> range(int from, int to) {
    List<Integer> found = new ArrayList<>();
    for (int i = from; i < to; i++) {
      found.add(i);
    }
    return found;
  }

  static List<Integer> trimmed(Sentence s, List<Integer> tokens) {
    while (!tokens.isEmpty() && isMark(s.get(tokens.getLast()))) {
      tokens.removeLast();
    }
    while (!tokens.isEmpty() && isMark(s.get(tokens.getFirst()))) {
      tokens.removeFirst();
    }
    return tokens;
  }

  private static boolean isMark(Token token) {
    return token.is(",")
        || token.is(".")
        || token.is(";")
        || token.is(":")
        || (token.is("that") && token.isTagged("SCONJ", "ADP"));
  }
}
