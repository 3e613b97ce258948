package org.parley.reading.rules;

import java.util.List;
import org.parley.reading.Speaker;

/// Who says it: a speaker with a verb of saying, or "according to" somebody.
///
/// @param words the tokens of speaker, verb and hearers
/// @param verb the token of the verb
/// @param speakers who speaks, at least one
/// @param content the tokens that are said
/// @param goesOn whether what is said may go on in the next sentence
record Head(Range words, int verb, List<Speaker> speakers, List<Range> content, boolean goesOn) {}
