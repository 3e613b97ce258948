package org.parley.reading.language;

import java.util.List;
import org.parley.reading.syntax.Tree;

/// Mends a garden path: "she acknowledged the map was agreed". Without "that" a parser takes the
/// map for the object of the first verb (NP/S ambiguity), and the second verb is left without
/// subject.
final class ComplementSubjects {

  private ComplementSubjects() {}

  /// The tree with each such object as the subject of the clause after it.
  static Tree mended(Tree tree) {
    Tree mended = tree;
    for (int verb = 0; verb < tree.size(); verb++) {
      int clause = tree.isVerb(verb) ? tree.child(verb, "ccomp") : -1;
      int object = clause < 0 ? -1 : tree.child(verb, "dobj");
      if (verb < object && object < clause && isWithoutSubject(tree, object, clause)) {
        boolean isPassive = tree.child(clause, "auxpass") >= 0;
        mended = mended.hung(object, clause, isPassive ? "nsubjpass" : "nsubj");
      }
    }
    return mended;
  }

  /// Whether a finite clause stands right behind an object and names no subject.
  private static boolean isWithoutSubject(Tree tree, int object, int clause) {
    List<Integer> below = tree.under(clause);
    int first = below.getFirst();
    return tree.child(clause, "nsubj", "nsubjpass", "csubj", "expl", "mark", "complm") < 0
        && tree.under(object).getLast() + 1 == first
        && tree.tag(first).matches("VBD|VBZ|VBP|MD");
  }
}
