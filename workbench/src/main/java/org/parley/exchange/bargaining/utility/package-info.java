/// **What is a package worth to a party, exactly?** Utilities as files state them, as exact
/// fractions over options and boxes of packages, and the one scale that makes them whole numbers.
///
/// Every reader of a format builds [Utility]s; [Scale] turns them into an
/// [org.parley.bargain.Problem]. Guaranteed: a worth divided by the unit is the utility as written,
/// or, where rounding was asked for, within a distance of it that is stated. No `double` anywhere.
@NullMarked
package org.parley.exchange.bargaining.utility;

import org.jspecify.annotations.NullMarked;
