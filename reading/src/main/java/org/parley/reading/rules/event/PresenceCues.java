package org.parley.reading.rules.event;

import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.syntax.Tree;

/// Finds meetings by who is where and when: delegations that stay, ministers who spend days in a
/// place, a mediator who goes between them.
final class PresenceCues {

  private final Phrases teams;
  private final Phrases sitting;
  private final Phrases offices;
  private final Phrases presence;
  private final Phrases agenda;
  private final Phrases parting;
  private final Phrases hours;

  PresenceCues(Lexicon lexicon) {
    teams = lexicon.get("meetings.teams");
    sitting = lexicon.get("meetings.sitting");
    offices = lexicon.get("people.offices");
    presence = lexicon.get("meetings.presence");
    agenda = lexicon.get("meetings.agenda");
    parting = lexicon.get("meetings.parting");
    hours = lexicon.get("meetings.hours");
  }

  /// Whether a verb tells that those who negotiate are somewhere together.
  boolean isOne(Sentence s, TokenRange clause, int verb, MeetingCues.Around around) {
    int subject = Speakers.nearestSubject(s, verb);
    if ((around.isDated() && isShuttling(s, verb)) || isTravelling(s, verb, around)) {
      return subject >= 0;
    }
    if (subject < 0 || !isThem(s, subject) || isPassive(s, verb)) {
      return false;
    }
    boolean isPlaced = around.place() != null || isToPlace(s, verb);
    boolean isTimed = around.isDated() || hours.isIn(s, clause.from(), clause.to());
    int object = s.tree().child(verb, "dobj", "ccomp", "xcomp");
    boolean isAlone = object < 0 || object < verb;
    return (isAlone && isPlaced && isTimed && presence.at(s, verb, clause.to()).isPresent())
        || (isPlaced && isSpent(s, verb))
        || (around.isDated()
            && isPlaced
            && agenda.at(s, verb, clause.to()).isPresent()
            && !Mood.of(s, verb).isDenied())
        || (around.isDated() && isAlone && parting.at(s, verb, clause.to()).isPresent());
  }

  /// "Has been shuttling between the two delegations".
  private static boolean isShuttling(Sentence s, int verb) {
    return s.get(verb).lemma().equals("shuttle")
        && s.tree().children(verb).stream().anyMatch(i -> s.get(i).is("between"));
  }

  /// "Flies to Ankara on 20 May": a place to go to, on a day ahead.
  private static boolean isTravelling(Sentence s, int verb, MeetingCues.Around around) {
    return s.get(verb).lemma().matches("fly|travel")
        && around.isDated()
        && around.isAhead().test(verb)
        && isToPlace(s, verb);
  }

  private static boolean isToPlace(Sentence s, int verb) {
    Tree tree = s.tree();
    return tree.children(verb).stream()
        .filter(i -> i > verb && s.get(i).lower().matches("to|at|near|outside|in"))
        .mapToInt(i -> tree.child(i, "pobj"))
        .anyMatch(i -> i >= 0 && (s.get(i).isTagged("PROPN") || tree.child(i, "det") >= 0));
  }

  /// "Spent the weekend", "spent Monday and Tuesday".
  private static boolean isSpent(Sentence s, int verb) {
    int time = s.tree().child(verb, "dobj");
    return s.get(verb).lemma().equals("spend")
        && time > verb
        && s.get(time)
            .lower()
            .matches(
                "(?:hour|day|night|weekend|week|fortnight|evening|morning|afternoon)s?|.+day|much"
                    + "|most");
  }

  /// Those who negotiate: delegations, ministers, several people.
  private boolean isThem(Sentence s, int subject) {
    boolean isPlural = s.tree().tag(subject).equals("NNS");
    return teams.has(s.get(subject))
        || sitting.has(s.get(subject))
        || (offices.has(s.get(subject)) && (isPlural || s.tree().child(subject, "conj") >= 0));
  }

  private static boolean isPassive(Sentence s, int verb) {
    return s.tree().child(verb, "auxpass") >= 0;
  }
}
