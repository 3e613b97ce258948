/// **How is a journal of an earlier version migrated?** Steps that SQL cannot express; the others
/// are resources beside them.
@NullMarked
package org.parley.store.migrations;

import org.jspecify.annotations.NullMarked;
