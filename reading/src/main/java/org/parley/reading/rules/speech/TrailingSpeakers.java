package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/// Finds attributions after the content if the parse misses them: "The mill stays open, promised
/// Ann Berg, its owner".
final class TrailingSpeakers {

  /// The most words between a verb of saying and the speaker behind it.
  private static final int MAX_ADVERBIALS = 14;

  private final Coreference people;
  private final Phrases verbs;

  TrailingSpeakers(Lexicon lexicon, Coreference people) {
    this.people = people;
    verbs = lexicon.get("saying.verbs");
  }

  /// The utterances of a sentence, with trailing attributions in place of misparsed ones.
  List<Utterance> completed(Sentence s, List<Utterance> found) {
    List<Utterance> all = found;
    for (int i = 2; i + 1 < s.size(); i++) {
      int verb = i;
      boolean isKnown =
          found.stream().anyMatch(each -> each.isTurn() || (each.verb() == verb && isBehind(each)));
      Utterance tail = isKnown || !isVerb(s, i) ? null : inverted(s, i);
      boolean isOther =
          tail != null
              && found.stream().anyMatch(each -> each.verb() == verb)
              && !tail.speakers().stream().allMatch(people::isSomebody);
      if (tail != null && !isOther) {
        all = replaced(all, tail);
      }
    }
    return carried(s, all);
  }

  /// "It is signed, as Ann Berg, who led the talks, put it": the speaker of an "as" clause, if
  /// there is no other.
  private List<Utterance> carried(Sentence s, List<Utterance> found) {
    for (int i = 2; i + 2 < s.size(); i++) {
      boolean isAs = s.get(i).is("as") && s.get(i - 1).is(",") && !s.get(i).isQuoted();
      int verb = isAs ? verbAfter(s, i + 1) : -1;
      int as = i;
      boolean isAlone =
          found.stream()
              .allMatch(
                  each ->
                      each.verb() == verb && each.content().stream().allMatch(word -> word > as));
      List<Speaker> who = verb < 0 || !isAlone ? List.of() : subject(s, i + 1, verb);
      if (!who.isEmpty()) {
        int to = verb;
        while (to < s.size() && !s.get(to).lower().matches("[,.;]")) {
          to++;
        }
        int from = start(s, i);
        int end = end(s, to);
        int gap = i - 1;
        int close = Math.min(to + 1, end);
        List<Integer> content =
            IntStream.range(from, end).filter(each -> each < gap || each >= close).boxed().toList();
        return List.of(
            new Utterance(new TokenRange(i, to), verb, who, new ArrayList<>(content), false));
      }
    }
    return found;
  }

  private List<Speaker> subject(Sentence s, int from, int verb) {
    int noun = NounPhrase.endOf(s, from, verb);
    int apart = apart(s, noun);
    List<Speaker> named =
        apart > noun ? people.speakersNamed(s, noun + 1, apart) : List.<Speaker>of();
    return named.isEmpty() && noun > from ? people.speakers(s, from, noun) : named;
  }

  /// The verb of saying after its subject and a parenthetical; -1 if there is none.
  private int verbAfter(Sentence s, int from) {
    int at = NounPhrase.endOf(s, from, s.size());
    while (at + 1 < s.size() && s.get(at).isTagged("ADP")) {
      at = NounPhrase.endOf(s, at + 1, s.size());
    }
    if (at < s.size() && s.get(at).is(",")) {
      at++;
      while (at < s.size() && !s.get(at).lower().matches("[,.;]")) {
        at++;
      }
      at++;
    }
    while (at + 1 < s.size() && s.get(at).isTagged("ADV", "AUX")) {
      at++;
    }
    boolean isSaying =
        at < s.size() && s.get(at).isTagged("VERB") && verbs.at(s, at, s.size()).isPresent();
    return isSaying ? at : -1;
  }

  private static int end(Sentence s, int from) {
    int to = from;
    while (to < s.size() && !s.get(to).is(";")) {
      to++;
    }
    return to == s.size() && s.get(to - 1).is(".") ? to - 1 : to;
  }

  private static boolean isBehind(Utterance each) {
    return each.words().from() == each.verb();
  }

  private static List<Utterance> replaced(List<Utterance> found, Utterance tail) {
    List<Utterance> all = new ArrayList<>();
    for (Utterance each : found) {
      boolean isSame =
          each.verb() == tail.verb()
              || tail.content().contains(each.verb())
              || each.content().contains(tail.verb());
      if (!isSame) {
        all.add(each);
      }
    }
    all.add(tail);
    all.sort(Comparator.comparingInt(Utterance::verb));
    return all;
  }

  private boolean isVerb(Sentence s, int verb) {
    return s.get(verb).isTagged("VERB")
        && !s.get(verb).isQuoted()
        && s.tree().tag(verb).matches("VBD|VBN|VBZ|VBP")
        && s.get(verb - 1).lower().matches("[,\"]")
        && verbs.at(s, verb, s.size()).filter(each -> each.to() == verb + 1).isPresent();
  }

  private @Nullable Utterance inverted(Sentence s, int verb) {
    int from = start(s, verb);
    int begin = behindAdverbials(s, verb + 1);
    int noun = nounEnd(s, begin);
    boolean isSaid = from < verb - 1 && (isRemark(s, from) || Grammar.hasFinite(s, from, verb - 1));
    if (!isSaid || noun <= begin || !isClosed(s, noun)) {
      return null;
    }
    int apart = apart(s, noun);
    List<Speaker> who =
        apart > noun ? people.speakersNamed(s, noun + 1, apart) : List.<Speaker>of();
    who = who.isEmpty() ? people.speakers(s, begin, noun) : who;
    boolean isFar = begin > verb + 1 && !who.stream().allMatch(people::isSomebody);
    List<Integer> content = IntStream.range(from, verb - 1).boxed().toList();
    return who.isEmpty() || isFar
        ? null
        : new Utterance(
            new TokenRange(verb, Math.max(noun, apart)),
            verb,
            who,
            new ArrayList<>(content),
            false);
  }

  /// "No deal tonight, predicts the envoy": a remark without a verb.
  private static boolean isRemark(Sentence s, int from) {
    return s.get(from).lower().matches("no|not|never|nothing");
  }

  /// "Assured for his part, hours later, in a speech, President Berg": where the speaker begins.
  private static int behindAdverbials(Sentence s, int from) {
    int at = from;
    while (at + 1 < s.size() && at - from < MAX_ADVERBIALS) {
      int end = at;
      if (s.get(at).is(",") || s.get(at).isTagged("ADV")) {
        end = at + 1;
      } else if (s.get(at).isTagged("ADP")) {
        end = NounPhrase.endOf(s, at + 1, s.size());
      } else {
        int noun = NounPhrase.endOf(s, at, s.size());
        boolean isTime = noun < s.size() && s.get(noun).lower().matches("later|earlier|ago|before");
        end = isTime ? noun + 1 : at;
      }
      if (end == at) {
        return at;
      }
      at = end;
    }
    return from;
  }

  /// Where "the head of the negotiating team" ends.
  private static int nounEnd(Sentence s, int from) {
    int end = NounPhrase.endOf(s, from, s.size());
    while (end > from && end + 1 < s.size() && goesOn(s, end)) {
      int further = NounPhrase.endOf(s, end + 1, s.size());
      if (further <= end + 1) {
        return end;
      }
      end = further;
    }
    return end;
  }

  private static boolean goesOn(Sentence s, int end) {
    boolean isParticiple = s.tree().tag(end).equals("VBG") && s.get(end - 1).isTagged("DET");
    return isParticiple || s.get(end).lower().matches("of|for|and");
  }

  /// The end of a name between commas after "its chairman"; -1 if there is none.
  private static int apart(Sentence s, int noun) {
    int to = noun + 1;
    while (noun < s.size()
        && s.get(noun).is(",")
        && to + 1 < s.size()
        && (s.get(to).isCapital()
            || (to > noun + 1 && s.get(to).isTagged("PROPN", "X"))
            || (s.get(to).is(".") && s.get(to + 1).isCapital()))) {
      to++;
    }
    return to > noun + 1 && to < s.size() && s.get(to).lower().matches("[,.;]") ? to : -1;
  }

  /// Whether the words after the speaker cannot be an object of the verb.
  private static boolean isClosed(Sentence s, int end) {
    return end < s.size()
        && (s.get(end).lower().matches("[,.;]|who|when|as|after|before|while")
            || s.get(end).isTagged("ADP", "ADV"));
  }

  private static int start(Sentence s, int end) {
    int from = 0;
    for (int i = 0; i < end; i++) {
      from = s.get(i).is(";") ? i + 1 : from;
    }
    return from;
  }
}
