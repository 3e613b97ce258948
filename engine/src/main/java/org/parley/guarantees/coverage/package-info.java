/// **Which duty would answer which threat at which moment, who bears it, and where are the holes?**
///
/// [Coverage] is swept over the moments at which anything about a guarantee changes: exact, nothing
/// is sampled, at the cost of those moments times threats times commitments. [Burden] sums what is
/// pledged, on which conditions, against what is required.
@NullMarked
package org.parley.guarantees.coverage;

import org.jspecify.annotations.NullMarked;
