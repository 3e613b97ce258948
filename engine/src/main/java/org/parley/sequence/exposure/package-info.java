/// **Who has given irreversibly, and received how much?**
/// - [Exposure]: the balance of each party as a plan proceeds. [FirstMover]: the party that gives
///   first, and the longest wait for a return.
/// - [ExchangeOrder]: the order of irreversible steps with the smallest largest exposure, and the
///   pairs that lower it if simultaneous. [UnavoidableExposure] proves that no order does better.
///
/// Literature: Abdel-Wahab and Kameda (1978) for orders of least largest cumulative cost. Their
/// exchange of neighbours holds for one party; here it has to hold for all at once.
@NullMarked
package org.parley.sequence.exposure;

import org.jspecify.annotations.NullMarked;
