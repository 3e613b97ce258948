/// **Where do the duties of one commitment stand, given the record of one incident?**
///
/// [Fold] answers for exact times, from a [Dossier] of the incident and the [Standing] of the
/// commitment. [Worlds] bounds all possible times by branch and bound over intervals. The package
/// is stateless: it neither looks for incidents nor depends on the order of arrival.
@NullMarked
package org.parley.guarantees.fold;

import org.jspecify.annotations.NullMarked;
