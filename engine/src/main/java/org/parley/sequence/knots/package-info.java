/// **Which demands cannot all hold, and what would untie them?**
/// - [Knots]: every minimal set of demands that cannot all hold, with the loop that proves it.
/// - [WaysOut]: every minimal set of demands to drop, or readings to settle on, that leaves no
///   knot; [Weakening]: how many days each would have to give.
/// - [KnotSummary]: what the search comes to, in numbers.
///
/// Parley prefers no knot and no way out over another: lists come in the order of ids.
///
/// Literature: Liffiton and Sakallah (2008) for conflicts and corrections as hitting sets of each
/// other; Berge (1989) for the minimal hitting sets.
@NullMarked
package org.parley.sequence.knots;

import org.jspecify.annotations.NullMarked;
