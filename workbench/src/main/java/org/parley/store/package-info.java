/// Who changed what in a case, when, and why: an append-only journal.
///
/// The entry is [Journal]. Every change of a record is an [Entry] with its text before and after;
/// the case at any moment is the fold of the entries up to it, and a change is undone by another
/// entry. Each entry carries the hash of the one before it, so that a journal that was altered
/// afterwards no longer verifies (Haber and Stornetta 1991). What [Journal] has acknowledged is on
/// disk. A folder joins it by [FolderRecord], a three-way merge.
///
/// The journal lies in an H2 file beside the case folder, or in a PostgreSQL database; the same
/// statements run on both. Nothing outside this package touches a database.
@NullMarked
package org.parley.store;

import org.jspecify.annotations.NullMarked;
