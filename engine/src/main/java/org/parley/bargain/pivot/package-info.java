/// **Which open point matters most?** [Pivots] settles each point each way and measures the
/// remaining zone and worths.
///
/// Guaranteed: each party's best and worst is proved; counts are exact or bounded. Cost: one count,
/// and for each option one frontier and two searches a party.
@NullMarked
package org.parley.bargain.pivot;

import org.jspecify.annotations.NullMarked;
