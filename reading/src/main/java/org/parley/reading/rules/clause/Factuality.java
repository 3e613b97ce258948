package org.parley.reading.rules.clause;

import java.util.Optional;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.syntax.Tree;

/// Event factuality: whether a sentence presents an event as one that took place. It does not for
/// "failed to meet", "denied that they had met", "reports that it was signed", "almost signed".
public final class Factuality {

  private final Phrases carriers;
  private final Phrases denials;
  private final Phrases sayings;
  private final Phrases hearsay;
  private final Phrases untruths;
  private final Phrases calledOff;

  public Factuality(Lexicon lexicon) {
    carriers = lexicon.get("predicates.carriers");
    denials = lexicon.get("predicates.deny");
    sayings = lexicon.get("saying.unsaid");
    hearsay = lexicon.get("stance.hearsay");
    untruths = lexicon.get("predicates.false-words");
    calledOff = lexicon.get("meetings.called-off");
  }

  /// Whether the words around a token take back what its verb tells.
  public boolean isTakenBack(Sentence s, int token) {
    int at = Predicate.verbOf(s, token);
    for (int steps = 0; at >= 0 && steps < s.size(); steps++) {
      if (isUnreal(s, at) || isNearly(s, at)) {
        return true;
      }
      int head = s.tree().head(at);
      if (head >= 0 && isTakenBackBy(s, head, at)) {
        return true;
      }
      at = head < 0 ? -1 : Predicate.verbOf(s, head);
    }
    return false;
  }

  /// Whether something is still to be said: "will say that", "is expected to say that", "if she
  /// says that", "had she said that".
  public boolean isStillToSay(Sentence s, int verb) {
    Tree tree = s.tree();
    int head = tree.isLabelled(verb, "xcomp") ? tree.head(verb) : -1;
    String way =
        head < 0 ? "" : carriers.at(s, head, s.size()).map(Phrases.Match::value).orElse("");
    int mark = tree.isLabelled(verb, "advcl") ? tree.child(verb, "mark", "advmod") : -1;
    boolean isIf = mark >= 0 && s.get(mark).lower().matches("if|unless|once|until");
    boolean isFuture =
        tree.children(verb).stream()
            .anyMatch(
                each ->
                    tree.isLabelled(each, "aux") && s.get(each).lower().matches("will|shall|'ll"));
    return isFuture || isIf || way.matches("not|ahead") || isUnreal(s, verb);
  }

  /// Whether a verb above a token calls its event off: "the meeting due on Friday was cancelled".
  /// Postponed to a day, it is to take place.
  public boolean isCalledOff(Sentence s, int token) {
    int at = Predicate.verbOf(s, token);
    at = at == token && s.tree().head(at) >= 0 ? Predicate.verbOf(s, s.tree().head(at)) : at;
    int over = at < 0 ? -1 : s.tree().head(at);
    boolean isBehind =
        over > at
            && s.tree().isLabelled(at, "ccomp")
            && calledOff.at(s, over, s.size()).isPresent();
    at = isBehind && s.tree().child(over, "auxpass") >= 0 ? over : at;
    boolean isOff = at >= 0 && calledOff.at(s, at, s.size()).isPresent();
    return isOff
        && !Mood.of(s, at).isDenied()
        && s.tree().children(at).stream()
            .noneMatch(each -> s.get(each).lower().matches("to|until|till"));
  }

  private boolean isTakenBackBy(Sentence s, int head, int verb) {
    Tree tree = s.tree();
    if (!tree.isVerb(head)) {
      return tree.isLabelled(verb, "acl", "relcl", "ccomp")
          && tree.child(verb, "mark") >= 0
          && hearsay.has(s.get(head))
          && !isConfirmed(s, head);
    }
    if (!tree.isLabelled(verb, "xcomp", "ccomp", "advcl")) {
      return false;
    }
    boolean isNot =
        carriers.at(s, head, s.size()).map(Phrases.Match::value).equals(Optional.of("not"));
    boolean isDenial = denials.at(s, head, s.size()).isPresent();
    boolean isSaid = sayings.has(s.get(head)) || s.get(head).lemma().equals("be");
    int word = tree.child(head, "acomp", "attr");
    boolean isUntrue = word >= 0 && untruths.at(s, word, s.size()).isPresent();
    boolean isDenied = Mood.of(s, head).isDenied() ^ isUntrue;
    return tree.isLabelled(verb, "advcl")
        ? isDenial && !isDenied && tree.tag(verb).matches("VBG|VBN")
        : isNot
            || (isDenial
                ? !isDenied
                : isSaid && tree.isLabelled(verb, "ccomp") && (isDenied || isStillToSay(s, head)));
  }

  /// "Confirmed reports that it was signed".
  private static boolean isConfirmed(Sentence s, int noun) {
    int verb = s.tree().head(noun);
    return verb >= 0
        && s.get(verb).lemma().matches("confirm|verify|corroborate")
        && !Mood.of(s, verb).isDenied();
  }

  /// "Had it been signed", "were to have met", "would have met".
  private static boolean isUnreal(Sentence s, int verb) {
    Tree tree = s.tree();
    int first = tree.under(verb).getFirst();
    boolean isInverted =
        s.get(first).is("had")
            && tree.head(first) == verb
            && !s.get(s.size() - 1).is("?")
            && Speakers.subjectOf(s, verb) > first;
    boolean isPlanned =
        tree.isLabelled(verb, "xcomp")
            && s.get(tree.head(verb)).lemma().equals("be")
            && Mood.of(s, verb).isPerfect();
    Mood mood = Mood.of(s, verb);
    boolean isMissed = mood.isPerfect() && (mood.isAhead() || mood.isDemanded() || mood.isAble());
    return isInverted || isPlanned || isMissed;
  }

  /// "Was almost signed".
  private static boolean isNearly(Sentence s, int verb) {
    return s.tree().children(verb).stream()
        .anyMatch(each -> each < verb && s.get(each).lower().matches("almost|nearly"));
  }
}
