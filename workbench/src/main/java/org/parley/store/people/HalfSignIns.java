package org.parley.store.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.store.Database;

/// Sign-ins with the right password that wait for the second factor. They open nothing. Only hashes
/// of their secrets are stored.
public final class HalfSignIns {

  /// How long the second factor is waited for.
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Database database;

  HalfSignIns(Database database) {
    this.database = database;
  }

  /// Begins one; returns its secret, which is not stored.
  public String begin(String account, Instant now) {
    String secret = Secrets.make();
    database.atomically(
        handle -> {
          handle
              .createUpdate("delete from half_sign_in where created < :old")
              .bind("old", AccountRows.utc(now.minus(PATIENCE)))
              .execute();
          return handle
              .createUpdate(
                  "insert into half_sign_in (hash, account, created) values (:hash, :account, :now)")
              .bind("hash", Secrets.hash(secret))
              .bind("account", account)
              .bind("now", AccountRows.utc(now))
              .execute();
        });
    return secret;
  }

  /// The account whose password was right; empty if that is too long ago.
  public Optional<String> find(String secret, Instant now) {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    "select account from half_sign_in where hash = :hash and created >= :old")
                .bind("hash", Secrets.hash(secret))
                .bind("old", AccountRows.utc(now.minus(PATIENCE)))
                .mapTo(String.class)
                .findOne());
  }

  /// Ends one.
  public void end(String secret) {
    database.atomically(
        handle ->
            handle
                .createUpdate("delete from half_sign_in where hash = :hash")
                .bind("hash", Secrets.hash(secret))
                .execute());
  }

  static void endAll(Handle handle, String account) {
    handle
        .createUpdate("delete from half_sign_in where account = :account")
        .bind("account", account)
        .execute();
  }
}
