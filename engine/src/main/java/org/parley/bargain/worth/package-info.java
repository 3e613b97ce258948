/// **Which numbers stand for the words?** A stated step from grades and ranks to whole worths, for
/// people to see and to change.
///
/// [Words] turns ranks of points and grades of options into [Scores]; a [Range] carries a worth
/// that is only known within bounds.
///
/// Guaranteed: weights are exact fractions; the points handed out add up to what there was to hand
/// out; renaming or reordering points only reorders the result. Cost: linear in the options.
///
/// Literature: Edwards and Barron 1994 (weights by rank-order centroid).
@NullMarked
package org.parley.bargain.worth;

import org.jspecify.annotations.NullMarked;
