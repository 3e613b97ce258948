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

/// Which account somebody has whom an OpenID provider knows. Issuer and subject alone say who that
/// is: names and mail addresses change hands. Every change stands in the audit. Thread-safe.
public final class ProviderIdentities {

  private final Database database;
  private final Runnable changed;

  /// @param changed is called after each change
  ProviderIdentities(Database database, Runnable changed) {
    this.database = database;
    this.changed = changed;
  }

  /// Somebody has an account already: another request was faster.
  private static final class HasAccount extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// The account of somebody; empty if they have none.
  public Optional<Account> find(String issuer, String subject) {
    return database.ask(handle -> find(handle, issuer, subject));
  }

  private static Optional<Account> find(Handle handle, String issuer, String subject) {
    return handle
        .createQuery(
            """
            select account.* from provider_identity
            join account on account.name = provider_identity.account
            where provider_identity.issuer = :issuer and provider_identity.subject = :subject
            """)
        .bind("issuer", issuer)
        .bind("subject", subject)
        .map((row, _) -> AccountRows.account(row))
        .findOne();
  }

  /// Who each account is, by its name.
  public Map<String, ProviderIdentity> list() {
    Map<String, ProviderIdentity> all = new TreeMap<>();
    database
        .ask(
            handle ->
                handle
                    .createQuery("select * from provider_identity")
                    .map((row, _) -> identity(row))
                    .list())
        .forEach(each -> all.put(each.account(), each));
    return all;
  }

  /// Whether an account is connected.
  public boolean has(String account) {
    return database.ask(handle -> of(handle, account)).isPresent();
  }

  private static Optional<ProviderIdentity> of(Handle handle, String account) {
    return handle
        .createQuery("select * from provider_identity where account = :account")
        .bind("account", account)
        .map((row, _) -> identity(row))
        .findOne();
  }

  /// Connects an account with somebody; returns whether it is there, and neither was connected.
  public boolean connect(
      AccountEditor by, String account, String issuer, String subject, Instant now) {
    return change(
        handle ->
            isThere(handle, account)
                && find(handle, issuer, subject).isEmpty()
                && insert(handle, by, account, issuer, subject, now));
  }

  /// The account is locked, so that it is not removed meanwhile.
  private static boolean isThere(Handle handle, String account) {
    return handle
        .createQuery("select name from account where name = :account for update")
        .bind("account", account)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  private static boolean insert(
      Handle handle, AccountEditor by, String account, String issuer, String subject, Instant now) {
    boolean added =
        handle
                .createUpdate(
                    """
                    insert into provider_identity (account, issuer, subject, created)
                    values (:account, :issuer, :subject, :created)
                    on conflict do nothing
                    """)
                .bind("account", account)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("created", AccountRows.utc(now))
                .execute()
            > 0;
    if (added) {
      note(handle, by, now, "connected " + account + " with " + subject + " of " + issuer, account);
    }
    return added;
  }

  /// Adds an account that is connected from the beginning; returns whether its name was free, and
  /// the person had none.
  ///
  /// @param person whose account it is; its name and moment are those of the account
  public boolean add(
      AccountEditor by, ProviderIdentity person, String role, @Nullable String party) {
    String name = person.account();
    try {
      return change(
          handle -> {
            if (!Accounts.insertAccount(
                handle, by, name, role, party, Passwords.none(), person.created())) {
              return false;
            }
            // another request of the same person may have been faster: then nothing is added
            if (!insert(handle, by, name, person.issuer(), person.subject(), person.created())) {
              throw new HasAccount();
            }
            return true;
          });
    } catch (HasAccount e) {
      return false;
    }
  }

  /// Disconnects an account; returns whether it was connected.
  public boolean remove(AccountEditor by, String account, Instant now) {
    return change(handle -> remove(handle, by, account, now));
  }

  static boolean remove(Handle handle, AccountEditor by, String account, Instant now) {
    boolean removed =
        handle
                .createUpdate("delete from provider_identity where account = :account")
                .bind("account", account)
                .execute()
            > 0;
    if (removed) {
      note(handle, by, now, "disconnected " + account + " from the provider", account);
    }
    return removed;
  }

  private <T> T change(Function<Handle, T> work) {
    T result = database.atomically(work);
    changed.run();
    return result;
  }

  private static void note(
      Handle handle, AccountEditor by, Instant now, String words, String account) {
    String state = of(handle, account).map(ProviderIdentities::state).orElse(null);
    AuditLog.append(handle, List.of(AuditLog.change(by, now, words, subject(account), state)));
  }

  private static String subject(String account) {
    return "identity " + account;
  }

  private static String state(ProviderIdentity identity) {
    return new FieldHash()
        .with(identity.account())
        .with(identity.issuer())
        .with(identity.subject())
        .with(identity.created())
        .hex();
  }

  /// The state of each, by its subject in the audit.
  static Map<String, String> states(Handle handle) {
    Map<String, String> states = new TreeMap<>();
    handle
        .createQuery("select * from provider_identity")
        .map((row, _) -> identity(row))
        .forEach(each -> states.put(subject(each.account()), state(each)));
    return states;
  }

  private static ProviderIdentity identity(ResultSet row) throws SQLException {
    return new ProviderIdentity(
        row.getString("account"),
        row.getString("issuer"),
        row.getString("subject"),
        AccountRows.moment(row, "created"));
  }
}
