package org.parley.store.people;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.parley.store.Database;
import org.parley.store.people.CredentialChange.Kind;

/// The changes of credentials that their owners were not told of yet.
public final class CredentialChanges {

  /// The most that are kept for an account.
  private static final int MOST = 50;

  private final Database database;

  CredentialChanges(Database database) {
    this.database = database;
  }

  /// Those of an account, in order.
  public List<CredentialChange> list(String account) {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    "select * from credential_change where account = :account order by number")
                .bind("account", account)
                .map(
                    (row, _) ->
                        new CredentialChange(
                            row.getLong("number"),
                            AccountRows.moment(row, "moment"),
                            Kind.valueOf(row.getString("what")),
                            row.getString("who")))
                .list());
  }

  /// Forgets those of an account up to a number: it was told.
  public void told(String account, long number) {
    database.atomically(
        handle ->
            handle
                .createUpdate(
                    "delete from credential_change where account = :account and number <= :number")
                .bind("account", account)
                .bind("number", number)
                .execute());
  }

  /// Adds a change; the oldest of too many goes. Nothing is added for an account that is gone.
  static void add(Handle handle, AccountEditor by, String account, Kind kind, Instant now) {
    handle
        .createUpdate(
            """
            delete from credential_change where account = :account and number not in (
              select number from credential_change where account = :account
              order by number desc fetch first :most rows only)
            """)
        .bind("account", account)
        .bind("most", MOST - 1)
        .execute();
    handle
        .createUpdate(
            """
            insert into credential_change (account, moment, what, who)
            select name, :moment, :what, :who from account where name = :account
            """)
        .bind("moment", AccountRows.utc(now))
        .bind("what", kind.name())
        .bind("who", by.who())
        .bind("account", account)
        .execute();
  }
}
