/// **In which order, by when, and is it feasible at all?** Steps of a settlement in time, and the
/// demands of the parties on their order.
/// - [SequenceProblem]: steps, contested terms and demands, each demand with its party and claims;
///   read from a case, or built directly.
/// - `knots`: every minimal conflict of demands, and every minimal way out.
/// - `plan`: the earliest and latest date of every step with the clauses that force it; the effect
///   of delays; the rate of implementation.
/// - `control`: dynamic controllability: whether every bound can be kept for all durations that
///   others decide; a negative cycle, or a strategy.
/// - `exposure`: each party's irreversible concessions and receipts, and the order with the
///   smallest largest exposure.
///
/// Times are integer units of a [TimeScale]; every sum is checked for overflow. Parley prefers no
/// knot, way out or plan over another: lists are in the order of ids.
///
/// Literature: Dechter, Meiri and Pearl (1991) for temporal networks; Monat, Fromherz and Merigoux
/// (2024) for months and years.
@NullMarked
package org.parley.sequence;

import org.jspecify.annotations.NullMarked;
