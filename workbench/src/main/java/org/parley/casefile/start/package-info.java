/// Begins cases: templates in each language, and the files of a new case.
@NullMarked
package org.parley.casefile.start;

import org.jspecify.annotations.NullMarked;
