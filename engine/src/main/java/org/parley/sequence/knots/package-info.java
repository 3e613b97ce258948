/// **Which demands conflict, and what would resolve them?**
/// - [Knots]: every minimal unsatisfiable set of demands (MUS), with the cycle that proves it.
/// - [WaysOut]: every minimal correction set (MCS): demands to drop, or readings to settle, that
///   leave no knot. [Weakening]: the days by which each would have to give.
/// - [KnotSummary]: the result in numbers.
///
/// Parley prefers no knot and no way out over another: lists are in the order of ids.
///
/// Literature: Liffiton and Sakallah (2008) for conflicts and corrections as hitting sets of each
/// other; Berge (1989) for minimal hitting sets.
///
/// Two demands that conflict, and the ways out:
///
/// {@snippet file="ConflictingDemands.java" region="knots"}
@NullMarked
package org.parley.sequence.knots;

import org.jspecify.annotations.NullMarked;
