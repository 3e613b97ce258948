package org.parley.reading.rules.speech;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;

/// The speakers of a joint statement: the parties it names.
public final class JointText {

  private JointText() {}

  /// The parties, if the first sentence introduces a common statement; else empty.
  public static List<Speaker> speakers(ParsedText text) {
    Lexicon lexicon = text.lexicon();
    if (text.sentences().isEmpty()) {
      return List.of();
    }
    Sentence first = text.sentences().getFirst();
    boolean isOwn =
        lexicon.get("people.joint-texts").isIn(first, 0, Math.min(first.size(), 6))
            && !hasSubject(first);
    if (!isOwn) {
      return List.of();
    }
    Phrases pairs = lexicon.get("people.pairs");
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Speaker> named = new LinkedHashMap<>();
    for (Sentence each : text.sentences().stream().skip(1).toList()) {
      for (Phrases.Match pair : pairs.in(each, 0, each.size())) {
        TextSpan at = each.span(pair.from(), pair.to());
        String words = at.in(text.text());
        counts.merge(pair.value(), 1, Integer::sum);
        named.putIfAbsent(pair.value(), new Speaker(words, null, at, false));
      }
    }
    return named.keySet().stream()
        .max(Comparator.comparingInt(each -> counts.getOrDefault(each, 0)))
        .map(each -> List.of(Objects.requireNonNull(named.get(each))))
        .orElse(List.of());
  }

  /// Whether a sentence has a subject, and so is not a heading.
  private static boolean hasSubject(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      if (s.tree().isLabelled(i, "nsubj", "nsubjpass")) {
        return true;
      }
    }
    return false;
  }
}
