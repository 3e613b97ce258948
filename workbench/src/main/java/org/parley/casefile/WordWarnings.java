package org.parley.casefile;

import org.parley.model.checks.LooseWords.LooseWord;

/// What is said of words that nothing else in a case matches, one sentence each.
public final class WordWarnings {

  private WordWarnings() {}

  /// What is wrong, without the word.
  public static String message(LooseWord word) {
    return switch (word.sort()) {
      case KIND ->
          word.isAsked()
              ? "no incident and no threat on record is of this kind"
              : "no guarantee names this kind of incident";
      case TRAIT ->
          word.isAsked()
              ? "no incident and no threat on record has this trait"
              : "no guarantee asks for this trait";
      case PLACE ->
          word.isAsked()
              ? "no incident and no threat on record is at this place"
              : "no guarantee names this place";
      case ACT ->
          word.isAsked() ? "nothing done on record is called so" : "no guarantee owes this act";
      case QUESTION ->
          word.isAsked() ? "no vote on record is on this question" : "no council asks this";
      case CONDITION ->
          word.isAsked() ? "no question assumes this" : "no contribution has this condition";
    };
  }

  /// What to do about it.
  public static String advice(LooseWord word) {
    return word.nearest()
        .map(each -> "Maybe you meant \"" + each + "\"")
        .orElse("Maybe it is spelt in two ways; if not, leave it");
  }

  /// Both, with the word and the record it stands in.
  public static String sentence(LooseWord word) {
    return word.record()
        + ": "
        + message(word)
        + ": \""
        + word.word()
        + "\". "
        + advice(word)
        + ".";
  }
}
