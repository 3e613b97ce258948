/// **What is a package worth to a party, exactly?** Utilities of files as exact fractions over
/// options and boxes of packages, and the one scale that makes them integers.
///
/// Every format reader builds [Utility]s; [UtilityScale] turns them into an
/// [org.parley.bargain.Problem]. Guaranteed: a worth divided by the unit is the utility as written
/// or, after requested rounding, within a stated distance. No `double` anywhere.
@NullMarked
package org.parley.genius.utility;

import org.jspecify.annotations.NullMarked;
