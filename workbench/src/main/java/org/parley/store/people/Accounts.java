package org.parley.store.people;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.store.JournalWriteException;
import org.parley.store.Verification;

/// The accounts and tokens of one case. Thread-safe.
public final class Accounts implements AutoCloseable {

  /// How long a session lasts at most.
  public static final Duration SESSION = Duration.ofHours(12);

  /// How long a session lasts while nobody uses it.
  public static final Duration IDLE = Duration.ofHours(2);

  /// How long a device is known from which somebody signed in.
  public static final Duration DEVICE = Duration.ofDays(180);

  /// How many devices of an account are known.
  public static final int DEVICES = 20;

  /// The longest name.
  public static final int NAME_LENGTH = 64;

  /// The longest password.
  public static final int PASSWORD_LENGTH = 200;

  /// The shortest password.
  public static final int PASSWORD_LEAST = 12;

  /// What an unknown name is checked against, so that it takes as long as a known one.
  private static final String NOBODY = Passwords.keep("nobody has this password".toCharArray());

  private static final Semaphore CHECKING = new Semaphore(4);

  private final Database database;
  private final Sessions sessions;
  private final Devices devices;
  private final SignInCache remembered = new SignInCache();
  private final RepeatedReads reads = new RepeatedReads();

  private Accounts(Database database) {
    this.database = database;
    this.sessions = new Sessions(database);
    this.devices = new Devices(database);
  }

  /// Those in a database that is open, and is closed with them.
  public static Accounts of(Database database) {
    return new Accounts(database);
  }

  /// Those of the journal in a file.
  ///
  /// @param file its path without the ending
  public static Accounts inFile(Path file) throws JournalUnavailableException {
    return new Accounts(Database.inFile(file));
  }

  /// Those of the journal at an address as it is typed, created where there is none.
  public static Accounts at(String address) throws JournalUnavailableException {
    return at(DatabaseAddress.of(address));
  }

  /// Those of the journal at an address, created where there is none.
  public static Accounts at(DatabaseAddress address) throws JournalUnavailableException {
    return new Accounts(Database.at(address));
  }

  /// Those of the journal that is there. Nothing is created.
  ///
  /// @throws JournalUnavailableException where there is none
  public static Accounts existing(DatabaseAddress address) throws JournalUnavailableException {
    return new Accounts(Database.existing(address));
  }

  /// Adds somebody, or gives them another role and password and ends their sessions.
  public void put(
      AccountEditor by,
      String name,
      String role,
      @Nullable String party,
      char[] password,
      Instant now) {
    put(by, name, role, party, Passwords.keep(password), now);
  }

  /// The same with a password as [Passwords] keeps it.
  void put(
      AccountEditor by,
      String name,
      String role,
      @Nullable String party,
      String kept,
      Instant now) {
    change(
        handle -> {
          deleted(handle, "account", name);
          return insertAccount(handle, by, name, role, party, kept, now);
        });
  }

  /// Adds somebody; says whether there was nobody of that name.
  public boolean add(
      AccountEditor by,
      String name,
      String role,
      @Nullable String party,
      char[] password,
      Instant now) {
    String kept = Passwords.keep(password);
    return change(handle -> insertAccount(handle, by, name, role, party, kept, now));
  }

  /// Whether there was nobody of that name.
  private static boolean insertAccount(
      Handle handle,
      AccountEditor by,
      String name,
      String role,
      @Nullable String party,
      String kept,
      Instant now) {
    boolean added =
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
                .bind("created", AccountRows.utc(now))
                .execute()
            > 0;
    if (added) {
      noteAccount(handle, by, now, "an account for " + name + " as " + as(role, party), name);
    }
    return added;
  }

  private static String as(String role, @Nullable String party) {
    return role + (party == null ? "" : " of " + party);
  }

  /// Chains what was done about an account, with the state it has now.
  private static void noteAccount(
      Handle handle, AccountEditor by, Instant now, String words, String name) {
    String state =
        handle
            .createQuery("select * from account where name = :name")
            .bind("name", name)
            .map((row, _) -> AuditLog.stateOfAccount(row))
            .findOne()
            .orElse(null);
    AuditLog.append(
        handle, List.of(AuditLog.change(by, now, words, AuditLog.subjectOfAccount(name), state)));
  }

  private static void noteToken(
      Handle handle, AccountEditor by, Instant now, String words, String name) {
    String state =
        handle
            .createQuery("select * from access_token where name = :name")
            .bind("name", name)
            .map((row, _) -> AuditLog.stateOfToken(row))
            .findOne()
            .orElse(null);
    AuditLog.append(
        handle, List.of(AuditLog.change(by, now, words, AuditLog.subjectOfToken(name), state)));
  }

  /// Gives somebody another role and ends their sessions; says whether there is such an account.
  public boolean changeRole(
      AccountEditor by, String name, String role, @Nullable String party, Instant now) {
    return change(
        handle -> {
          Sessions.endAll(handle, name);
          boolean changed =
              handle
                      .createUpdate(
                          "update account set role = :role, party = :party where name = :name")
                      .bind("name", name)
                      .bind("role", role)
                      .bind("party", party)
                      .execute()
                  > 0;
          if (changed) {
            noteAccount(handle, by, now, name + " is " + as(role, party), name);
          }
          return changed;
        });
  }

  /// Gives somebody another password; their sessions end, and their devices are known no longer.
  /// Says whether there is such an account.
  public boolean setPassword(AccountEditor by, String name, char[] password, Instant now) {
    String kept = Passwords.keep(password);
    return change(
        handle -> {
          Sessions.endAll(handle, name);
          Devices.removeAll(handle, name);
          boolean changed =
              handle
                      .createUpdate("update account set password = :password where name = :name")
                      .bind("name", name)
                      .bind("password", kept)
                      .execute()
                  > 0;
          if (changed) {
            String words =
                by.who().equals(name)
                    ? "changed their own password"
                    : "set the password of " + name;
            noteAccount(handle, by, now, words, name);
          }
          return changed;
        });
  }

  /// Ends every session of somebody.
  public void endAll(String name) {
    change(handle -> Sessions.endAll(handle, name));
  }

  /// Removes the account of somebody and ends their sessions; a token of that name stays. Says
  /// whether there was such an account.
  public boolean removeAccount(AccountEditor by, String name, Instant now) {
    return change(handle -> removeAccount(handle, by, name, now));
  }

  private static boolean removeAccount(Handle handle, AccountEditor by, String name, Instant now) {
    boolean removed = deleted(handle, "account", name);
    if (removed) {
      noteAccount(handle, by, now, "removed " + name, name);
    }
    return removed;
  }

  /// Takes a token back; says whether there was one of that name.
  public boolean removeToken(AccountEditor by, String name, Instant now) {
    return change(handle -> removeToken(handle, by, name, now));
  }

  private static boolean removeToken(Handle handle, AccountEditor by, String name, Instant now) {
    boolean removed = deleted(handle, "access_token", name);
    if (removed) {
      noteToken(handle, by, now, "took back the token of " + name, name);
    }
    return removed;
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

  private static boolean deleted(Handle handle, String table, String name) {
    return handle
            .createUpdate("delete from " + table + " where name = :name")
            .bind("name", name)
            .execute()
        > 0;
  }

  /// The account of this name.
  public Optional<Account> find(String name) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from account where name = :name")
                .bind("name", name)
                .map((row, _) -> AccountRows.account(row))
                .findOne());
  }

  /// How many sessions of each account are open, for those that have any.
  public Map<String, Integer> countSessions(Instant now) {
    return sessions.count(now);
  }

  /// Removes the account and the token of a name; says whether there was one.
  public boolean remove(AccountEditor by, String name, Instant now) {
    return change(
        handle -> {
          boolean account = removeAccount(handle, by, name, now);
          return removeToken(handle, by, name, now) || account;
        });
  }

  /// Everyone who has an account, by name.
  public List<Account> list() {
    return accounts("select * from account order by name");
  }

  /// Every token, by name; those that have expired as well.
  public List<AccessToken> listTokens() {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from access_token order by name")
                .map((row, _) -> AccountRows.token(row))
                .list());
  }

  private List<Account> accounts(String statement) {
    return database.ask(
        handle -> handle.createQuery(statement).map((row, _) -> AccountRows.account(row)).list());
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
                    .map((row, _) -> new Kept(AccountRows.account(row), row.getString("password")))
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
    return sessions.begin(name, now);
  }

  /// Whose session this is; empty where it has ended. It counts as used now. While the database
  /// does not answer, its last answer counts, for [SignInCache#LONGEST].
  public Optional<Account> session(String secret, Instant now) {
    return remembered.ask(secret, now, () -> sessions.use(secret, now));
  }

  /// The same, without its counting as used: a window that only listens keeps no session alive.
  public Optional<Account> look(String secret, Instant now) {
    return remembered.ask(secret, now, () -> sessions.look(secret, now));
  }

  /// Ends a session.
  public void end(String secret) {
    remembered.forget(secret);
    sessions.end(secret);
  }

  /// Remembers that somebody signed in from a device; what is given back is its secret, which is
  /// not kept. Of each account the [#DEVICES] used last are remembered.
  public String addDevice(String name, Instant now) {
    return devices.add(name, now);
  }

  /// The name of the account that signed in from the device with this secret before.
  public Optional<String> device(String secret, Instant now) {
    return devices.find(secret, now);
  }

  /// Forgets a device.
  public void removeDevice(String secret) {
    devices.remove(secret);
  }

  /// Remembers the language somebody chose, by its tag.
  public void chooseLanguage(String name, String tag) {
    database.atomically(
        handle -> {
          handle
              .createUpdate("delete from chosen_language where account = :name")
              .bind("name", name)
              .execute();
          return handle
              .createUpdate("insert into chosen_language (account, tag) values (:name, :tag)")
              .bind("name", name)
              .bind("tag", tag)
              .execute();
        });
  }

  /// The tag of the language somebody chose; empty where they chose none.
  public Optional<String> language(String name) {
    return database.ask(
        handle ->
            handle
                .createQuery("select tag from chosen_language where account = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
  }

  /// Makes a token for a program; what is given back is not kept. A token of the same name no
  /// longer opens.
  ///
  /// @param expires from when on it is refused
  public String makeToken(
      AccountEditor by,
      String name,
      String role,
      @Nullable String party,
      Instant now,
      Instant expires) {
    String secret = Secrets.make();
    change(
        handle -> {
          deleted(handle, "access_token", name);
          handle
              .createUpdate(
                  """
                  insert into access_token (hash, name, role, party, created, expires)
                  values (:hash, :name, :role, :party, :created, :expires)
                  """)
              .bind("hash", Secrets.hash(secret))
              .bind("name", name)
              .bind("role", role)
              .bind("party", party)
              .bind("created", AccountRows.utc(now))
              .bind("expires", AccountRows.utc(expires))
              .execute();
          String words =
              "a token for "
                  + name
                  + " as "
                  + as(role, party)
                  + " until "
                  + expires.toString().substring(0, 10);
          noteToken(handle, by, now, words, name);
          return true;
        });
    return secret;
  }

  /// Whose token this is; empty where it has expired. While the database does not answer, its last
  /// answer counts, for [SignInCache#LONGEST].
  public Optional<Account> token(String secret, Instant now) {
    return remembered.ask(
        secret,
        now,
        () ->
            findToken(secret)
                .filter(each -> !each.isExpired(now))
                .map(each -> new SignInCache.Held(each.account(), each.expires())));
  }

  /// The token with this secret; it may have expired.
  public Optional<AccessToken> findToken(String secret) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from access_token where hash = :hash")
                .bind("hash", Secrets.hash(secret))
                .map((row, _) -> AccountRows.token(row))
                .findOne());
  }

  /// Notes what was looked at and done; what was looked at again and again becomes few rows.
  public synchronized void note(List<AccessRecord> all, Instant now) {
    append(reads.add(all, now));
  }

  /// Writes what was looked at again and stands in no row yet.
  public synchronized void flush() {
    append(reads.flush());
  }

  private void append(List<AccessRecord> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<AuditRow.Draft> drafts = rows.stream().map(AuditRow::draft).toList();
    boolean written = false;
    try {
      written =
          database.atomically(
              handle -> {
                AuditLog.append(handle, drafts);
                return true;
              });
    } finally {
      if (!written) {
        reads.undo();
      }
    }
  }

  /// Drops who looked at what more than 400 days ago, once there are 30 days of that; each range of
  /// rows leaves one that says what it was.
  public void dropOld(Instant now) {
    database.atomically(
        handle -> {
          AuditLog.dropOld(handle, now);
          return true;
        });
  }

  /// Goes through every row of the audit, and compares accounts and tokens with what it says of
  /// them. Cost: linear in the rows.
  public Verification verify() {
    return database.atomically(AuditLog::verify);
  }

  /// Whether a row of the audit has this hash.
  public boolean has(String hash) {
    return database.ask(handle -> AuditLog.has(handle, hash));
  }

  /// What was looked at and done last, the latest first.
  ///
  /// @param who only by this account; by all where absent
  /// @param before only what has a smaller number
  /// @param most how many at most
  public List<AccessRecord> listSeen(@Nullable String who, long before, int most) {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    "select * from audit where number < :before and (:all or who = :who) order by"
                        + " number desc fetch first :most rows only")
                .bind("before", before)
                .bind("all", who == null)
                .bind("who", who == null ? "" : who)
                .bind("most", most)
                .map((row, _) -> AuditRow.of(row).seen())
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
}
