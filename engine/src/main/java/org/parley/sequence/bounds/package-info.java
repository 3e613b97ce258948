/// **How do clauses become numbers?** A sequence as a simple temporal network: difference
/// constraints, and their consequences. Not exported.
/// - [Encoding]: each bound with its demand, way and readings; [Interpretation]: the bounds under
///   chosen readings and ways.
/// - [BellmanFord], [ShortestDistances]: times that satisfy bounds, or a negative cycle; shortest
///   distances.
/// - [MinimalCycles], [Nogood]: every minimal inconsistent set of labels.
/// - [ChoiceSearch]: ways, readings and sides under which demands hold, or why there are none.
///
/// Literature: Dechter, Meiri and Pearl (1991) for temporal networks; Tison (1967) for resolution;
/// Prosser (1993) for backjumping.
@NullMarked
package org.parley.sequence.bounds;

import org.jspecify.annotations.NullMarked;
