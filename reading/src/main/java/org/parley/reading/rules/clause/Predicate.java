package org.parley.reading.rules.clause;

import org.parley.reading.language.Sentence;
import org.parley.reading.syntax.Tree;

/// Verb groups: "is due to meet", "hopes to be back".
public final class Predicate {

  private Predicate() {}

  /// The verb of a token, itself if it is one; -1 if there is none.
  public static int verbOf(Sentence s, int token) {
    int at = token;
    for (int steps = 0; at >= 0 && steps < s.size(); steps++) {
      if (s.tree().isVerb(at) && !s.tree().isLabelled(at, "aux", "auxpass", "amod", "compound")) {
        return at;
      }
      at = s.tree().head(at);
    }
    return -1;
  }

  /// The first of the verbs that a verb tells one thing with.
  public static int topOf(Sentence s, int verb) {
    Tree tree = s.tree();
    int at = verb;
    for (int steps = 0; at >= 0 && steps < s.size(); steps++) {
      int head = tree.head(at);
      boolean isOpen = tree.isLabelled(at, "xcomp", "acomp", "aux", "auxpass");
      boolean isSubjectless =
          tree.isLabelled(at, "ccomp", "advcl") && isInfinitive(s, at) && head < at;
      if (head < 0 || !(isOpen || isSubjectless)) {
        return at;
      }
      at = head;
    }
    return verb;
  }

  private static boolean isInfinitive(Sentence s, int verb) {
    int helper = s.tree().child(verb, "aux");
    return helper >= 0 && s.get(helper).is("to");
  }

  /// Whether a verb refers to the past, and not to a past future.
  public static boolean isPast(Sentence s, int verb) {
    Tree tree = s.tree();
    boolean isToCome =
        tree.children(verb).stream()
            .anyMatch(each -> tree.isLabelled(each, "xcomp", "acomp") && each > verb);
    return tree.tag(verb).equals("VBD") && tree.child(verb, "aux") < 0 && !isToCome;
  }
}
