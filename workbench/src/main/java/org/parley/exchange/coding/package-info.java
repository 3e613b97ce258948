/// How is a case said in the codes of the field? PA-X topics of points, degrees of implementation
/// as the Peace Accords Matrix grades them, and events of PLOVER.
@NullMarked
package org.parley.exchange.coding;

import org.jspecify.annotations.NullMarked;
