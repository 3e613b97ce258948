/// **What is the chance that a vote carries, when the votes are known only as ranges?**
///
/// [Votes] answers by exact rational arithmetic for bodies of independent blocs, and for an
/// electorate. Where a share of those eligible has to be reached, it may answer by an interval. The
/// model is stated: a share lies anywhere in its range with equal chance, independent of the
/// others. A share without a range has no distribution, and widens the interval. [Chance] joins
/// chances without assuming that votes are independent (Fréchet bounds).
///
/// Cost: for a body, the blocs times the sum of their widths in seats. Literature: the distribution
/// of a sum of uniform variables, Irwin and Hall 1927; bounds on joint events, Fréchet 1935.
@NullMarked
package org.parley.bargain.approval;

import org.jspecify.annotations.NullMarked;
