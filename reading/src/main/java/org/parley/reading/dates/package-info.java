/// **Which day does "Monday", "early 2026" or "within weeks" mean in a text published on a given
/// day?** Answers are dates in the Extended Date/Time Format, as imprecise as what was said.
@NullMarked
package org.parley.reading.dates;

import org.jspecify.annotations.NullMarked;
