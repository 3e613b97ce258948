/// **What may a result claim?** Exact arithmetic, budgets without a clock, and [Finding]: the one
/// shape in which every search answers.
/// - A [Finding] cannot claim more than was proved: it is proved with a certificate, bounded with
///   what is still guaranteed and what stopped it, or shown impossible with a certificate.
/// - A [Budget] counts steps and states and listens to a stop signal of the caller; nothing here
///   reads a clock.
/// - Worths are whole numbers (`long`) whose sums are checked for overflow before a search starts;
///   [Rational] is exact where a quotient is needed. A `double` decides nothing.
///
/// Cost: constant per operation; [Rational] is as costly as `BigInteger` of the same size.
@NullMarked
package org.parley.exact;

import org.jspecify.annotations.NullMarked;
