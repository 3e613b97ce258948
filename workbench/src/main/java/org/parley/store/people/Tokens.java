package org.parley.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.parley.store.Database;
import org.parley.store.FieldHash;

/// The tokens of programs. A token that is rotated keeps its name; its former secret stays good for
/// an overlap. Only hashes of secrets are stored.
final class Tokens {

  private final Database database;

  Tokens(Database database) {
    this.database = database;
  }

  /// Every token, by name, expired ones included.
  List<AccessToken> list() {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from access_token order by name")
                .map((row, _) -> AccountRows.token(row))
                .list());
  }

  /// The token with this secret or former secret, possibly expired. That of a former secret expires
  /// with the overlap.
  Optional<AccessToken> find(String secret) {
    return database.ask(
        handle -> {
          Optional<AccessToken> present =
              handle
                  .createQuery("select * from access_token where hash = :hash")
                  .bind("hash", Secrets.hash(secret))
                  .map((row, _) -> AccountRows.token(row))
                  .findOne();
          return present.isPresent()
              ? present
              : Optional.ofNullable(retired(handle).get(Secrets.hash(secret)));
        });
  }

  /// The tokens of former secrets, by hash.
  static Map<String, AccessToken> retired(Handle handle) {
    Map<String, AccessToken> former = new TreeMap<>();
    handle
        .createQuery(
            """
            select access_token.*, retired_token.hash as former, retired_token.until as until
            from retired_token join access_token on access_token.name = retired_token.name
            """)
        .map(
            (row, _) ->
                Map.entry(
                    row.getString("former"),
                    AccountRows.token(row).until(AccountRows.moment(row, "until"))))
        .forEach(each -> former.put(each.getKey(), each.getValue()));
    return former;
  }

  /// Inserts a token in place of one of the same name and its former secret.
  static void put(Handle handle, AccountEditor by, AccessToken token, String secret, Instant now) {
    retire(handle, by, token.name(), now);
    handle
        .createUpdate("delete from access_token where name = :name")
        .bind("name", token.name())
        .execute();
    handle
        .createUpdate(
            """
            insert into access_token (hash, name, role, party, created, expires, read_only)
            values (:hash, :name, :role, :party, :created, :expires, :readOnly)
            """)
        .bind("hash", Secrets.hash(secret))
        .bind("name", token.name())
        .bind("role", token.role())
        .bind("party", token.party())
        .bind("created", AccountRows.utc(token.created()))
        .bind("expires", AccountRows.utc(token.expires()))
        .bind("readOnly", token.readOnly())
        .execute();
  }

  /// Replaces the secret of a token; the former one stays good for the overlap. Returns whether
  /// there is such a token.
  static boolean rotate(
      Handle handle,
      AccountEditor by,
      String name,
      String secret,
      Instant expires,
      Duration overlap,
      Instant now) {
    Optional<AccessToken> known =
        handle
            .createQuery("select * from access_token where name = :name for update")
            .bind("name", name)
            .map((row, _) -> AccountRows.token(row))
            .findOne();
    if (known.isEmpty()) {
      return false;
    }
    retire(handle, by, name, now);
    Instant until = now.plus(overlap);
    Instant first = known.get().expires().isBefore(until) ? known.get().expires() : until;
    handle
        .createUpdate(
            """
            insert into retired_token (name, hash, until)
            select name, hash, :until from access_token where name = :name
            """)
        .bind("until", AccountRows.utc(first))
        .bind("name", name)
        .execute();
    note(handle, by, "kept the former secret of the token of " + name, name, now);
    return handle
            .createUpdate(
                """
                update access_token set hash = :hash, created = :created, expires = :expires
                where name = :name
                """)
            .bind("hash", Secrets.hash(secret))
            .bind("created", AccountRows.utc(now))
            .bind("expires", AccountRows.utc(expires))
            .bind("name", name)
            .execute()
        > 0;
  }

  /// Takes the former secret of a token back, if it has one.
  static void retire(Handle handle, AccountEditor by, String name, Instant now) {
    boolean removed =
        handle
                .createUpdate("delete from retired_token where name = :name")
                .bind("name", name)
                .execute()
            > 0;
    if (removed) {
      note(handle, by, "ended the former secret of the token of " + name, name, now);
    }
  }

  private static void note(
      Handle handle, AccountEditor by, String words, String name, Instant now) {
    String state = formerStates(handle).get(subject(name));
    AuditLog.append(handle, List.of(AuditLog.change(by, now, words, subject(name), state)));
  }

  private static String subject(String name) {
    return "former secret of token " + name;
  }

  /// The states of what later schemas added to tokens: former secrets, and tokens that read only.
  static Map<String, String> states(Handle handle) {
    Map<String, String> states = formerStates(handle);
    handle
        .createQuery("select * from access_token where read_only")
        .map((row, _) -> Map.entry(row.getString("name"), state(row)))
        .forEach(each -> states.put(AuditLog.subjectOfToken(each.getKey()), each.getValue()));
    return states;
  }

  /// The hash of everything that a row says. That of a token which also writes is as it always was.
  static String state(ResultSet row) throws SQLException {
    String state = AuditLog.stateOfToken(row);
    return row.getBoolean("read_only")
        ? new FieldHash().with(state).with("read-only").hex()
        : state;
  }

  private static Map<String, String> formerStates(Handle handle) {
    Map<String, String> states = new TreeMap<>();
    handle
        .createQuery("select * from retired_token")
        .map(
            (row, _) ->
                Map.entry(
                    subject(row.getString("name")),
                    new FieldHash()
                        .with(row.getString("name"))
                        .with(row.getString("hash"))
                        .with(AccountRows.moment(row, "until"))
                        .hex()))
        .forEach(each -> states.put(each.getKey(), each.getValue()));
    return states;
  }
}
