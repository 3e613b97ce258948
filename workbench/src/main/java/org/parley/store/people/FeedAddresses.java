package org.parley.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;
import org.parley.store.FieldHash;

/// The secret addresses of the accounts of one case. Only hashes of the secrets are stored. Every
/// change stands in the audit. Thread-safe.
public final class FeedAddresses {

  private final Database database;
  private final Runnable changed;

  private FeedAddresses(Database database, Runnable changed) {
    this.database = database;
    this.changed = changed;
  }

  /// @param changed is called after each change
  static FeedAddresses of(Database database, Runnable changed) {
    return new FeedAddresses(database, changed);
  }

  private <T> T change(Function<Handle, T> work) {
    T result =
        database.atomicallyLeading(
            handle -> {
              T done = work.apply(handle);
              database.tell(handle, Database.PEOPLE_CHANNEL);
              return done;
            });
    changed.run();
    return result;
  }

  /// Those of an account, by name.
  public List<FeedAddress> list(String account) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from feed_address where account = :account order by name")
                .bind("account", account)
                .map((row, _) -> address(row))
                .list());
  }

  /// How many each account has, without zeros.
  public Map<String, Integer> count() {
    Map<String, Integer> counts = new TreeMap<>();
    database
        .ask(
            handle ->
                handle.createQuery("select account from feed_address").mapTo(String.class).list())
        .forEach(account -> counts.merge(account, 1, Integer::sum));
    return counts;
  }

  /// Makes an address for an account; returns its secret, which is not stored. Empty if there is no
  /// such account, or it has one of that name already, or [FeedAddress#MOST].
  public Optional<String> add(AccountEditor by, String account, String name, Instant now) {
    String secret = Secrets.make();
    boolean isAdded =
        change(
            handle -> {
              boolean added =
                  hasRoom(handle, account) && insert(handle, secret, account, name, now);
              if (added) {
                note(handle, by, now, "made the secret address " + name, account, name);
              }
              return added;
            });
    return isAdded ? Optional.of(secret) : Optional.empty();
  }

  /// Whether an account is there and may have one more. It is locked, so that two requests at once
  /// are counted one after the other.
  private static boolean hasRoom(Handle handle, String account) {
    boolean isThere =
        handle
            .createQuery("select name from account where name = :account for update")
            .bind("account", account)
            .mapTo(String.class)
            .findOne()
            .isPresent();
    long count =
        handle
            .createQuery("select count(*) from feed_address where account = :account")
            .bind("account", account)
            .mapTo(Long.class)
            .one();
    return isThere && count < FeedAddress.MOST;
  }

  private static boolean insert(
      Handle handle, String secret, String account, String name, Instant now) {
    return handle
            .createUpdate(
                """
                insert into feed_address (hash, account, name, created, uses)
                values (:hash, :account, :name, :created, 0)
                on conflict do nothing
                """)
            .bind("hash", Secrets.hash(secret))
            .bind("account", account)
            .bind("name", name)
            .bind("created", AccountRows.utc(now))
            .execute()
        > 0;
  }

  /// Replaces the secret of an address, and begins its count again; returns the new one. Empty if
  /// there is no such address.
  public Optional<String> renew(AccountEditor by, String account, String name, Instant now) {
    String secret = Secrets.make();
    boolean isRenewed =
        change(
            handle -> {
              boolean renewed = replace(handle, secret, account, name, now);
              if (renewed) {
                note(handle, by, now, "renewed the secret address " + name, account, name);
              }
              return renewed;
            });
    return isRenewed ? Optional.of(secret) : Optional.empty();
  }

  private static boolean replace(
      Handle handle, String secret, String account, String name, Instant now) {
    return handle
            .createUpdate(
                """
                update feed_address set hash = :hash, created = :created, uses = 0, used = null
                where account = :account and name = :name
                """)
            .bind("hash", Secrets.hash(secret))
            .bind("created", AccountRows.utc(now))
            .bind("account", account)
            .bind("name", name)
            .execute()
        > 0;
  }

  /// Takes an address back; returns whether it was there.
  public boolean remove(AccountEditor by, String account, String name, Instant now) {
    return change(handle -> remove(handle, by, account, name, now));
  }

  /// Takes all of an account back.
  public void removeAll(AccountEditor by, String account, Instant now) {
    change(
        handle -> {
          removeAll(handle, by, account, now);
          return true;
        });
  }

  private static boolean remove(
      Handle handle, AccountEditor by, String account, String name, Instant now) {
    boolean removed =
        handle
                .createUpdate("delete from feed_address where account = :account and name = :name")
                .bind("account", account)
                .bind("name", name)
                .execute()
            > 0;
    if (removed) {
      String whose = by.who().equals(account) ? "" : " of " + account;
      note(handle, by, now, "took back the secret address " + name + whose, account, name);
    }
    return removed;
  }

  /// Takes all of an account back, before it is removed or has another password.
  static void removeAll(Handle handle, AccountEditor by, String account, Instant now) {
    handle
        .createQuery("select name from feed_address where account = :account order by name")
        .bind("account", account)
        .mapTo(String.class)
        .list()
        .forEach(name -> remove(handle, by, account, name, now));
  }

  /// The account of an address, counted as read; empty if there is no such address.
  public Optional<Account> use(String secret, Instant now) {
    String hash = Secrets.hash(secret);
    Optional<Account> found = database.ask(handle -> find(handle, hash));
    if (found.isPresent()) {
      database.ask(handle -> count(handle, hash, now));
    }
    return found;
  }

  private static Optional<Account> find(Handle handle, String hash) {
    return handle
        .createQuery(
            """
            select account.* from feed_address join account on account.name = feed_address.account
            where feed_address.hash = :hash
            """)
        .bind("hash", hash)
        .map((row, _) -> AccountRows.account(row))
        .findOne();
  }

  private static int count(Handle handle, String hash, Instant now) {
    return handle
        .createUpdate("update feed_address set uses = uses + 1, used = :now where hash = :hash")
        .bind("now", AccountRows.utc(now))
        .bind("hash", hash)
        .execute();
  }

  private static void note(
      Handle handle, AccountEditor by, Instant now, String words, String account, String name) {
    String state =
        handle
            .createQuery("select * from feed_address where account = :account and name = :name")
            .bind("account", account)
            .bind("name", name)
            .map((row, _) -> state(row))
            .findOne()
            .orElse(null);
    AuditLog.append(
        handle, List.of(AuditLog.change(by, now, words, subject(account, name), state)));
  }

  private static String subject(String account, String name) {
    return "secret address " + account + "/" + name;
  }

  /// The hash of all that a change says. How often an address is read is no change.
  private static String state(ResultSet row) throws SQLException {
    return new FieldHash()
        .with(row.getString("hash"))
        .with(row.getString("account"))
        .with(row.getString("name"))
        .with(AuditRow.moment(row, "created"))
        .hex();
  }

  /// The accounts of the addresses, by the hashes of their secrets.
  static Map<String, Account> holders(Handle handle) {
    Map<String, Account> holders = new TreeMap<>();
    handle
        .createQuery(
            """
            select feed_address.hash, account.* from feed_address
            join account on account.name = feed_address.account
            """)
        .map((row, _) -> Map.entry(row.getString("hash"), AccountRows.account(row)))
        .forEach(each -> holders.put(each.getKey(), each.getValue()));
    return holders;
  }

  /// The state of each, by its subject in the audit.
  static Map<String, String> states(Handle handle) {
    Map<String, String> states = new TreeMap<>();
    handle
        .createQuery("select * from feed_address")
        .map(
            (row, _) ->
                Map.entry(subject(row.getString("account"), row.getString("name")), state(row)))
        .forEach(each -> states.put(each.getKey(), each.getValue()));
    return states;
  }

  private static FeedAddress address(ResultSet row) throws SQLException {
    @Nullable Instant used = row.getObject("used") == null ? null : AccountRows.moment(row, "used");
    return new FeedAddress(
        row.getString("account"),
        row.getString("name"),
        AccountRows.moment(row, "created"),
        row.getLong("uses"),
        used);
  }
}
