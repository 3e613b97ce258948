/// **Does a finding follow from its certificate?** Checks that use none of the searches that made
/// it.
///
/// Each engine's certificates have a checker of their own here. A checker may read the problem and
/// the certificate, adds everything up anew, and says that the finding holds, fails, or is left
/// open.
@NullMarked
package org.parley.check;

import org.jspecify.annotations.NullMarked;
