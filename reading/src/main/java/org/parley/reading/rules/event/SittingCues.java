package org.parley.reading.rules.event;

import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Predicate;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.syntax.Tree;

/// Finds meetings without a verb of meeting: a numbered or lasting session, words to a body that
/// sits, talks by telephone, delegations that resume.
final class SittingCues {

  private static final String ORDINALS =
      "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth";

  private final Phrases occasions;
  private final Phrases processes;
  private final Phrases audiences;
  private final Phrases telling;
  private final Phrases resuming;
  private final Phrases wires;
  private final Phrases numbers;
  private final Agents agents;

  SittingCues(Lexicon lexicon) {
    occasions = lexicon.get("meetings.nouns");
    processes = lexicon.get("meetings.processes");
    audiences = lexicon.get("meetings.audiences");
    telling = lexicon.get("meetings.telling");
    resuming = lexicon.get("meetings.resuming");
    wires = lexicon.get("meetings.wires");
    numbers = lexicon.get("share.numbers");
    agents = new Agents(lexicon);
  }

  /// Whether a noun is a session with a number or a length: "the fifth round", "nine hours of
  /// talks", "a seven-hour meeting".
  boolean isSession(Sentence s, int noun) {
    if (!s.get(noun).isTagged("NOUN") || s.tree().isLabelled(noun, "nn", "amod")) {
      return false;
    }
    int over = s.tree().isLabelled(noun, "pobj") ? s.tree().head(noun) : -1;
    if (over >= 0 && s.get(over).is("for")) {
      return false;
    }
    boolean isOccasion = occasions.at(s, noun, noun + 1).isPresent();
    return (isOccasion && isNumbered(s, noun))
        || (processes.has(s.get(noun)) && isLasting(s, noun));
  }

  private static boolean isNumbered(Sentence s, int noun) {
    for (int each : s.tree().children(noun)) {
      String word = s.get(each).lower();
      if (each < noun && (word.matches(ORDINALS) || word.matches(".+-(?:hour|day|minute)"))) {
        return true;
      }
    }
    return false;
  }

  private boolean isLasting(Sentence s, int noun) {
    int of = s.tree().isLabelled(noun, "pobj") ? s.tree().head(noun) : -1;
    int whole = of < 0 || !s.get(of).is("of") ? -1 : s.tree().head(of);
    return whole > 0
        && s.get(whole).lower().matches("(?:hour|day|night|week|round)s?")
        && (isCounted(s, whole - 1) || isNumbered(s, whole));
  }

  private boolean isCounted(Sentence s, int token) {
    return s.get(token).isTagged("NUM") || numbers.has(s.get(token));
  }

  /// "Told the cabinet on Monday", "will report to the council": words to a body that sits.
  boolean isBefore(Sentence s, TokenRange clause, int verb, MeetingCues.Around around) {
    if (!around.isDated() || telling.at(s, verb, clause.to()).isEmpty()) {
      return false;
    }
    Tree tree = s.tree();
    boolean isLaid = s.get(verb).lemma().equals("lay");
    int to = tree.child(verb, "dobj") >= 0 && !isLaid ? -1 : tree.child(verb, "prep");
    int body = to < 0 ? tree.child(verb, "dobj") : tree.child(to, "pobj");
    boolean isPress = body > 0 && s.get(body - 1).lower().matches("press|news");
    return body > verb
        && !isPress
        && audiences.has(s.get(body))
        && agents.isOne(s, Speakers.nearestSubject(s, verb));
  }

  /// "Spoke to Berg by telephone", "talk again by video link".
  boolean isByWire(Sentence s, TokenRange clause, int token, MeetingCues.Around around) {
    if (wires.at(s, token, clause.to()).isEmpty()) {
      return false;
    }
    int verb = Predicate.verbOf(s, token);
    int with = verb < 0 ? -1 : s.tree().child(verb, "dobj");
    boolean isSeveral =
        around.who().size() > 1
            || (verb >= 0
                && s.tree().tag(Math.max(0, Speakers.nearestSubject(s, verb))).equals("NNS"));
    return verb >= 0
        && isSeveral
        && !Mood.of(s, verb).isDenied()
        && !Mood.of(s, verb).isDoubtful()
        && (with < 0 || !s.get(with).lower().matches("reporters|journalists"));
  }

  /// "The delegations resume on Tuesday": those who negotiate, on a day to come.
  boolean isResumed(Sentence s, TokenRange clause, int verb, MeetingCues.Around around) {
    int subject = Speakers.nearestSubject(s, verb);
    return resuming.at(s, verb, clause.to()).isPresent()
        && around.isDated()
        && around.isAhead().test(verb)
        && s.tree().child(verb, "dobj") < 0
        && subject >= 0
        && (agents.isOne(s, subject)
            || processes.has(s.get(subject))
            || occasions.at(s, subject, subject + 1).isPresent());
  }

  /// "Has summoned the ministers to Oslo for Monday".
  boolean isSummons(Sentence s, TokenRange clause, int verb, MeetingCues.Around around) {
    int whom = s.tree().child(verb, "dobj");
    return s.get(verb).lemma().matches("summon|invite|convoke|recall")
        && whom > verb
        && whom < clause.to()
        && agents.isOne(s, whom)
        && around.isDated();
  }
}
