/// **What is an option worth, and to whom?** What the analyst concludes for a party on a point, the
/// worth of no deal, ties between points, and who has to sign.
@NullMarked
package org.parley.model.position;

import org.jspecify.annotations.NullMarked;
