/// **Who changed what in a case, when, and why?** An append-only journal: event sourcing of a case.
///
/// The entry is [Journal]. Every change of a record is an [Entry] with its text before and after.
/// The case at any moment is the fold of the entries up to it, and an undo is another entry.
/// Entries form a hash chain, so an altered journal no longer verifies (Haber and Stornetta 1991).
/// An acknowledged entry is on disk. A folder joins by [FolderRecord], a three-way merge.
///
/// The journal is an H2 file beside the case folder, or a PostgreSQL database; the same statements
/// run on both. Nothing outside this package touches a database.
@NullMarked
package org.parley.store;

import org.jspecify.annotations.NullMarked;
