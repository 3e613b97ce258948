package org.parley.reading.rules.clause;

import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Verbs and conjunctions, by part of speech.
public final class Grammar {

  private Grammar() {}

  /// Whether a token is a verb that makes a clause of its own.
  public static boolean isFinite(Sentence sentence, int index) {
    Token token = sentence.get(index);
    if (token.isTagged("AUX")) {
      return index == 0 || !sentence.get(index - 1).is("to");
    }
    if (!token.isTagged("VERB") || token.lower().endsWith("ing")) {
      return false;
    }
    boolean isInfinitive = index > 0 && sentence.get(index - 1).is("to");
    return !isInfinitive;
  }

  public static int firstFinite(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isFinite(sentence, i)) {
        return i;
      }
    }
    return -1;
  }

  public static boolean hasFinite(Sentence sentence, int from, int to) {
    return firstFinite(sentence, from, to) >= 0;
  }

  /// Whether a token only joins two clauses; "that" if it is not a pronoun.
  static boolean isLead(Token token) {
    return switch (token.lower()) {
      case ",", ";", ":", "-", "–", "—" -> true;
      case "and", "but", "yet", "while", "whereas", "although", "though", "so", "which" -> true;
      case "that" -> token.isTagged("SCONJ", "ADP");
      default -> false;
    };
  }

  /// "From what colleagues tell me": hearsay.
  public static boolean isHearsay(Sentence s, int verb) {
    int from = PhraseBounds.of(s, Math.max(0, Speakers.subjectOf(s, verb))).from();
    return from > 1 && s.get(from - 1).is("what") && s.get(from - 2).lower().matches("from|by|to");
  }

  /// "Whatever the envoy thought of it": no words of anybody's.
  public static boolean isWhatever(Sentence s, int verb) {
    int from = PhraseBounds.of(s, Math.max(0, Speakers.subjectOf(s, verb))).from();
    return from > 0 && s.get(from - 1).lower().matches("(?:what|who|how|which)ever");
  }

  /// "To work out how it is done": an embedded question after the main verb.
  public static boolean isAskedWithin(Sentence s, int token) {
    int at = token;
    for (int steps = 0; at >= 0 && steps < s.size(); steps++) {
      boolean isClause = s.tree().isLabelled(at, "ccomp", "pcomp") && s.tree().isVerb(at);
      String first = isClause ? s.get(s.tree().under(at).getFirst()).lower() : "";
      if (first.matches("how|when|where|who|why|what|which") && s.tree().head(at) < at) {
        return true;
      }
      at = s.tree().head(at);
    }
    return false;
  }

  /// Possible future speech: it has not been said.
  public static boolean isPossible(Sentence s, int verb) {
    for (int each : s.tree().children(verb)) {
      boolean isModal = s.tree().isLabelled(each, "aux") && s.tree().tag(each).equals("MD");
      if (isModal && s.get(each).lower().matches("may|might|should|must|could|can|cannot")) {
        return true;
      }
    }
    return false;
  }
}
