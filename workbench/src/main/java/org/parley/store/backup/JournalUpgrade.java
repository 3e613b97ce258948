package org.parley.store.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import org.parley.store.Anchor;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.UpgradePlan;
import org.parley.store.people.Accounts;

/// Brings a journal to the schema of this program, after a copy of it was made and with its chains
/// verified. Opening a journal does it too, but keeps no copy.
public final class JournalUpgrade {

  private JournalUpgrade() {}

  /// Upgrades the file of a journal. A copy is migrated and verified; then it takes the place of
  /// the file, which is kept as it was. After a crash, the file is the earlier or the present one.
  ///
  /// @param plan what is to be done, at least one step
  /// @param kept where the file is kept as it was, not there yet
  /// @throws BackupRefused if there is no room, or the migrated copy does not hold
  public static void inFile(DatabaseAddress address, UpgradePlan plan, Path kept)
      throws IOException, JournalUnavailableException, BackupRefused {
    JournalBackup.mustBeFree(kept);
    if (!plan.fits()) {
      throw new BackupRefused(
          "there is too little room: "
              + plan.needed()
              + " bytes are needed, and "
              + plan.free()
              + " are free. Maybe make room, or move the journal");
    }
    Database.upgradeFile(
        address,
        kept,
        stem -> JournalBackup.verified(address.sibling(stem), new JournalBackup.Until.Last()));
  }

  /// Where the file of a journal is kept if nothing else is said.
  ///
  /// @throws FileAlreadyExistsException if it is there already
  public static Path keptBeside(DatabaseAddress address, UpgradePlan plan)
      throws FileAlreadyExistsException {
    Path file = Objects.requireNonNull(address.file());
    Path kept = file.resolveSibling(file.getFileName() + ".schema-" + plan.from() + ".mv.db");
    JournalBackup.mustBeFree(kept);
    return kept;
  }

  /// Upgrades a journal in PostgreSQL, in transactions of its own, and verifies it.
  ///
  /// @throws JournalUnavailableException if a server uses it
  /// @throws BackupRefused if it does not hold
  public static Anchor onServer(DatabaseAddress address)
      throws JournalUnavailableException, BackupRefused {
    try (Journal journal = Journal.existing(address);
        Accounts people = Accounts.of(journal.database())) {
      return JournalBackup.verified(journal, people);
    }
  }
}
