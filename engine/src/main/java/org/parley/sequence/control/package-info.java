/// **Can every bound be kept whatever others decide?** Durations that others decide are known only
/// when they end.
/// - [Controllability]: whether every bound can be kept for all such durations, with a [Derivation]
///   if not; [Strategy]: what to do next.
/// - [ControlledPlan]: the same for the steps and clauses of a plan, and back.
///
/// Literature: Morris, Muscettola and Vidal (2001), Morris and Muscettola (2005), Morris (2014),
/// Cairo, Hunsberger and Rizzi (2018), Hunsberger and Posenato (2022).
@NullMarked
package org.parley.sequence.control;

import org.jspecify.annotations.NullMarked;
