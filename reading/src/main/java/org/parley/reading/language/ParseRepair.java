package org.parley.reading.language;

import java.util.ArrayList;
import java.util.List;
import org.parley.reading.syntax.Tree;

/// Repairs what a parser of general English often takes wrong in news.
/// - "She acknowledged the map was agreed": without "that" the map is taken for an object (NP/S
///   ambiguity). The second verb is left without subject.
/// - "Two people briefed on the talks said": the participle is taken for the verb (reduced relative
///   clause), and "said" is left without subject.
/// - "Ann Berg and Karl Oye plan to meet": after names the verb is taken for a noun.
/// - "On Tuesday Norway's cabinet approved it": the day is taken for a part of the name after it.
/// - "She described the map as unacceptable": "as" is taken for a part of the object.
final class ParseRepair {

  private ParseRepair() {}

  /// @param words those of the sentence
  static Tree repaired(Tree tree, List<String> words) {
    Tree days = withDays(tree, words);
    return withVerbs(withComplements(withSubjects(withRelatives(days)), words));
  }

  /// The tree with a day at its beginning apart from the subject behind it.
  private static Tree withDays(Tree tree, List<String> words) {
    int verb = tree.size() < 4 ? -1 : tree.head(0);
    int noun = verb < 0 ? -1 : tree.child(0, "pobj");
    boolean isDay =
        noun > 1 && words.getFirst().equalsIgnoreCase("on") && words.get(1).endsWith("day");
    boolean isSubject =
        isDay
            && noun < verb
            && tree.isVerb(verb)
            && tree.isUnder(1, noun)
            && tree.child(verb, "nsubj", "nsubjpass", "expl") < 0;
    if (!isSubject) {
      return tree;
    }
    String label = tree.child(verb, "auxpass") < 0 ? "nsubj" : "nsubjpass";
    return tree.hung(1, 0, "pobj").hung(noun, verb, label);
  }

  /// The tree with each such object as the subject of the clause after it.
  private static Tree withSubjects(Tree tree) {
    Tree repaired = tree;
    for (int verb = 0; verb < tree.size(); verb++) {
      int clause = tree.isVerb(verb) ? tree.child(verb, "ccomp") : -1;
      int object = clause < 0 ? -1 : objectBefore(tree, verb, clause);
      if (object >= 0) {
        boolean isPassive = tree.child(clause, "auxpass") >= 0;
        repaired = repaired.hung(object, clause, isPassive ? "nsubjpass" : "nsubj");
      }
    }
    return repaired;
  }

  /// The object of a verb right before a finite clause that names no subject; -1 if there is none.
  private static int objectBefore(Tree tree, int verb, int clause) {
    int first = tree.under(clause).getFirst();
    boolean isBare =
        tree.child(clause, "nsubj", "nsubjpass", "csubj", "expl", "mark", "complm") < 0
            && tree.tag(first).matches("VBD|VBZ|VBP|MD");
    return !isBare
        ? -1
        : tree.children(verb).stream()
            .filter(each -> verb < each && each < clause && tree.isLabelled(each, "dobj"))
            .filter(each -> tree.under(each).getLast() + 1 == first)
            .findFirst()
            .orElse(-1);
  }

  /// The tree with each such participle as a modifier of the subject of the verb after it.
  private static Tree withRelatives(Tree tree) {
    Tree repaired = tree;
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      int verb = tree.head(i);
      int subject = tree.tag(i).equals("VBD") ? tree.child(i, "nsubj") : -1;
      boolean isModifier =
          subject >= 0
              && subject + 1 == i
              && verb > i
              && tree.isLabelled(i, "ccomp")
              && tree.isVerb(verb)
              && tree.child(verb, "nsubj", "nsubjpass", "expl") < 0
              && tree.child(i, "dobj", "ccomp") < 0
              && tree.under(i).getLast() + 1 == verb;
      if (isModifier) {
        repaired = repaired.hung(subject, verb, "nsubj").hung(i, subject, "acl");
      }
      tags.add(isModifier ? "VBN" : tree.tag(i));
    }
    return repaired.tagged(tags);
  }

  /// The tree with each "as" before an adjective on the verb, behind its object.
  private static Tree withComplements(Tree tree, List<String> words) {
    Tree repaired = tree;
    for (int i = 1; i + 1 < tree.size(); i++) {
      int object = tree.head(i);
      boolean isComplement =
          words.get(i).equals("as")
              && object >= 0
              && object == i - 1
              && tree.isLabelled(object, "dobj")
              && tree.tag(i + 1).matches("JJ|VBN")
              && tree.head(i + 1) == i;
      repaired = isComplement ? repaired.hung(i, tree.head(object), "prep") : repaired;
    }
    return repaired;
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
