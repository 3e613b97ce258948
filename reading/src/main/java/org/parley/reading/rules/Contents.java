package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Finds what is said: before, after or around the verb of saying and its speaker.
final class Contents {

  private Contents() {}

  /// Whether the words of a verb of saying follow with "that".
  static boolean isThat(Sentence sentence, int index) {
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

  /// The heads that the cues of a sentence are, each with what it governs.
  static List<Head> of(Sentence sentence, List<Cue> cues, Phrases questions) {
    List<Head> heads = new ArrayList<>();
    boolean isAnswer = !cues.isEmpty() && questions.at(sentence, 0, sentence.size()).isPresent();
    int floor = isAnswer ? cues.getFirst().from() : 0;
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      if (cue.isTurn()) {
        Range said = new Range(cue.to(), sentence.size());
        return List.of(
            new Head(new Range(0, cue.to()), cue.verb(), cue.speakers(), List.of(said), true));
      }
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
