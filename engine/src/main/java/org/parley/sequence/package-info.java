/// **In which order, by when, and can it be done at all?** Steps of a settlement in time, and what
/// the parties demand of their order.
/// - [SequenceProblem]: steps, contested terms and demands, each demand with its party and claims;
///   read from a case, or built by hand.
/// - `knots`: every minimal set of demands that cannot all hold, and every minimal way out.
/// - `plan`: the earliest and latest date of every step and the chain of clauses that forces it;
///   what moves when a step is late; how much was carried out.
/// - `control`: whether every bound can be kept whatever the durations others decide turn out to
///   be; the loop that prevents it, or a strategy.
/// - `exposure`: what each party has irreversibly given and what it has received, and the order
///   that keeps the largest such exposure smallest.
///
/// Times are whole units of a [TimeScale]; every sum is checked for overflow. Parley prefers no
/// knot, way out or plan over another: lists come in the order of ids.
///
/// Literature: Dechter, Meiri and Pearl (1991) for time as differences; Monat, Fromherz and
/// Merigoux (2024) for months and years.
@NullMarked
package org.parley.sequence;

import org.jspecify.annotations.NullMarked;
