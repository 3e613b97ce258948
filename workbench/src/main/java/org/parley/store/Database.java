package org.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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
import org.parley.casefile.folder.PrivateFiles;

/// One connection to the database that holds a journal; for this package and those below it alone.
/// Not safe for use by several threads.
///
/// A connection to a server that is lost is made anew, with waits of [#WAITS_MILLIS] between tries;
/// after that, whoever asks is told at once for [#REST_NANOS], and then it is tried again. Who
/// writes always tries.
public final class Database implements AutoCloseable {

  private static final String H2_SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE"
          // a trace file would hold records, and anyone could read it
          + ";TRACE_LEVEL_FILE=0";

  private static final long[] WAITS_MILLIS = {0, 100, 200, 400, 800};
  private static final long REST_NANOS = 1_000_000_000;
  private static final String CONNECT_SECONDS = "3";

  private final DatabaseAddress address;
  private final boolean embedded;
  private final List<String> notes;
  private Handle handle;
  private int connections = 1;
  private long restsUntilNanos;
  private @Nullable SQLException away;

  private Database(DatabaseAddress address, List<String> notes, Handle handle) {
    this.address = address;
    this.embedded = address.file() != null;
    this.notes = List.copyOf(notes);
    this.handle = handle;
  }

  /// The database in a file; created where there is none.
  ///
  /// @param file its path without the ending
  public static Database inFile(Path file) throws JournalUnavailableException {
    return at(DatabaseAddress.ofFile(file));
  }

  static String urlOf(Path file) {
    return "jdbc:h2:file:" + file.toAbsolutePath() + H2_SETTINGS;
  }

  /// The database at an address as it is typed, created where there is none.
  public static Database at(String address) throws JournalUnavailableException {
    return at(DatabaseAddress.of(address));
  }

  /// The database at an address; its tables are made where there are none.
  public static Database at(DatabaseAddress address) throws JournalUnavailableException {
    return open(address, true);
  }

  /// The database of a journal that is there. Nothing is created.
  ///
  /// @throws JournalUnavailableException where there is none
  public static Database existing(DatabaseAddress address) throws JournalUnavailableException {
    Path file = address.file();
    if (file != null && !Files.exists(DatabaseAddress.h2File(file))) {
      throw JournalUnavailableException.noneAt(address);
    }
    return open(address, false);
  }

  private static Database open(DatabaseAddress address, boolean create)
      throws JournalUnavailableException {
    try {
      Path file = address.file();
      List<String> notes = List.of();
      if (file != null) {
        PrivateFiles.make(DatabaseAddress.h2File(file));
        notes = PrivateFiles.tighten(file);
      }
      Flyway flyway = Schema.at(address);
      if (!Schema.isThere(flyway) && !create) {
        throw JournalUnavailableException.noneAt(address);
      }
      Database database = new Database(address, notes, connect(address));
      try {
        Schema.bring(flyway, database.handle);
        return database;
      } catch (JournalUnavailableException | RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (IOException | SQLException | FlywayException | JdbiException e) {
      throw isAbsent(e)
          ? JournalUnavailableException.noneAt(address)
          : new JournalUnavailableException(address.hide(advice(e)), e);
    }
  }

  private static final String NO_SUCH_DATABASE = "3D000";

  private static boolean isAbsent(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && NO_SUCH_DATABASE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /// What was put right when the database was opened, in sentences.
  public List<String> notes() {
    return notes;
  }

  private static String advice(Exception problem) {
    String said = String.valueOf(problem.getMessage());
    return said.contains("90020") || said.contains("already in use") || said.contains("locked")
        ? "the journal is in use by another program. Maybe close the other Parley first"
        : said.lines().findFirst().orElse("it cannot be opened")
            + ". Maybe check the address and who may read it";
  }

  /// The address for the driver, without secrets.
  static String urlOf(DatabaseAddress address) {
    Path file = address.file();
    return file != null ? urlOf(file) : address.url();
  }

  private static Handle connect(DatabaseAddress address) throws SQLException {
    Properties settings = new Properties();
    boolean embedded = address.file() != null;
    if (!embedded) {
      settings.setProperty("connectTimeout", CONNECT_SECONDS);
      settings.setProperty("tcpKeepAlive", "true");
      settings.putAll(address.secrets());
    }
    Connection connection = DriverManager.getConnection(urlOf(address), settings);
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
        handle = connect(address);
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
  private String reason(Throwable problem) {
    Throwable cause = problem.getCause();
    return cause != null
        ? reason(cause)
        : address.hide(
            String.valueOf(problem.getMessage()).lines().findFirst().orElse("it failed"));
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
