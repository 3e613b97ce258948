package org.parley.store.people;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.store.JournalWriteException;

/// The people and programs who may come in to one case. Safe for use by several threads.
public final class People implements AutoCloseable {

  /// How long a session lasts at most.
  public static final Duration SESSION = Duration.ofHours(12);

  /// How long a session lasts while nobody uses it.
  public static final Duration IDLE = Duration.ofHours(2);

  /// The longest name.
  public static final int NAME_LENGTH = 64;

  /// The longest password.
  public static final int PASSWORD_LENGTH = 200;

  /// The shortest password.
  public static final int PASSWORD_LEAST = 12;

  private static final Duration USED_AGAIN = Duration.ofMinutes(1);
  private static final int SECRET_BYTES = 32;
  private static final int ADDRESS_LENGTH = 400;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// What an unknown name is checked against, so that it takes as long as a known one.
  private static final String NOBODY = Passwords.keep("nobody has this password".toCharArray());

  private static final Semaphore CHECKING = new Semaphore(4);

  private final Database database;
  private final Remembered remembered = new Remembered();

  private People(Database database) {
    this.database = database;
  }

  /// Those in a database that is open, and is closed with them.
  public static People of(Database database) {
    return new People(database);
  }

  /// Those of the journal in a file.
  ///
  /// @param file its path without the ending
  public static People inFile(Path file) throws JournalUnavailableException {
    return new People(Database.inFile(file));
  }

  /// Those of the journal at an address as it is typed, created where there is none.
  public static People at(String address) throws JournalUnavailableException {
    return at(DatabaseAddress.of(address));
  }

  /// Those of the journal at an address, created where there is none.
  public static People at(DatabaseAddress address) throws JournalUnavailableException {
    return new People(Database.at(address));
  }

  /// Those of the journal that is there. Nothing is created.
  ///
  /// @throws JournalUnavailableException where there is none
  public static People existing(DatabaseAddress address) throws JournalUnavailableException {
    return new People(Database.existing(address));
  }

  /// Adds somebody, or gives them another role and password and ends their sessions.
  public void put(String name, String role, @Nullable String party, char[] password, Instant now) {
    String kept = Passwords.keep(password);
    change(
        handle -> {
          handle
              .createUpdate("delete from account where name = :name")
              .bind("name", name)
              .execute();
          return handle
              .createUpdate(
                  """
                  insert into account (name, role, party, password, created)
                  values (:name, :role, :party, :password, :created)
                  """)
              .bind("name", name)
              .bind("role", role)
              .bind("party", party)
              .bind("password", kept)
              .bind("created", utc(now))
              .execute();
        });
  }

  /// Adds somebody; says whether there was nobody of that name.
  public boolean add(
      String name, String role, @Nullable String party, char[] password, Instant now) {
    String kept = Passwords.keep(password);
    return database.atomically(
        handle ->
            handle
                    .createUpdate(
                        """
                        insert into account (name, role, party, password, created)
                        values (:name, :role, :party, :password, :created)
                        on conflict do nothing
                        """)
                    .bind("name", name)
                    .bind("role", role)
                    .bind("party", party)
                    .bind("password", kept)
                    .bind("created", utc(now))
                    .execute()
                > 0);
  }

  /// Gives somebody another role and ends their sessions; says whether there is such an account.
  public boolean changeRole(String name, String role, @Nullable String party) {
    endAll(name);
    return change(
        handle ->
            handle
                    .createUpdate(
                        "update account set role = :role, party = :party where name = :name")
                    .bind("name", name)
                    .bind("role", role)
                    .bind("party", party)
                    .execute()
                > 0);
  }

  /// Gives somebody another password and ends their sessions; says whether there is such an
  /// account.
  public boolean setPassword(String name, char[] password) {
    String kept = Passwords.keep(password);
    endAll(name);
    return change(
        handle ->
            handle
                    .createUpdate("update account set password = :password where name = :name")
                    .bind("name", name)
                    .bind("password", kept)
                    .execute()
                > 0);
  }

  /// Ends every session of somebody.
  public void endAll(String name) {
    change(
        handle ->
            handle
                .createUpdate("delete from session where account = :name")
                .bind("name", name)
                .execute());
  }

  /// Removes the account of somebody and ends their sessions; a token of that name stays. Says
  /// whether there was such an account.
  public boolean removeAccount(String name) {
    return deleted("delete from account where name = :name", name);
  }

  /// Takes a token back; says whether there was one of that name.
  public boolean removeToken(String name) {
    return deleted("delete from access_token where name = :name", name);
  }

  /// Changes who may come in: what is remembered of it no longer counts.
  private <T> T change(Function<Handle, T> work) {
    try {
      T result = database.atomically(work);
      remembered.forget();
      return result;
    } catch (JournalWriteException e) {
      if (!e.isCertain()) {
        remembered.forget();
      }
      throw e;
    }
  }

  private boolean deleted(String statement, String name) {
    return change(handle -> handle.createUpdate(statement).bind("name", name).execute() > 0);
  }

  /// The account of this name.
  public Optional<Account> find(String name) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from account where name = :name")
                .bind("name", name)
                .map((row, _) -> account(row))
                .findOne());
  }

  /// How many sessions of each account are open, for those that have any.
  public Map<String, Integer> countSessions(Instant now) {
    Map<String, Integer> counts = new TreeMap<>();
    database
        .ask(
            handle ->
                handle
                    .createQuery(
                        "select account from session where created >= :old and used >= :idle")
                    .bind("old", utc(now.minus(SESSION)))
                    .bind("idle", utc(now.minus(IDLE)))
                    .mapTo(String.class)
                    .list())
        .forEach(name -> counts.merge(name, 1, Integer::sum));
    return counts;
  }

  /// Removes somebody and ends their sessions; says whether there was such an account.
  public boolean remove(String name) {
    return change(
        handle ->
            handle
                        .createUpdate("delete from account where name = :name")
                        .bind("name", name)
                        .execute()
                    + handle
                        .createUpdate("delete from access_token where name = :name")
                        .bind("name", name)
                        .execute()
                > 0);
  }

  /// Everyone who has an account, by name.
  public List<Account> list() {
    return accounts("select * from account order by name");
  }

  /// Every token, by name.
  public List<Account> listTokens() {
    return accounts("select * from access_token order by name");
  }

  private List<Account> accounts(String statement) {
    return database.ask(
        handle -> handle.createQuery(statement).map((row, _) -> account(row)).list());
  }

  /// Whether somebody with this name has this password. Takes as long whether or not there is such
  /// an account.
  public Optional<Account> check(String name, char[] password) {
    record Kept(Account account, String password) {}
    Optional<Kept> known;
    known =
        database.ask(
            handle ->
                handle
                    .createQuery("select * from account where name = :name")
                    .bind("name", name)
                    .map((row, _) -> new Kept(account(row), row.getString("password")))
                    .findOne());
    boolean right;
    // each takes 19 MiB: many at once wait for one another rather than fill the memory
    CHECKING.acquireUninterruptibly();
    try {
      right = Passwords.matches(password, known.map(Kept::password).orElse(NOBODY));
    } finally {
      CHECKING.release();
    }
    return right ? known.map(Kept::account) : Optional.empty();
  }

  /// Begins a session; what is given back is its secret, which is not kept.
  public String begin(String name, Instant now) {
    String secret = secret();
    database.atomically(
        handle -> {
          handle
              .createUpdate("delete from session where created < :old or used < :idle")
              .bind("old", utc(now.minus(SESSION)))
              .bind("idle", utc(now.minus(IDLE)))
              .execute();
          return handle
              .createUpdate(
                  "insert into session (hash, account, created, used) values (:hash, :name, :now, :now)")
              .bind("hash", hash(secret))
              .bind("name", name)
              .bind("now", utc(now))
              .execute();
        });
    return secret;
  }

  /// Whose session this is; empty where it has ended. It counts as used now. While the database
  /// does not answer, its last answer counts, for [Remembered#LONGEST].
  public Optional<Account> session(String secret, Instant now) {
    return remembered.ask(secret, now, () -> use(secret, now));
  }

  private Optional<Account> use(String secret, Instant now) {
    Optional<Session> found = open(secret, now);
    if (found.isPresent() && found.get().used.plus(USED_AGAIN).isBefore(now)) {
      database.ask(
          handle ->
              handle
                  .createUpdate("update session set used = :now where hash = :hash")
                  .bind("now", utc(now))
                  .bind("hash", hash(secret))
                  .execute());
    }
    return found.map(Session::account);
  }

  /// The same, without its counting as used: a window that only listens keeps no session alive.
  public Optional<Account> look(String secret, Instant now) {
    return remembered.ask(secret, now, () -> open(secret, now).map(Session::account));
  }

  private record Session(Account account, Instant begun, Instant used) {}

  private Optional<Session> open(String secret, Instant now) {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    """
            select account.*, session.created as begun, session.used as used
            from session join account on account.name = session.account
            where session.hash = :hash
            """)
                .bind("hash", hash(secret))
                .map(
                    (row, _) ->
                        new Session(account(row), moment(row, "begun"), moment(row, "used")))
                .findOne()
                .filter(
                    each ->
                        !each.begun.plus(SESSION).isBefore(now)
                            && !each.used.plus(IDLE).isBefore(now)));
  }

  /// Ends a session.
  public void end(String secret) {
    remembered.forget(secret);
    database.atomically(
        handle ->
            handle
                .createUpdate("delete from session where hash = :hash")
                .bind("hash", hash(secret))
                .execute());
  }

  /// Makes a token for a program; what is given back is not kept. A token of the same name no
  /// longer opens.
  public String makeToken(String name, String role, @Nullable String party, Instant now) {
    String secret = secret();
    change(
        handle -> {
          handle
              .createUpdate("delete from access_token where name = :name")
              .bind("name", name)
              .execute();
          return handle
              .createUpdate(
                  """
                  insert into access_token (hash, name, role, party, created)
                  values (:hash, :name, :role, :party, :created)
                  """)
              .bind("hash", hash(secret))
              .bind("name", name)
              .bind("role", role)
              .bind("party", party)
              .bind("created", utc(now))
              .execute();
        });
    return secret;
  }

  /// Whose token this is. While the database does not answer, its last answer counts, for
  /// [Remembered#LONGEST].
  public Optional<Account> token(String secret, Instant now) {
    return remembered.ask(
        secret,
        now,
        () ->
            database.ask(
                handle ->
                    handle
                        .createQuery("select * from access_token where hash = :hash")
                        .bind("hash", hash(secret))
                        .map((row, _) -> account(row))
                        .findOne()));
  }

  /// Notes what was looked at and done.
  public void note(List<Seen> all) {
    if (all.isEmpty()) {
      return;
    }
    database.atomically(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  insert into seen (moment, who, role, method, address, status)
                  values (:at, :who, :role, :method, :address, :status)
                  """);
          for (Seen seen : all) {
            batch
                .bind("at", utc(seen.at()))
                .bind("who", seen.who())
                .bind("role", seen.role())
                .bind("method", seen.method())
                .bind(
                    "address",
                    seen.address().substring(0, Math.min(ADDRESS_LENGTH, seen.address().length())))
                .bind("status", seen.status())
                .add();
          }
          return batch.execute();
        });
  }

  /// What was looked at and done last, the latest first.
  ///
  /// @param who only by this account; by all where absent
  /// @param before only what has a smaller number
  /// @param most how many at most
  public List<Seen> listSeen(@Nullable String who, long before, int most) {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    "select * from seen where number < :before and (:all or who = :who) order by number desc"
                        + " fetch first :most rows only")
                .bind("before", before)
                .bind("all", who == null)
                .bind("who", who == null ? "" : who)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Seen(
                            row.getLong("number"),
                            moment(row, "moment"),
                            row.getString("who"),
                            row.getString("role"),
                            row.getString("method"),
                            row.getString("address"),
                            row.getInt("status")))
                .list());
  }

  /// Whether the database answered when it was asked last.
  public boolean answers() {
    return database.answers();
  }

  @Override
  public void close() {
    database.close();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        row.getString("role"),
        row.getString("party"),
        moment(row, "created"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String secret) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
