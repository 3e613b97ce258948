package org.parley.reading.rules;

import java.util.List;
import org.parley.reading.Speaker;

/// A verb of saying with its speaker, before it is known what is said.
///
/// @param from the first token of verb and speaker
/// @param to the token after them
/// @param verb the verb, or the first token of what stands for one
/// @param isInverted whether the speaker follows the verb
/// @param isAccording whether a preposition stands for the verb
/// @param isTurn whether the speaker is named before a colon, as in an interview
record Cue(
    int from,
    int to,
    int verb,
    List<Speaker> speakers,
    boolean isInverted,
    boolean isAccording,
    boolean isTurn) {

  Cue(int from, int to, int verb, List<Speaker> speakers, boolean isInverted) {
    this(from, to, verb, speakers, isInverted, false, false);
  }
}
