package org.parley.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.PrivateFiles;
import org.parley.store.cipher.JournalKey;

/// The database of a journal; internal to this package and its subpackages. Thread-safe: each
/// thread uses a connection of a small pool.
///
/// Every wait is bounded. A connection is awaited for [#CONNECTION_WAIT]. A server that is silent
/// for [#ANSWER_SECONDS] is given up, and cancels longer statements itself. After a failure,
/// requests fail fast for [#REST_NANOS]; then one probes, and the others fail fast meanwhile
/// (circuit breaker).
///
/// H2 closes a file that could not be written. It is reopened with the next query; the file stays
/// locked against other programs meanwhile.
public final class Database implements AutoCloseable {

  /// The channel on which PostgreSQL tells that accounts, tokens, secret addresses or the list of
  /// cases changed.
  public static final String PEOPLE_CHANNEL = "parley_people";

  /// The schema of the register of many cases.
  public static final String REGISTER_SCHEMA = "parley_server";

  private static final String H2_SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE"
          // Compaction leaves valid chunks of states that a power loss then destroys.
          + ";MAX_COMPACT_TIME=0"
          // A trace file would contain records, readable by anyone.
          + ";TRACE_LEVEL_FILE=0";

  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(3);
  private static final long LONGEST_WAIT_NANOS = CONNECTION_WAIT.plusMillis(500).toNanos();
  private static final long REST_NANOS = 1_000_000_000;
  private static final int MOST_CONNECTIONS = 8;

  /// The most connections to one schema among others: 20 cases leave room below the usual 100 of
  /// PostgreSQL.
  private static final int MOST_AMONG_OTHERS = 4;

  /// The longest silence of a server, unless the address sets another `socketTimeout`.
  private static final int ANSWER_SECONDS = 10;

  private static final long LONGEST_ANSWER_NANOS = (ANSWER_SECONDS + 2) * 1_000_000_000L;

  /// SQL states of a lost connection: it broke, the server goes down or starts up, or H2 closed the
  /// file after a disk error.
  private static final Pattern LOST =
      Pattern.compile("08...|25P03|57P0.|9002[08]|9003[01]|90007|90067|90098|90121|HY000");

  /// SQL states of an overloaded database: too few resources, or a timeout.
  private static final Pattern BUSY = Pattern.compile("53...|40001|55P03|57014|90131|HYT00");

  /// SQL states of a corrupt H2 file, or one with missing tables. A key was looked at before.
  private static final Pattern DAMAGED = Pattern.compile("90030|90049|42S..|HY000");

  /// The multiple of the timeout that a transaction may be idle: the program may be checking a
  /// large case.
  private static final int IDLE_ANSWERS = 6;

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  /// Connection timeouts of the driver, and detection of dead connections.
  static final Map<String, String> PATIENCE =
      Map.of("connectTimeout", "3", "loginTimeout", "10", "tcpKeepAlive", "true");

  private static final Pattern SOCKET_TIMEOUT = Pattern.compile("[?&]socketTimeout=(\\d{1,6})");

  /// Reads each statement once in a process; the grammar costs more than a small query.
  private static final SqlParser PARSER = new ColonPrefixSqlParser();

  /// Held while a file is opened: other threads would find it locked.
  private static final ReentrantLock OPENING = new ReentrantLock();

  private final DatabaseAddress address;
  private final String name;
  private final boolean embedded;
  private final List<String> notes;
  private final WriteBarrier.Hold hold;
  private final StatementTimes times = new StatementTimes();
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Pool pool;
  private volatile Consumer<Handle> fence = _ -> {};
  private volatile boolean closed;
  private volatile @Nullable SQLException away;
  private volatile long restsUntilNanos;

  /// The connections of one opening of the database.
  private record Pool(HikariDataSource source, Jdbi jdbi) {
    static Pool of(DatabaseAddress address, String name, StatementTimes times) {
      HikariDataSource source = new HikariDataSource(settings(address, name));
      return new Pool(source, reading(Jdbi.create(source)).setSqlLogger(times));
    }
  }

  private Database(DatabaseAddress address, List<String> notes, WriteBarrier.Hold hold) {
    this.hold = hold;
    this.address = address;
    this.name = Objects.requireNonNullElseGet(address.node(), () -> UUID.randomUUID().toString());
    this.embedded = address.file() != null;
    this.notes = List.copyOf(notes);
    this.pool = Pool.of(address, name, times);
  }

  /// The database in a file; created where there is none.
  ///
  /// @param file its path without the ending
  public static Database inFile(Path file) throws JournalUnavailableException {
    return at(DatabaseAddress.ofFile(file));
  }

  static String urlOf(Path file) {
    return urlOf(DatabaseAddress.ofFile(file));
  }

  /// The address of a file that is only read: not a byte of it changes.
  static String urlToRead(Path file, DatabaseAddress opening) {
    return "jdbc:h2:" + file.toAbsolutePath() + settingsOf(opening) + ";ACCESS_MODE_DATA=r";
  }

  /// The address of a temporary file that is flushed before it becomes visible.
  ///
  /// @param stem its path without the ending
  static String urlWithoutBarrier(String stem, DatabaseAddress opening) {
    return "jdbc:h2:" + stem + settingsOf(opening);
  }

  private static String settingsOf(DatabaseAddress opening) {
    return H2_SETTINGS + (opening.isEncrypted() ? ";CIPHER=AES" : "");
  }

  /// A connection to a file.
  ///
  /// @param opening with its password, if it is encrypted
  static Handle handle(String url, DatabaseAddress opening) {
    Properties properties = new Properties();
    properties.putAll(opening.secrets());
    return reading(Jdbi.create(url, properties)).open();
  }

  /// Has a database read statements as all of this process do; none is a template.
  public static Jdbi reading(Jdbi jdbi) {
    return jdbi.configure(
        SqlStatements.class,
        each -> each.setSqlParser(PARSER).setTemplateEngine(TemplateEngine.NOP));
  }

  /// The database at an address as typed, created if missing.
  public static Database at(String address) throws JournalUnavailableException {
    return at(DatabaseAddress.of(address));
  }

  /// The database at an address, with its tables created if missing.
  public static Database at(DatabaseAddress address) throws JournalUnavailableException {
    return open(address, true);
  }

  /// The database that lists the cases of a server, created if missing: accounts, and the tables of
  /// the register.
  public static Database ofRegister(DatabaseAddress address) throws JournalUnavailableException {
    Database database = at(address);
    try (Handle handle = database.pool.jdbi.open()) {
      Flyway flyway = Schema.ofRegister(database.address);
      Schema.refuseLater(flyway.info().all());
      if (address.file() == null) {
        SchemaUpgrade.mustBeAlone(flyway, handle);
      }
      flyway.migrate();
      return database;
    } catch (JournalUnavailableException e) {
      database.close();
      throw e;
    } catch (FlywayException | JdbiException e) {
      database.close();
      throw new JournalUnavailableException(address.hide(advice(address, e)), e);
    }
  }

  /// The database of an existing journal.
  ///
  /// @throws JournalUnavailableException if there is none
  public static Database existing(DatabaseAddress address) throws JournalUnavailableException {
    Path file = address.file();
    if (file != null && !Files.exists(DatabaseAddress.h2File(file))) {
      throw JournalUnavailableException.noneAt(address);
    }
    return open(address, false);
  }

  private static Database open(DatabaseAddress address, boolean create)
      throws JournalUnavailableException {
    Path file = address.file();
    try {
      return file == null ? openServer(address, create) : openFile(address, file, create);
    } catch (IOException
        | FlywayException
        | JdbiException
        | HikariPool.PoolInitializationException e) {
      throw unavailable(address, e);
    }
  }

  private static JournalUnavailableException unavailable(DatabaseAddress address, Exception e) {
    return isAbsent(e)
        ? JournalUnavailableException.noneAt(address)
        : new JournalUnavailableException(address.hide(advice(address, e)), e);
  }

  /// Looks at what an upgrade of a journal would do. Nothing is changed.
  ///
  /// @throws JournalUnavailableException if there is none, it is in use, or a later version made it
  public static UpgradePlan planUpgrade(DatabaseAddress address)
      throws JournalUnavailableException {
    Path file = address.file();
    if (file != null && !Files.exists(DatabaseAddress.h2File(file))) {
      throw JournalUnavailableException.noneAt(address);
    }
    try {
      return SchemaUpgrade.look(address);
    } catch (IOException | SQLException | FlywayException | JdbiException e) {
      throw unavailable(address, e);
    }
  }

  /// Brings the file of a journal to the schema of this program, and keeps it as it was.
  ///
  /// @param kept where, a file that is not there yet
  /// @param check looks at the migrated copy before it takes the place of the file
  /// @throws X if the check fails; then nothing was changed
  public static <X extends Exception> void upgradeFile(
      DatabaseAddress address, Path kept, CopyCheck<X> check)
      throws JournalUnavailableException, X {
    Path file = Objects.requireNonNull(address.file());
    OPENING.lock();
    try (WriteBarrier.Hold _ =
        WriteBarrier.hold(DatabaseAddress.h2File(file.toAbsolutePath()).toString())) {
      if (!FileMigration.keeping(file, address.key(), kept, check)) {
        throw new JournalUnavailableException(IN_USE, null);
      }
    } catch (IOException | FlywayException | JdbiException e) {
      throw unavailable(address, e);
    } finally {
      OPENING.unlock();
    }
  }

  /// Writes the file of a journal anew, encrypted with another key or with none.
  ///
  /// @param from the file, with the key that it has
  /// @param to the key that it gets; null for none
  /// @param check looks at the copy before it takes the place of the file
  /// @return whether the bytes of the earlier file were overwritten; a file with other names is not
  /// @throws X if the check fails; then nothing was changed
  public static <X extends Exception> boolean rewriteFile(
      DatabaseAddress from, @Nullable JournalKey to, CopyCheck<X> check)
      throws JournalUnavailableException, X {
    Path file = Objects.requireNonNull(from.file());
    OPENING.lock();
    try (WriteBarrier.Hold _ =
        WriteBarrier.hold(DatabaseAddress.h2File(file.toAbsolutePath()).toString())) {
      return new FileRewrite(from, file, to)
          .run(check)
          .orElseThrow(() -> new JournalUnavailableException(IN_USE, null));
    } catch (IOException | FlywayException | JdbiException e) {
      throw unavailable(from, e);
    } finally {
      OPENING.unlock();
    }
  }

  /// Whether the file of a journal is encrypted with a key, or with none where that is null.
  public static boolean isUnder(DatabaseAddress file, @Nullable JournalKey key)
      throws IOException, JournalUnavailableException {
    try {
      var _ = FileCipher.opening(file.withKey(key));
      return true;
    } catch (JournalUnavailableException e) {
      if (e.isOfKey()) {
        return false;
      }
      throw e;
    }
  }

  private static Database openServer(DatabaseAddress address, boolean create)
      throws JournalUnavailableException {
    Database database = new Database(address, List.of(), WriteBarrier.Hold.NONE);
    try (Handle handle = database.pool.jdbi.open()) {
      Schema.Standing standing = Schema.standing(address, handle);
      if (standing == Schema.Standing.NONE && !create) {
        throw JournalUnavailableException.noneAt(address);
      }
      if (standing != Schema.Standing.PRESENT) {
        Flyway flyway = Schema.at(address);
        SchemaUpgrade.mustBeAlone(flyway, handle);
        flyway.migrate();
      }
      return database;
    } catch (JournalUnavailableException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Database openFile(DatabaseAddress address, Path file, boolean create)
      throws JournalUnavailableException, IOException {
    Path onDisk = DatabaseAddress.h2File(file.toAbsolutePath());
    PrivateFiles.make(onDisk);
    List<String> notes = PrivateFiles.tighten(file);
    WriteBarrier.Hold hold = WriteBarrier.hold(onDisk.toString());
    OPENING.lock();
    try {
      FileMigration.run(address, file, create);
      Database database = new Database(FileCipher.opening(address), notes, hold);
      FileRewrite.removeLeftover(file);
      return database;
    } catch (JournalUnavailableException | IOException | RuntimeException e) {
      hold.close();
      throw e;
    } finally {
      OPENING.unlock();
    }
  }

  private static final String NO_SUCH_DATABASE = "3D000";

  private static final String IN_USE =
      "the journal is in use by another program. Maybe close the other Parley first";

  private static boolean isAbsent(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && NO_SUCH_DATABASE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /// The repairs made when the database was opened, as sentences.
  public List<String> notes() {
    return notes;
  }

  private static String advice(DatabaseAddress address, Exception problem) {
    String said = String.valueOf(problem.getMessage());
    if (said.contains("90020") || said.contains("already in use") || said.contains("locked")) {
      return IN_USE;
    }
    String reason = said.lines().findFirst().orElse("it cannot be opened");
    Path file = address.file();
    if (file != null && isDamaged(problem)) {
      return "the file \""
          + DatabaseAddress.h2File(file)
          + "\" is damaged, or an earlier version of Parley left it unfinished ("
          + reason
          + "). Maybe put back a copy of it, or delete it if it is new and holds nothing yet";
    }
    return reason + ". Maybe check the address and who may read it";
  }

  /// Whether a file is corrupt, as opposed to an I/O error.
  private static boolean isDamaged(Exception problem) {
    return causes(problem).anyMatch(EOFException.class::isInstance)
        || (causes(problem).noneMatch(IOException.class::isInstance)
            && (problem instanceof FlywayException || is(DAMAGED, problem)));
  }

  /// The address for the driver, without secrets.
  static String urlOf(DatabaseAddress address) {
    Path file = address.file();
    return file != null
        ? "jdbc:h2:" + WriteBarrier.path(file.toAbsolutePath().toString()) + settingsOf(address)
        : address.url();
  }

  private static HikariConfig settings(DatabaseAddress address, String name) {
    String url = urlOf(address);
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("journal");
    settings.setJdbcUrl(url);
    settings.setMaximumPoolSize(address.schema() == null ? MOST_CONNECTIONS : MOST_AMONG_OTHERS);
    settings.setMinimumIdle(1);
    settings.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    settings.setValidationTimeout(CONNECTION_WAIT.toMillis() / 3);
    settings.setInitializationFailTimeout(1);
    if (address.file() != null) {
      // H2 closes the file with its last connection.
      settings.setMaxLifetime(0);
      settings.setIdleTimeout(0);
      address.secrets().forEach(settings::addDataSourceProperty);
    } else {
      int answer = answerSeconds(url);
      settings.setKeepaliveTime(KEEP_ALIVE.toMillis());
      properties(address, answer).forEach(settings::addDataSourceProperty);
      // Whatever the settings of the server: acknowledged entries are on disk, and a dead client
      // holds no lock.
      settings.setConnectionInitSql(
          String.format(
              Locale.ROOT,
              """
          set synchronous_commit to on;
          set statement_timeout to '%1$ds';
          set lock_timeout to '%1$ds';
          set idle_in_transaction_session_timeout to '%2$ds';
          set application_name to '%3$s'
          """,
              Math.max(1, answer * 4 / 5),
              answer * IDLE_ANSWERS,
              application(name)));
    }
    return settings;
  }

  /// Secrets and timeouts of a connection, for the driver.
  private static Map<String, String> properties(DatabaseAddress address, int answerSeconds) {
    Map<String, String> properties = new TreeMap<>(address.secrets());
    properties.putAll(PATIENCE);
    properties.put("socketTimeout", Integer.toString(answerSeconds));
    properties.put("socketFactory", BoundedSockets.class.getName());
    properties.put("socketFactoryArg", Integer.toString(answerSeconds));
    return properties;
  }

  /// A connection outside the pool, for a session that lasts. The caller closes it.
  ///
  /// @param answerSeconds the longest silence of the server
  public Connection session(int answerSeconds) throws SQLException {
    return session(address, answerSeconds);
  }

  /// The same to a database that is not opened.
  public static Connection session(DatabaseAddress address, int answerSeconds) throws SQLException {
    Properties all = new Properties();
    all.putAll(properties(address, answerSeconds));
    return DriverManager.getConnection(address.url(), all);
  }

  /// The id that its connections carry: that of the server, or one made when it was opened.
  public String name() {
    return name;
  }

  /// The name under which the connections of a program are listed by the server.
  ///
  /// @param name that of its [Database]
  public static String application(String name) {
    return "parley " + name;
  }

  private static int answerSeconds(String url) {
    Matcher given = SOCKET_TIMEOUT.matcher(url);
    return given.find() ? Integer.parseInt(given.group(1)) : ANSWER_SECONDS;
  }

  /// The name of one of its tables, for statements at other schemas of the same database.
  public String table(String table) {
    return address.schema() == null ? table : address.schema() + "." + table;
  }

  /// Has PostgreSQL tell every server, once the transaction is committed, that something changed in
  /// the schema of the connection. A file has no other servers.
  ///
  /// @param channel [Journal#CHANNEL] or [#PEOPLE_CHANNEL]
  public void tell(Handle handle, String channel) {
    if (!embedded) {
      handle.execute("select pg_notify(?, current_schema())", channel);
    }
  }

  /// The key of its file; null for none.
  public @Nullable JournalKey key() {
    return address.key();
  }

  /// The file without its ending; empty for a server.
  public Optional<Path> file() {
    return Optional.ofNullable(address.file());
  }

  /// Whether it is an embedded file with this program as the only writer.
  public boolean isEmbedded() {
    return embedded;
  }

  /// Has the database in a file copy itself into a ZIP file, also while it is written to.
  public void backUp(Path target) {
    ask(handle -> handle.execute("backup to ?", target.toString()));
  }

  /// Has every transaction of [#atomicallyLeading] checked when it begins.
  ///
  /// @param check throws a [JournalWriteException] if this program may not write; until the
  ///   transaction ends, nothing may change that
  public void fence(Consumer<Handle> check) {
    fence = check;
  }

  /// Has a listener told how long each statement took: its text without values, and nanoseconds.
  public void tellStatements(ObjLongConsumer<String> listener) {
    times.tell(listener);
  }

  /// The size of its file; empty for a server, or where it cannot be known.
  public OptionalLong bytes() {
    Path file = address.file();
    try {
      return file == null
          ? OptionalLong.empty()
          : OptionalLong.of(Files.size(DatabaseAddress.h2File(file)));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /// The folder of its file; empty for a server.
  public Optional<Path> folder() {
    return Optional.ofNullable(address.file())
        .map(each -> Objects.requireNonNull(each.toAbsolutePath().getParent()));
  }

  /// The version of its tables; empty if they are not those of this program any more.
  public Optional<String> schema() {
    return ask(handle -> Schema.current(address, handle));
  }

  /// How its tables stand to this program.
  ///
  /// @param session a session with it
  public TableAge tableAge(Handle session) {
    return Schema.age(address, session);
  }

  /// The version of the tables that this program knows.
  public int knownSchema() {
    return Integer.parseInt(Schema.known(address));
  }

  /// The version of this program.
  public static String program() {
    return Schema.version();
  }

  /// Whether it answered the last query.
  public boolean answers() {
    return away == null;
  }

  /// Runs a query, and retries once on a new connection if it was lost. The query must be
  /// idempotent.
  ///
  /// @throws JournalAwayException if the database does not answer
  public <T> T ask(Function<Handle, T> question) {
    for (boolean again = false; ; again = true) {
      Pool used = pool;
      long asked = System.nanoTime();
      try (Handle handle = open()) {
        return question.apply(handle);
      } catch (JdbiException e) {
        // far later than a timeout: this process hung, and the server may have answered
        boolean hung = System.nanoTime() - asked > LONGEST_ANSWER_NANOS;
        lost(e, used, again, hung);
      }
    }
  }

  /// The same in another schema of the same database.
  ///
  /// @param other the address of that schema
  public <T> T askIn(DatabaseAddress other, Function<Handle, T> question) {
    String schema = Objects.requireNonNull(other.schema());
    return ask(
        handle ->
            handle.inTransaction(
                inside -> {
                  inside.execute("select set_config('search_path', ?, true)", schema);
                  return question.apply(inside);
                }));
  }

  /// Runs statements in a transaction, and retries once on a new connection if it was lost before
  /// the commit.
  ///
  /// @throws JournalWriteException if they cannot be written
  public <T> T atomically(Function<Handle, T> work) {
    for (boolean again = false; ; again = true) {
      Pool used = pool;
      AtomicBoolean complete = new AtomicBoolean();
      try (Handle handle = open()) {
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
      } catch (JournalAwayException e) {
        throw JournalWriteException.nothing(reason(e), e);
      } catch (JdbiException e) {
        try {
          lost(e, used, again || complete.get(), false);
        } catch (JournalAwayException | JdbiException given) {
          // Commit without an answer: it may or may not have succeeded.
          throw complete.get()
              ? JournalWriteException.unknown(reason(e), e)
              : JournalWriteException.nothing(reason(e), e);
        }
      }
    }
  }

  /// The same for what one of several servers alone may write: the leader.
  public <T> T atomicallyLeading(Function<Handle, T> work) {
    return atomically(
        handle -> {
          fence.accept(handle);
          return work.apply(handle);
        });
  }

  /// A connection; the wait is short while the database is healthy.
  private Handle open() {
    SQLException known = away;
    if (known == null) {
      return connect();
    }
    if (System.nanoTime() - restsUntilNanos < 0 || !asking.tryLock()) {
      throw new JournalAwayException(reason(known), known);
    }
    try {
      return connect();
    } finally {
      asking.unlock();
    }
  }

  private Handle connect() {
    for (boolean again = false; ; again = true) {
      Pool now = pool;
      long asked = System.nanoTime();
      try {
        now = now.source.isClosed() ? reopened(now) : now;
        Handle handle = now.jdbi.open();
        away = null;
        return handle;
      } catch (ConnectionException e) {
        // Another query may have closed the pool meanwhile, or this process hung past the wait:
        // that
        // says nothing about the next one.
        boolean hung = System.nanoTime() - asked > LONGEST_WAIT_NANOS;
        if (again || closed || !(hung || now.source.isClosed())) {
          throw rest(e);
        }
      } catch (HikariPool.PoolInitializationException e) {
        throw rest(e);
      }
    }
  }

  /// Reopens an H2 file after it was closed by an error.
  private synchronized Pool reopened(Pool used) {
    if (pool.equals(used) && !closed) {
      pool = Pool.of(address, name, times);
    }
    return pool;
  }

  private JournalAwayException rest(RuntimeException e) {
    SQLException said = new SQLException(reason(e), e);
    restsUntilNanos = System.nanoTime() + REST_NANOS;
    away = said;
    return new JournalAwayException(reason(e), e);
  }

  /// Returns if the connection was lost and a retry is sensible.
  ///
  /// @throws JournalAwayException if the database does not answer
  /// @throws JdbiException if the database reports another error
  private void lost(JdbiException e, Pool used, boolean last, boolean hung) {
    if (is(LOST, e)) {
      // The other connections were lost with it.
      if (embedded) {
        used.source.close();
      } else {
        used.source.getHikariPoolMXBean().softEvictConnections();
      }
      if (isSilent(e) && (last || !hung)) {
        throw rest(e);
      }
      if (last) {
        throw new JournalAwayException(reason(e), e);
      }
    } else if (is(BUSY, e)) {
      throw new JournalAwayException(reason(e), e);
    } else {
      throw e;
    }
  }

  private static boolean is(Pattern states, Throwable problem) {
    return causes(problem)
        .anyMatch(
            each ->
                each instanceof SQLException sql
                    && sql.getSQLState() != null
                    && states.matcher(sql.getSQLState()).matches());
  }

  /// Whether the server timed out: then it is not retried at once.
  private static boolean isSilent(Throwable problem) {
    return causes(problem).anyMatch(SocketTimeoutException.class::isInstance);
  }

  private static Stream<Throwable> causes(Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause);
  }

  /// The root cause, in one line.
  private String reason(Throwable problem) {
    Throwable cause = problem.getCause();
    return cause != null
        ? reason(cause)
        : address.hide(
            String.valueOf(problem.getMessage()).lines().findFirst().orElse("it failed"));
  }

  @Override
  public synchronized void close() {
    closed = true;
    pool.source.close();
    hold.close();
  }
}
