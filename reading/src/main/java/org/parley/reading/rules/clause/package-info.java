/// **How is a sentence built?** Clauses, the moods of their verbs, their subjects, and the bounds
/// of the phrases around nouns. Nothing here knows of speakers or settlements.
@NullMarked
package org.parley.reading.rules.clause;

import org.jspecify.annotations.NullMarked;
