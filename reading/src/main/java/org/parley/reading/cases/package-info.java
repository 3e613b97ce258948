/// **Which record would a proposal become?** Links speakers to the parties of a case, words to its
/// instruments, points and components, and each proposal to a candidate record. Finds duplicates,
/// sources that the text repeats, and a grade for its publisher from visible evidence.
@NullMarked
package org.parley.reading.cases;

import org.jspecify.annotations.NullMarked;
