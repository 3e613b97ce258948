/// **Who is speaking?** Named entities and coreference: names, offices and descriptions of a text,
/// and the antecedents of "the prime minister", "he" and "the Ukrainian leader". It uses the text
/// alone; the only names known beforehand are those of countries, with adjectives and capitals.
@NullMarked
package org.parley.reading.people;

import org.jspecify.annotations.NullMarked;
