/// **Which cases does a server keep, and where?** Each case has a file or a schema of its own; the
/// register has their ids, and the accounts of everyone.
@NullMarked
package org.parley.store.cases;

import org.jspecify.annotations.NullMarked;
