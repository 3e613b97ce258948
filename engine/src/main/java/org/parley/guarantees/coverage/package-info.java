/// **Which duty would answer which threat at which moment, who bears it, and where are the holes?**
///
/// [Coverage] is an exact sweep over the moments at which a guarantee changes. Cost: these moments
/// times threats times commitments. [Burden] sums pledges and their conditions against needs.
@NullMarked
package org.parley.guarantees.coverage;

import org.jspecify.annotations.NullMarked;
