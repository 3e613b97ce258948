/// **By when, and why not earlier?**
/// - [Plans]: the earliest and latest date of every step, and the chain of clauses that forces it.
/// - [Slip]: the changes when a step is late or done. [ImplementationProgress]: the rate of
///   implementation.
///
/// Literature: Dechter, Meiri and Pearl (1991) for dates as shortest distances; Joshi, Quinn and
/// Regan (2015) for the scale of progress.
@NullMarked
package org.parley.sequence.plan;

import org.jspecify.annotations.NullMarked;
