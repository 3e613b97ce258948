/// **What stays acceptable if worths are known only within bounds?** [Robustness] samples worths
/// from their ranges, evaluates packages and names the safest.
///
/// Guaranteed: what holds "surely" or "never" holds for every worth in the ranges. The rest is an
/// estimate with its interval. It is a function of a range of seeds alone, whatever the number of
/// threads, and tallies of consecutive ranges add up.
///
/// Assumed: each worth is uniform in its range and independent of the others. Cost: one draw costs
/// a sum over the package and, for efficiency, one search.
///
/// Literature: Wilson 1927 (intervals of shares); Ben-Haim 2006 (joint fall of all worths).
@NullMarked
package org.parley.bargain.robust;

import org.jspecify.annotations.NullMarked;
