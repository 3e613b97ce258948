package org.parley.store.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;

/// Challenges to authenticators. One is good once, for one attempt and purpose, on every server of
/// the database. Only hashes of the secrets of attempts are stored.
public final class PasskeyChallenges {

  /// How long an answer is waited for.
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  /// The use of an answer.
  public enum Purpose {
    /// To add a passkey to an account.
    ADD,
    /// As second factor, after the password of an account.
    SECOND,
    /// To sign in without a name and password.
    FIRST
  }

  /// A challenge that was open.
  ///
  /// @param account whose passkey may answer; null for anybody's
  public record OpenChallenge(String challenge, @Nullable String account) {}

  private final Database database;

  PasskeyChallenges(Database database) {
    this.database = database;
  }

  /// The secret of a new attempt, which a browser keeps.
  public static String attempt() {
    return Secrets.make();
  }

  /// Makes a challenge in place of an earlier one of the attempt.
  ///
  /// @param attempt the secret of the attempt
  /// @param account whose passkey may answer; null for anybody's
  public String make(String attempt, Purpose purpose, @Nullable String account, Instant now) {
    String challenge = Secrets.make();
    database.atomically(
        handle -> {
          handle
              .createUpdate(
                  "delete from passkey_challenge where created < :old or attempt = :attempt")
              .bind("old", AccountRows.utc(now.minus(PATIENCE)))
              .bind("attempt", Secrets.hash(attempt))
              .execute();
          return handle
              .createUpdate(
                  """
                  insert into passkey_challenge (attempt, purpose, account, challenge, created)
                  values (:attempt, :purpose, :account, :challenge, :now)
                  """)
              .bind("attempt", Secrets.hash(attempt))
              .bind("purpose", purpose.name())
              .bind("account", account)
              .bind("challenge", challenge)
              .bind("now", AccountRows.utc(now))
              .execute();
        });
    return challenge;
  }

  /// Uses up the challenge of an attempt, however its answer turns out. Empty if there is none, or
  /// it is too old.
  public Optional<OpenChallenge> use(String attempt, Purpose purpose, Instant now) {
    return database.atomically(handle -> use(handle, attempt, purpose, now));
  }

  private static Optional<OpenChallenge> use(
      Handle handle, String attempt, Purpose purpose, Instant now) {
    return handle
        .createQuery(
            """
            select challenge, account from passkey_challenge
            where attempt = :attempt and purpose = :purpose and created >= :old for update
            """)
        .bind("attempt", Secrets.hash(attempt))
        .bind("purpose", purpose.name())
        .bind("old", AccountRows.utc(now.minus(PATIENCE)))
        .map((row, _) -> new OpenChallenge(row.getString("challenge"), row.getString("account")))
        .findOne()
        .filter(open -> drop(handle, open.challenge));
  }

  private static boolean drop(Handle handle, String challenge) {
    return handle
            .createUpdate("delete from passkey_challenge where challenge = :challenge")
            .bind("challenge", challenge)
            .execute()
        > 0;
  }

  /// Forgets what was asked for an account.
  static void endAll(Handle handle, String account) {
    handle
        .createUpdate("delete from passkey_challenge where account = :account")
        .bind("account", account)
        .execute();
  }
}
