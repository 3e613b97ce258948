package org.parley.store.people;

import java.util.Set;
import org.parley.store.Database;

/// The things that each account dismissed from the list of what waits for it. They go with the
/// account.
public final class Dismissals {

  private final Database database;

  private Dismissals(Database database) {
    this.database = database;
  }

  /// Those in an open database.
  public static Dismissals of(Database database) {
    return new Dismissals(database);
  }

  /// The digests of what an account dismissed.
  public Set<String> list(String account) {
    return database.ask(
        handle ->
            Set.copyOf(
                handle
                    .createQuery("select thing from dismissed where account = :account")
                    .bind("account", account)
                    .mapTo(String.class)
                    .list()));
  }

  /// Dismisses a thing for an account; returns whether there is such an account. Once more changes
  /// nothing.
  public boolean add(String account, String thing) {
    return database.atomicallyLeading(
        handle -> {
          boolean isThere =
              handle
                  .createQuery("select name from account where name = :account for update")
                  .bind("account", account)
                  .mapTo(String.class)
                  .findOne()
                  .isPresent();
          if (isThere) {
            handle
                .createUpdate(
                    """
                    insert into dismissed (account, thing) values (:account, :thing)
                    on conflict do nothing
                    """)
                .bind("account", account)
                .bind("thing", thing)
                .execute();
          }
          return isThere;
        });
  }
}
