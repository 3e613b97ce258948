package org.parley.reading.rules.subject;

import java.util.List;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.PhraseBounds;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.syntax.Tree;

/// Finds the subject of a clause as a noun phrase: the object or subject of its verb, or the
/// complement of "on" and "over".
public final class Subjects {

  private static final String[] ABOUT = {
    "on", "over", "about", "to", "with", "for", "of", "against"
  };

  private final Phrases matters;
  private final Phrases documents;
  private final Phrases measures;
  private final Phrases groups;
  private final Phrases states;
  private final Phrases idle;
  private final Phrases open;
  private final Phrases agreed;
  private final Phrases reports;
  private final Agents agents;

  public Subjects(Lexicon lexicon) {
    reports = lexicon.get("stance.reports");
    open = lexicon.get("stance.nouns-open");
    agreed = lexicon.get("stance.nouns-agreed");
    idle = lexicon.get("documents.no-matters");
    agents = new Agents(lexicon);
    matters = lexicon.get("documents.matters");
    documents = lexicon.get("documents.documents");
    measures = lexicon.get("topics.measures");
    groups = lexicon.get("topics.groups");
    states = lexicon.get("topics.states");
  }

  /// The tokens of the subject; empty if the clause names none.
  public TokenRange of(Sentence s, TokenRange clause, Judgement judgement) {
    int key = Math.min(Math.max(judgement.key(), clause.from()), clause.to() - 1);
    TokenRange report = judgement.stance() == SaidStance.DENIED_REPORT ? report(s, clause) : clause;
    if (report.size() < clause.size()) {
      return report;
    }
    TokenRange topic = topic(s, clause);
    if (!topic.isEmpty() && !isMeasure(s, topic)) {
      return topic;
    }
    TokenRange what = afterWhat(s, clause);
    if (!what.isEmpty()) {
      return what;
    }
    int noun = noun(s, key, judgement);
    if (noun < 0) {
      return anything(s, clause);
    }
    int thing =
        isActor(s, noun) && judgement.share() == null ? thingBeside(s, clause, noun, key) : -1;
    return withoutThat(s, within(s, thing >= 0 ? thing : noun));
  }

  /// "He said that chapter five was agreed": a numbered thing has no article, so "that" is none.
  private static TokenRange withoutThat(Sentence s, TokenRange about) {
    boolean isNumbered =
        about.size() > 2
            && s.get(about.from()).is("that")
            && s.get(about.to() - 1).isTagged("NUM")
            && s.get(about.to() - 2).isTagged("NOUN", "PROPN");
    return isNumbered ? new TokenRange(about.from() + 1, about.to()) : about;
  }

  /// "No objections", "its final polish": a state without its subject.
  public boolean isBareState(Sentence s, TokenRange about) {
    if (about.isEmpty()) {
      return false;
    }
    int noun = headOf(s, about);
    boolean isLone =
        noun == about.to() - 1
            && about.size() <= 3
            && s.get(about.from()).lower().matches("no|its|their|little|few");
    return isLone && (states.has(s.get(noun)) || open.has(s.get(noun)) || agreed.has(s.get(noun)));
  }

  /// Whether a phrase ends with a word for a state, "different positions", and names no matter.
  boolean isState(Sentence s, TokenRange about) {
    int noun = headOf(s, about);
    return states.has(s.get(noun)) && object(s, noun, ABOUT) < 0 && !documents.has(s.get(noun));
  }

  private static int headOf(Sentence s, TokenRange about) {
    int noun = about.to() - 1;
    for (int i = about.to() - 1; i >= about.from(); i--) {
      int head = s.tree().head(i);
      noun = head < about.from() || head >= about.to() ? i : noun;
    }
    return noun;
  }

  /// The content of "reports that"; the whole clause if there are none.
  private TokenRange report(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i + 2 < clause.to(); i++) {
      boolean isThat = reports.has(s.get(i)) && s.get(i + 1).is("that");
      for (int each : isThat ? s.tree().children(i) : List.<Integer>of()) {
        if (each > i + 1 && s.tree().isVerb(each)) {
          List<Integer> below = s.tree().under(each);
          int end = i + 2;
          while (end < clause.to() && below.contains(end)) {
            end++;
          }
          return end > i + 3 ? new TokenRange(i + 2, end) : clause;
        }
      }
    }
    return clause;
  }

  /// Whether a phrase denotes only an agent, "both sides", "his delegation", not a thing.
  public boolean isActor(Sentence s, TokenRange about) {
    if (about.isEmpty()) {
      return false;
    }
    return isActor(s, headOf(s, about));
  }

  private boolean isActor(Sentence s, int noun) {
    boolean isPerson = s.get(noun).isTagged("PRON") && agents.isOne(s, noun);
    boolean isGroup = agents.isOne(s, noun) || s.get(noun).is("two");
    int head = s.tree().head(noun);
    boolean isWanted =
        s.tree().isLabelled(noun, "pobj")
            && head >= 0
            && s.get(head).lower().matches("for|on|over|about|of");
    boolean isThing =
        isWanted
            || documents.has(s.get(noun))
            || matters.has(s.get(noun))
            || s.tree().isLabelled(noun, "dobj", "attr");
    return isPerson || (isGroup && !isThing);
  }

  /// The matter of an agent's act: the object of the verb or of its complement, else of a
  /// preposition; -1 if there is none.
  private int thingBeside(Sentence s, TokenRange clause, int actor, int key) {
    int best = -1;
    int rank = 0;
    boolean isSubject = !s.tree().isLabelled(actor, "pobj");
    for (int i = clause.from(); i < clause.to(); i++) {
      boolean isOwn = i == actor || (isSubject && s.tree().isUnder(i, actor));
      boolean isNoun = s.get(i).isTagged("NOUN", "PROPN") && !isOwn && i != key;
      int own = isNoun && !isActor(s, i) && !isEmpty(s, i) ? rank(s, i) : 0;
      if (own > rank) {
        best = i;
        rank = own;
      }
    }
    return best;
  }

  /// Whether a noun names nothing that could be negotiated: a time, a measure, "something".
  private boolean isEmpty(Sentence s, int noun) {
    return isTime(s, noun)
        || measures.has(s.get(noun))
        || idle.has(s.get(noun))
        || s.get(noun).lower().matches("(some|any|every|no)(thing|body|one)");
  }

  private int rank(Sentence s, int noun) {
    Tree tree = s.tree();
    boolean isKnown = documents.has(s.get(noun)) || matters.has(s.get(noun));
    int head = tree.head(noun);
    boolean isAbout =
        tree.isLabelled(noun, "pobj") && head >= 0 && List.of(ABOUT).contains(s.get(head).lower());
    boolean isOf = isAbout && s.get(head).is("of");
    boolean isObject = tree.isLabelled(noun, "dobj", "nsubj", "nsubjpass");
    return (isKnown ? 4 : 0) + (isObject ? 3 : isOf ? 1 : isAbout ? 2 : 0);
  }

  /// The noun, or its complement in "three quarters of the text" and "agreement on fees".
  private TokenRange within(Sentence s, int noun) {
    int at = noun;
    for (int steps = 0; steps < 4; steps++) {
      boolean isMeasure =
          (measures.has(s.get(at)) && !isNamedPart(s, at)) || s.get(at).isTagged("NUM");
      boolean isState = states.has(s.get(at));
      int inner = isMeasure ? object(s, at, "of") : isState ? object(s, at, ABOUT) : -1;
      inner = inner < 0 && isState ? besideVerb(s, at) : inner;
      if (inner < 0 || (isState && !isMeasure && isActor(s, inner))) {
        break;
      }
      at = inner;
    }
    return PhraseBounds.of(s, at);
  }

  /// "Agreement was reached on fees": the matter that the parse hangs on the verb.
  private int besideVerb(Sentence s, int state) {
    int verb = s.tree().isLabelled(state, "nsubjpass", "dobj") ? s.tree().head(state) : -1;
    int matter = verb < 0 ? -1 : object(s, verb, "on", "over", "about");
    return matter > state && !isActor(s, matter) ? matter : -1;
  }

  /// "The military part of the accord": a part by its matter, and no measure of the whole.
  private boolean isNamedPart(Sentence s, int noun) {
    return s.tree().children(noun).stream()
        .anyMatch(each -> each < noun && groups.has(s.get(each)));
  }

  private boolean isMeasure(Sentence s, TokenRange range) {
    for (int i = range.from(); i < range.to(); i++) {
      if (!s.get(i).isTagged("DET", "ADJ", "NUM", "ADP") && !measures.has(s.get(i))) {
        return false;
      }
    }
    return true;
  }

  private int noun(Sentence s, int key, Judgement judgement) {
    Tree tree = s.tree();
    int after = s.get(key).isTagged("ADP") ? tree.child(key, "pobj") : -1;
    boolean isCondition = judgement.stance() == SaidStance.CONDITIONAL;
    boolean isOfVerb =
        !isCondition && after >= 0 && tree.head(key) >= 0 && !isCopula(s, tree.head(key));
    if (isOfVerb) {
      return after;
    }
    int verb = tree.isLabelled(key, "aux", "auxpass") ? tree.head(key) : key;
    verb = verb < 0 ? key : verb;
    while (tree.head(verb) >= 0 && !tree.isVerb(verb)) {
      verb = tree.head(verb);
    }
    while (isCondition && tree.isLabelled(verb, "advcl") && tree.head(verb) >= 0) {
      verb = tree.head(verb);
    }
    boolean isWish =
        judgement.stance() == SaidStance.PREFERS || judgement.stance() == SaidStance.REJECTED;
    int keyObject = s.get(key).isTagged("NOUN") && key != verb ? object(s, key, ABOUT) : -1;
    if (keyObject >= 0) {
      return keyObject;
    }
    int expletive = tree.child(verb, "expl");
    if (expletive >= 0) {
      int there = tree.child(verb, "attr", "nsubj", "dobj");
      int inner = there < 0 ? -1 : object(s, there, ABOUT);
      inner = inner < 0 ? object(s, verb, ABOUT) : inner;
      return inner >= 0 ? inner : there;
    }
    boolean isActive =
        tree.isVerb(verb)
            && tree.child(verb, "auxpass") < 0
            && !s.get(verb).lemma().equals("be")
            && !s.get(verb).isTagged("AUX");
    boolean isParticiple = tree.tag(verb).equals("VBN") && tree.child(verb, "aux") < 0;
    if (judgement.stance() == SaidStance.CONDITIONAL || judgement.share() != null) {
      int subject = subject(s, verb);
      int object = tree.child(verb, "dobj");
      boolean isPerson = subject >= 0 && s.get(subject).isTagged("PRON", "PROPN");
      if (subject >= 0 && (!isPerson || object < 0)) {
        return subject;
      }
      return object >= 0 ? object : subject;
    }
    if (isActive && !isParticiple) {
      int object = objectOf(s, verb);
      if (object >= 0 && !(isSomebody(s, object) && subject(s, verb) >= 0)) {
        return object;
      }
    }
    int subject = subject(s, verb);
    if (isWish && subject >= 0 && key > verb) {
      int object = objectOf(s, verb);
      return object >= 0 ? object : subject;
    }
    boolean isPerson = subject >= 0 && s.get(subject).isTagged("PRON", "PROPN") && key != verb;
    int felt = isPerson ? object(s, key, ABOUT) : -1;
    felt = isPerson && felt < 0 ? object(s, verb, ABOUT) : felt;
    if (felt >= 0) {
      return felt;
    }
    return subject >= 0 ? subject : objectOf(s, verb);
  }

  private static boolean isSomebody(Sentence s, int token) {
    return s.get(token).lower().matches("me|us|him|her|them|everybody|everyone|anybody|nobody");
  }

  private static boolean isCopula(Sentence s, int verb) {
    return s.get(verb).lemma().matches("be|remain|seem|look|appear|stay|stand");
  }

  /// The object of a verb: its own, that of the verb after "to", or that of its preposition.
  private static int objectOf(Sentence s, int verb) {
    Tree tree = s.tree();
    int object = tree.child(verb, "dobj");
    if (object >= 0) {
      int inner = object(s, object, "on", "over", "about");
      return inner >= 0 && s.get(object).isTagged("NOUN") && isLight(s, verb) ? inner : object;
    }
    int inner = tree.child(verb, "xcomp");
    if (inner >= 0) {
      int deep = objectOf(s, inner);
      if (deep >= 0) {
        return deep;
      }
      return Speakers.subjectOf(s, inner);
    }
    int clause = tree.child(verb, "ccomp");
    if (clause >= 0) {
      int subject = Speakers.subjectOf(s, clause);
      return subject >= 0 ? subject : clause;
    }
    return object(s, verb, ABOUT);
  }

  private static boolean isLight(Sentence s, int verb) {
    return switch (s.get(verb).lemma()) {
      case "have", "reach", "find", "make", "give", "strike", "take", "state", "express", "show" ->
          true;
      default -> false;
    };
  }

  private int subject(Sentence s, int verb) {
    int at = verb;
    for (int steps = 0; steps < 6 && at >= 0; steps++) {
      int subject = Speakers.subjectOf(s, at);
      boolean isBare = subject >= 0 && measures.has(s.get(subject)) && object(s, subject, "of") < 0;
      if (isBare && firstNoun(s, subject) >= 0) {
        return firstNoun(s, subject);
      }
      if (subject >= 0) {
        return subject;
      }
      at = s.tree().head(at);
    }
    return firstNoun(s, verb);
  }

  private static int firstNoun(Sentence s, int verb) {
    for (int i = 0; i < verb; i++) {
      boolean isHead = !s.tree().isLabelled(i, "compound", "poss", "amod", "det");
      if (s.get(i).isTagged("NOUN", "PROPN", "PRON") && isHead) {
        return i;
      }
    }
    return -1;
  }

  /// The noun after one of these prepositions of a word; -1 if there is none.
  private static int object(Sentence s, int word, String... prepositions) {
    Tree tree = s.tree();
    for (String wanted : prepositions) {
      for (int each : tree.children(word)) {
        if (each > word && s.get(each).is(wanted) && tree.isLabelled(each, "prep")) {
          int noun = tree.child(each, "pobj");
          if (noun >= 0 && !isTime(s, noun)) {
            return noun;
          }
          int inner = noun >= 0 ? object(s, noun, "of") : -1;
          if (inner >= 0) {
            return inner;
          }
        }
      }
    }
    return -1;
  }

  private static boolean isTime(Sentence s, int noun) {
    String word = s.get(noun).lower();
    return (word.endsWith("day") && s.get(noun).isCapital())
        || word.matches("(hour|day|week|month|year|time|morning|evening)s?")
        || word.matches("\\d{4}");
  }

  /// "What is missing is the annex": the complement of the second verb.
  private static TokenRange afterWhat(Sentence s, TokenRange clause) {
    int first =
        s.get(clause.from()).is("what") ? Grammar.firstFinite(s, clause.from(), clause.to()) : -1;
    for (int i = first + 1; first >= 0 && i < clause.to(); i++) {
      if (s.get(i).isTagged("AUX") && s.get(i).lemma().equals("be") && i + 1 < clause.to()) {
        int noun = i + 1;
        while (noun + 1 < clause.to() && s.get(noun).isTagged("DET", "ADJ", "ADV")) {
          noun++;
        }
        return PhraseBounds.of(s, noun);
      }
    }
    return new TokenRange(clause.from(), clause.from());
  }

  /// "On territory the positions differ": a fronted topic.
  public static TokenRange topic(Sentence s, TokenRange clause) {
    int from = clause.from();
    boolean isTopic =
        from + 1 < clause.to()
            && switch (s.get(from).lower()) {
              case "on", "of", "over", "as", "about", "regarding", "concerning" -> true;
              default -> false;
            };
    int word = from;
    if (isTopic && s.get(from).is("as")) {
      isTopic = s.get(from + 1).lower().matches("for|to|regards");
      word = from + 1;
    }
    int noun = isTopic ? s.tree().child(word, "pobj") : -1;
    if (noun < 0 && isTopic && word > from) {
      noun = s.tree().child(from, "pobj");
    }
    if (noun < 0 || isTime(s, noun) || s.tree().isVerb(from)) {
      return new TokenRange(from, from);
    }
    return PhraseBounds.of(s, noun);
  }

  /// The first negotiable thing in a sentence; empty if there is none.
  public TokenRange thing(Sentence s) {
    return anything(s, new TokenRange(0, s.size()));
  }

  private TokenRange anything(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (documents.has(s.get(i)) || matters.has(s.get(i))) {
        return PhraseBounds.of(s, i);
      }
    }
    return new TokenRange(clause.from(), clause.from());
  }

  /// Whether a phrase is a pronoun alone.
  public static boolean isPronoun(Sentence s, TokenRange about) {
    return about.size() == 1 && s.get(about.from()).isTagged("PRON", "DET");
  }
}
