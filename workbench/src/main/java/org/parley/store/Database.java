package org.parley.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// One connection to the database that holds a journal; for this package and those below it alone.
public final class Database implements AutoCloseable {

  private static final String H2_SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE";

  private final Handle handle;
  private final boolean embedded;

  private Database(Handle handle, boolean embedded) {
    this.handle = handle;
    this.embedded = embedded;
  }

  /// The database in a file; created where there is none.
  ///
  /// @param file its path without the ending
  public static Database inFile(Path file) throws JournalUnavailableException {
    return open(urlOf(file), true);
  }

  static String urlOf(Path file) {
    return "jdbc:h2:file:" + file.toAbsolutePath() + H2_SETTINGS;
  }

  /// The database at an address, `postgresql://host:port/name?user=...&password=...`, or in a file,
  /// named by its path without the ending.
  public static Database at(String address) throws JournalUnavailableException {
    if (!address.contains("://")) {
      return inFile(Path.of(address));
    }
    if (!address.startsWith("postgresql://")) {
      throw new JournalUnavailableException(
          "\"" + address + "\" is not the address of a database. Maybe begin it with postgresql://",
          null);
    }
    return open("jdbc:" + address, false);
  }

  private static Database open(String url, boolean embedded) throws JournalUnavailableException {
    try {
      Flyway.configure()
          .dataSource(url, null, null)
          .locations("classpath:org/parley/store/migrations")
          .load()
          .migrate();
      Connection connection = DriverManager.getConnection(url);
      Handle handle = Jdbi.create(() -> connection).open();
      if (!embedded) {
        // Whatever the server is set to: what is acknowledged is on its disk.
        handle.execute("set synchronous_commit to on");
      }
      return new Database(handle, embedded);
    } catch (SQLException | FlywayException e) {
      throw new JournalUnavailableException(advice(e), e);
    }
  }

  private static String advice(Exception problem) {
    String said = String.valueOf(problem.getMessage());
    return said.contains("90020") || said.contains("already in use") || said.contains("locked")
        ? "the journal is in use by another program. Maybe close the other Parley first"
        : said.lines().findFirst().orElse("it cannot be opened")
            + ". Maybe check the address and who may read it";
  }

  public Handle handle() {
    return handle;
  }

  /// Runs statements as one: all of them, or none.
  ///
  /// @throws JournalWriteException where they cannot be written
  public <T> T atomically(java.util.function.Function<Handle, T> work) {
    try {
      T result = handle.inTransaction(work::apply);
      if (embedded) {
        handle.execute("checkpoint sync");
      }
      return result;
    } catch (JdbiException e) {
      throw new JournalWriteException(
          "Writing the journal: "
              + reason(e)
              + ". Nothing was recorded. Maybe make room on the disk, or see whether the database"
              + " runs, and start again.",
          e);
    }
  }

  /// The innermost reason, in one line.
  private static String reason(Throwable problem) {
    Throwable cause = problem.getCause();
    return cause != null
        ? reason(cause)
        : String.valueOf(problem.getMessage()).lines().findFirst().orElse("it failed");
  }

  @Override
  public void close() {
    handle.close();
  }
}
