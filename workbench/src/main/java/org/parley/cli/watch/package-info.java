/// **Who owes what now, given these files of incidents?**
///
/// `parley watch` reads incidents from files, a folder or standard input and applies them to the
/// guarantees of a case. It prints duties, the changes by each record, and unreadable lines. With
/// `--follow` it continues as files grow.
@NullMarked
package org.parley.cli.watch;

import org.jspecify.annotations.NullMarked;
