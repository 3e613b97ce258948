/// **Is it true?** Re-checks every finding from its certificate alone.
///
/// Nothing here calls a search, or anything a search is made of: a check reads the problem and the
/// certificate and says what is wrong with them, if anything.
@NullMarked
package org.parley.check;

import org.jspecify.annotations.NullMarked;
