package org.parley.reading.rules.claim;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Speakers;

/// Terms that are agreed: items of a list after "The parties agreed as follows:", and the next
/// sentences of a turn. "We have a deal on pay. Shifts will be paid in full."
///
/// A list has one form of marks: numbers, letters or bullets. It ends with the first paragraph that
/// has another. A turn's terms say what will be, of a thing or a party, in the same paragraph.
final class AgreedTerms {

  private static final Pattern MARK =
      Pattern.compile(
          "\\s*(?:([-*•–—])|\\(?(?:(\\d{1,2})|(\\p{L}|[ivx]{1,4}))[.)])\\s.*", Pattern.DOTALL);

  private final String text;
  private List<Speaker> who = List.of();
  private int paragraph = -1;
  private String mark = "";
  private String announced = "";
  private int marked = -1;
  private String markOfParagraph = "";
  private List<Speaker> settler = List.of();
  private int settledIn = -1;
  private int settledBy = -1;

  private final List<Phrases> meetings;

  AgreedTerms(String text, Lexicon lexicon) {
    this.text = text;
    meetings =
        Stream.of(
                "meetings.nouns",
                "meetings.processes",
                "meetings.verbs",
                "meetings.travels",
                "meetings.agenda",
                "meetings.resuming",
                "predicates.talk",
                "predicates.ponder")
            .map(lexicon::get)
            .toList();
  }

  /// Remembers that somebody who has the floor says that something is agreed.
  void settle(Sentence s, List<Speaker> speakers) {
    settler = speakers;
    settledIn = s.paragraph();
    settledBy = s.number();
  }

  /// Whether a clause is a term of what its speaker said was agreed, earlier in the paragraph.
  boolean isOne(Sentence s, Sentence content, List<Speaker> speakers) {
    int verb = ClauseFeatures.top(content);
    int subject = verb < 0 ? -1 : Speakers.subjectOf(content, verb);
    if (subject < 0 || s.paragraph() != settledIn || s.number() <= settledBy) {
      return false;
    }
    Mood mood = Mood.of(content, verb);
    return speakers.equals(settler)
        && mood.isAhead()
        && !mood.isDenied()
        && content.get(subject).isTagged("NOUN", "PROPN")
        && meetings.stream().noneMatch(each -> each.isIn(content, 0, content.size()));
  }

  /// Begins a list after a sentence that announces it: its paragraph ends with a colon.
  void announce(Sentence s, List<Speaker> speakers) {
    int end = s.span().end();
    String close = text.substring(Math.max(0, end - 1), Math.min(text.length(), end + 2));
    if (close.split("\n", 2)[0].strip().endsWith(":")) {
      who = speakers;
      paragraph = s.paragraph();
      announced = markOf(s);
      mark = "";
    }
  }

  /// Whose terms a sentence is; none if it stands in no list.
  List<Speaker> of(Sentence s) {
    if (who.isEmpty() || s.paragraph() == paragraph) {
      return List.of();
    }
    String own = markOf(s);
    boolean isNext =
        !own.isEmpty() && !own.equals(announced) && (mark.isEmpty() || own.equals(mark));
    who = isNext ? who : List.of();
    mark = own;
    return who;
  }

  /// The form of the mark before a sentence's paragraph: a bullet, a number or a letter.
  private String markOf(Sentence s) {
    if (s.paragraph() != marked) {
      marked = s.paragraph();
      int start = text.lastIndexOf('\n', Math.max(0, s.span().start() - 1)) + 1;
      Matcher found = MARK.matcher(text.substring(start, Math.min(text.length(), start + 12)));
      markOfParagraph =
          !found.matches()
              ? ""
              : found.group(1) != null ? "bullet" : found.group(2) != null ? "number" : "letter";
    }
    return markOfParagraph;
  }
}
