/// **Who is speaking?** Names, offices and descriptions of a text, and whom "the prime minister",
/// "he" and "the Ukrainian leader" mean in it. Works on what the text itself tells; the only names
/// it knows beforehand are those of countries, with their adjectives and capitals.
@NullMarked
package org.parley.reading.people;

import org.jspecify.annotations.NullMarked;
