/// **How does a journal of an earlier version become one of this?** Steps that SQL cannot say;
/// those it can stand beside them as resources.
@NullMarked
package org.parley.store.migrations;

import org.jspecify.annotations.NullMarked;
