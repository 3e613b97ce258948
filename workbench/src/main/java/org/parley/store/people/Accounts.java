package org.parley.store.people;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.store.JournalWriteException;
import org.parley.store.Verification;
import org.parley.store.notices.NoticeSettings;
import org.parley.store.notices.Outbox;
import org.parley.store.notices.Undelivered;

/// The accounts and tokens of one case. Thread-safe.
public final class Accounts implements AutoCloseable {

  /// The longest lifetime of a session.
  public static final Duration SESSION = Duration.ofHours(12);

  /// The idle timeout of a session, unless another is set.
  public static final Duration IDLE = Duration.ofMinutes(30);

  /// The lifetime of a known device.
  public static final Duration DEVICE = Duration.ofDays(180);

  /// The most known devices of an account.
  public static final int DEVICES = 20;

  /// The fewest days that read accesses may be kept.
  public static final int VIEW_DAYS_LEAST = 30;

  /// The most days that read accesses may be kept.
  public static final int VIEW_DAYS_MOST = 3_650;

  /// The longest name.
  public static final int NAME_LENGTH = 64;

  /// The longest password that is checked: earlier versions took so many.
  public static final int PASSWORD_LENGTH = 200;

  /// The longest password that is set.
  public static final int PASSWORD_MOST = 128;

  /// The shortest password, with spaces in a row counted once.
  public static final int PASSWORD_LEAST = 12;

  /// The hash that unknown names are checked against, so that timing does not reveal accounts.
  private static final String NOBODY = Passwords.none();

  /// A text that no password matches.
  private static final String NO_PASSWORD = "-";

  private static final Semaphore CHECKING = new Semaphore(4);

  private final Database database;
  private final Sessions sessions;
  private final Devices devices;
  private final Tokens tokens;
  private final HalfSignIns halves;
  private final FactorKeys factorKeys;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final PasswordLinks links;
  private final CredentialChanges credentialChanges;
  private final SignInCache remembered = new SignInCache();
  private final RepeatedReads reads = new RepeatedReads();
  private volatile Predicate<Account> needsFactor = _ -> false;
  private volatile Duration idle = IDLE;
  private volatile Runnable changed = () -> {};
  private volatile BiConsumer<AccountEditor, String> lost = (_, _) -> {};

  private Accounts(Database database) {
    this.database = database;
    this.sessions = new Sessions(database, account -> needsFactor.test(account), () -> idle);
    this.devices = new Devices(database);
    this.tokens = new Tokens(database);
    this.halves = new HalfSignIns(database);
    this.factorKeys =
        new FactorKeys(
            database
                .file()
                .map(file -> file.resolveSibling(file.getFileName() + FactorKey.ENDING))
                .orElse(null));
    this.factors = new SecondFactors(database, factorKeys, this::lookAgain);
    this.passkeys = new Passkeys(database, this::lookAgain);
    this.links = new PasswordLinks(database, this::lookAgain);
    this.credentialChanges = new CredentialChanges(database);
  }

  /// The accounts of an open database, which is closed with them.
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

  /// Adds an account, or replaces its role and password, ends its sessions and removes its second
  /// factor.
  public void put(
      AccountEditor by,
      String name,
      String role,
      @Nullable String party,
      char[] password,
      Instant now) {
    put(by, name, role, party, Passwords.keep(password), now);
  }

  /// The same with a password hash of [Passwords].
  void put(
      AccountEditor by,
      String name,
      String role,
      @Nullable String party,
      String kept,
      Instant now) {
    change(
        handle -> {
          FeedAddresses.removeAll(handle, by, name, now);
          ProviderIdentities.remove(handle, by, name, now);
          SecondFactors.remove(handle, by, name, now);
          PasswordLinks.remove(handle, by, name, now);
          deleted(handle, "account", name);
          return insertAccount(handle, by, name, role, party, kept, now);
        });
  }

  /// Calls this after every change of accounts, tokens and secret addresses that is made here.
  public void onChange(Runnable listener) {
    changed = listener;
  }

  /// Another program changed something: nothing is remembered, and the listener is called.
  public void lookAgain() {
    forget();
    changed.run();
  }

  /// Another program changed something: nothing is remembered.
  public void forget() {
    remembered.forget();
  }

  /// Calls this with the name of every account that has another password or is removed here. Its
  /// secrets elsewhere are to be taken back.
  public void onLoss(BiConsumer<AccountEditor, String> listener) {
    lost = listener;
  }

  /// Adds somebody who signs in elsewhere, so without a password; returns whether the name was
  /// free.
  public boolean addMember(
      AccountEditor by, String name, String role, @Nullable String party, Instant now) {
    return change(handle -> insertAccount(handle, by, name, role, party, NO_PASSWORD, now));
  }

  /// Removes every account, token and secret address: those of another server.
  public void removeAll(AccountEditor by, Instant now) {
    List<String> names =
        Stream.concat(
                list().stream().map(Account::name), listTokens().stream().map(AccessToken::name))
            .distinct()
            .toList();
    names.forEach(name -> remove(by, name, now));
  }

  /// Who has a role, and what opens the case without signing in.
  public Admissions admissions() {
    return database.ask(Admissions::read);
  }

  /// Adds an account; returns whether the name was free.
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

  /// Inserts an account; returns whether the name was free.
  static boolean insertAccount(
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

  /// Adds a row to the audit chain about an account, with the hash of its present state.
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
            .map((row, _) -> Tokens.state(row))
            .findOne()
            .orElse(null);
    AuditLog.append(
        handle, List.of(AuditLog.change(by, now, words, AuditLog.subjectOfToken(name), state)));
  }

  /// Changes the role of an account and ends its sessions; returns whether it exists.
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
            forgetWaiting(handle, name);
            noteAccount(handle, by, now, name + " is " + as(role, party), name);
          }
          return changed;
        });
  }

  /// Forgets what an account dismissed and was told of: in another role, other things wait.
  private static void forgetWaiting(Handle handle, String name) {
    for (String statement :
        List.of(
            "delete from dismissed where account = :name",
            """
            delete from notice_told
            where recipient in (select name from notice_recipient where account = :name)
            """)) {
      handle.createUpdate(statement).bind("name", name).execute();
    }
  }

  /// Changes the password of an account, ends its sessions, forgets its devices and takes its
  /// secret addresses back; returns whether it exists.
  public boolean setPassword(AccountEditor by, String name, char[] password, Instant now) {
    String kept = Passwords.keep(password);
    boolean isSet = setPassword(by, name, kept, now);
    if (isSet) {
      lost.accept(by, name);
    }
    return isSet;
  }

  private boolean setPassword(AccountEditor by, String name, String kept, Instant now) {
    String words =
        by.who().equals(name) ? "changed their own password" : "set the password of " + name;
    return change(handle -> setPassword(handle, by, name, kept, words, now));
  }

  /// Sets the password that somebody chose with a link, which is good no more; returns whether it
  /// was. All that a new password ends, ends.
  public boolean setPasswordByLink(String link, char[] password, Instant now) {
    String kept = Passwords.keep(password);
    Optional<AccountEditor> chooser =
        change(
            handle ->
                PasswordLinks.find(handle, link, now)
                    .map(each -> new AccountEditor(each.name(), each.role()))
                    .filter(
                        by ->
                            setPassword(
                                handle,
                                by,
                                by.who(),
                                kept,
                                "chose their password with a link",
                                now)));
    chooser.ifPresent(by -> lost.accept(by, by.who()));
    return chooser.isPresent();
  }

  private static boolean setPassword(
      Handle handle, AccountEditor by, String name, String kept, String words, Instant now) {
    Sessions.endAll(handle, name);
    Devices.removeAll(handle, name);
    FeedAddresses.removeAll(handle, by, name, now);
    PasswordLinks.remove(handle, by, name, now);
    boolean changed =
        handle
                .createUpdate("update account set password = :password where name = :name")
                .bind("name", name)
                .bind("password", kept)
                .execute()
            > 0;
    if (changed) {
      noteAccount(handle, by, now, words, name);
      CredentialChanges.add(handle, by, name, CredentialChange.Kind.PASSWORD, now);
    }
    return changed;
  }

  /// Ends every session of an account.
  public void endAll(String name) {
    change(handle -> Sessions.endAll(handle, name));
  }

  /// Removes an account and ends its sessions; a token of that name stays. Returns whether it
  /// existed.
  public boolean removeAccount(AccountEditor by, String name, Instant now) {
    boolean removed = change(handle -> removeAccount(handle, by, name, now));
    if (removed) {
      lost.accept(by, name);
    }
    return removed;
  }

  private static boolean removeAccount(Handle handle, AccountEditor by, String name, Instant now) {
    FeedAddresses.removeAll(handle, by, name, now);
    ProviderIdentities.remove(handle, by, name, now);
    SecondFactors.remove(handle, by, name, now);
    PasswordLinks.remove(handle, by, name, now);
    boolean removed = deleted(handle, "account", name);
    if (removed) {
      noteAccount(handle, by, now, "removed " + name, name);
    }
    return removed;
  }

  /// Revokes a token; returns whether it existed.
  public boolean removeToken(AccountEditor by, String name, Instant now) {
    return change(handle -> removeToken(handle, by, name, now));
  }

  private static boolean removeToken(Handle handle, AccountEditor by, String name, Instant now) {
    Tokens.retire(handle, by, name, now);
    boolean removed = deleted(handle, "access_token", name);
    if (removed) {
      noteToken(handle, by, now, "took back the token of " + name, name);
    }
    return removed;
  }

  /// Changes accounts or tokens, and invalidates the cache.
  private <T> T change(Function<Handle, T> work) {
    try {
      T result =
          database.atomicallyLeading(
              handle -> {
                T done = work.apply(handle);
                database.tell(handle, Database.PEOPLE_CHANNEL);
                return done;
              });
      lookAgain();
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

  /// The number of open sessions by account, without zeros.
  public Map<String, Integer> countSessions(Instant now) {
    return sessions.count(now);
  }

  /// Removes the account and the token of a name; returns whether there was one.
  public boolean remove(AccountEditor by, String name, Instant now) {
    return change(
        handle -> {
          boolean account = removeAccount(handle, by, name, now);
          return removeToken(handle, by, name, now) || account;
        });
  }

  /// Every account, by name.
  public List<Account> list() {
    return accounts("select * from account order by name");
  }

  /// Every token, by name, expired ones included.
  public List<AccessToken> listTokens() {
    return tokens.list();
  }

  private List<Account> accounts(String statement) {
    return database.ask(
        handle -> handle.createQuery(statement).map((row, _) -> AccountRows.account(row)).list());
  }

  /// Verifies a name and password, in constant time regardless of whether the account exists.
  public Optional<Account> check(String name, char[] password) {
    record Kept(Account account, String password) {}
    Optional<Kept> known =
        database.ask(
            handle ->
                handle
                    .createQuery("select * from account where name = :name")
                    .bind("name", name)
                    .map((row, _) -> new Kept(AccountRows.account(row), row.getString("password")))
                    .findOne()
                    // somebody who was only invited takes as long as nobody
                    .filter(each -> !each.password.equals(NO_PASSWORD)));
    boolean right;
    // Each verification takes 19 MiB: a semaphore bounds the memory.
    CHECKING.acquireUninterruptibly();
    try {
      right = Passwords.matches(password, known.map(Kept::password).orElse(NOBODY));
    } finally {
      CHECKING.release();
    }
    return right ? known.map(Kept::account) : Optional.empty();
  }

  /// Begins a session; returns its secret, which is not stored.
  public String begin(String name, Instant now) {
    return begin(name, "", now);
  }

  /// The same from a device.
  ///
  /// @param device browser and system in words; empty if not known
  public String begin(String name, String device, Instant now) {
    return sessions.begin(name, device, now);
  }

  /// The open sessions of each account, those used last first; accounts without any are left out.
  public Map<String, List<OpenSession>> listSessions(Instant now) {
    return sessions.list(now);
  }

  /// The open sessions of an account, those used last first.
  public List<OpenSession> listSessions(String name, Instant now) {
    return listSessions(now).getOrDefault(name, List.of());
  }

  /// Ends a session of an account; returns whether there was one.
  ///
  /// @param id that of [OpenSession]
  public boolean endSession(String name, String id) {
    return change(handle -> Sessions.endOne(handle, name, id));
  }

  /// Ends sessions after this time without use.
  public void endIdleAfter(Duration longest) {
    idle = longest;
    remembered.forget();
  }

  /// The changes of credentials that their owners were not told of yet.
  public CredentialChanges credentialChanges() {
    return credentialChanges;
  }

  /// The account of a session; empty if it has ended. Counts as use. While the database does not
  /// answer, the cached answer holds for [SignInCache#LONGEST].
  public Optional<Account> session(String secret, Instant now) {
    return remembered.ask(secret, now, () -> sessions.use(secret, now));
  }

  /// The same without counting as use: a window that only listens keeps no session alive.
  public Optional<Account> look(String secret, Instant now) {
    return remembered.ask(secret, now, () -> sessions.look(secret, now));
  }

  /// Ends a session.
  public void end(String secret) {
    remembered.forget(secret);
    sessions.end(secret);
  }

  /// Stores a device for an account; returns its secret, which is not stored. The [#DEVICES] used
  /// last are kept.
  public String addDevice(String name, Instant now) {
    return devices.add(name, now);
  }

  /// The account that signed in from the device with this secret.
  public Optional<String> device(String secret, Instant now) {
    return devices.find(secret, now);
  }

  /// Forgets a device.
  public void removeDevice(String secret) {
    devices.remove(secret);
  }

  /// Stores the language of an account, by its tag.
  public void chooseLanguage(String name, String tag) {
    database.atomicallyLeading(
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

  /// The language of an account; empty if none was chosen.
  public Optional<String> language(String name) {
    return database.ask(
        handle ->
            handle
                .createQuery("select tag from chosen_language where account = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
  }

  /// Where and how often each account is told that something waits.
  public NoticeSettings notices() {
    return NoticeSettings.of(database);
  }

  /// The second factors of each account.
  public SecondFactors factors() {
    return factors;
  }

  /// The passkeys of each account.
  public Passkeys passkeys() {
    return passkeys;
  }

  /// Links with which people choose their password.
  public PasswordLinks links() {
    return links;
  }

  /// Sign-ins that wait for a second factor.
  public HalfSignIns halves() {
    return halves;
  }

  /// Seals second factors with this key, rather than with one beside the journal.
  public void sealFactors(FactorKey key) {
    factorKeys.use(key);
  }

  /// Sessions of these accounts count only with a second factor.
  public void requireFactor(Predicate<Account> those) {
    needsFactor = those;
    remembered.forget();
  }

  /// Whether an account must have a second factor.
  public boolean needsFactor(Account account) {
    return needsFactor.test(account);
  }

  /// The secret addresses of each account.
  public FeedAddresses feeds() {
    return FeedAddresses.of(database, () -> changed.run());
  }

  /// Who each account is at an OpenID provider.
  public ProviderIdentities identities() {
    return new ProviderIdentities(database, this::lookAgain);
  }

  /// The notices that are not delivered, the latest first.
  public List<Undelivered> undelivered() {
    return Outbox.of(database, Secrets::make).listUndelivered();
  }

  /// Creates a token that writes what its role may; returns its secret, which is not stored. A
  /// token of the same name is replaced.
  ///
  /// @param expires the time of expiry
  public String makeToken(
      AccountEditor by,
      String name,
      String role,
      @Nullable String party,
      Instant now,
      Instant expires) {
    return makeToken(by, new AccessToken(name, role, party, now, expires, false));
  }

  /// Creates a token; returns its secret, which is not stored. A token of the same name is
  /// replaced.
  public String makeToken(AccountEditor by, AccessToken token) {
    String secret = Secrets.make();
    change(
        handle -> {
          Tokens.put(handle, by, token, secret, token.created());
          String words =
              "a token for "
                  + token.name()
                  + " as "
                  + as(token.role(), token.party())
                  + (token.readOnly() ? ", to read only," : "")
                  + " until "
                  + token.expires().toString().substring(0, 10);
          noteToken(handle, by, token.created(), words, token.name());
          return true;
        });
    return secret;
  }

  /// Replaces the secret of a token; returns the new one, which is not stored. The former one stays
  /// good for an overlap, so that a program can be changed over. Empty if there is no such token.
  ///
  /// @param expires the time of expiry of the new secret
  public Optional<String> rotateToken(
      AccountEditor by, String name, Instant expires, Duration overlap, Instant now) {
    String secret = Secrets.make();
    boolean isRotated =
        change(
            handle -> {
              boolean rotated = Tokens.rotate(handle, by, name, secret, expires, overlap, now);
              if (rotated) {
                noteToken(handle, by, now, "rotated the token of " + name, name);
              }
              return rotated;
            });
    return isRotated ? Optional.of(secret) : Optional.empty();
  }

  /// The account of a token; empty if it has expired. While the database does not answer, the
  /// cached answer holds for [SignInCache#LONGEST].
  public Optional<Account> token(String secret, Instant now) {
    return remembered.ask(
        secret,
        now,
        () ->
            findToken(secret)
                .filter(each -> !each.isExpired(now))
                .map(each -> new SignInCache.Held(each.account(), each.expires())));
  }

  /// The token with this secret, possibly expired.
  public Optional<AccessToken> findToken(String secret) {
    return tokens.find(secret);
  }

  /// Stores access records; repeated reads are aggregated.
  public synchronized void note(List<AccessRecord> all, Instant now) {
    append(reads.add(all, now));
  }

  /// Writes aggregated reads not stored yet.
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

  /// Applies the rule of retention: older read accesses are removed in batches, and a summary row
  /// replaces each range. Sessions that have ended and devices that are forgotten go too.
  public void dropOld(Instant now) {
    database.atomically(
        handle -> {
          AuditLog.dropOld(handle, now);
          sessions.dropEnded(handle, now);
          Devices.dropUnused(handle, now);
          return true;
        });
  }

  /// Sets for how many days read accesses are kept, on record in the audit if that is new.
  ///
  /// @param days from [#VIEW_DAYS_LEAST] to [#VIEW_DAYS_MOST]
  /// @return whether it is new
  public boolean keepViews(AccountEditor by, int days, Instant now) {
    return database.atomically(handle -> RetentionRule.set(handle, by, days, now));
  }

  /// Verifies the audit chain, and compares accounts and tokens with it. Cost: linear in the rows.
  public Verification verify() {
    return database.atomically(AuditLog::verify);
  }

  /// Whether a row of the audit has this hash.
  public boolean has(String hash) {
    return database.ask(handle -> AuditLog.has(handle, hash));
  }

  /// Whether a row of the audit was written and is there no more. Where [#verify] finds it intact,
  /// the row was removed by the rule of retention.
  public boolean hasRemoved(long row) {
    return database.ask(handle -> AuditLog.hasRemoved(handle, row));
  }

  /// The latest accesses and changes, the latest first.
  ///
  /// @param who only of this account; null for all
  /// @param before only with a smaller number
  /// @param most the most rows
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

  /// Whether the database answered the last query.
  public boolean answers() {
    return database.answers();
  }

  @Override
  public void close() {
    database.close();
  }
}
