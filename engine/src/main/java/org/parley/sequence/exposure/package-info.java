/// **Who has given what it cannot take back, and received how much?**
/// - [Exposure]: the balance of each party as a plan goes on. [FirstMover]: who gives first, and
///   how long it waits for something in return.
/// - [ExchangeOrder]: the order of irreversible steps that keeps the largest exposure smallest, and
///   the pairs to make simultaneous that lower it; [Unavoidable] proves that none does better.
///
/// Literature: Abdel-Wahab and Kameda (1978) for orders with the least largest cumulative cost;
/// their exchange of neighbours holds for one party, here it is asked to hold for all of them at
/// once.
@NullMarked
package org.parley.sequence.exposure;

import org.jspecify.annotations.NullMarked;
