package org.parley.reading.people;

import org.parley.reading.Speaker;

/// Where a sentence names a person.
///
/// @param last the last token of the name
public record PersonMention(Speaker person, int last) {}
