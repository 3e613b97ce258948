package org.parley.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.parley.store.Database;
import org.parley.store.FieldHash;

/// Links with which people choose their password themselves, once: invitations, and resets. An
/// account has one at most, and only its hash is stored. Every change stands in the audit.
/// Thread-safe.
public final class PasswordLinks {

  /// How long a link is good.
  public static final Duration GOOD = Duration.ofDays(3);

  private final Database database;
  private final Runnable changed;

  /// @param changed is called after each change
  PasswordLinks(Database database, Runnable changed) {
    this.database = database;
    this.changed = changed;
  }

  private <T> T change(Function<Handle, T> work) {
    T result = database.atomically(work);
    changed.run();
    return result;
  }

  /// Makes a link for an account in place of any other; returns its secret, which is not stored.
  /// Empty if there is no such account.
  public Optional<String> make(AccountEditor by, String account, Instant now) {
    String secret = Secrets.make();
    boolean isMade =
        change(
            handle -> {
              drop(handle, account);
              boolean made = insert(handle, account, secret, now.plus(GOOD));
              if (made) {
                note(handle, by, now, "made a link to a password of " + account, account);
              }
              return made;
            });
    return isMade ? Optional.of(secret) : Optional.empty();
  }

  private static boolean insert(Handle handle, String account, String secret, Instant expires) {
    return handle
            .createUpdate(
                """
                insert into password_link (account, hash, expires)
                select name, :hash, :expires from account where name = :account
                """)
            .bind("hash", Secrets.hash(secret))
            .bind("expires", AccountRows.utc(expires))
            .bind("account", account)
            .execute()
        > 0;
  }

  /// The account of a link; empty if it was used, replaced, or is too old.
  public Optional<Account> find(String secret, Instant now) {
    return database.ask(handle -> find(handle, secret, now));
  }

  static Optional<Account> find(Handle handle, String secret, Instant now) {
    return handle
        .createQuery(
            """
            select account.* from password_link join account on account.name = account
            where hash = :hash and expires > :now
            """)
        .bind("hash", Secrets.hash(secret))
        .bind("now", AccountRows.utc(now))
        .map((row, _) -> AccountRows.account(row))
        .findOne();
  }

  /// Until when the link of each account is good; those without one are left out.
  public Map<String, Instant> list(Instant now) {
    Map<String, Instant> until = new TreeMap<>();
    database
        .ask(
            handle ->
                handle
                    .createQuery("select account, expires from password_link where expires > :now")
                    .bind("now", AccountRows.utc(now))
                    .map(
                        (row, _) ->
                            Map.entry(row.getString("account"), AccountRows.moment(row, "expires")))
                    .list())
        .forEach(each -> until.put(each.getKey(), each.getValue()));
    return until;
  }

  /// Takes the link of an account back, before the account is removed or has another password.
  static void remove(Handle handle, AccountEditor by, String account, Instant now) {
    if (drop(handle, account)) {
      note(handle, by, now, "ended the link to a password of " + account, account);
    }
  }

  private static boolean drop(Handle handle, String account) {
    return handle
            .createUpdate("delete from password_link where account = :account")
            .bind("account", account)
            .execute()
        > 0;
  }

  private static void note(
      Handle handle, AccountEditor by, Instant now, String words, String account) {
    String state = states(handle).get(subject(account));
    AuditLog.append(handle, List.of(AuditLog.change(by, now, words, subject(account), state)));
  }

  private static String subject(String account) {
    return "link to a password of " + account;
  }

  /// The states of all, by subject.
  static Map<String, String> states(Handle handle) {
    Map<String, String> states = new TreeMap<>();
    handle
        .createQuery("select * from password_link")
        .map((row, _) -> Map.entry(subject(row.getString("account")), state(row)))
        .forEach(each -> states.put(each.getKey(), each.getValue()));
    return states;
  }

  private static String state(ResultSet row) throws SQLException {
    return new FieldHash()
        .with(row.getString("account"))
        .with(row.getString("hash"))
        .with(AccountRows.moment(row, "expires"))
        .hex();
  }
}
