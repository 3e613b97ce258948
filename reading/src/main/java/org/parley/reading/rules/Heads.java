package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.people.People;

/// Finds who says what in a sentence.
final class Heads {

  private final People people;
  private final Phrases verbs;
  private final Phrases weak;
  private final Phrases hearers;
  private final Phrases according;

  Heads(Lexicon lexicon, People people) {
    this.people = people;
    verbs = lexicon.get("saying.verbs");
    weak = lexicon.get("saying.weak");
    hearers = lexicon.get("saying.hearers");
    according = lexicon.get("saying.according");
  }

  /// A verb of saying with its speaker, before it is known what is said.
  private record Cue(
      int from,
      int to,
      int verb,
      List<Speaker> speakers,
      boolean isInverted,
      boolean isAccording) {}

  /// The heads of a sentence, in order, with what each governs.
  List<Head> in(Sentence sentence) {
    List<Cue> cues = new ArrayList<>();
    int floor = 0;
    for (int i = 0; i < sentence.size(); i++) {
      Optional<Cue> cue = cueAt(sentence, i, floor, cues);
      if (cue.isPresent()) {
        cues.add(cue.get());
        floor = cue.get().to();
        i = Math.max(i, cue.get().to() - 1);
      }
    }
    return contents(sentence, cues);
  }

  private static String stem(String word) {
    return word.endsWith("ing") ? word.substring(0, word.length() - 3) : word;
  }

  private boolean isSaying(Sentence sentence, int index) {
    Token token = sentence.get(index);
    boolean isKnown =
        verbs.at(sentence, index, sentence.size()).isPresent()
            || (token.lower().endsWith("ing")
                && (verbs.hasWord(stem(token.lower()))
                    || verbs.hasWord(stem(token.lower()) + "e")));
    boolean isVerb =
        token.isTagged("VERB", "AUX")
            || (token.isTagged("NOUN", "ADJ") && token.lower().endsWith("ing"));
    boolean isInfinitive = index > 0 && sentence.get(index - 1).is("to");
    return isKnown
        && isVerb
        && (!isInfinitive || isThat(sentence, index))
        && !(token.isQuoted() && !token.is("\""));
  }

  private boolean isWeak(Sentence sentence, int index) {
    return weak.at(sentence, index, sentence.size()).isPresent();
  }

  private Optional<Cue> cueAt(Sentence sentence, int index, int floor, List<Cue> earlier) {
    Optional<Phrases.Match> according = this.according.at(sentence, index, sentence.size());
    if (according.isPresent()) {
      return accordingAt(sentence, index, according.get().to());
    }
    if (!isSaying(sentence, index)) {
      return Optional.empty();
    }
    if (isPassive(sentence, index) || isPossible(sentence, index)) {
      return Optional.empty();
    }
    boolean isNaming = sentence.get(index).lemma().equals("call");
    if (!isThat(sentence, index)
        && isWeak(sentence, index)
        && !isNaming
        && !hasQuoteNear(sentence, index)
        && !isParenthetical(sentence, index)) {
      return Optional.empty();
    }
    Optional<Cue> left = leftwards(sentence, index, floor, earlier);
    return left.isPresent() ? left : rightwards(sentence, index, floor);
  }

  /// What somebody may say has not been said.
  private static boolean isPossible(Sentence sentence, int index) {
    for (int i = index - 1; i >= Math.max(0, index - 3); i--) {
      Token token = sentence.get(i);
      if ((token.is("may") && !token.isCapital())
          || token.is("might")
          || token.is("should")
          || token.is("must")
          || token.is("could")
          || token.is("can")) {
        return true;
      }
      if (!token.isTagged("ADV", "AUX")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isPassive(Sentence sentence, int index) {
    for (int i = index - 1; i >= Math.max(0, index - 3); i--) {
      Token token = sentence.get(i);
      if (token.isTagged("AUX") && token.lemma().equals("be")) {
        return !sentence.get(index).lower().endsWith("ing");
      }
      if (!token.isTagged("ADV", "AUX", "PART")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isThat(Sentence sentence, int index) {
    for (int i = index + 1; i < Math.min(sentence.size(), index + 9); i++) {
      Token token = sentence.get(i);
      if (token.is("that") && !token.isQuoted()) {
        return true;
      }
      if (token.is(",")) {
        return isThatLater(sentence, i + 1);
      }
      if (token.is(";") || token.is(":") || token.is("\"")) {
        return false;
      }
    }
    return false;
  }

  /// "Said on Monday, after a meeting, that": the word after an insertion.
  private static boolean isThatLater(Sentence sentence, int from) {
    for (int i = from; i < Math.min(sentence.size(), from + 14); i++) {
      if (sentence.get(i).is(",")) {
        return i + 1 < sentence.size() && sentence.get(i + 1).is("that");
      }
    }
    return false;
  }

  private static boolean isParenthetical(Sentence sentence, int index) {
    int next = index + 1;
    return next < sentence.size()
        && (sentence.get(next).is(",") || sentence.get(next).is(".") || sentence.get(next).is(":"));
  }

  private static boolean hasQuoteNear(Sentence sentence, int index) {
    for (int i = Math.max(0, index - 4); i < Math.min(sentence.size(), index + 7); i++) {
      if (sentence.get(i).is("\"")) {
        return true;
      }
    }
    return false;
  }

  private Optional<Cue> accordingAt(Sentence sentence, int from, int start) {
    int end = phraseEnd(sentence, start);
    if (sentence.get(from).is("for") || (sentence.get(from).is("in") && end == start)) {
      return Optional.empty();
    }
    List<Speaker> speakers = people.speakers(sentence, start, end);
    return speakers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cue(from, end, from, speakers, false, true));
  }

  /// The end of a noun phrase with what belongs to it: "officials at the club", "X and Y".
  private static int phraseEnd(Sentence sentence, int start) {
    int end = NounPhrase.endOf(sentence, start, sentence.size());
    while (end < sentence.size() && end > start) {
      Token token = sentence.get(end);
      boolean isJoint =
          (token.is("at")
                  || token.is("in")
                  || token.is("from")
                  || token.is("with")
                  || token.is("to")
                  || token.is("and")
                  || token.is("for")
                  || token.is("on")
                  || token.is("close")
                  || token.is("familiar")
                  || token.is("who"))
              && end + 1 < sentence.size();
      if (!isJoint) {
        break;
      }
      int next = NounPhrase.endOf(sentence, end + 1, sentence.size());
      if (next == end + 1
          || (next < sentence.size() && Grammar.isFinite(sentence, next) && token.is("and"))) {
        break;
      }
      end = next;
    }
    return end;
  }

  private Optional<Cue> leftwards(Sentence sentence, int verb, int floor, List<Cue> earlier) {
    int at = verb;
    while (at > floor && isAdjunct(sentence.get(at - 1))) {
      at--;
    }
    boolean isJoined =
        at > floor && (sentence.get(at - 1).is("and") || sentence.get(at - 1).is("but"));
    boolean isGerund = sentence.get(verb).lower().endsWith("ing");
    boolean isInfinitive =
        at > floor
            && at == verb - 1
            && sentence.get(at).is("to")
            && sentence.get(at - 1).isTagged("VERB", "ADJ");
    if (isGerund || isJoined || isInfinitive) {
      if (!earlier.isEmpty() && isJoined) {
        return Optional.of(new Cue(at, verb + 1, verb, earlier.getLast().speakers(), false, false));
      }
      return subject(sentence, floor, verb)
          .map(speakers -> new Cue(verb, verb + 1, verb, speakers, false, false));
    }
    if (at > floor && sentence.get(at - 1).is("who")) {
      at--;
    }
    int end = at;
    if (at > floor && sentence.get(at - 1).is(",")) {
      int comma = previousComma(sentence, at - 2, floor);
      if (comma >= 0) {
        int start = nounsBefore(sentence, comma, floor);
        List<Speaker> outer = start < comma ? people.speakers(sentence, start, comma) : List.of();
        int inside = nounsBefore(sentence, at - 1, comma + 1);
        boolean isOuterName = outer.stream().anyMatch(Speaker::isNamed);
        boolean isInsertion =
            isOuterName
                && comma + 1 < at
                && (sentence.get(comma + 1).isTagged("VERB", "ADP", "SCONJ")
                    || sentence.get(comma + 1).is("who"));
        if (inside == comma + 1 && !isOuterName) {
          List<Speaker> inner = people.speakers(sentence, inside, at - 1);
          if (inner.stream().anyMatch(Speaker::isNamed)) {
            return Optional.of(
                new Cue(inside, hearersEnd(sentence, verb), verb, inner, false, false));
          }
        }
        if (!outer.isEmpty() && (isInsertion || !isFiniteBetween(sentence, comma, at - 1))) {
          return Optional.of(new Cue(start, hearersEnd(sentence, verb), verb, outer, false, false));
        }
      }
      end = at - 1;
    }
    int start = nounsBefore(sentence, end, floor);
    if (start >= end) {
      return Optional.empty();
    }
    List<Speaker> speakers = people.speakers(sentence, start, end);
    return speakers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cue(start, hearersEnd(sentence, verb), verb, speakers, false, false));
  }

  /// Where the subject that ends before a token begins, with what belongs to it: "officials
  /// familiar with the text", "X and Y".
  private static int nounsBefore(Sentence sentence, int end, int floor) {
    int start = NounPhrase.startOf(sentence, end, floor);
    while (start - 2 >= floor && start < end) {
      Token joint = sentence.get(start - 1);
      boolean isJoint =
          joint.is("and")
              || joint.is("at")
              || joint.is("in")
              || joint.is("with")
              || joint.is("for")
              || joint.is("from")
              || joint.is("close")
              || joint.is("to");
      int before = isJoint ? start - 1 : -1;
      while (before - 1 >= floor
          && isJoint
          && (sentence.get(before - 1).is("familiar") || sentence.get(before - 1).is("close"))) {
        before--;
      }
      int next = isJoint ? NounPhrase.startOf(sentence, before, floor) : start;
      if (!isJoint || next >= before) {
        break;
      }
      start = next;
    }
    return start;
  }

  private static boolean isFiniteBetween(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.get(i).isTagged("AUX")) {
        return true;
      }
    }
    return false;
  }

  private static int previousComma(Sentence sentence, int from, int floor) {
    for (int i = from; i >= Math.max(floor, from - 16); i--) {
      if (sentence.get(i).is(",")) {
        return i;
      }
      if (sentence.get(i).is(";")) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isAdjunct(Token token) {
    return token.isTagged("AUX", "ADV", "PART")
        || token.is("also")
        || token.is("later")
        || token.is("earlier");
  }

  private Optional<List<Speaker>> subject(Sentence sentence, int floor, int verb) {
    int finite = Grammar.firstFinite(sentence, floor, verb);
    if (finite <= floor) {
      return Optional.empty();
    }
    int end = finite;
    if (sentence.get(finite - 1).is(",")) {
      int comma = previousComma(sentence, finite - 2, floor);
      end = comma > floor ? comma : finite - 1;
    }
    int start = nounsBefore(sentence, end, floor);
    List<Speaker> speakers = start < end ? people.speakers(sentence, start, end) : List.of();
    return speakers.isEmpty() ? Optional.empty() : Optional.of(speakers);
  }

  private Optional<Cue> rightwards(Sentence sentence, int verb, int floor) {
    boolean isAfter =
        verb > floor && (sentence.get(verb - 1).is(",") || sentence.get(verb - 1).is("\""));
    if (!isAfter || verb + 1 >= sentence.size()) {
      return Optional.empty();
    }
    int start = verb + 1;
    int end = phraseEnd(sentence, start);
    if (end == start
        || (sentence.get(start).isTagged("PRON") && hearers.has(sentence.get(start)))) {
      return Optional.empty();
    }
    List<Speaker> speakers = people.speakers(sentence, start, end);
    return speakers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cue(verb, end, verb, speakers, true, false));
  }

  /// The end of verb and hearers: "told the House of Commons on Monday", "said in the capital".
  private int hearersEnd(Sentence sentence, int verb) {
    return verbs.at(sentence, verb, sentence.size()).map(Phrases.Match::to).orElse(verb + 1);
  }

  // what is said

  private static List<Head> contents(Sentence sentence, List<Cue> cues) {
    List<Head> heads = new ArrayList<>();
    int floor = 0;
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      int ceiling = i + 1 < cues.size() ? startOf(sentence, cues.get(i + 1), cue) : sentence.size();
      boolean isLead =
          cue.from() > 0
              && (sentence.get(cue.from() - 1).is(",") || sentence.get(cue.from() - 1).is("\""));
      boolean before = hasSomething(sentence, floor, cue.from());
      boolean isThat = isThat(sentence, cue.verb()) && !cue.isInverted();
      int comma = nextComma(sentence, cue.to(), ceiling);
      boolean after = Grammar.hasFinite(sentence, cue.to(), ceiling);
      boolean afterComma = comma < ceiling && Grammar.hasFinite(sentence, comma, ceiling);
      int semicolon = nextSemicolon(sentence, cue.to(), ceiling);
      List<Range> content = new ArrayList<>();
      boolean isDirect =
          Grammar.hasFinite(sentence, cue.to(), comma) || hasQuote(sentence, cue.to(), comma);
      if (isThat || !isLead || (!before && !cue.isAccording())) {
        boolean isParenthesis = isLead && !isThat && afterComma && !isDirect;
        int start = isThat ? afterThat(sentence, cue.to(), ceiling) : cue.to();
        content.add(isParenthesis ? new Range(comma + 1, ceiling) : new Range(start, ceiling));
        if (cue.isAccording() && before && !isLead) {
          content.add(0, new Range(floor, cue.from()));
        }
        if (isParenthesis && cue.from() > floor) {
          content.add(0, new Range(floor, cue.from()));
        }
      } else if (isLead
          && isDirect
          && after
          && !cue.isInverted()
          && !hasFullBefore(sentence, floor, cue.from())) {
        content.add(new Range(cue.to(), ceiling));
      } else {
        content.add(new Range(floor, cue.from()));
        if (!cue.isInverted()
            && afterComma
            && comma < semicolon
            && isContinued(sentence, comma, ceiling)) {
          content.add(new Range(comma, ceiling));
        } else if (semicolon < ceiling) {
          content.add(new Range(semicolon, ceiling));
        } else if (!cue.isInverted() && isDirect && !isLead) {
          content.add(new Range(cue.to(), ceiling));
        }
      }
      heads.add(
          new Head(new Range(cue.from(), cue.to()), cue.verb(), cue.speakers(), content, true));
      floor = ends(content, cue, sentence);
    }
    return heads;
  }

  private static int afterThat(Sentence sentence, int from, int to) {
    for (int i = from; i < Math.min(to, from + 24); i++) {
      if (sentence.get(i).is("that")) {
        return i + 1;
      }
    }
    return from;
  }

  private static boolean hasFullBefore(Sentence sentence, int from, int to) {
    return Grammar.hasFinite(sentence, from, to);
  }

  private static boolean isContinued(Sentence sentence, int comma, int ceiling) {
    int verb = Grammar.firstFinite(sentence, comma, ceiling);
    int first = comma + 1;
    if (first >= ceiling || verb < 0) {
      return false;
    }
    Token token = sentence.get(first);
    return !token.is("who")
        && !token.is("which")
        && !token.is("where")
        && !token.is("as")
        && !token.is("after")
        && !token.isTagged("VERB")
        && !token.is("when");
  }

  private static int ends(List<Range> content, Cue cue, Sentence sentence) {
    int end = cue.to();
    for (Range each : content) {
      end = Math.max(end, each.to());
    }
    return Math.min(end, sentence.size());
  }

  private static int startOf(Sentence sentence, Cue next, Cue cue) {
    int at = next.from();
    while (at > cue.to() && sentence.get(at - 1).isTagged("CCONJ", "SCONJ", "PUNCT")) {
      at--;
    }
    // what stands before ", X said" is X's
    if (at < next.from() && sentence.get(next.from() - 1).is(",") && next.from() - at == 1) {
      for (int i = at - 1; i > cue.to(); i--) {
        if (sentence.get(i).is(";")) {
          return i;
        }
      }
    }
    return at;
  }

  private static boolean hasSomething(Sentence sentence, int from, int to) {
    return Grammar.hasFinite(sentence, from, to) || hasQuote(sentence, from, to);
  }

  private static boolean hasQuote(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.get(i).is("\"")) {
        return true;
      }
    }
    return false;
  }

  private static int nextComma(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.get(i).is(",")
          || sentence.get(i).is(";")
          || sentence.get(i).is(":")
          || sentence.get(i).is("-")
          || sentence.get(i).is("–")) {
        return i;
      }
    }
    return to;
  }

  private static int nextSemicolon(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.get(i).is(";")) {
        return i;
      }
    }
    return to;
  }
}
