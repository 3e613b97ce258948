/// **What may a result claim?** Exact arithmetic, budgets without a clock, and [Finding], the
/// answer type of every search.
/// - A [Finding] cannot claim more than was proved. It is proved or impossible with a certificate,
///   or bounded with its guarantee and the reason why it stopped.
/// - A [Budget] counts steps and states and polls a stop signal of the caller; nothing here reads a
///   clock.
/// - Worths are integers (`long`) with sums checked for overflow before a search starts; [Rational]
///   is exact for quotients. No decision depends on a `double`.
///
/// Cost: constant per operation; [Rational] is as costly as `BigInteger` of the same size.
@NullMarked
package org.parley.exact;

import org.jspecify.annotations.NullMarked;
