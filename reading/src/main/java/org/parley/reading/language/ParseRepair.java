package org.parley.reading.language;

import java.util.ArrayList;
import java.util.List;
import org.parley.reading.syntax.Tree;

/// Repairs what a parser of general English often takes wrong in news.
/// - "She acknowledged the map was agreed": without "that" the map is taken for an object (NP/S
///   ambiguity). The second verb is left without subject.
/// - "Ann Berg and Karl Oye plan to meet": after names the verb is taken for a noun.
final class ParseRepair {

  private ParseRepair() {}

  static Tree repaired(Tree tree) {
    return withVerbs(withSubjects(tree));
  }

  /// The tree with each such object as the subject of the clause after it.
  private static Tree withSubjects(Tree tree) {
    Tree repaired = tree;
    for (int verb = 0; verb < tree.size(); verb++) {
      int clause = tree.isVerb(verb) ? tree.child(verb, "ccomp") : -1;
      int object = clause < 0 ? -1 : tree.child(verb, "dobj");
      if (verb < object && object < clause && isWithoutSubject(tree, object, clause)) {
        boolean isPassive = tree.child(clause, "auxpass") >= 0;
        repaired = repaired.hung(object, clause, isPassive ? "nsubjpass" : "nsubj");
      }
    }
    return repaired;
  }

  /// Whether a finite clause stands right behind an object and names no subject.
  private static boolean isWithoutSubject(Tree tree, int object, int clause) {
    List<Integer> below = tree.under(clause);
    int first = below.getFirst();
    return tree.child(clause, "nsubj", "nsubjpass", "csubj", "expl", "mark", "complm") < 0
        && tree.under(object).getLast() + 1 == first
        && tree.tag(first).matches("VBD|VBZ|VBP|MD");
  }

  /// The tree with each noun as a verb that has a subject before it and "to" with a verb behind it.
  private static Tree withVerbs(Tree tree) {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      int subject = tree.child(i, "nsubj");
      int then = tree.tag(i).matches("NNS?") ? tree.child(i, "xcomp") : -1;
      boolean isVerb =
          then > i && subject >= 0 && subject < i && tree.child(i, "cop", "det", "amod") < 0;
      tags.add(isVerb ? (tree.tag(i).equals("NN") ? "VBP" : "VBZ") : tree.tag(i));
    }
    return tree.tagged(tags);
  }
}
