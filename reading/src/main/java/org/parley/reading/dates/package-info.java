/// **Which day does "Monday", "early 2026" or "within weeks" mean in a text published on a given
/// day?** Answers are EDTF dates, as imprecise as the text.
@NullMarked
package org.parley.reading.dates;

import org.jspecify.annotations.NullMarked;
