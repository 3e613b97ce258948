/// **What do clauses say as numbers?** A sequence as bounds on differences, and what such bounds
/// can and cannot hold. For the engine alone; nothing of it is exported.
/// - [Encoding]: each bound with the demand, way and readings it comes from; [Choice]: which bounds
///   hold once readings and ways are chosen.
/// - [Potentials], [Distances]: times that satisfy bounds, or a cycle that shows there are none;
///   shortest distances.
/// - [MinimalCycles], [Nogood]: every minimal set of labels that cannot hold.
///
/// Literature: Dechter, Meiri and Pearl (1991) for time as differences; Tison (1967) for
/// resolution.
@NullMarked
package org.parley.sequence.bounds;

import org.jspecify.annotations.NullMarked;
