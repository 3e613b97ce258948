package org.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine.Option;

/// The address of a database, and its password from a source hidden from other users of the
/// machine.
public final class DatabasePassword {

  private final Map<String, String> environment;

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description =
          "The password of PostgreSQL is the first line of this file. Else it is taken from"
              + " PARLEY_DATABASE_PASSWORD, PGPASSWORD or ~/.pgpass.")
  private @Nullable Path file;

  /// @param environment the environment
  public DatabasePassword(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// The address with its password. A password in the address is used, with a warning.
  public DatabaseAddress address(String typed, PrintWriter err) throws JournalUnavailableException {
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
