package org.parley.reading.people;

import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// The bounds of noun phrases.
public final class NounPhrase {

  private NounPhrase() {}

  /// The beginning of the noun phrase that ends before token `end`; `end` if there is none.
  public static int startOf(Sentence sentence, int end, int floor) {
    int at = end;
    while (at > floor && isPart(sentence, at - 1, true)) {
      at--;
      if (sentence.get(at).isTagged("DET") && !isJoined(sentence, at, floor)) {
        break;
      }
      if (sentence.get(at).isTagged("PRON") && !isPossessive(sentence.get(at))) {
        break;
      }
    }
    while (at < end && (isJoint(sentence.get(at)) || sentence.get(at).is("'s"))) {
      at++;
    }
    return at;
  }

  private static boolean isJoined(Sentence sentence, int at, int floor) {
    return at > floor
        && (isJoint(sentence.get(at - 1)) && at - 1 > floor)
        && isPart(sentence, at - 2, true);
  }

  /// Where the noun phrase that begins at token `start` ends.
  public static int endOf(Sentence sentence, int start, int ceiling) {
    int at = start;
    boolean hasNoun = false;
    while (at < ceiling) {
      Token token = sentence.get(at);
      boolean fresh = hasNoun && token.isTagged("DET", "PRON") && !isJoint(sentence.get(at - 1));
      if (!isPart(sentence, at, false) || fresh) {
        break;
      }
      hasNoun |= token.isTagged("NOUN", "PROPN", "PRON") || token.isTagged("NUM");
      at++;
      if (token.isTagged("PRON") && !isPossessive(token)) {
        break;
      }
    }
    while (at > start && isJoint(sentence.get(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isJoint(Token token) {
    return token.is("of");
  }

  private static boolean isPossessive(Token token) {
    return switch (token.lower()) {
      case "his", "her", "its", "their", "our", "my", "your" -> true;
      default -> false;
    };
  }

  private static boolean isPart(Sentence sentence, int index, boolean leftwards) {
    Token token = sentence.get(index);
    if (token.is("'s") || token.is("'") || isJoint(token)) {
      return true;
    }
    if (token.is("\"") || token.lower().matches("\\d{1,2}:\\d{2}")) {
      return false;
    }
    if (token.isTagged("VERB") && token.isCapital() && index > 0) {
      return true;
    }
    boolean isRelative =
        token.is("who")
            || token.is("which")
            || token.is("what")
            || token.is("whom")
            || token.is("that");
    if (leftwards && isRelative) {
      return false;
    }
    return token.isTagged("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "X");
  }

  /// The noun that a phrase is about: "envoy" of "the envoy to the talks".
  public static int headOf(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean isNoun =
          i + 1 < to
              && sentence.get(i).isTagged("NOUN", "PROPN")
              && !sentence.get(i + 1).is("'s")
              && sentence.get(i + 1).isTagged("ADP", "ADJ", "VERB", "PUNCT")
              && !isNounLater(sentence, i, to);
      if (i + 1 == to || isNoun) {
        return i;
      }
    }
    return to - 1;
  }

  private static boolean isNounLater(Sentence sentence, int index, int to) {
    return index + 2 < to
        && sentence.get(index + 1).isTagged("ADJ")
        && sentence.get(index + 2).isTagged("NOUN", "PROPN");
  }

  /// Whether every word before the last is one of a name.
  static boolean isCapitalised(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = sentence.get(i);
      if (token.isWord()
          && !token.isCapital()
          && !token.isTagged("DET", "ADP")
          && !token.is("'s")) {
        return false;
      }
    }
    return true;
  }

  /// Whether words denote several persons, "two officials", so that "he" does not refer to them.
  static boolean isMany(Sentence sentence, int from, int to) {
    int head = headOf(sentence, from, to);
    return sentence.tree().tag(head).equals("NNS");
  }
}
