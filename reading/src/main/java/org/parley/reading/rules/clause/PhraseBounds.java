package org.parley.reading.rules.clause;

import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.syntax.Tree;

/// The bounds of the phrase around a noun, by its dependents.
public final class PhraseBounds {

  /// The tokens of a nickname and its quotation marks.
  private static final int NICKNAME = 3;

  private PhraseBounds() {}

  /// The noun with its modifiers and prepositional phrases, without clauses and appositions.
  public static TokenRange of(Sentence s, int noun) {
    Tree tree = s.tree();
    int from = noun;
    while (from > 0
        && tree.isUnder(from - 1, noun)
        && (!isEnd(s.get(from - 1)) || isNickname(s, from))) {
      from -= isNickname(s, from) ? NICKNAME : 1;
    }
    int to = noun + 1;
    int listed = listEnd(s, noun);
    while (to < s.size()
        && tree.isUnder(to, noun)
        && (!isEnd(s.get(to)) || (s.get(to).is(",") && to < listed))
        && !isApart(s, to, noun)) {
      to++;
    }
    while (to > noun + 1 && s.get(to - 1).isTagged("CCONJ", "ADP", "PUNCT")) {
      to--;
    }
    while (from < noun && s.get(from).isTagged("CCONJ", "PUNCT", "SCONJ")) {
      from++;
    }
    return new TokenRange(from, to);
  }

  /// "Karl "Bulldog" Oye": whether a nickname in quotation marks ends before a token.
  private static boolean isNickname(Sentence s, int end) {
    return end > NICKNAME
        && s.get(end).isCapital()
        && s.get(end - 1).is("\"")
        && s.get(end - 2).isCapital()
        && s.get(end - NICKNAME).is("\"")
        && s.get(end - NICKNAME - 1).isCapital();
  }

  /// The beginning of the last item of a list, "schools, roads and care"; -1 if there is no list.
  private static int listEnd(Sentence s, int noun) {
    Tree tree = s.tree();
    int last = -1;
    int at = noun;
    for (int i = noun + 1; i < s.size(); i++) {
      boolean isNext =
          tree.head(i) == at
              && tree.isLabelled(i, "conj")
              && s.get(i).isTagged("NOUN", "PROPN", "ADJ");
      if (isNext) {
        last = i;
        at = i;
      }
    }
    boolean isClosed = last > 0;
    for (int i = noun + 1; isClosed && i < last; i++) {
      if (s.get(i).isTagged("CCONJ")) {
        return i;
      }
    }
    return -1;
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
