package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The address of a database, with the password of PostgreSQL or the key of a file. Both come from
/// a source hidden from other users of the machine.
public final class DatabasePassword {

  private final Map<String, String> environment;

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description =
          "The password of PostgreSQL is the first line of this file. Else it is taken from"
              + " PARLEY_DATABASE_PASSWORD, PGPASSWORD or ~/.pgpass.")
  private @Nullable Path file;

  @Mixin private final JournalKeyOption key;

  /// @param environment the environment
  public DatabasePassword(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.key = new JournalKeyOption(environment);
  }

  /// The key of files.
  public JournalKeyOption key() {
    return key;
  }

  /// The address with its password. A password in the address is used, with a warning.
  public DatabaseAddress address(String typed, PrintWriter err) throws JournalUnavailableException {
    return key.on(plain(typed, err));
  }

  /// The address of a journal that is read alone: its file may not be encrypted though there is a
  /// key.
  public DatabaseAddress source(String typed, PrintWriter err)
      throws JournalUnavailableException, IOException {
    DatabaseAddress address = plain(typed, err);
    return address.file() == null ? address : address.withKeyIfNeeded(key.find(false));
  }

  private DatabaseAddress plain(String typed, PrintWriter err) throws JournalUnavailableException {
    DatabaseAddress address = DatabaseAddress.of(typed);
    if (address.tellsPassword()) {
      err.println(
          "Warning: every user of this machine can read the password in --database while this"
              + " runs, and the shell keeps it. Maybe use --database-password-file,"
              + " PARLEY_DATABASE_PASSWORD or ~/.pgpass.");
    }
    return address.with(environment, file);
  }
}
