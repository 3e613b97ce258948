package org.parley.reading.rules.event;

import java.util.Optional;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.syntax.Tree;

/// Announcements of steps without a future verb: missing approvals, deadlines, next items,
/// promises.
final class StepForms {

  private final Phrases procedures;
  private final Phrases consents;
  private final Phrases needs;
  private final Phrases deadlines;
  private final Phrases promises;
  private final Phrases wishes;

  StepForms(Lexicon lexicon) {
    procedures = lexicon.get("meetings.step-procedures");
    consents = lexicon.get("meetings.step-consents");
    needs = lexicon.get("meetings.step-needs");
    deadlines = lexicon.get("meetings.step-deadlines");
    promises = lexicon.get("meetings.step-promises");
    wishes = lexicon.get("meetings.step-wishes");
  }

  /// Whether a word announces a step.
  ///
  /// @param isStep whether it is a verb of negotiation acts
  /// @param hasDay whether the clause has a future day
  boolean isOne(Sentence s, int token, int end, boolean isStep, boolean hasDay) {
    if (needs.at(s, token, end).isPresent() && isConsent(s, token)) {
      return true;
    }
    if (!s.tree().isVerb(token)) {
      return false;
    }
    return isDemandedByRule(s, token, end)
        || isToBe(s, token)
        || isOnlyThen(s, token, isStep)
        || isNext(s, token, isStep)
        || (hasDay
            && (isUntil(s, token, end) || isArranged(s, token, end) || isWanted(s, token, end)))
        || isPromised(s, token);
  }

  /// "Needs the approval of parliament", "is subject to ratification".
  private boolean isConsent(Sentence s, int token) {
    Tree tree = s.tree();
    int object = tree.child(token, "dobj", "pobj");
    int preposition = object < 0 ? tree.child(token, "prep") : -1;
    int what = preposition < 0 ? object : tree.child(preposition, "pobj");
    boolean isPast = tree.tag(token).equals("VBD") || Mood.of(s, token).isDenied();
    return what >= 0 && !isPast && consents.has(s.get(what));
  }

  /// "Must be ratified by all": a procedural requirement.
  private boolean isDemandedByRule(Sentence s, int verb, int end) {
    Mood mood = Mood.of(s, verb);
    return mood.isDemanded()
        && !mood.isDenied()
        && !mood.isPerfect()
        && helper(s, verb).equals("must")
        && procedures.at(s, verb, end).isPresent();
  }

  /// "Is to be published", "are to telephone": a scheduled act, of any kind.
  private static boolean isToBe(Sentence s, int verb) {
    int to = s.tree().child(verb, "aux");
    int is = s.tree().isLabelled(verb, "xcomp") ? s.tree().head(verb) : -1;
    return to >= 0
        && is >= 0
        && s.get(to).is("to")
        && s.get(is).lower().matches("is|are")
        && is + 1 == to
        && s.tree().child(is, "expl") < 0
        && !Mood.of(s, is).isDenied()
        && !Mood.of(s, verb).isDenied();
  }

  /// "Only then can the council vote".
  private static boolean isOnlyThen(Sentence s, int verb, boolean isStep) {
    int first = s.tree().under(verb).getFirst();
    boolean isLead =
        first + 1 < s.size()
            && ((s.get(first).is("only") && s.get(first + 1).lower().matches("then|after|once"))
                || (s.get(first).is("after") && s.get(first + 1).is("that")));
    return isLead && isStep && helper(s, verb).matches("can|could|may|will|would");
  }

  /// "Next the draft goes to the court", "the bill now goes to the house".
  private static boolean isNext(Sentence s, int verb, boolean isStep) {
    boolean isNow = s.tree().tag(verb).matches("VBZ|VBP") && s.tree().child(verb, "aux") < 0;
    if (!isNow || Mood.of(s, verb).isDenied()) {
      return false;
    }
    boolean isGoing = s.get(verb).lemma().matches("go|move|pass|return|head");
    for (int each : s.tree().children(verb)) {
      boolean isOrder =
          s.get(each).lower().matches("next|then")
              || (isGoing && s.get(each).lower().matches("now|first"));
      if (isOrder && (isStep || isGoing)) {
        return true;
      }
    }
    return false;
  }

  /// "Has until Friday to answer", "extended the truce until May".
  private boolean isUntil(Sentence s, int verb, int end) {
    for (int i = verb + 1; i < end; i++) {
      boolean isUntil = s.get(i).lower().matches("until|till") && i + 1 < end;
      if (isUntil
          && s.tree().isUnder(i, verb)
          && !s.get(i + 1).isTagged("VERB")
          && s.tree().child(i, "pobj", "pcomp") >= 0) {
        return deadlines.at(s, verb, end).isPresent();
      }
    }
    return false;
  }

  /// "A further session on Saturday has been scheduled".
  private static boolean isArranged(Sentence s, int verb, int end) {
    return verb < end
        && s.get(verb).lemma().matches("schedule|arrange|slate|pencil|timetable|plan|convene")
        && s.tree().child(verb, "auxpass") >= 0;
  }

  /// "Wants it adopted on Friday", "expects an announcement before the weekend".
  private boolean isWanted(Sentence s, int verb, int end) {
    boolean isWish = wishes.at(s, verb, end).isPresent() && !Mood.of(s, verb).isDenied();
    if (!isWish) {
      return false;
    }
    for (int i = verb + 1; i < end; i++) {
      boolean isBound = s.get(i).lower().matches("by|before|until|on|in|at");
      if (isBound && s.tree().isUnder(i, verb) && s.tree().head(i) != verb) {
        return true;
      }
      if (s.get(i).lower().matches("by|before") && s.tree().head(i) == verb) {
        return true;
      }
    }
    return false;
  }

  /// "Announced that she would consult her members": a commitment.
  private boolean isPromised(Sentence s, int verb) {
    int attribution = s.tree().isLabelled(verb, "ccomp") ? s.tree().head(verb) : -1;
    Optional<Phrases.Match> match =
        attribution < 0 ? Optional.empty() : promises.at(s, attribution, s.size());
    return match.isPresent()
        && helper(s, verb).matches("would|will")
        && !Mood.of(s, verb).isDenied()
        && !Mood.of(s, verb).isPerfect();
  }

  /// The modal verb of a verb, or "".
  private static String helper(Sentence s, int verb) {
    for (int each : s.tree().children(verb)) {
      if (s.tree().isLabelled(each, "aux") && s.tree().tag(each).equals("MD")) {
        return s.get(each).lower();
      }
    }
    return "";
  }
}
