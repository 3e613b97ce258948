package org.parley.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.passkey.PasskeyKey;
import org.parley.store.Database;
import org.parley.store.FieldHash;
import org.parley.store.people.CredentialChange.Kind;

/// The passkeys of the accounts of one server: public keys only. Every change stands in the audit.
/// Thread-safe.
///
/// A credential id belongs to one account. Each account has a random user handle, which its
/// passkeys share.
public final class Passkeys {

  /// The most passkeys of an account.
  public static final int MOST = 20;

  private final Database database;
  private final PasskeyChallenges challenges;
  private final Runnable changed;

  /// @param changed is called after each change
  Passkeys(Database database, Runnable changed) {
    this.database = database;
    this.challenges = new PasskeyChallenges(database);
    this.changed = changed;
  }

  private <T> T change(Function<Handle, T> work) {
    T result = database.atomically(work);
    changed.run();
    return result;
  }

  /// The challenges to authenticators.
  public PasskeyChallenges challenges() {
    return challenges;
  }

  /// The user handle of an account, made if it has none.
  public String handle(String account) {
    return database.atomically(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into passkey_owner (account, handle)
                  select name, :handle from account where name = :account
                  on conflict do nothing
                  """)
              .bind("handle", Secrets.make())
              .bind("account", account)
              .execute();
          return findHandle(handle, account).orElse("");
        });
  }

  private static Optional<String> findHandle(Handle handle, String account) {
    return handle
        .createQuery("select handle from passkey_owner where account = :account")
        .bind("account", account)
        .mapTo(String.class)
        .findOne();
  }

  /// Whether an authenticator that names a user handle means this account.
  ///
  /// @param named the user handle that it named; null for none
  public boolean isHandle(String account, @Nullable String named) {
    return named != null
        && database.ask(handle -> findHandle(handle, account)).filter(named::equals).isPresent();
  }

  /// Adds a passkey; other sessions of the account end. Returns its recovery codes if it had no
  /// second factor before, which are not stored; none otherwise. Empty if the passkey is known
  /// already, or there are too many.
  ///
  /// @param session the session that stays; null for none
  /// @param server the RP id that it was made for
  public Optional<List<String>> add(
      AccountEditor by,
      String account,
      PasskeyKey key,
      String server,
      String name,
      String device,
      @Nullable String session,
      Instant now) {
    return change(
        handle -> {
          boolean isFirst = !SecondFactors.has(handle, account);
          if (count(handle, account) >= MOST
              || !insert(handle, account, key, server, name, device, now)) {
            return Optional.empty();
          }
          Sessions.endOthers(handle, account, session);
          note(handle, by, now, "added the passkey " + quoted(name), account, id(key));
          CredentialChanges.add(handle, by, account, Kind.PASSKEY_ADDED, now);
          List<String> codes = isFirst ? RecoveryCodes.make() : List.of();
          if (isFirst) {
            RecoveryCodes.put(handle, account, codes);
          }
          return Optional.of(codes);
        });
  }

  private static String id(PasskeyKey key) {
    return Secrets.hash(key.credential());
  }

  private static String quoted(String name) {
    return "“" + name + "”";
  }

  private static boolean insert(
      Handle handle,
      String account,
      PasskeyKey key,
      String server,
      String name,
      String device,
      Instant now) {
    return handle
            .createUpdate(
                """
                insert into passkey (id, account, credential, attested, server, counter, synced,
                  transports, name, device, created)
                select :id, account, :credential, :attested, :server, :counter, :synced,
                  :transports, :name, :device, :created
                from passkey_owner where account = :account
                on conflict do nothing
                """)
            .bind("id", id(key))
            .bind("account", account)
            .bind("credential", key.credential())
            .bind("attested", key.attested())
            .bind("server", server)
            .bind("counter", key.counter())
            .bind("synced", key.isSynced())
            .bind("transports", String.join(" ", key.transports()))
            .bind("name", name)
            .bind("device", device)
            .bind("created", AccountRows.utc(now))
            .execute()
        > 0;
  }

  /// Notes that a passkey was used; returns whether its counter went on. An authenticator without a
  /// counter always says 0.
  ///
  /// @param counter the signature counter that it named
  public boolean use(Passkey passkey, long counter, Instant now) {
    return database.atomically(
        handle ->
            handle
                    .createUpdate(
                        """
                        update passkey set counter = :counter, used = :now where id = :id
                        and (counter < :counter or (counter = 0 and :counter = 0))
                        """)
                    .bind("counter", counter)
                    .bind("now", AccountRows.utc(now))
                    .bind("id", id(passkey.key()))
                    .execute()
                > 0);
  }

  /// Tells the owner at the next sign-in that there may be a copy of a passkey.
  public void noteCopy(Passkey passkey, Instant now) {
    database.atomically(
        handle -> {
          AccountEditor self = new AccountEditor(passkey.account(), "");
          CredentialChanges.add(handle, self, passkey.account(), Kind.PASSKEY_COPIED, now);
          return true;
        });
  }

  /// Removes a passkey, and ends the other sessions of its account; returns it, or empty if there
  /// was none.
  ///
  /// @param id that of [Passkey]
  /// @param session the session that stays; null for none
  public Optional<Passkey> remove(
      AccountEditor by, String account, String id, @Nullable String session, Instant now) {
    return change(
        handle -> {
          Optional<Passkey> found =
              list(handle, account).stream().filter(each -> each.id().equals(id)).findFirst();
          found.ifPresent(
              each -> {
                remove(handle, by, each, now);
                SecondFactors.dropUnneededCodes(handle, account);
                Sessions.endOthers(handle, account, session);
                CredentialChanges.add(handle, by, account, Kind.PASSKEY_REMOVED, now);
              });
          return found;
        });
  }

  /// Removes every passkey of an account; returns how many there were.
  static int removeAll(Handle handle, AccountEditor by, String account, Instant now) {
    List<Passkey> all = list(handle, account);
    all.forEach(each -> remove(handle, by, each, now));
    return all.size();
  }

  private static void remove(Handle handle, AccountEditor by, Passkey passkey, Instant now) {
    String id = id(passkey.key());
    handle.createUpdate("delete from passkey where id = :id").bind("id", id).execute();
    String account = passkey.account();
    String of = by.who().equals(account) ? "" : " of " + account;
    note(handle, by, now, "removed the passkey " + quoted(passkey.name()) + of, account, id);
  }

  /// The passkey with a credential id.
  ///
  /// @param credential in base64url
  public Optional<Passkey> find(String credential) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from passkey where id = :id")
                .bind("id", Secrets.hash(credential))
                .map((row, _) -> passkey(row))
                .findOne());
  }

  /// Those of an account, the oldest first.
  public List<Passkey> list(String account) {
    return database.ask(handle -> list(handle, account));
  }

  private static List<Passkey> list(Handle handle, String account) {
    return handle
        .createQuery("select * from passkey where account = :account order by created, id")
        .bind("account", account)
        .map((row, _) -> passkey(row))
        .list();
  }

  /// Those of each account, the oldest first; accounts without any are left out.
  public Map<String, List<Passkey>> list() {
    return database
        .ask(
            handle ->
                handle
                    .createQuery("select * from passkey order by created, id")
                    .map((row, _) -> passkey(row))
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Passkey::account));
  }

  static int count(Handle handle, String account) {
    return handle
        .createQuery("select count(*) from passkey where account = :account")
        .bind("account", account)
        .mapTo(Integer.class)
        .one();
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    String transports = row.getString("transports");
    return new Passkey(
        row.getString("id").substring(0, Passkey.ID_LENGTH),
        row.getString("account"),
        new PasskeyKey(
            row.getString("credential"),
            row.getString("attested"),
            row.getLong("counter"),
            row.getBoolean("synced"),
            Stream.of(transports.split(" ")).filter(each -> !each.isEmpty()).toList()),
        row.getString("server"),
        row.getString("name"),
        row.getString("device"),
        AccountRows.moment(row, "created"),
        row.getObject("used") == null ? null : AccountRows.moment(row, "used"));
  }

  private static void note(
      Handle handle, AccountEditor by, Instant now, String words, String account, String id) {
    String subject = subject(account, id);
    AuditLog.append(
        handle, List.of(AuditLog.change(by, now, words, subject, states(handle).get(subject))));
  }

  private static String subject(String account, String id) {
    return "passkey " + id.substring(0, Passkey.ID_LENGTH) + " of " + account;
  }

  /// The states of all, by subject. When it was used, and its counter, are no change.
  static Map<String, String> states(Handle handle) {
    Map<String, String> states = new TreeMap<>();
    handle
        .createQuery(
            "select passkey.*, passkey_owner.handle as handle from passkey"
                + " join passkey_owner on passkey_owner.account = passkey.account")
        .map(
            (row, _) ->
                Map.entry(subject(row.getString("account"), row.getString("id")), state(row)))
        .forEach(each -> states.put(each.getKey(), each.getValue()));
    return states;
  }

  private static String state(ResultSet row) throws SQLException {
    return new FieldHash()
        .with(row.getString("account"))
        .with(row.getString("handle"))
        .with(row.getString("credential"))
        .with(row.getString("attested"))
        .with(row.getString("server"))
        .with(Boolean.toString(row.getBoolean("synced")))
        .with(row.getString("name"))
        .with(row.getString("device"))
        .with(AccountRows.moment(row, "created"))
        .hex();
  }
}
