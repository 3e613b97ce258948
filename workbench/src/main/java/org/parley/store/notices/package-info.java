/// **Who is told that something waits, and what is still to be sent?** Settings and outbox of
/// notices, in the database of the journal.
@NullMarked
package org.parley.store.notices;

import org.jspecify.annotations.NullMarked;
