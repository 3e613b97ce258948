/// **Where do the duties of one commitment stand, given all that is on record about one incident?**
///
/// [Fold] answers for exact times, from a [Dossier] of the incident and the [Standing] of the
/// commitment; [Worlds] tries every way in which times that are not exact may have been. Nothing
/// here remembers an earlier answer, looks for incidents, or knows how entries came in.
@NullMarked
package org.parley.guarantees.fold;

import org.jspecify.annotations.NullMarked;
