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

  /// So many tokens may stand before the colon of a turn.
  private static final int MAX_TURN = 18;

  private final People people;
  private final Phrases verbs;
  private final Phrases weak;
  private final Phrases hearers;
  private final Phrases according;
  private final Phrases questions;

  Heads(Lexicon lexicon, People people) {
    this.people = people;
    verbs = lexicon.get("saying.verbs");
    weak = lexicon.get("saying.weak");
    hearers = lexicon.get("saying.hearers");
    according = lexicon.get("saying.according");
    questions = lexicon.get("saying.questions");
  }

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
    return Contents.of(sentence, cues, questions);
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
        && (!isInfinitive || Contents.isThat(sentence, index))
        && !(token.isQuoted() && !token.is("\""));
  }

  private boolean isWeak(Sentence sentence, int index) {
    return weak.at(sentence, index, sentence.size()).isPresent();
  }

  private Optional<Cue> cueAt(Sentence sentence, int index, int floor, List<Cue> earlier) {
    Optional<Cue> turn = turnAt(sentence, index);
    if (turn.isPresent()) {
      return turn;
    }
    if (isOwnWords(sentence, index)) {
      return people.speakers(sentence, index + 1, index + 2).stream()
          .findFirst()
          .map(who -> new Cue(index, index + 3, index, List.of(who), false, true, false));
    }
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
    if (isWeak(sentence, index)
        && (!Contents.isThat(sentence, index) || isThing(sentence, index))
        && !isNaming
        && !isDescription(sentence, index)
        && !isOutlook(sentence, index)
        && !hasQuoteNear(sentence, index)
        && !isParenthetical(sentence, index)) {
      return Optional.empty();
    }
    Optional<Cue> left = leftwards(sentence, index, floor, earlier);
    boolean isThing =
        left.isPresent() && left.get().speakers().stream().noneMatch(people::isPerson);
    if (isThing && isBareVerb(sentence, index)) {
      Optional<Cue> right = rightwards(sentence, index, floor);
      if (right.isPresent() && right.get().speakers().stream().anyMatch(people::isPerson)) {
        return right;
      }
    }
    return left.isPresent() ? left : rightwards(sentence, index, floor);
  }

  /// "Berg: we have not signed", as in an interview: a name before a colon, and no verb.
  private Optional<Cue> turnAt(Sentence sentence, int index) {
    boolean isColon = sentence.get(index).is(":") && index > 0 && index < MAX_TURN;
    boolean isLast = index + 1 >= sentence.size();
    if (isColon && !isLast && Grammar.hasFinite(sentence, 0, index)) {
      List<Speaker> who = actor(sentence, index);
      return who.size() == 1 && people.isSomebody(who.getFirst())
          ? Optional.of(new Cue(0, index + 1, index, who, false, false, true))
          : Optional.empty();
    }
    if (!isColon || isLast) {
      return Optional.empty();
    }
    int start = NounPhrase.startOf(sentence, index, 0);
    List<Speaker> speakers =
        start < index ? people.speakers(sentence, start, index) : List.<Speaker>of();
    boolean isSomebody = speakers.size() == 1 && people.isSomebody(speakers.getFirst());
    return isSomebody
        ? Optional.of(new Cue(0, index + 1, index, speakers, false, false, true))
        : Optional.empty();
  }

  /// "His counterpart was more careful: "We ...": whoever acts before a colon and a quotation.
  private List<Speaker> actor(Sentence sentence, int colon) {
    if (!sentence.get(colon + 1).is("\"") || verbs.isIn(sentence, 0, colon)) {
      return List.of();
    }
    int from = questions.at(sentence, 0, colon).isPresent() ? lastComma(sentence, colon) + 1 : 0;
    int verb = Grammar.firstFinite(sentence, from, colon);
    int start = verb > from ? nounsBefore(sentence, verb, from) : verb;
    return start < verb ? people.speakers(sentence, start, verb) : List.of();
  }

  private static int lastComma(Sentence sentence, int end) {
    int at = end - 1;
    while (at >= 0 && !sentence.get(at).is(",")) {
      at--;
    }
    return at;
  }

  /// "Described the chapter as closed".
  private static boolean isDescription(Sentence sentence, int index) {
    if (!sentence.get(index).lemma().equals("describe")) {
      return false;
    }
    for (int i = index + 2; i < Math.min(sentence.size(), index + 9); i++) {
      if (sentence.get(i).is("as")) {
        return true;
      }
    }
    return false;
  }

  /// "..., warned": a verb after a comma that needs no hearer.
  private static boolean isBareVerb(Sentence sentence, int index) {
    return index > 0
        && (sentence.get(index - 1).is(",") || sentence.get(index - 1).is("\""))
        && !sentence.get(index).lemma().matches("tell|inform|brief|assure|remind|notify");
  }

  /// "In her words".
  private static boolean isOwnWords(Sentence sentence, int index) {
    return index + 2 < sentence.size()
        && sentence.get(index).is("in")
        && sentence.get(index + 1).lower().matches("his|her|their")
        && sentence.get(index + 2).lower().matches("words?|view|account|telling");
  }

  /// "See the map that": the word belongs to a thing, not to the verb.
  private static boolean isThing(Sentence sentence, int index) {
    for (int i = index + 2; i < Math.min(sentence.size(), index + 5); i++) {
      if (sentence.get(i).is("that")) {
        return sentence.get(i - 1).isTagged("NOUN") && sentence.get(i - 2).isTagged("DET", "ADJ");
      }
    }
    return false;
  }

  /// "Expects the rest to be settled": what somebody expects of a thing.
  private static boolean isOutlook(Sentence sentence, int index) {
    if (!sentence.get(index).lemma().equals("expect")) {
      return false;
    }
    for (int i = index + 2; i < Math.min(sentence.size(), index + 12); i++) {
      if (sentence.get(i).is("to")) {
        return i + 1 < sentence.size() && sentence.get(i + 1).is("be");
      }
      if (Grammar.isFinite(sentence, i) || sentence.get(i).is(",")) {
        return false;
      }
    }
    return false;
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

  private boolean isParenthetical(Sentence sentence, int index) {
    int next = hearersEnd(sentence, index);
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
        : Optional.of(new Cue(from, end, from, speakers, false, true, false));
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
        return Optional.of(new Cue(at, verb + 1, verb, earlier.getLast().speakers(), false));
      }
      return subject(sentence, floor, verb)
          .map(speakers -> new Cue(verb, verb + 1, verb, speakers, false));
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
            return Optional.of(new Cue(inside, hearersEnd(sentence, verb), verb, inner, false));
          }
        }
        if (!outer.isEmpty() && (isInsertion || !isFiniteBetween(sentence, comma, at - 1))) {
          return Optional.of(new Cue(start, hearersEnd(sentence, verb), verb, outer, false));
        }
      }
      end = at - 1;
    }
    int start = nounsBefore(sentence, end, floor);
    List<Speaker> speakers = start < end ? people.speakers(sentence, start, end) : List.of();
    int who = relative(sentence, floor, verb);
    if (speakers.stream().noneMatch(people::isPerson) && who > floor) {
      start = NounPhrase.startOf(sentence, who, floor);
      speakers = start < who ? people.speakers(sentence, start, who) : List.of();
    }
    return speakers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cue(start, hearersEnd(sentence, verb), verb, speakers, false));
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

  /// Where the clause begins that tells who the speaker is, "the minister who has led the talks";
  /// -1 where there is none.
  private static int relative(Sentence sentence, int floor, int verb) {
    for (int i = floor + 1; i < Math.min(verb - 2, floor + 9); i++) {
      if (sentence.get(i).is("who")) {
        return sentence.get(i - 1).is(",") ? i - 1 : i;
      }
      if (Grammar.isFinite(sentence, i)) {
        return -1;
      }
    }
    return -1;
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
    if (end + 1 < sentence.size() && sentence.get(end).is(",")) {
      int last = NounPhrase.endOf(sentence, end + 1, sentence.size());
      List<Speaker> apart = people.speakersNamed(sentence, end + 1, last);
      if (!apart.isEmpty() && speakers.stream().noneMatch(people::isPerson)) {
        speakers = apart;
        end = last;
      }
    }
    return speakers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cue(verb, end, verb, speakers, true));
  }

  /// The end of verb and hearers: "told the House of Commons on Monday", "said in the capital".
  private int hearersEnd(Sentence sentence, int verb) {
    return verbs.at(sentence, verb, sentence.size()).map(Phrases.Match::to).orElse(verb + 1);
  }
}
