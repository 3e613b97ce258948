/// The text of an agreement as points of a case, with their brackets and holders. A later text of
/// the same document adds a version to each point that it has in common.
@NullMarked
package org.parley.exchange.agreement;

import org.jspecify.annotations.NullMarked;
