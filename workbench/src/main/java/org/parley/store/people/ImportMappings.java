package org.parley.store.people;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.store.Database;

/// The meanings that each account gave to columns and words of tables it took in. They go with the
/// account. Thread-safe.
public final class ImportMappings {

  private final Database database;

  private ImportMappings(Database database) {
    this.database = database;
  }

  /// Those in an open database.
  public static ImportMappings of(Database database) {
    return new ImportMappings(database);
  }

  /// The mapping of an account; empty text if it has none yet; empty if there is no such account.
  ///
  /// @param kind the import it belongs to
  public Optional<String> find(String account, String kind) {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    """
                    select coalesce(mapping, '') from account left join import_mapping
                    on account = name and import_mapping.kind = :kind where name = :account
                    """)
                .bind("account", account)
                .bind("kind", kind)
                .mapTo(String.class)
                .findOne());
  }

  /// Keeps the mapping of an account in place of its last one; returns whether there is such an
  /// account.
  ///
  /// @param mapping at most 4,000 characters
  public boolean keep(String account, String kind, String mapping) {
    return database.atomicallyLeading(
        handle -> {
          boolean isThere = lock(handle, account);
          if (isThere) {
            handle.execute(
                "delete from import_mapping where account = ? and kind = ?", account, kind);
            handle.execute(
                "insert into import_mapping (account, kind, mapping) values (?, ?, ?)",
                account,
                kind,
                mapping);
          }
          return isThere;
        });
  }

  /// Locks an account, so that two requests at once follow each other.
  private static boolean lock(Handle handle, String account) {
    return handle
        .createQuery("select name from account where name = :account for update")
        .bind("account", account)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }
}
