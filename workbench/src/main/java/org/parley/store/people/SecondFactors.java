package org.parley.store.people;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;
import org.parley.store.FieldHash;
import org.parley.store.people.CredentialChange.Kind;

/// The second factors of the accounts of one server: codes of an app ([Totp]), and recovery codes.
/// [Passkeys] are factors too. Secrets are stored sealed. Every change stands in the audit.
/// Thread-safe.
///
/// A session of an account with a factor was begun with it: enrolment ends the other sessions.
public final class SecondFactors {

  /// How many recovery codes an account is given.
  public static final int RECOVERY_CODES = RecoveryCodes.COUNT;

  private static final Duration OFFERED = Duration.ofMinutes(15);
  private static final int LONGEST_TYPED = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// The outcome of a code.
  public enum CodeOutcome {
    /// It is the code of the app.
    RIGHT,
    /// It is a recovery code, used up now.
    RECOVERED,
    /// It is neither.
    WRONG,
    /// The app showed it, but it was used already.
    REPEATED,
    /// The key of this server does not open the secret.
    UNREADABLE;

    public boolean opens() {
      return this == RIGHT || this == RECOVERED;
    }
  }

  /// A secret that is offered to an app, and not stored before a code confirms it.
  ///
  /// @param secret in Base32
  /// @param sealed the same as this server alone opens it again
  public record FactorOffer(String secret, String sealed) {}

  private final Database database;
  private final FactorKeys keys;
  private final Runnable changed;

  /// @param changed is called after each change
  SecondFactors(Database database, FactorKeys keys, Runnable changed) {
    this.database = database;
    this.keys = keys;
    this.changed = changed;
  }

  private <T> T change(Function<Handle, T> work) {
    T result = database.atomically(work);
    changed.run();
    return result;
  }

  /// Whether somebody can enrol here: there is a key, or a place for one.
  public boolean isOffered() {
    return keys.arePossible();
  }

  /// Offers a new secret; empty if there is no key.
  public Optional<FactorOffer> offer(String account, Instant now) {
    byte[] bytes = new byte[Totp.SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base32.encode(bytes);
    return keys.make()
        .map(
            key ->
                new FactorOffer(
                    secret, key.seal("offer " + account, now.getEpochSecond() + " " + secret)));
  }

  /// The same offer again; empty if it is not of this account or too old.
  public Optional<FactorOffer> reopen(String account, String sealed, Instant now) {
    return keys.find()
        .flatMap(key -> key.open("offer " + account, sealed))
        .map(text -> text.split(" ", 2))
        .filter(
            parts -> !Instant.ofEpochSecond(Long.parseLong(parts[0])).plus(OFFERED).isBefore(now))
        .map(parts -> new FactorOffer(parts[1], sealed));
  }

  /// Stores an offered secret in place of any other, once a code of it is right. Other sessions
  /// end. Returns the recovery codes, which are not stored; empty if the code is wrong.
  ///
  /// @param session the session that stays; null for none
  public Optional<List<String>> confirm(
      AccountEditor by,
      String account,
      FactorOffer offer,
      String code,
      @Nullable String session,
      Instant now) {
    OptionalLong step = Totp.match(Base32.decode(offer.secret), plain(code), now);
    FactorKey key = keys.find().orElse(null);
    if (step.isEmpty() || key == null) {
      return Optional.empty();
    }
    String sealed = key.seal("factor " + account, offer.secret);
    List<String> codes = RecoveryCodes.make();
    boolean isStored =
        change(
            handle -> {
              Sessions.endOthers(handle, account, session);
              dropApp(handle, account);
              boolean stored = insert(handle, account, sealed, now, step.getAsLong());
              if (stored) {
                RecoveryCodes.put(handle, account, codes);
                note(handle, by, now, "set up a second factor", account);
                CredentialChanges.add(handle, by, account, Kind.FACTOR_SET, now);
              }
              return stored;
            });
    return isStored ? Optional.of(codes) : Optional.empty();
  }

  /// Inserts nothing if the account was removed meanwhile.
  private static boolean insert(
      Handle handle, String account, String sealed, Instant now, long step) {
    return handle
            .createUpdate(
                """
                insert into second_factor (account, sealed, created, step)
                select name, :sealed, :created, :step from account where name = :account
                """)
            .bind("sealed", sealed)
            .bind("created", AccountRows.utc(now))
            .bind("step", step)
            .bind("account", account)
            .execute()
        > 0;
  }

  private static String plain(String code) {
    return code.length() > LONGEST_TYPED ? "" : RecoveryCodes.plain(code);
  }

  /// Checks a code of the app or a recovery code. A right one is used up.
  public CodeOutcome check(AccountEditor by, String account, String typed, Instant now) {
    String code = plain(typed);
    return database.atomically(
        handle ->
            code.length() == Totp.DIGITS
                ? checkApp(handle, by, account, code, now)
                : recover(handle, by, account, code, now));
  }

  private CodeOutcome checkApp(
      Handle handle, AccountEditor by, String account, String code, Instant now) {
    record Kept(String sealed, long step) {}
    Optional<Kept> kept =
        handle
            .createQuery("select sealed, step from second_factor where account = :name for update")
            .bind("name", account)
            .map((row, _) -> new Kept(row.getString("sealed"), row.getLong("step")))
            .findOne();
    if (kept.isEmpty()) {
      return CodeOutcome.WRONG;
    }
    String sealed = kept.get().sealed;
    Optional<String> secret = keys.find().flatMap(key -> key.open("factor " + account, sealed));
    if (secret.isEmpty()) {
      return CodeOutcome.UNREADABLE;
    }
    OptionalLong step = Totp.match(Base32.decode(secret.get()), code, now);
    if (step.isEmpty()) {
      return CodeOutcome.WRONG;
    }
    if (use(handle, account, step.getAsLong())) {
      return CodeOutcome.RIGHT;
    }
    CredentialChanges.add(handle, by, account, Kind.CODE_REPEATED, now);
    return CodeOutcome.REPEATED;
  }

  /// Notes that the code of a step was used; returns whether none of it or a later one was before.
  private static boolean use(Handle handle, String account, long step) {
    return handle
            .createUpdate(
                "update second_factor set step = :step where account = :account and step < :step")
            .bind("step", step)
            .bind("account", account)
            .execute()
        > 0;
  }

  private static CodeOutcome recover(
      Handle handle, AccountEditor by, String account, String code, Instant now) {
    if (!RecoveryCodes.use(handle, account, code)) {
      return CodeOutcome.WRONG;
    }
    note(handle, by, now, "used a recovery code in place of the second factor", account);
    CredentialChanges.add(handle, by, account, Kind.CODE_RECOVERED, now);
    return CodeOutcome.RECOVERED;
  }

  /// Replaces the recovery codes; returns the new ones, which are not stored. Empty without a
  /// factor.
  public Optional<List<String>> renewCodes(AccountEditor by, String account, Instant now) {
    List<String> codes = RecoveryCodes.make();
    boolean isRenewed =
        change(
            handle -> {
              if (!has(handle, account)) {
                return false;
              }
              RecoveryCodes.put(handle, account, codes);
              note(handle, by, now, "renewed their recovery codes", account);
              CredentialChanges.add(handle, by, account, Kind.CODES_RENEWED, now);
              return true;
            });
    return isRenewed ? Optional.of(codes) : Optional.empty();
  }

  /// Removes the app of an account, and ends its other sessions; returns whether it had one.
  ///
  /// @param session the session that stays; null for none
  public boolean removeApp(
      AccountEditor by, String account, @Nullable String session, Instant now) {
    return change(
        handle -> told(handle, by, account, session, removeApp(handle, by, account, now), now));
  }

  /// Removes app and passkeys of an account, and ends its other sessions; returns whether it had
  /// any.
  ///
  /// @param session the session that stays; null for none
  public boolean remove(AccountEditor by, String account, @Nullable String session, Instant now) {
    return change(
        handle -> told(handle, by, account, session, remove(handle, by, account, now), now));
  }

  private static boolean told(
      Handle handle,
      AccountEditor by,
      String account,
      @Nullable String session,
      boolean removed,
      Instant now) {
    if (removed) {
      Sessions.endOthers(handle, account, session);
      CredentialChanges.add(handle, by, account, Kind.FACTOR_REMOVED, now);
    }
    return removed;
  }

  /// Removes every factor of an account, before the account is removed.
  static boolean remove(Handle handle, AccountEditor by, String account, Instant now) {
    boolean hadApp = removeApp(handle, by, account, now);
    boolean hadPasskeys = Passkeys.removeAll(handle, by, account, now) > 0;
    dropUnneededCodes(handle, account);
    return hadApp || hadPasskeys;
  }

  private static boolean removeApp(Handle handle, AccountEditor by, String account, Instant now) {
    boolean removed = dropApp(handle, account);
    if (removed) {
      dropUnneededCodes(handle, account);
      String words =
          by.who().equals(account)
              ? "removed their second factor"
              : "removed the second factor of " + account;
      note(handle, by, now, words, account);
    }
    return removed;
  }

  private static boolean dropApp(Handle handle, String account) {
    return handle
            .createUpdate("delete from second_factor where account = :account")
            .bind("account", account)
            .execute()
        > 0;
  }

  /// Removes the recovery codes of an account without a factor.
  static void dropUnneededCodes(Handle handle, String account) {
    if (!has(handle, account)) {
      RecoveryCodes.removeAll(handle, account);
    }
  }

  /// Whether an account has a factor: an app, or a passkey.
  public boolean has(String account) {
    return database.ask(handle -> has(handle, account));
  }

  static boolean has(Handle handle, String account) {
    return hasApp(handle, account) || Passkeys.count(handle, account) > 0;
  }

  private static boolean hasApp(Handle handle, String account) {
    return handle
            .createQuery("select count(*) from second_factor where account = :account")
            .bind("account", account)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /// Who has a factor: an app, or a passkey.
  public Set<String> holders() {
    return database.ask(
        handle ->
            new TreeSet<>(
                handle
                    .createQuery(
                        "select account from second_factor union select account from passkey")
                    .mapTo(String.class)
                    .list()));
  }

  /// Since when each account has an app; those without are left out.
  public Map<String, Instant> listApps() {
    Map<String, Instant> since = new TreeMap<>();
    database
        .ask(
            handle ->
                handle
                    .createQuery("select account, created from second_factor")
                    .map(
                        (row, _) ->
                            Map.entry(row.getString("account"), AccountRows.moment(row, "created")))
                    .list())
        .forEach(each -> since.put(each.getKey(), each.getValue()));
    return since;
  }

  /// How many recovery codes an account has left.
  public int countCodes(String account) {
    return database.ask(handle -> RecoveryCodes.count(handle, account));
  }

  private static void note(
      Handle handle, AccountEditor by, Instant now, String words, String account) {
    String state = states(handle).get(subject(account));
    AuditLog.append(handle, List.of(AuditLog.change(by, now, words, subject(account), state)));
  }

  private static String subject(String account) {
    return "second factor of " + account;
  }

  /// The states of all, by subject. Which codes were used is no change.
  static Map<String, String> states(Handle handle) {
    Map<String, String> states = new TreeMap<>();
    handle
        .createQuery("select account, sealed, created from second_factor")
        .map((row, _) -> Map.entry(subject(row.getString("account")), state(row)))
        .forEach(each -> states.put(each.getKey(), each.getValue()));
    return states;
  }

  private static String state(ResultSet row) throws SQLException {
    return new FieldHash()
        .with(row.getString("account"))
        .with(row.getString("sealed"))
        .with(AccountRows.moment(row, "created"))
        .hex();
  }
}
