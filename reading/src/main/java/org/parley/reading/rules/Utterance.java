package org.parley.reading.rules;

import java.util.List;
import org.parley.reading.Speaker;

/// Who says what in a sentence: a verb with whoever it has as its subject, "according to" somebody,
/// or a name before a colon.
///
/// @param words the tokens of speaker and verb
/// @param verb the token of the verb, or the first of what stands for one
/// @param speakers who speaks, at least one
/// @param content the tokens that are said, from left to right
/// @param isTurn whether the speaker is named before a colon, as in an interview
record Utterance(
    TokenRange words, int verb, List<Speaker> speakers, List<Integer> content, boolean isTurn) {}
