package org.parley.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;

/// Sessions. Only hashes of their secrets are stored.
final class Sessions {

  private static final Duration USED_AGAIN = Duration.ofMinutes(1);

  private final Database database;
  private final Predicate<Account> needsFactor;
  private final Supplier<Duration> idle;

  /// @param needsFactor whether a session of an account counts only with a second factor
  /// @param idle how long a session lasts without use
  Sessions(Database database, Predicate<Account> needsFactor, Supplier<Duration> idle) {
    this.database = database;
    this.needsFactor = needsFactor;
    this.idle = idle;
  }

  /// Begins a session; returns its secret, which is not stored.
  ///
  /// @param device browser and system in words; empty if not known
  String begin(String name, String device, Instant now) {
    String secret = Secrets.make();
    database.atomically(
        handle -> {
          dropEnded(handle, now);
          return handle
              .createUpdate(
                  """
                  insert into session (hash, account, created, used, device)
                  values (:hash, :name, :now, :now, :device)
                  """)
              .bind("device", device)
              .bind("hash", Secrets.hash(secret))
              .bind("name", name)
              .bind("now", AccountRows.utc(now))
              .execute();
        });
    return secret;
  }

  /// Removes the sessions that have ended.
  void dropEnded(Handle handle, Instant now) {
    handle
        .createUpdate("delete from session where created < :old or used < :idle")
        .bind("old", AccountRows.utc(now.minus(Accounts.SESSION)))
        .bind("idle", AccountRows.utc(now.minus(idle.get())))
        .execute();
  }

  /// The session with this secret, counted as used; empty if it has ended.
  Optional<SignInCache.Held> use(String secret, Instant now) {
    Optional<Session> found = open(secret, now);
    if (found.isPresent() && found.get().used.plus(USED_AGAIN).isBefore(now)) {
      database.ask(
          handle ->
              handle
                  .createUpdate("update session set used = :now where hash = :hash")
                  .bind("now", AccountRows.utc(now))
                  .bind("hash", Secrets.hash(secret))
                  .execute());
    }
    return found.map(Session::held);
  }

  /// The same without counting as use.
  Optional<SignInCache.Held> look(String secret, Instant now) {
    return open(secret, now).map(Session::held);
  }

  /// A session on record.
  ///
  /// @param hasFactor whether the account has a second factor here, or signs in by a provider,
  ///   which asks for one itself
  private record Session(Account account, Instant begun, Instant used, boolean hasFactor) {
    SignInCache.Held held() {
      return new SignInCache.Held(account, begun.plus(Accounts.SESSION));
    }
  }

  private Optional<Session> open(String secret, Instant now) {
    return database
        .ask(
            handle ->
                handle
                    .createQuery(
                        """
            select account.*, session.created as begun, session.used as used,
              coalesce(second_factor.account, provider_identity.account,
                (select min(passkey.account) from passkey where passkey.account = account.name)
              ) as factor
            from session join account on account.name = session.account
            left join second_factor on second_factor.account = account.name
            left join provider_identity on provider_identity.account = account.name
            where session.hash = :hash
            """)
                    .bind("hash", Secrets.hash(secret))
                    .map(
                        (row, _) ->
                            new Session(
                                AccountRows.account(row),
                                AccountRows.moment(row, "begun"),
                                AccountRows.moment(row, "used"),
                                row.getString("factor") != null))
                    .findOne()
                    .filter(
                        each ->
                            !each.begun.plus(Accounts.SESSION).isBefore(now)
                                && !each.used.plus(idle.get()).isBefore(now)))
        .filter(each -> each.hasFactor || !needsFactor.test(each.account));
  }

  /// Ends a session.
  void end(String secret) {
    database.atomically(
        handle ->
            handle
                .createUpdate("delete from session where hash = :hash")
                .bind("hash", Secrets.hash(secret))
                .execute());
  }

  /// The open sessions of each account, those used last first.
  Map<String, List<OpenSession>> list(Instant now) {
    record Owned(String account, OpenSession session) {}
    return database
        .ask(
            handle ->
                handle
                    .createQuery(
                        """
                        select * from session where created >= :old and used >= :idle
                        order by used desc, hash
                        """)
                    .bind("old", AccountRows.utc(now.minus(Accounts.SESSION)))
                    .bind("idle", AccountRows.utc(now.minus(idle.get())))
                    .map((row, _) -> new Owned(row.getString("account"), session(row)))
                    .list())
        .stream()
        .collect(
            Collectors.groupingBy(
                Owned::account, Collectors.mapping(Owned::session, Collectors.toList())));
  }

  private static OpenSession session(ResultSet row) throws SQLException {
    return new OpenSession(
        row.getString("hash").substring(0, OpenSession.ID_LENGTH),
        row.getString("device"),
        AccountRows.moment(row, "created"),
        AccountRows.moment(row, "used"));
  }

  /// Ends a session of somebody; returns whether there was one.
  static boolean endOne(Handle handle, String name, String id) {
    return handle
            .createUpdate(
                "delete from session where account = :name and substring(hash, 1, 16) = :id")
            .bind("name", name)
            .bind("id", id)
            .execute()
        > 0;
  }

  /// Ends every session of somebody but one, and what would become one.
  ///
  /// @param kept the secret of the session that stays; null for none
  static int endOthers(Handle handle, String name, @Nullable String kept) {
    HalfSignIns.endAll(handle, name);
    PasskeyChallenges.endAll(handle, name);
    return handle
        .createUpdate("delete from session where account = :name and hash <> :kept")
        .bind("name", name)
        .bind("kept", kept == null ? "" : Secrets.hash(kept))
        .execute();
  }

  /// Ends every session of somebody, and what would become one.
  static int endAll(Handle handle, String name) {
    HalfSignIns.endAll(handle, name);
    PasskeyChallenges.endAll(handle, name);
    return handle
        .createUpdate("delete from session where account = :name")
        .bind("name", name)
        .execute();
  }

  /// The number of open sessions by account, without zeros.
  Map<String, Integer> count(Instant now) {
    Map<String, Integer> counts = new TreeMap<>();
    database
        .ask(
            handle ->
                handle
                    .createQuery(
                        "select account from session where created >= :old and used >= :idle")
                    .bind("old", AccountRows.utc(now.minus(Accounts.SESSION)))
                    .bind("idle", AccountRows.utc(now.minus(idle.get())))
                    .mapTo(String.class)
                    .list())
        .forEach(name -> counts.merge(name, 1, Integer::sum));
    return counts;
  }
}
