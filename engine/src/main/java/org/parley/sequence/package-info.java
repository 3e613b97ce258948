/// **In which order, by when, and can it be done at all?** Steps of a settlement in time, and what
/// the parties demand of their order.
/// - [SequenceProblem]: steps, contested terms and demands, each demand with its party and claims.
/// - [Knots]: every minimal set of demands that cannot all hold, with the loop that proves it.
/// - [WaysOut]: every minimal set of demands to drop, or readings to settle on, that leaves no
///   knot; how many days each would have to give.
/// - [Plans]: the earliest and latest date of every step and the chain of clauses that forces it.
/// - [Controllability]: whether every bound can be kept whatever the durations others decide turn
///   out to be; the loop that prevents it, or a [Strategy].
/// - [Exposure]: what each party has irreversibly given and what it has received, and the order
///   that keeps the largest such exposure smallest.
/// - [Slip]: what moves when a step is late or done. [Progress]: how much was carried out.
///
/// Times are whole units of a [TimeScale]; every sum is checked for overflow. Parley prefers no
/// knot, way out or plan over another: lists come in the order of ids.
///
/// Literature: Dechter, Meiri and Pearl (1991) for time as differences; Liffiton and Sakallah
/// (2008) for conflicts and corrections as hitting sets of each other; Morris (2014) and Cairo,
/// Hunsberger and Rizzi (2018), Hunsberger and Posenato (2022) for controllability.
@NullMarked
package org.parley.sequence;

import org.jspecify.annotations.NullMarked;
