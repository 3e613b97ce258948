package org.parley.reading.rules;

import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.syntax.Tree;

/// The bounds of the phrase around a noun, as its dependents tell them.
final class Phrase {

  private Phrase() {}

  /// The noun with what stands before it and the phrases that belong to it after it, without
  /// clauses and appositions.
  static Range of(Sentence s, int noun) {
    Tree tree = s.tree();
    int from = noun;
    while (from > 0 && tree.isUnder(from - 1, noun) && !isEnd(s.get(from - 1))) {
      from--;
    }
    int to = noun + 1;
    while (to < s.size() && tree.isUnder(to, noun) && !isEnd(s.get(to)) && !isApart(s, to, noun)) {
      to++;
    }
    while (to > noun + 1 && s.get(to - 1).isTagged("CCONJ", "ADP", "PUNCT")) {
      to--;
    }
    while (from < noun && s.get(from).isTagged("CCONJ", "PUNCT", "SCONJ")) {
      from++;
    }
    return new Range(from, to);
  }

  private static boolean isEnd(Token token) {
    return token.is(",")
        || token.is(";")
        || token.is(":")
        || token.is("(")
        || token.is(")")
        || token.is("\"")
        || token.is("–")
        || token.is("—");
  }

  /// Whether a token belongs to a clause or an apposition within the phrase.
  private static boolean isApart(Sentence s, int token, int noun) {
    Tree tree = s.tree();
    int at = token;
    for (int steps = 0; at >= 0 && at != noun && steps < s.size(); steps++) {
      if (tree.isLabelled(at, "relcl", "appos", "advcl", "ccomp", "parataxis")
          || (tree.isLabelled(at, "acl") && tree.isVerb(at))
          || (tree.isLabelled(at, "conj") && tree.isVerb(at))) {
        return true;
      }
      at = tree.head(at);
    }
    return false;
  }
}
