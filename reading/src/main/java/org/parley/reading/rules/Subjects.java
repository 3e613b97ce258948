package org.parley.reading.rules;

import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.NounPhrase;

/// Finds what a clause speaks of, as a noun phrase of the text.
final class Subjects {

  private final Phrases matters;
  private final Phrases documents;

  Subjects(Lexicon lexicon) {
    matters = lexicon.get("documents.matters");
    documents = lexicon.get("documents.documents");
  }

  /// The tokens that name what the clause speaks of; empty where it names nothing.
  Range of(Sentence s, Range clause, Judgement judgement) {
    Range named = afterWhat(s, clause);
    if (!named.isEmpty()) {
      return named;
    }
    Range topic = topic(s, clause);
    int key = judgement.key();
    Range before = before(s, clause, key);
    Range after = after(s, clause, key);
    boolean isActive = isActive(s, clause, key);
    boolean isThere = clause.from() < clause.to() && s.get(clause.from()).is("there");
    boolean isCondition = judgement.stance() == SaidStance.CONDITIONAL;
    if (isCondition && topic.isEmpty() && isSomething(s, before)) {
      return before;
    }
    if (!isActive
        && before.size() == 1
        && s.get(before.from()).isTagged("PRON", "DET")
        && topic.isEmpty()
        && !isThere) {
      return before;
    }
    boolean isWish =
        judgement.stance() == SaidStance.PREFERS || judgement.stance() == SaidStance.REJECTED;
    if ((isActive || isThere || isWish) && isSomething(s, after)) {
      return after;
    }
    if (!topic.isEmpty() && !isThere) {
      return topic;
    }
    boolean isShare = judgement.share() != null;
    if (isShare
        && isActive(s, clause, Math.max(0, firstVerb(s, clause)))
        && !hasMatter(s, before)) {
      Range part = anything(s, clause);
      return part.isEmpty() ? before : part;
    }
    if (isSomething(s, before)) {
      return before;
    }
    return isSomething(s, after) ? after : anything(s, clause);
  }

  /// "What is missing is the annex": what the second verb names.
  private static Range afterWhat(Sentence s, Range clause) {
    int first = s.get(clause.from()).is("what") ? firstVerb(s, clause) : -1;
    for (int i = first + 1; first >= 0 && i < clause.to(); i++) {
      if (s.get(i).isTagged("AUX") && s.get(i).lemma().equals("be")) {
        return new Range(i + 1, NounPhrase.endOf(s, i + 1, clause.to()));
      }
    }
    return new Range(clause.from(), clause.from());
  }

  private static int firstVerb(Sentence s, Range clause) {
    return Grammar.firstFinite(s, clause.from(), clause.to());
  }

  private boolean hasMatter(Sentence s, Range range) {
    for (int i = range.from(); i < range.to(); i++) {
      if (matters.has(s.get(i)) || documents.has(s.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSomething(Sentence s, Range range) {
    for (int i = range.from(); i < range.to(); i++) {
      if (s.get(i).isTagged("NOUN", "PROPN", "VERB") || matters.has(s.get(i))) {
        return true;
      }
    }
    return false;
  }

  /// "On territory the positions differ": what is named before anything is said of it.
  static Range topic(Sentence s, Range clause) {
    int from = clause.from();
    if (from < clause.to()
        && s.get(from).isTagged("ADP")
        && (s.get(from).is("on")
            || s.get(from).is("of")
            || s.get(from).is("over")
            || s.get(from).is("as")
            || s.get(from).is("about")
            || s.get(from).is("regarding")
            || s.get(from).is("concerning"))) {
      int end = NounPhrase.endOf(s, from + 1, clause.to());
      while (end + 1 < clause.to() && s.get(end).is("and")) {
        int next = NounPhrase.endOf(s, end + 1, clause.to());
        if (next == end + 1) {
          break;
        }
        end = next;
      }
      if (end > from + 1 && !hasDate(s, from + 1, end)) {
        int cut = determiner(s, from + 2, end);
        return new Range(from + 1, cut);
      }
    }
    return new Range(from, from);
  }

  private static int determiner(Sentence s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.get(i).is("the") || s.get(i).is("he") || s.get(i).is("she")) {
        return i;
      }
    }
    return to;
  }

  private static boolean hasDate(Sentence s, int from, int to) {
    return to - from == 1 && s.get(from).lower().endsWith("day") && s.get(from).isCapital();
  }

  private static Range before(Sentence s, Range clause, int key) {
    int verb = -1;
    for (int i = clause.from(); i <= key && i < clause.to(); i++) {
      if (Grammar.isFinite(s, i) && !isRelative(s, clause, i)) {
        verb = i;
        break;
      }
    }
    int end = verb < 0 ? Math.min(key, clause.to()) : verb;
    int from = clause.from();
    while (from < end && s.get(from).isTagged("CCONJ", "SCONJ", "ADV", "PUNCT", "ADP")) {
      from++;
    }
    while (end > from
        && s.get(end - 1).isTagged("ADV", "PUNCT", "PART", "SCONJ", "PRON", "AUX")
        && !(end - 1 == from)) {
      end--;
    }
    for (int i = from; i < end; i++) {
      if (s.get(i).is(",")) {
        end = i;
      }
    }
    return new Range(from, end);
  }

  private static boolean isRelative(Sentence s, Range clause, int verb) {
    for (int i = verb - 1; i >= Math.max(clause.from(), verb - 4); i--) {
      Token token = s.get(i);
      if (token.is("that") || token.is("which") || token.is("who")) {
        return i > clause.from()
            && !s.get(i - 1).is("\"")
            && s.get(i - 1).isTagged("NOUN", "PROPN", "PRON", "PUNCT");
      }
    }
    return false;
  }

  private static boolean isActive(Sentence s, Range clause, int key) {
    if (key >= clause.to() || !s.get(key).isTagged("VERB", "AUX")) {
      return false;
    }
    for (int i = key - 1; i >= Math.max(clause.from(), key - 4); i--) {
      Token token = s.get(i);
      if (token.isTagged("AUX") && (token.lemma().equals("be") || token.lemma().equals("get"))) {
        return false;
      }
      if (token.is("as")) {
        return false;
      }
      if (!token.isTagged("ADV", "PART", "AUX") && !token.is("\"")) {
        return true;
      }
    }
    return true;
  }

  private static Range after(Sentence s, Range clause, int key) {
    int from = Math.min(key + 1, clause.to());
    while (from < clause.to()
        && (s.get(from).isTagged("ADP", "ADV", "PUNCT", "PART") || s.get(from).is("that"))
        && !(s.get(from).is(",") && from > key + 1)) {
      from++;
    }
    int end = from;
    while (end < clause.to() && end - from < 14) {
      Token token = s.get(end);
      boolean isStop =
          (token.is(",") && !isList(s, end, clause.to()))
              || token.is(";")
              || token.is(":")
              || token.is("which")
              || token.is("who")
              || token.is("but")
              || (token.isTagged("AUX") && end > from)
              || token.is("because")
              || token.is("since")
              || token.is("just")
              || (token.is("\"") && end > from + 1);
      if (isStop) {
        break;
      }
      end++;
    }
    return new Range(from, end);
  }

  /// Whether a comma stands in a list: "security, transport and services".
  private static boolean isList(Sentence s, int comma, int to) {
    int end = NounPhrase.endOf(s, comma + 1, to);
    return end > comma + 1
        && end < to
        && end - comma < 6
        && (s.get(end).is("and") || s.get(end).is("or") || s.get(end).is(","))
        && !s.get(comma + 1).isTagged("PRON");
  }

  private Range anything(Sentence s, Range clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (documents.has(s.get(i)) || matters.has(s.get(i))) {
        int start = NounPhrase.startOf(s, i + 1, clause.from());
        return new Range(Math.min(start, i), NounPhrase.endOf(s, i, clause.to()));
      }
    }
    return new Range(clause.from(), clause.from());
  }
}
