package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Clauses and their verbs, as far as word classes tell.
final class Grammar {

  private final Phrases breaks;
  private final Phrases conditions;

  Grammar(Lexicon lexicon) {
    breaks = lexicon.get("grammar.clause-breaks");
    conditions = lexicon.get("grammar.conditions");
  }

  /// Whether a token is a verb that makes a clause of its own.
  static boolean isFinite(Sentence sentence, int index) {
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

  static int firstFinite(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isFinite(sentence, i)) {
        return i;
      }
    }
    return -1;
  }

  static boolean hasFinite(Sentence sentence, int from, int to) {
    return firstFinite(sentence, from, to) >= 0;
  }

  /// The clauses of some tokens: cut at semicolons, and where a comma or conjunction separates what
  /// has a subject and a verb on both sides.
  List<Range> clauses(Sentence sentence, Range range) {
    List<Range> clauses = new ArrayList<>();
    int from = range.from();
    boolean inQuote = range.from() < range.to() && sentence.get(range.from()).isQuoted();
    for (int i = range.from(); i < range.to(); i++) {
      Token token = sentence.get(i);
      if (token.is("\"")) {
        inQuote = !inQuote;
      }
      if (isBreak(sentence, from, i, range.to())) {
        if (i > from) {
          clauses.add(new Range(from, i));
        }
        from =
            token.is(";") || token.is(":") || token.is("-") || token.is("–") || token.is("—")
                ? i + 1
                : i;
      }
    }
    if (range.to() > from) {
      clauses.add(new Range(from, range.to()));
    }
    return clauses.stream().map(each -> trimmed(sentence, each)).filter(r -> !r.isEmpty()).toList();
  }

  private static Range trimmed(Sentence sentence, Range range) {
    int from = range.from();
    int to = range.to();
    while (from < to && isLead(sentence.get(from))) {
      from++;
    }
    while (to > from && (isLead(sentence.get(to - 1)) || sentence.get(to - 1).is("."))) {
      to--;
    }
    return new Range(from, to);
  }

  /// Whether a token only joins what follows it to what stands before; "that" where it is no
  /// pronoun.
  static boolean isLead(Token token) {
    return switch (token.lower()) {
      case ",", ";", ":", "-", "–", "—" -> true;
      case "and", "but", "yet", "while", "whereas", "although", "though", "so", "which" -> true;
      case "that" -> token.isTagged("SCONJ", "ADP");
      default -> false;
    };
  }

  /// Whether a comma ends what a clause that follows it depends on: "if they agree, we sign".
  private boolean isProtasis(Sentence sentence, int from, int index) {
    int first = from;
    while (first < index && isLead(sentence.get(first))) {
      first++;
    }
    if (!conditions.has(sentence.get(first)) || !sentence.get(index).is(",")) {
      return false;
    }
    for (int i = first; i < index; i++) {
      if (sentence.get(i).is(",")) {
        return false;
      }
    }
    return true;
  }

  private boolean isBreak(Sentence sentence, int from, int index, int to) {
    Token token = sentence.get(index);
    if (isProtasis(sentence, from, index)) {
      return false;
    }
    if (token.is(";")) {
      return true;
    }
    boolean isDash = token.is("–") || token.is("—") || token.is("-");
    boolean isMark = token.is(":") || token.is(",") || isDash;
    boolean isConjunction =
        (breaks.has(token) && token.isTagged("CCONJ", "SCONJ", "ADV"))
            || token.is("and")
            || token.is("or");
    if (!isMark && !isConjunction) {
      return false;
    }
    if (isConjunction && index > 0 && sentence.get(index - 1).is(",") && index - 1 >= from) {
      return false;
    }
    int right = index + 1;
    while (right < to && isLead(sentence.get(right))) {
      right++;
    }
    if (right >= to || !hasFinite(sentence, from, index)) {
      return false;
    }
    Token first = sentence.get(right);
    boolean isRelative =
        first.is("which")
            || first.is("who")
            || first.is("whose")
            || first.is("where")
            || first.is("whom")
            || (right + 1 < to && first.isTagged("ADP") && sentence.get(right + 1).is("which"));
    if (isRelative) {
      return false;
    }
    if (isFinite(sentence, right) || first.isTagged("VERB", "PART", "SCONJ")) {
      return token.is(":") && isFinite(sentence, right);
    }
    int end = nextMark(sentence, right, to);
    boolean isStrong =
        (isConjunction && !token.is("and") && !token.is("or"))
            || (right > index + 1 && breaks.has(sentence.get(right - 1)));
    return hasFinite(sentence, right, end)
        && hasSubject(sentence, right, end)
        && (isStrong || !hasComma(sentence, right, firstFinite(sentence, right, end)));
  }

  private static boolean hasComma(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.get(i).is(",")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasSubject(Sentence sentence, int from, int to) {
    int verb = firstFinite(sentence, from, to);
    for (int i = from; i < verb; i++) {
      if (sentence.get(i).isTagged("NOUN", "PROPN", "PRON", "NUM", "DET")) {
        return true;
      }
    }
    return false;
  }

  private static int nextMark(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = sentence.get(i);
      if (token.is(";") || token.is(":")) {
        return i;
      }
      boolean hasVerb = hasFinite(sentence, from, i);
      if (hasVerb && (token.is(",") || token.is("and") || token.is("but"))) {
        return i;
      }
    }
    return to;
  }
}
