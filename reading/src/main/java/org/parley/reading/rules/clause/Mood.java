package org.parley.reading.rules.clause;

import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.syntax.Tree;

/// The modality of a verb: denied, future, demanded, possible, ongoing.
///
/// @param isDenied "not", "never", "no longer", or a subject that denies, "nobody"
/// @param isOver "no longer"
/// @param isAhead "will", "would", "is set to"
/// @param isDemanded "must", "should", "has to"
/// @param isAble "can", "could"
/// @param isDoubtful "may", "might"
/// @param isPerfect "has" and a participle
/// @param isGoingOn "is being", "still"
/// @param isReady "is willing to"
/// @param isPassive "is done"
public record Mood(
    boolean isDenied,
    boolean isOver,
    boolean isAhead,
    boolean isDemanded,
    boolean isAble,
    boolean isDoubtful,
    boolean isPerfect,
    boolean isGoingOn,
    boolean isReady,
    boolean isPassive) {

  /// A plain statement.
  public static final Mood PLAIN =
      new Mood(false, false, false, false, false, false, false, false, false, false);

  /// The mood of a verb by its auxiliaries.
  public static Mood of(Sentence s, int verb) {
    Tree tree = s.tree();
    String helpers = " ";
    boolean isDenied = isDeniedBySubject(s, verb) || s.get(0).is("nor");
    boolean isOver = false;
    boolean isStill = false;
    boolean isPassive = tree.child(verb, "auxpass") >= 0;
    for (int each : tree.children(verb)) {
      String word = s.get(each).lower();
      if (tree.isLabelled(each, "aux", "auxpass")) {
        helpers += word + " ";
        isDenied |= word.equals("cannot");
      }
      boolean isOnly =
          each + 1 < s.size()
              && s.get(each).is("not")
              && s.get(each + 1).lower().matches("only|just|least");
      isDenied |= (tree.isLabelled(each, "neg") || isDenial(s.get(each))) && !isOnly;
      isOver |= word.equals("longer") && each > 0 && s.get(each - 1).is("no");
      isStill |= word.equals("still");
    }
    int there = tree.child(verb, "expl") < 0 ? -1 : tree.child(verb, "attr", "nsubj");
    isDenied |= there >= 0 && hasNo(s, there);
    isDenied |= isNothing(s, tree.child(verb, "dobj", "iobj", "dative"));
    boolean isParticiple = tree.tag(verb).equals("VBG");
    return new Mood(
        isDenied || isOver,
        isOver,
        helpers.matches(".* (will|would|wo|shall|'ll|'d) .*"),
        helpers.matches(".* (must|should|ought) .*"),
        helpers.matches(".* (can|could|ca|cannot) .*"),
        helpers.matches(".* (may|might) .*"),
        helpers.matches(".* (has|have|had|having|'ve|'s) .*"),
        isStill || helpers.contains(" being ") || (isParticiple && helpers.length() > 1),
        false,
        isPassive);
  }

  private static boolean isDenial(Token token) {
    return token.lower().matches("never|hardly|scarcely|barely|nowhere|neither|nor");
  }

  /// "Would sign nothing", "promised nobody anything".
  private static boolean isNothing(Sentence s, int object) {
    return object >= 0 && s.get(object).lower().matches("nobody|nothing|none|no-one");
  }

  private static boolean isDeniedBySubject(Sentence s, int verb) {
    int subject = s.tree().child(verb, "nsubj", "nsubjpass", "expl");
    if (subject < 0) {
      return false;
    }
    boolean isNobody = s.get(subject).lower().matches("nobody|nothing|none|neither|no-one");
    return isNobody || hasNo(s, subject);
  }

  private static boolean hasNo(Sentence s, int noun) {
    for (int each : s.tree().children(noun)) {
      if (s.get(each).lower().matches("no|neither|not|few|little|hardly|scarcely|barely")) {
        return true;
      }
    }
    return false;
  }

  /// The same without a denial.
  public Mood affirmed() {
    return new Mood(
        false,
        isOver,
        isAhead,
        isDemanded,
        isAble,
        isDoubtful,
        isPerfect,
        isGoingOn,
        isReady,
        isPassive);
  }

  /// The modality under a verb that passes its weight on.
  ///
  /// @param way the effect of the governing verb: denies, demands, puts ahead
  public Mood behind(Mood before, String way) {
    boolean turns = before.isDenied ^ way.equals("not");
    return new Mood(
        isDenied ^ turns,
        isOver || before.isOver,
        before.isAhead || way.equals("ahead"),
        before.isDemanded || way.equals("need"),
        before.isAble || isAble,
        before.isDoubtful || isDoubtful,
        before.isPerfect || way.equals("not") || isPerfect,
        before.isGoingOn || isGoingOn,
        way.equals("ready"),
        isPassive);
  }
}
