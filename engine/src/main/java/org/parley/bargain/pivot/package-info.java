/// **Which open point matters most?** [Pivots] settles each point each way and says what is left.
///
/// Guaranteed: what is said of each party's best and worst is proved; counts are exact or lie
/// between two numbers. Cost: one count, and for each option one frontier and two searches a party.
@NullMarked
package org.parley.bargain.pivot;

import org.jspecify.annotations.NullMarked;
