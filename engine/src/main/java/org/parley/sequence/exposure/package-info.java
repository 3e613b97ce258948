/// **Who has given what it cannot take back, and received how much?**
/// - [Exposure]: the balance of each party as a plan goes on.
/// - [ExchangeOrder]: the order of irreversible steps that keeps the largest exposure smallest, and
///   the pairs to make simultaneous that lower it.
@NullMarked
package org.parley.sequence.exposure;

import org.jspecify.annotations.NullMarked;
