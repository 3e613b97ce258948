/// **What stays acceptable when worths are only known within bounds?** [Robustness] draws worths
/// from their ranges, sees what becomes of packages, and names the safest.
///
/// Guaranteed: what is said to hold surely or never holds for every worth in the ranges; the rest
/// is an estimate with its interval, a function of a range of seeds alone: the same on any number
/// of threads, and tallies of ranges that follow each other add up to the tally of both.
///
/// Assumed: each worth lies anywhere in its range with equal chance, independent of the others.
/// Cost: one draw costs a sum over the package and, for efficiency, one search.
///
/// Literature: Wilson 1927 (intervals of shares); Ben-Haim 2006 (how far all can fall together).
@NullMarked
package org.parley.bargain.robust;

import org.jspecify.annotations.NullMarked;
