package org.parley.reading.rules.event;

import java.util.Set;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Predicate;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.syntax.Tree;

/// Finds meetings by words of contact: who talks with whom, who brings others together, who is
/// somewhere for talks.
final class EncounterCues {

  private static final Set<String> SPEAKING = Set.of("speak", "talk");
  private static final Set<String> STAYING =
      Set.of(
          "be",
          "travel",
          "fly",
          "come",
          "go",
          "arrive",
          "head",
          "gather",
          "return",
          "stay",
          "remain",
          "assemble",
          "converge");

  private final Phrases processes;
  private final Phrases occasions;
  private final Phrases offices;
  private final Phrases teams;
  private final Phrases pairs;
  private final Phrases hours;
  private final Phrases sitting;
  private final Phrases voting;
  private final Agents agents;
  private final PresenceCues presence;

  EncounterCues(Lexicon lexicon) {
    processes = lexicon.get("meetings.processes");
    occasions = lexicon.get("meetings.nouns");
    offices = lexicon.get("people.offices");
    teams = lexicon.get("meetings.teams");
    pairs = lexicon.get("people.pairs");
    hours = lexicon.get("meetings.hours");
    sitting = lexicon.get("meetings.sitting");
    voting = lexicon.get("meetings.voting");
    agents = new Agents(lexicon);
    presence = new PresenceCues(lexicon);
  }

  /// Whether a verb tells of a contact.
  boolean isContact(Sentence s, TokenRange clause, int verb, MeetingCues.Around around) {
    return isTalking(s, clause, verb, around)
        || isDiscussing(s, verb, around)
        || isBringing(s, verb, around)
        || isJoining(s, verb, around)
        || isReceivedBy(s, verb, around)
        || isBack(s, verb, around)
        || isMeeting(s, verb, around)
        || isAtWork(s, clause, verb, around)
        || isVoted(s, clause, verb, around)
        || isWithSomebody(s, verb, around)
        || isInvited(s, verb, around)
        || presence.isOne(s, clause, verb, around);
  }

  /// "Takes it up with the president in Oslo on Monday": with somebody, somewhere, on a day.
  private boolean isWithSomebody(Sentence s, int verb, MeetingCues.Around around) {
    Tree tree = s.tree();
    return around.isDated()
        && around.place() != null
        && agents.isOne(s, subject(s, verb))
        && tree.children(verb).stream()
            .filter(i -> i > verb && s.get(i).is("with"))
            .anyMatch(
                i -> tree.child(i, "pobj") >= 0 && isPerson(s, tree.child(i, "pobj"), around));
  }

  /// "All parties are invited to the palace on Friday", "wants both delegations back on Sunday".
  private boolean isInvited(Sentence s, int verb, MeetingCues.Around around) {
    Tree tree = s.tree();
    int whom = tree.child(verb, "nsubjpass");
    whom = whom < 0 ? tree.child(verb, "dobj") : whom;
    if (whom < 0 || !around.isDated()) {
      return false;
    }
    boolean isThem = agents.isOne(s, whom) || s.get(whom).isTagged("NUM");
    boolean isTo = tree.children(verb).stream().anyMatch(i -> s.get(i).lower().matches("to|for"));
    boolean isBack = tree.children(verb).stream().anyMatch(i -> s.get(i).is("back"));
    return isThem
        && ((s.get(verb).lemma().matches("invite|summon") && isTo)
            || (s.get(verb).lemma().matches("want|expect|ask|call") && isBack));
  }

  /// "Met the prime minister": whom somebody met, wherever it was.
  private boolean isMeeting(Sentence s, int verb, MeetingCues.Around around) {
    int whom = s.tree().child(verb, "dobj");
    return s.get(verb).lemma().equals("meet")
        && whom > verb
        && isPerson(s, whom, around)
        && agents.isOne(s, subject(s, verb));
  }

  /// "Negotiators worked through the night in Geneva".
  private boolean isAtWork(Sentence s, TokenRange clause, int verb, MeetingCues.Around around) {
    int subject = subject(s, verb);
    return s.get(verb).lemma().matches("work|negotiate|bargain")
        && subject >= 0
        && teams.has(s.get(subject))
        && around.place() != null
        && (around.isDated() || hours.isIn(s, clause.from(), clause.to()))
        && s.tree().child(verb, "dobj") < 0;
  }

  /// "The cabinet approved it on Monday": a body that sits.
  private boolean isVoted(Sentence s, TokenRange clause, int verb, MeetingCues.Around around) {
    int body = subject(s, verb);
    return around.isDated()
        && body >= 0
        && sitting.has(s.get(body))
        && s.tree().child(verb, "auxpass") < 0
        && voting.at(s, verb, clause.to()).isPresent();
  }

  /// "In Oslo for talks", "flew to Oslo for a meeting": a purpose, at a place.
  boolean isPurpose(Sentence s, int noun, MeetingCues.Around around) {
    Tree tree = s.tree();
    int preposition = tree.isLabelled(noun, "pobj") ? tree.head(noun) : -1;
    boolean isOne = processes.has(s.get(noun)) || occasions.at(s, noun, noun + 1).isPresent();
    if (!isOne || preposition < 1 || !s.get(preposition).is("for") || !around.isBound()) {
      return false;
    }
    int head = tree.head(preposition);
    int verb = Predicate.verbOf(s, preposition);
    boolean isBeside =
        head >= 0
            && around.place() != null
            && (tree.isLabelled(head, "pobj") || tree.child(head, "prep") < preposition)
            && s.get(head).isTagged("PROPN");
    boolean isThere = head >= 0 && head == verb && STAYING.contains(s.get(head).lemma());
    boolean isUnreal = verb >= 0 && (Mood.of(s, verb).isDenied() || Mood.of(s, verb).isDoubtful());
    return !isUnreal && (isThere ? agents.isOne(s, subject(s, head)) : isBeside);
  }

  /// "Spoke with Berg for an hour", "the two leaders talked on Monday".
  private boolean isTalking(Sentence s, TokenRange clause, int verb, MeetingCues.Around around) {
    Tree tree = s.tree();
    int subject = subject(s, verb);
    boolean isSo =
        SPEAKING.contains(s.get(verb).lemma())
            && agents.isOne(s, subject)
            && tree.child(verb, "dobj", "ccomp", "xcomp") < 0
            && (around.isDated() || isLasting(s, verb));
    if (!isSo) {
      return false;
    }
    boolean isOfSomething =
        tree.under(verb).stream()
            .filter(i -> i > verb && s.get(i).lower().matches("of|about"))
            .anyMatch(i -> isOfVerb(s, tree.head(i), verb));
    if (isOfSomething) {
      return false;
    }
    int whom = -1;
    for (int each : tree.children(verb)) {
      if (tree.isLabelled(each, "prep")) {
        String word = s.get(each).lower();
        boolean isWith = word.matches("with|to");
        if (!isWith && !word.matches("on|in|at|for|after|before|late|early|by|over|during")) {
          return false;
        }
        whom = isWith ? tree.child(each, "pobj") : whom;
      }
    }
    boolean isSeveral =
        (tree.tag(subject).equals("NNS") && pairs.isIn(s, clause.from(), clause.to()))
            || tree.child(subject, "conj") >= 0;
    return whom >= 0 ? isPerson(s, whom, around) : isSeveral;
  }

  /// "Spoke on 3 May of it": hung on the day, but of the verb.
  private static boolean isOfVerb(Sentence s, int head, int verb) {
    Tree tree = s.tree();
    int lead = head >= 0 && tree.isLabelled(head, "pobj") ? tree.head(head) : -1;
    boolean isDay = lead >= 0 && tree.head(lead) == verb && !s.get(lead).lower().matches("with|to");
    return head == verb || isDay || (head >= 0 && tree.isLabelled(head, "npadvmod"));
  }

  private static boolean isLasting(Sentence s, int verb) {
    for (int i = verb + 1; i + 2 < Math.min(s.size(), verb + 12); i++) {
      if (s.get(i).is("for")
          && s.get(i + 2).lower().matches("(?:hour|minute|day)s?")
          && s.tree().isUnder(i, verb)) {
        return true;
      }
    }
    return false;
  }

  /// "Discussed the plan with Berg".
  private boolean isDiscussing(Sentence s, int verb, MeetingCues.Around around) {
    Tree tree = s.tree();
    if (!s.get(verb).lemma().matches("discuss|review") || !around.isDated()) {
      return false;
    }
    for (int i = verb + 2; i < s.size(); i++) {
      if (s.get(i).is("with") && tree.isUnder(i, verb)) {
        int whom = tree.child(i, "pobj");
        return whom >= 0 && isPerson(s, whom, around) && agents.isOne(s, subject(s, verb));
      }
    }
    return false;
  }

  /// "Brought the two sides together", "were brought together".
  private boolean isBringing(Sentence s, int verb, MeetingCues.Around around) {
    int whom = s.tree().child(verb, "dobj", "nsubjpass");
    return s.get(verb).lemma().equals("bring")
        && around.isBound()
        && whom >= 0
        && agents.isOne(s, whom)
        && s.tree().children(verb).stream().anyMatch(i -> s.get(i).is("together"));
  }

  /// "Joins the ministers in Oslo".
  private boolean isJoining(Sentence s, int verb, MeetingCues.Around around) {
    int whom = s.tree().child(verb, "dobj");
    return s.get(verb).lemma().equals("join")
        && around.isBound()
        && whom > verb
        && !s.get(whom).is("party")
        && isPerson(s, whom, around)
        && agents.isOne(s, subject(s, verb));
  }

  /// "Berg, received by the king in Oslo": a participle with who received her.
  private boolean isReceivedBy(Sentence s, int verb, MeetingCues.Around around) {
    Tree tree = s.tree();
    int by = tree.child(verb, "agent");
    int passive = tree.child(verb, "nsubjpass");
    int whom = tree.isLabelled(verb, "acl", "vmod", "partmod") ? tree.head(verb) : passive;
    return s.get(verb).lemma().matches("receive|host|welcome")
        && tree.tag(verb).equals("VBN")
        && agents.isOne(s, whom)
        && by >= 0
        && agents.isOne(s, tree.child(by, "pobj"))
        && around.isBound();
  }

  /// "The negotiators were back in Geneva on Monday".
  private boolean isBack(Sentence s, int verb, MeetingCues.Around around) {
    int subject = subject(s, verb);
    return s.get(verb).lemma().equals("be")
        && around.isDated()
        && around.place() != null
        && subject >= 0
        && teams.has(s.get(subject))
        && s.tree().children(verb).stream().anyMatch(i -> s.get(i).is("back"));
  }

  /// A person or the holder of an office, who can be met.
  private boolean isPerson(Sentence s, int whom, MeetingCues.Around around) {
    String word = s.get(whom).text();
    return offices.has(s.get(whom))
        || teams.has(s.get(whom))
        || s.get(whom).is("counterpart")
        || (s.get(whom).isTagged("PROPN")
            && around.who().stream().anyMatch(each -> each.endsWith(word) && each.contains(" ")));
  }

  private static int subject(Sentence s, int verb) {
    int own = Speakers.subjectOf(s, verb);
    boolean isJoined = own < 0 && s.tree().isLabelled(verb, "conj") && s.tree().head(verb) >= 0;
    own = isJoined ? Speakers.subjectOf(s, s.tree().head(verb)) : own;
    return own >= 0 ? own : Speakers.nearestSubject(s, verb);
  }
}
