package org.parley.reading.rules.event;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.Factuality;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Predicate;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.syntax.Tree;

/// Finds the cue of a meeting in a clause: an occasion, a verb of gathering or travelling, a body
/// with an agenda, hours spent.
final class MeetingCues {

  /// The context that makes a cue a meeting.
  ///
  /// @param place the place, or null
  /// @param dated the positions of days
  /// @param who the participants
  /// @param isAhead whether it is in the future, by the verb of a word
  record Around(
      @Nullable String place, List<Integer> dated, List<String> who, IntPredicate isAhead) {

    Around {
      dated = List.copyOf(dated);
      who = List.copyOf(who);
    }

    boolean isDated() {
      return !dated.isEmpty();
    }

    boolean isBound() {
      return isDated() || place != null;
    }
  }

  private final Phrases occasions;
  private final Phrases processes;
  private final Phrases held;
  private final Phrases verbs;
  private final Phrases acts;
  private final Phrases hours;
  private final Phrases visits;
  private final Phrases travels;
  private final Phrases agenda;
  private final Phrases pairs;
  private final Phrases bodies;
  private final Phrases offices;
  private final Phrases numbers;
  private final Agents agents;
  private final Factuality factuality;
  private final SittingCues sittings;
  private final EncounterCues encounters;

  MeetingCues(Lexicon lexicon) {
    occasions = lexicon.get("meetings.nouns");
    processes = lexicon.get("meetings.processes");
    held = lexicon.get("meetings.held");
    verbs = lexicon.get("meetings.verbs");
    acts = lexicon.get("meetings.joint-acts");
    hours = lexicon.get("meetings.hours");
    visits = lexicon.get("meetings.visits");
    travels = lexicon.get("meetings.travels");
    agenda = lexicon.get("meetings.agenda");
    pairs = lexicon.get("people.pairs");
    bodies = lexicon.get("people.institutions");
    offices = lexicon.get("people.offices");
    numbers = lexicon.get("share.numbers");
    agents = new Agents(lexicon);
    factuality = new Factuality(lexicon);
    sittings = new SittingCues(lexicon);
    encounters = new EncounterCues(lexicon);
  }

  /// The cue of a clause; -1 if it reports no meeting.
  int in(Sentence s, List<Integer> tokens, Around around) {
    TokenRange clause = new TokenRange(tokens.getFirst(), tokens.getLast() + 1);
    for (int i : tokens) {
      if (!isAside(s, i, around)
          && !isSource(s, i)
          && isOne(s, clause, i, around)
          && isReal(s, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isReal(Sentence s, int cue) {
    return !factuality.isTakenBack(s, cue) && !factuality.isCalledOff(s, cue);
  }

  private boolean isOne(Sentence s, TokenRange clause, int i, Around around) {
    boolean isVerb = s.tree().isVerb(i) && !s.tree().isLabelled(i, "aux", "auxpass", "amod");
    if (s.get(i).is("due")) {
      return isGoing(s, clause, i, around);
    }
    if (isVerb) {
      return !isDenied(s, i)
          && !UnheldMeetings.isHypothetical(s, i)
          && (isTogether(s, clause, i, around)
              || isReceived(s, clause, i, around)
              || isGoing(s, clause, i, around)
              || isAgenda(s, clause, i, around)
              || sittings.isBefore(s, clause, i, around)
              || sittings.isResumed(s, clause, i, around)
              || sittings.isSummons(s, clause, i, around)
              || isHeldAside(s, i, around)
              || encounters.isContact(s, clause, i, around)
              || isSpent(s, clause, i));
    }
    return isOccasion(s, clause, i, around)
        || isProcess(s, clause, i, around)
        || (sittings.isSession(s, i) && !isGone(s, i) && !isForPress(s, i))
        || encounters.isPurpose(s, i, around)
        || sittings.isByWire(s, clause, i, around);
  }

  /// "Did not meet", "may meet".
  private static boolean isDenied(Sentence s, int verb) {
    Mood mood = Mood.of(s, verb);
    return mood.isDenied() || mood.isDoubtful();
  }

  // nouns

  private boolean isOccasion(Sentence s, TokenRange clause, int i, Around around) {
    Optional<Phrases.Match> match = occasions.at(s, i, clause.to());
    boolean isNoun =
        match.isPresent()
            && (s.get(match.get().to() - 1).isTagged("NOUN", "PROPN") || s.get(i).is("plenary"))
            && !s.tree().isLabelled(match.get().to() - 1, "compound", "amod");
    return isNoun
        && !isGone(s, i)
        && !isForPress(s, i)
        && !isListening(s, i)
        && (around.isBound() || isTimed(s, clause) || isHeld(s, clause, i));
  }

  private boolean isProcess(Sentence s, TokenRange clause, int i, Around around) {
    boolean isNoun =
        processes.at(s, i, clause.to()).isPresent()
            && s.get(i).isTagged("NOUN", "PROPN")
            && !s.tree().isLabelled(i, "compound", "amod");
    return isNoun
        && !isGone(s, i)
        && ((around.isBound() && (isOwnTime(s, i) || isLasting(s, i)))
            || ((around.isBound() || isTimed(s, clause)) && isHeld(s, clause, i)));
  }

  /// "A press conference": no negotiation.
  private static boolean isForPress(Sentence s, int noun) {
    return noun > 0 && s.get(noun - 1).lower().matches("press|news");
  }

  /// "Told an audience in Oslo": those who listen.
  private static boolean isListening(Sentence s, int noun) {
    int verb = s.tree().isLabelled(noun, "dobj") ? s.tree().head(noun) : -1;
    return verb >= 0
        && s.get(noun).lemma().equals("audience")
        && s.get(verb).lemma().matches("tell|inform|remind|assure|warn");
  }

  /// "The talks, which resumed on Monday", "the assembly, which opens on 3 May": on a day of its
  /// own.
  private boolean isHeldAside(Sentence s, int verb, Around around) {
    boolean isHeld =
        s.tree().isLabelled(verb, "acl", "vmod", "partmod") && s.get(verb).lower().equals("held");
    int noun = isHeld || s.tree().isLabelled(verb, "relcl") ? s.tree().head(verb) : -1;
    int subject = noun < 0 || isHeld ? noun : s.tree().child(verb, "nsubj", "nsubjpass");
    return subject >= 0
        && (isHeld || s.get(subject).lower().matches("which|that"))
        && around.isDated()
        && held.at(s, verb, s.size()).isPresent()
        && s.tree().child(verb, "dobj", "ccomp", "xcomp") < 0
        && (processes.has(s.get(noun))
            || occasions.at(s, noun, noun + 1).isPresent()
            || bodies.has(s.get(noun)));
  }

  /// "No further round", "the lunch that never was".
  private static boolean isGone(Sentence s, int noun) {
    int before = s.tree().child(noun, "det", "neg");
    int verb = s.tree().head(noun);
    boolean isDenied = verb >= 0 && s.tree().isVerb(verb) && Mood.of(s, verb).isDenied();
    return isDenied
        || UnheldMeetings.isCalledFor(s, noun)
        || (before >= 0 && s.get(before).lower().matches("no|any|every"));
  }

  private boolean isHeld(Sentence s, TokenRange clause, int noun) {
    int top = Predicate.verbOf(s, noun);
    if (top < clause.from() || Mood.of(s, top).isAble() || Mood.of(s, top).isDoubtful()) {
      return false;
    }
    int verb = carried(s, top);
    Optional<Phrases.Match> match = held.at(s, verb, s.size());
    boolean isInto =
        match.isPresent()
            && (match.get().to() - verb > 1 || s.get(verb).lemma().matches("call|summon|invite"));
    boolean isHad = s.get(top).lemma().equals("have") && isWith(s, noun);
    return isHad
        || (match.isPresent()
            && (isInto || s.tree().isLabelled(noun, "nsubj", "nsubjpass", "dobj")));
  }

  /// "Had a meeting with Berg".
  private boolean isWith(Sentence s, int noun) {
    return s.tree().isLabelled(noun, "dobj")
        && s.tree().children(noun).stream()
            .anyMatch(i -> s.get(i).is("with") && agents.isOne(s, s.tree().child(i, "pobj")));
  }

  /// "Are due to start", "is expected to open": the verb that tells of the meeting.
  private static int carried(Sentence s, int verb) {
    int adjective = s.tree().child(verb, "acomp");
    int inner = s.tree().child(adjective < 0 ? verb : adjective, "xcomp");
    boolean isAwaited =
        s.get(adjective < 0 ? verb : adjective).lower().matches("due|expected|set|scheduled");
    return isAwaited && inner > verb ? inner : verb;
  }

  /// "The talks in Oslo on Monday": a time or a place of its own.
  private static boolean isOwnTime(Sentence s, int noun) {
    for (int each : s.tree().children(noun)) {
      if (s.tree().isLabelled(each, "prep") && s.get(each).lower().matches("in|at|on|between")) {
        return true;
      }
    }
    return s.tree().child(noun, "poss") >= 0;
  }

  /// "Nine hours of talks", "after talks with the mediator".
  private boolean isLasting(Sentence s, int noun) {
    int preposition = s.tree().isLabelled(noun, "pobj") ? s.tree().head(noun) : -1;
    int whole = preposition < 0 ? -1 : s.tree().head(preposition);
    return preposition >= 0
        && (s.get(preposition).lower().matches("after|during|following")
            || (whole >= 0 && s.get(preposition).is("of") && isTime(s, whole)));
  }

  // verbs

  private boolean isTogether(Sentence s, TokenRange clause, int i, Around around) {
    boolean isSignedBy = s.tree().child(i, "agent") >= 0 && acts.at(s, i, clause.to()).isPresent();
    if (isSignedBy) {
      return isJoint(s, i) && around.isBound();
    }
    if (isOfThings(s, i) || !isBySomebody(s, i)) {
      return false;
    }
    boolean isSeveral = around.who.size() > 1 || pairs.isIn(s, clause.from(), clause.to());
    if (acts.at(s, i, clause.to()).isPresent()) {
      boolean isSigned = s.get(i).lemma().matches("sign|initial|put");
      return (isSeveral && around.isDated() && around.place != null)
          || (isSigned && isJoint(s, i) && around.isBound());
    }
    if (s.get(i).lemma().equals("speak") && around.isDated() && isSpeaking(s, i)) {
      return true;
    }
    boolean isAgain =
        Stream.of(1, 2, 3).anyMatch(n -> i + n < s.size() && s.get(i + n).is("again"));
    return verbs.at(s, i, clause.to()).isPresent()
        && (around.isBound() || isSeveral || isAgain || isTimed(s, clause));
  }

  /// "Ann Berg and Karl Oye spoke on Sunday": with each other, as they speak of and to nobody else.
  private static boolean isSpeaking(Sentence s, int verb) {
    int subject = Speakers.nearestSubject(s, verb);
    return subject >= 0
        && s.tree().child(subject, "conj") >= 0
        && s.tree().child(verb, "dobj", "ccomp", "xcomp") < 0
        && s.tree().children(verb).stream()
            .allMatch(each -> !s.tree().isLabelled(each, "prep") || isWhen(s, each));
  }

  private static boolean isWhen(Sentence s, int preposition) {
    return s.get(preposition).lower().matches("on|in|at|late|early|before|after|for");
  }

  /// "At noon", "through the night": a time of day.
  private boolean isTimed(Sentence s, TokenRange clause) {
    return hours.isIn(s, clause.from(), clause.to());
  }

  /// "It meets the conditions", "a demand was met", "met them halfway": no gathering.
  private boolean isOfThings(Sentence s, int verb) {
    Tree tree = s.tree();
    int object = tree.child(verb, "dobj");
    boolean isThing =
        object >= 0
            && s.get(verb).lemma().equals("meet")
            && !agents.isOne(s, object)
            && !s.get(object).lower().matches("other|another|them|him|her|us|one");
    boolean isPassive =
        tree.child(verb, "auxpass") >= 0 && s.get(verb).lemma().matches("meet|sit|gather");
    boolean isHalf =
        Stream.of(1, 2, 3, 4)
            .filter(n -> verb + n < s.size())
            .anyMatch(n -> s.get(verb + n).lower().matches("halfway|midway|middle"));
    return isThing || isPassive || isHalf;
  }

  /// "The two presidents sign it", "Berg and Oye sign it": no one of them alone.
  private static boolean isJoint(Sentence s, int verb) {
    int by = s.tree().child(verb, "agent");
    int subject = by < 0 ? Speakers.nearestSubject(s, verb) : s.tree().child(by, "pobj");
    boolean isActing = by >= 0 || s.tree().child(verb, "auxpass") < 0;
    return subject >= 0
        && ((s.tree().child(subject, "conj") >= 0 && isActing)
            || (s.tree().tag(subject).equals("NNS") && isActing));
  }

  private boolean isBySomebody(Sentence s, int verb) {
    int subject = Speakers.subjectOf(s, verb);
    int top = Predicate.topOf(s, verb);
    int carried = subject < 0 && top != verb ? Speakers.subjectOf(s, top) : subject;
    return carried < 0
        || agents.isOne(s, carried)
        || s.get(carried)
            .lower()
            .matches("two|three|four|five|six|whose|all|pair|duo|trio|table|plenary|presidium")
        || s.tree().tag(carried).equals("NNS");
  }

  /// "Received the envoy on Monday", "will brief the council".
  private boolean isReceived(Sentence s, TokenRange clause, int i, Around around) {
    if (visits.at(s, i, clause.to()).isEmpty()) {
      return false;
    }
    int object = s.tree().child(i, "dobj");
    int preposition = object >= 0 ? -1 : s.tree().child(i, "prep");
    int whom = preposition < 0 ? object : s.tree().child(preposition, "pobj");
    boolean isSomebody =
        whom >= 0
            && (agents.isOne(s, whom) || s.get(whom).lower().matches("him|her|them"))
            && !s.get(whom).lower().matches("who|it|reporters|journalists");
    return isSomebody
        && agents.isOne(s, Speakers.nearestSubject(s, i))
        && s.tree().child(i, "ccomp", "xcomp") < 0
        && (around.isBound() || (s.get(whom).isTagged("PROPN") && around.who.size() > 1))
        && (around.isAhead.test(i) || isVisit(s.get(i).lemma()));
  }

  private static boolean isVisit(String lemma) {
    return lemma.matches("receive|see|host|visit|telephone|phone|brief|welcome|consult");
  }

  /// "The teams return to Valletta on Friday": travel on a day.
  private boolean isGoing(Sentence s, TokenRange clause, int i, Around around) {
    boolean isOne = travels.at(s, i, clause.to()).isPresent();
    boolean isCalled = s.get(i).lemma().matches("call|summon|expect");
    if (isOne && isCalled) {
      return around.isDated()
          && s.tree().child(i, "auxpass") >= 0
          && agents.isOne(s, Speakers.nearestSubject(s, i))
          && (around.place != null || !s.get(i).lemma().equals("expect"));
    }
    return isOne
        && around.isDated()
        && around.isAhead.test(i)
        && (around.place != null || s.get(i).lemma().equals("return"))
        && agents.isOne(s, Speakers.nearestSubject(s, i));
  }

  /// "The ambassadors look at it on Friday": the agenda of a body.
  private boolean isAgenda(Sentence s, TokenRange clause, int i, Around around) {
    if (agenda.at(s, i, clause.to()).isEmpty() || !around.isDated() || !around.isAhead.test(i)) {
      return false;
    }
    int body = Speakers.nearestSubject(s, i);
    return body >= 0
        && (bodies.has(s.get(body))
            || (offices.has(s.get(body)) && s.tree().tag(body).equals("NNS")));
  }

  /// "After two days in a castle", "had spent three hours with him".
  private boolean isSpent(Sentence s, TokenRange clause, int i) {
    int subject = Speakers.nearestSubject(s, i);
    if (subject < 0 || !agents.isOne(s, subject)) {
      return false;
    }
    for (int each = clause.from(); each + 1 < clause.to(); each++) {
      boolean isOwn = isTime(s, each) && Predicate.verbOf(s, each) == i;
      boolean isCounted =
          each > 0 && (numbers.has(s.get(each - 1)) || s.get(each - 1).isTagged("NUM"));
      String next = s.get(each + 1).lower();
      String lead = lead(s, each);
      boolean isSpend = s.get(i).lemma().matches("spend|devote");
      boolean isWhole = isSpend && each > 0 && s.get(each - 1).is("the");
      if (isOwn
          && (isCounted || isWhole)
          && ((lead.equals("after") && next.matches("in|at|by|with|behind"))
              || (isSpend && next.matches("with|together|in|at")))) {
        return true;
      }
    }
    return false;
  }

  private static String lead(Sentence s, int noun) {
    int at = s.tree().head(noun);
    return at >= 0 && s.tree().isLabelled(noun, "pobj") ? s.get(at).lower() : "";
  }

  private static boolean isTime(Sentence s, int token) {
    return s.get(token).lower().matches("(hour|day|night|week|evening|morning)s?");
  }

  /// "A diplomat following the talks", "people familiar with the talks": a description of a source.
  private static boolean isSource(Sentence s, int noun) {
    for (int i = Math.max(0, noun - 4); i < noun; i++) {
      boolean isAfter = s.get(i).is("following") && s.tree().isLabelled(i, "prep");
      if (s.get(i).lower().matches("following|familiar|close|privy|briefed|involved") && !isAfter) {
        return true;
      }
    }
    return false;
  }

  /// "Norway, which hosts the talks": a description, not an event.
  private static boolean isAside(Sentence s, int token, Around around) {
    int at = token;
    for (int steps = 0; at >= 0 && steps < s.size(); steps++) {
      int clause = at;
      if (s.tree().isLabelled(at, "relcl")) {
        int subject = s.tree().child(at, "nsubj");
        return subject >= 0
            && s.get(subject).lower().matches("who|which|that")
            && around.dated.stream().noneMatch(each -> s.tree().isUnder(each, clause));
      }
      at = s.tree().head(at);
    }
    return false;
  }
}
