/// **Which numbers stand for the words?** A documented step from grades and ranks to integer worths
/// that people can see and change.
///
/// [QualitativeWorths] turns ranks of points and grades of options into [Scores]. A [WorthRange] is
/// a worth known only within bounds.
///
/// Guaranteed: weights are exact fractions; the allotted points add up to the total; renaming or
/// reordering points only reorders the result. Cost: linear in the options.
///
/// Literature: Edwards and Barron 1994 (rank-order centroid).
@NullMarked
package org.parley.bargain.worth;

import org.jspecify.annotations.NullMarked;
