/// **Where was it published, and how reliable is the publisher?** Sources; a chain of relays counts
/// as one.
@NullMarked
package org.parley.model.source;

import org.jspecify.annotations.NullMarked;
