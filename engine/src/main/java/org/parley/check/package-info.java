/// **Does a finding follow from its certificate?** Checks that use none of the searches that made
/// it.
///
/// Each certificate type has its own checker. A checker may read the problem and the certificate,
/// recomputes every value, and returns that the finding holds, fails, or is left open.
@NullMarked
package org.parley.check;

import org.jspecify.annotations.NullMarked;
