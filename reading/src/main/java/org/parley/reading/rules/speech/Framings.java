package org.parley.reading.rules.speech;

import java.util.ArrayList;
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

/// Finds who says a sentence by a clause around it: "or so Berg said", "to hear Berg tell it".
final class Framings {

  /// In the word list, the end of a frame that is any verb of saying.
  private static final String SAYING = "*";

  /// The most words between a speaker and the end of a frame: "as Ann Berg now has it".
  private static final int MAX_BETWEEN = 2;

  private final Coreference people;
  private final Phrases framings;
  private final Phrases verbs;

  Framings(Lexicon lexicon, Coreference people) {
    this.people = people;
    framings = lexicon.get("saying.framings");
    verbs = lexicon.get("saying.verbs");
  }

  /// The utterance of a frame in a sentence, if there is one and words beside it.
  Optional<Utterance> in(Sentence s) {
    for (int i = 0; i + 2 < s.size(); i++) {
      boolean mayBegin = i == 0 || s.get(i - 1).lower().matches("[,;:–—-]|and|but");
      Optional<Phrases.Match> lead =
          mayBegin && !s.get(i).isQuoted() ? framings.at(s, i, s.size()) : Optional.empty();
      Utterance found = lead.map(each -> framed(s, each)).orElse(null);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private @Nullable Utterance framed(Sentence s, Phrases.Match lead) {
    int noun = nounEnd(s, lead.to());
    int to = noun > lead.to() ? end(s, noun, lead.value()) : -1;
    boolean isClosed = to == s.size() || (to > 0 && s.get(to).lower().matches("[,;.:–—-]"));
    List<Integer> content = isClosed ? content(s, lead.from(), to) : List.<Integer>of();
    if (content.isEmpty()) {
      return null;
    }
    List<Speaker> who = people.speakers(s, lead.to(), noun);
    return who.isEmpty()
        ? null
        : new Utterance(new TokenRange(lead.from(), to), noun, who, content, false);
  }

  private static int nounEnd(Sentence s, int from) {
    int end = NounPhrase.endOf(s, from, s.size());
    boolean isApart = end > from && end + 1 < s.size() && s.get(end).is(",");
    int apart = isApart ? NounPhrase.endOf(s, end + 1, s.size()) : end;
    return isApart && apart + 1 < s.size() && s.get(apart).is(",") && Grammar.isFinite(s, apart + 1)
        ? apart + 1
        : end;
  }

  /// Where the frame ends, behind one of its ends; -1 if none of them follows.
  private int end(Sentence s, int from, String ends) {
    for (int at = from; at <= from + MAX_BETWEEN && at < s.size(); at++) {
      for (String end : ends.split("/", -1)) {
        int to =
            end.strip().equals(SAYING) ? said(s, at) : behind(s, at, end.strip().split(" ", -1));
        if (to > 0) {
          return to;
        }
      }
    }
    return -1;
  }

  /// "Or so Berg told reporters in Bern": up to the next mark.
  private int said(Sentence s, int at) {
    int to = verbs.at(s, at, s.size()).map(Phrases.Match::to).orElse(-1);
    while (to > 0 && to < s.size() && !s.get(to).lower().matches("[,;.]")) {
      to++;
    }
    return to > 0 && to < s.size() && s.get(to).is(",") ? lastMark(s) : to;
  }

  private static int lastMark(Sentence s) {
    return s.get(s.size() - 1).is(".") ? s.size() - 1 : s.size();
  }

  private static int behind(Sentence s, int at, String[] words) {
    for (int i = 0; i < words.length; i++) {
      boolean fits =
          at + i < s.size()
              && (s.get(at + i).is(words[i]) || s.get(at + i).lemma().equals(words[i]));
      if (!fits) {
        return -1;
      }
    }
    return at + words.length;
  }

  /// Everything else between the semicolons around.
  private static List<Integer> content(Sentence s, int from, int to) {
    int start = from;
    while (start > 0 && !s.get(start - 1).is(";")) {
      start--;
    }
    int end = to;
    while (end < s.size() && !s.get(end).is(";")) {
      end++;
    }
    boolean isSaid = Grammar.hasFinite(s, start, from) || Grammar.hasFinite(s, to, end);
    return isSaid
        ? Utterances.trimmed(
            s,
            new ArrayList<>(
                IntStream.range(start, end).filter(i -> i < from || i >= to).boxed().toList()))
        : List.of();
  }
}
