package org.parley.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// One connection to the database that holds a journal; for this package and those below it alone.
/// Not safe for use by several threads.
///
/// A connection to a server that is lost is made anew, with waits of [#WAITS_MILLIS] between tries;
/// after that, whoever asks is told at once for [#REST_NANOS], and then it is tried again. Who
/// writes always tries.
public final class Database implements AutoCloseable {

  private static final String H2_SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE";

  private static final long[] WAITS_MILLIS = {0, 100, 200, 400, 800};
  private static final long REST_NANOS = 1_000_000_000;
  private static final String CONNECT_SECONDS = "3";

  private final String url;
  private final boolean embedded;
  private Handle handle;
  private int connections = 1;
  private long restsUntilNanos;
  private @Nullable SQLException away;

  private Database(String url, boolean embedded, Handle handle) {
    this.url = url;
    this.embedded = embedded;
    this.handle = handle;
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
      return new Database(url, embedded, connect(url, embedded));
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

  private static Handle connect(String url, boolean embedded) throws SQLException {
    Properties settings = new Properties();
    if (!embedded) {
      settings.setProperty("connectTimeout", CONNECT_SECONDS);
      settings.setProperty("tcpKeepAlive", "true");
    }
    Connection connection = DriverManager.getConnection(url, settings);
    Handle handle = Jdbi.create(() -> connection).open();
    if (!embedded) {
      // Whatever the server is set to: what is acknowledged is on its disk.
      handle.execute("set synchronous_commit to on");
    }
    return handle;
  }

  /// How many connections there have been: what is remembered of the database is to be compared
  /// where this has changed.
  int connections() {
    return connections;
  }

  /// Asks the database; once more on a new connection where the one it had is lost, so that what
  /// asks may be run twice.
  ///
  /// @throws JournalAwayException where it does not answer
  public <T> T ask(Function<Handle, T> question) {
    mend(false);
    try {
      return question.apply(handle);
    } catch (JdbiException e) {
      if (!isLost(e)) {
        throw e;
      }
      reconnect(false);
      return question.apply(handle);
    }
  }

  /// Runs statements as one: all of them, or none; once more on a new connection where the one it
  /// had is lost before the end.
  ///
  /// @throws JournalWriteException where they cannot be written
  public <T> T atomically(Function<Handle, T> work) {
    try {
      mend(true);
    } catch (JournalAwayException e) {
      throw JournalWriteException.nothing(reason(e), e);
    }
    for (boolean again = false; ; again = true) {
      AtomicBoolean complete = new AtomicBoolean();
      try {
        T result =
            handle.inTransaction(
                inside -> {
                  T done = work.apply(inside);
                  complete.set(true);
                  return done;
                });
        if (embedded) {
          handle.execute("checkpoint sync");
        }
        return result;
      } catch (JdbiException e) {
        if (!isLost(e)) {
          throw JournalWriteException.nothing(reason(e), e);
        }
        // asked for and not heard of: it may or may not be there
        if (complete.get()) {
          throw JournalWriteException.unknown(reason(e), e);
        }
        if (again) {
          throw JournalWriteException.nothing(reason(e), e);
        }
        try {
          reconnect(true);
        } catch (JournalAwayException gone) {
          throw JournalWriteException.nothing(reason(gone), gone);
        }
      }
    }
  }

  private boolean isLost(Throwable problem) {
    if (embedded) {
      return false;
    }
    for (Throwable each = problem; each != null; each = each.getCause()) {
      String state = each instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
      // connection exceptions, and a server that is going down or coming up
      if (state.startsWith("08") || state.startsWith("57P0")) {
        return true;
      }
    }
    return isClosed();
  }

  private boolean isClosed() {
    try {
      return handle.getConnection().isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  private void mend(boolean always) {
    if (!embedded && isClosed()) {
      reconnect(always);
    }
  }

  private void reconnect(boolean always) {
    SQLException last = away;
    if (last != null && !always && System.nanoTime() < restsUntilNanos) {
      throw new JournalAwayException(reason(last), last);
    }
    closeQuietly();
    for (long wait : WAITS_MILLIS) {
      try {
        Thread.sleep(wait);
        handle = connect(url, embedded);
        connections++;
        away = null;
        return;
      } catch (SQLException e) {
        last = e;
      } catch (JdbiException e) {
        last = new SQLException(reason(e), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        last = new SQLException("interrupted", e);
        break;
      }
    }
    away = last;
    restsUntilNanos = System.nanoTime() + REST_NANOS;
    throw new JournalAwayException(reason(Objects.requireNonNull(last)), last);
  }

  private void closeQuietly() {
    try {
      handle.close();
    } catch (JdbiException e) {
      // it is gone already
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
    if (embedded) {
      handle.close();
    } else {
      closeQuietly();
    }
  }
}
