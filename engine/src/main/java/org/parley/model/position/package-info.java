/// **What is an option worth, and to whom?** The analyst's conclusions for a party on a point, the
/// worth of no deal (BATNA), linkages of points, and signing rules.
@NullMarked
package org.parley.model.position;

import org.jspecify.annotations.NullMarked;
