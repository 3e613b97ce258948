package org.parley.reading.rules.speech;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.reading.Speaker;
import org.parley.reading.rules.clause.TokenRange;

/// An utterance in a sentence: a verb with its speaker, "according to" a speaker, or a name before
/// a colon.
///
/// @param words the tokens of speaker and verb
/// @param verb the token of the verb, or of its substitute
/// @param speakers the speakers, at least one, each once
/// @param content the tokens of the content, from left to right
/// @param isTurn whether the speaker is named before a colon, as in an interview
public record Utterance(
    TokenRange words, int verb, List<Speaker> speakers, List<Integer> content, boolean isTurn) {

  public Utterance {
    Set<String> names = new HashSet<>();
    speakers = speakers.stream().filter(each -> names.add(each.name())).toList();
  }
}
