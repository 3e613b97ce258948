/// **Who owes what now, given what these files say?**
///
/// `parley watch`: reads incidents from files, a folder or the standard input, sets them against
/// the guarantees of a case, and prints what is owed, what each record changed, and what could not
/// be read. With `--follow` it goes on as files grow.
@NullMarked
package org.parley.cli.watch;

import org.jspecify.annotations.NullMarked;
