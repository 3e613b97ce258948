package org.parley.reading.rules;

import java.util.List;
import org.parley.reading.Span;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;

/// Who speaks in a text that is itself a statement of several: whoever it calls the parties.
final class JointText {

  private JointText() {}

  /// The parties, where the first sentence says that the text is their common statement; else
  /// nobody.
  static List<Speaker> speakers(ParsedText text) {
    Lexicon lexicon = text.lexicon();
    if (text.sentences().isEmpty()) {
      return List.of();
    }
    Sentence first = text.sentences().getFirst();
    boolean isOwn =
        lexicon.get("people.joint-texts").isIn(first, 0, Math.min(first.size(), 6))
            && !lexicon.get("saying.verbs").isIn(first, 0, first.size());
    if (!isOwn) {
      return List.of();
    }
    Phrases pairs = lexicon.get("people.pairs");
    for (Sentence each : text.sentences().stream().skip(1).toList()) {
      List<Phrases.Match> found = pairs.in(each, 0, each.size());
      if (!found.isEmpty()) {
        Phrases.Match pair = found.getFirst();
        Span at = each.span(pair.from(), pair.to());
        return List.of(new Speaker(at.in(text.text()), null, at, false));
      }
    }
    return List.of();
  }
}
