/// **What would it be on record?** Maps what was read onto one case: speakers to its parties, words
/// to its instruments, points and components, and each proposal to the record it would become. Says
/// which proposals are known already, which sources the text repeats, and how reliable its
/// publisher may be held to be, from what is visible in it.
@NullMarked
package org.parley.reading.cases;

import org.jspecify.annotations.NullMarked;
