/// **How is a journal in a file copied while it is used, and brought back?**
/// - [JournalBackup] makes a backup and restores it, to any entry. Each is verified by its chains.
/// - [JournalUpgrade] brings one to the schema of this program, and keeps it as it was.
/// - [BackupService] makes backups of a journal that a server holds open, for the owner of its
///   folder.
@NullMarked
package org.parley.store.backup;

import org.jspecify.annotations.NullMarked;
