package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.TokenRange;

/// Finds attributions inserted between commas if the parse misses them: "The map, she went on, is
/// settled".
final class Insertions {

  /// The most words of an insertion beside speaker and verb.
  private static final int MAX_BESIDE = 9;

  private final Coreference people;
  private final Phrases verbs;
  private final Phrases weak;
  private final TrailingSpeakers tails;

  Insertions(Lexicon lexicon, Coreference people) {
    this.people = people;
    verbs = lexicon.get("saying.verbs");
    weak = lexicon.get("saying.weak");
    tails = new TrailingSpeakers(lexicon, people);
  }

  /// The utterances of a sentence, with those the parse missed.
  List<Utterance> completed(Sentence s, List<Utterance> found) {
    return tails.completed(s, inserted(s, found));
  }

  private List<Utterance> inserted(Sentence s, List<Utterance> found) {
    List<Utterance> several = several(s);
    if (several.size() > 1) {
      return several;
    }
    for (int i = 1; i < s.size(); i++) {
      TokenRange words = at(s, i);
      if (words == null) {
        continue;
      }
      int verb = i;
      List<Utterance> beyond = found.stream().filter(each -> isApart(s, each, words)).toList();
      Optional<Utterance> own = found.stream().filter(each -> each.verb() == verb).findFirst();
      boolean isAlone =
          found.stream()
              .allMatch(
                  each ->
                      each.verb() == verb
                          || each.isTurn()
                          || beyond.contains(each)
                          || own.map(o -> o.speakers().equals(each.speakers()))
                              .orElseGet(() -> isWithin(each, words)));
      boolean isAmid = words.to() + 1 < s.size() && !s.get(words.to()).is(".");
      boolean isWithin =
          own.isPresent()
              && own.get().content().stream()
                  .allMatch(each -> words.from() <= each && each < words.to());
      boolean isLate = own.isPresent() && !isAmid && !isWithin;
      boolean isCarried = isAs(s, words.from()) && !found.isEmpty();
      if (!isAlone || isCarried || (isLate && !s.get(0).is("of"))) {
        continue;
      }
      boolean isLost =
          words.from() == verb && own.filter(each -> each.words().from() < verb).isPresent();
      List<Speaker> behind = isLost ? named(s, words, verb) : List.of();
      List<Speaker> who =
          apposed(s, verb) < verb || !behind.isEmpty() || isAmidNoun(s, words)
              ? named(s, words, verb)
              : own.map(Utterance::speakers).orElseGet(() -> named(s, words, verb));
      List<Integer> content = content(s, words);
      boolean isMore =
          own.isEmpty()
              || own.get().content().size() < content.size()
              || own.get().content().stream()
                  .anyMatch(each -> words.from() <= each && each < words.to());
      if (!who.isEmpty() && isMore && !content.isEmpty()) {
        List<Utterance> all = new ArrayList<>(beyond);
        all.add(new Utterance(words, verb, who, content, false));
        all.sort(Comparator.comparingInt(Utterance::verb));
        return all;
      }
    }
    return found;
  }

  /// Whether a semicolon separates the insertion from another utterance.
  private static boolean isApart(Sentence s, Utterance other, TokenRange words) {
    int from = Math.min(other.verb(), words.from());
    int to = Math.max(other.verb(), words.from());
    return IntStream.range(from, to).anyMatch(i -> s.get(i).is(";"));
  }

  /// Whether the content of a verb is part of the speech around the insertion, or contains the
  /// insertion.
  private static boolean isWithin(Utterance other, TokenRange words) {
    boolean isQuoting =
        other.content().stream().anyMatch(each -> words.from() <= each && each < words.to());
    return isQuoting || other.verb() < words.from();
  }

  /// "It is not done, Berg said on Monday, but it is near, the minister thought": each attribution
  /// covers the words before it.
  private List<Utterance> several(Sentence s) {
    List<Utterance> all = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < s.size(); i++) {
      TokenRange words = at(s, i);
      if (words == null || words.from() <= from || !Grammar.hasFinite(s, from, words.from())) {
        continue;
      }
      List<Speaker> who = named(s, words, i);
      List<Integer> content = IntStream.range(from, words.from() - 1).boxed().toList();
      if (!who.isEmpty()) {
        all.add(new Utterance(words, i, who, new ArrayList<>(content), false));
        from = Math.min(s.size(), words.to() + 1);
      }
    }
    return from < s.size() ? List.of() : all;
  }

  /// The speaker beside the verb: before it, or after it in inversion.
  private List<Speaker> named(Sentence s, TokenRange words, int verb) {
    int apart = apposed(s, verb);
    if (apart < verb) {
      int end = verbBegin(s, 0, verb) - 1;
      List<Speaker> apposition = people.speakersNamed(s, apart + 2, end);
      List<Speaker> persons =
          apposition.size() == 1 && NounPhrase.endOf(s, apart + 2, end) == end
              ? apposition
              : people.speakersNamed(s, words.from(), end);
      return persons.isEmpty() ? people.speakers(s, words.from(), apart + 1) : persons;
    }
    return words.from() == verb
        ? people.speakers(s, verb + 1, nounEnd(s, verb + 1))
        : people.speakers(
            s, words.from() + (isAs(s, words.from()) ? 1 : 0), nameEnd(s, words.from(), verb));
  }

  private static int nounEnd(Sentence s, int from) {
    return NounPhrase.endOf(s, from, s.size());
  }

  /// ", said Ann Berg, the minister of finance, who leads the talks,": inversion, with a
  /// parenthetical.
  private @Nullable TokenRange inverted(Sentence s, int verb) {
    boolean isFirst =
        verb > 1
            && s.get(verb - 1).lower().matches("[,\"]")
            && s.get(verb).isTagged("VERB")
            && !s.get(verb).isQuoted()
            && s.tree().tag(verb).matches("VBD|VBZ|VBP")
            && verbs.at(s, verb, s.size()).filter(each -> each.to() == verb + 1).isPresent();
    int end = isFirst ? nounEnd(s, verb + 1) : -1;
    if (end <= verb + 1 || end + 1 >= s.size() || !s.get(end).is(",")) {
      return null;
    }
    if (s.get(end + 1).isTagged("AUX") && s.get(0).isTagged("CCONJ", "ADV")) {
      return new TokenRange(verb, end);
    }
    int to = end + 1;
    boolean isTold = s.get(to).lower().matches("who|whose");
    int apposition = isTold ? to : appositionEnd(s, to);
    while (isTold && to < s.size() && !s.get(to).is(",")) {
      to++;
    }
    to = isTold ? to : apposition;
    boolean isClosed = to > end + 1 && to + 1 < s.size() && s.get(to).is(",");
    return isClosed ? new TokenRange(verb, to) : null;
  }

  /// Where "the head of the ministry in Bern" ends.
  private static int appositionEnd(Sentence s, int from) {
    int end = nounEnd(s, from);
    while (end > from && end + 1 < s.size() && s.get(end).isTagged("ADP")) {
      int next = nounEnd(s, end + 1);
      if (next <= end + 1) {
        break;
      }
      end = next;
    }
    return end;
  }

  /// The words of speaker and verb between two commas, or between one and the end.
  private @Nullable TokenRange at(Sentence s, int verb) {
    TokenRange inverted = inverted(s, verb);
    if (inverted != null) {
      return inverted;
    }
    Optional<Phrases.Match> said =
        s.get(verb).isTagged("VERB") && !s.get(verb).isQuoted()
            ? verbs.at(s, verb, s.size())
            : Optional.empty();
    if (said.isEmpty() || !s.tree().tag(verb).matches("VBD|VBN|VBZ|VBP|VB|NNS")) {
      return null;
    }
    int from = apposed(s, verb);
    while (from > 0 && verb - from <= 2 * MAX_BESIDE && !isMark(s, from - 1)) {
      from--;
    }
    int to = said.get().to();
    while (to < s.size() && to - verb <= MAX_BESIDE && !isMark(s, to)) {
      to++;
    }
    boolean isLead = from == 0 && isAs(s, 0) && to < s.size() && s.get(to).is(",");
    boolean isFramed =
        (isLead || (from > 1 && isMark(s, from - 1)))
            && from < verb
            && (to == s.size() || isMark(s, to))
            && (s.get(from).isTagged("DET", "PROPN", "PRON", "ADJ", "NUM", "NOUN") || isAs(s, from))
            && !s.get(from).lower().matches("which|who|whom|that|whose|what|.+ever");
    int apart = apposed(s, verb);
    boolean isPlain =
        isFramed
            && !Grammar.hasFinite(s, from, apart < verb ? apart : nameEnd(s, from, verb))
            && !hasClause(s, said.get().to(), to);
    boolean isSaid =
        Grammar.hasFinite(s, 0, from - 1)
            || isAmidNoun(s, new TokenRange(from, to))
            || (isLead && Grammar.hasFinite(s, to, s.size()))
            || (s.get(0).isTagged("ADP")
                && (weak.at(s, verb, s.size()).isEmpty() || to == said.get().to())
                && Grammar.hasFinite(s, to, s.size()));
    return isPlain && isSaid ? new TokenRange(from, to) : null;
  }

  /// ", Ann Berg, the head of the office, told": the beginning of an apposition before the verb;
  /// the verb if there is none.
  private static int apposed(Sentence s, int verb) {
    int end = verbBegin(s, 0, verb) - 1;
    if (end < 3 || !s.get(end).is(",")) {
      return verb;
    }
    int comma = end - 1;
    while (comma > 0 && !isMark(s, comma)) {
      comma--;
    }
    boolean isTold = s.get(comma + 1).lower().matches("who|whose");
    boolean isNoun = !Grammar.hasFinite(s, comma + 1, end) && isNamed(s, comma + 1);
    int before = comma - 1;
    while (before > 0 && !isMark(s, before)) {
      before--;
    }
    boolean isWho =
        s.get(comma).is(",")
            && comma - before > 1
            && s.get(before).is(",")
            && isNamed(s, before + 1)
            && !Grammar.hasFinite(s, before + 1, comma);
    return (isTold || isNoun) && isWho && end - comma <= MAX_BESIDE ? comma - 1 : verb;
  }

  private static boolean isNamed(Sentence s, int token) {
    return s.get(token).isTagged("DET", "PROPN", "PRON", "NOUN", "ADJ");
  }

  /// "As the council points out".
  private static boolean isAs(Sentence s, int token) {
    return s.get(token).is("as")
        && token + 1 < s.size()
        && s.get(token + 1).isTagged("DET", "PROPN", "PRON");
  }

  /// "Karl Oye, Ann Berg said, had agreed": between a subject and its verb.
  private static boolean isAmidNoun(Sentence s, TokenRange words) {
    int next = words.to() + 1;
    return words.from() > 1
        && s.get(words.from() - 1).is(",")
        && next < s.size()
        && s.get(words.to()).is(",")
        && Grammar.isFinite(s, next)
        && NounPhrase.endOf(s, 0, words.from() - 1) == words.from() - 1;
  }

  /// Where the name ends before the verb, or before a relative clause: "a diplomat who helped to
  /// write it noted".
  private static int nameEnd(Sentence s, int from, int verb) {
    int end = verbBegin(s, from, verb);
    for (int i = from + 1; i + 1 < end; i++) {
      boolean isRelative =
          s.get(i).lower().matches("who|which|that") && s.get(i - 1).isTagged("NOUN", "PROPN");
      if (isRelative && Grammar.hasFinite(s, i + 1, end)) {
        return i;
      }
    }
    return end;
  }

  /// Where the verb begins, with the adverbs and auxiliaries right before it.
  private static int verbBegin(Sentence s, int from, int verb) {
    int begin = verb;
    while (begin > from && s.get(begin - 1).isTagged("ADV", "AUX")) {
      begin--;
    }
    return begin;
  }

  private static boolean hasClause(Sentence s, int from, int to) {
    boolean isWhen = from < to && s.get(from).lower().matches("when|after|before|while|as");
    return !isWhen && isClause(s, from, to);
  }

  private static boolean isClause(Sentence s, int from, int to) {
    return Grammar.hasFinite(s, from, to)
        || IntStream.range(from, to)
            .anyMatch(i -> s.get(i).lower().matches("that|\"") || isInfinitive(s, i));
  }

  private static boolean isInfinitive(Sentence s, int token) {
    return s.get(token).is("to") && token + 1 < s.size() && s.tree().tag(token + 1).equals("VB");
  }

  private static boolean isMark(Sentence s, int token) {
    return s.get(token).lower().matches("[,.;:\"]");
  }

  /// Everything else between the semicolons around.
  private static List<Integer> content(Sentence s, TokenRange words) {
    int from = words.from();
    while (from > 0 && !s.get(from - 1).is(";")) {
      from--;
    }
    int to = words.to();
    while (to < s.size() && !s.get(to).is(";") && !(s.get(to).is(".") && to == s.size() - 1)) {
      to++;
    }
    int joined = words.to() + 1;
    boolean isDeed =
        joined + 1 < to
            && s.get(joined).isTagged("CCONJ")
            && s.get(joined + 1).isTagged("VERB", "ADV")
            && !s.get(joined + 1).is("so")
            && Grammar.isFinite(s, joined + 1);
    to = isDeed ? words.to() : to;
    List<Integer> content = new ArrayList<>();
    for (int i = from; i < to; i++) {
      boolean isComma = (i == words.from() - 1 || i == words.to()) && s.get(i).is(",");
      if ((i < words.from() || i >= words.to()) && !isComma) {
        content.add(i);
      }
    }
    return content;
  }
}
