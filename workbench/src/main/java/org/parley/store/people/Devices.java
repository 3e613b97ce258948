package org.parley.store.people;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.store.Database;

/// Known devices: those from which somebody signed in. Only hashes of their secrets are stored.
final class Devices {

  private final Database database;

  Devices(Database database) {
    this.database = database;
  }

  /// Stores a device for an account; returns its secret, which is not stored. The
  /// [Accounts#DEVICES] used last are kept.
  String add(String name, Instant now) {
    String secret = Secrets.make();
    database.atomically(
        handle -> {
          handle
              .createUpdate(
                  """
                  delete from device where used < :old or account = :name and hash not in (
                    select hash from device where account = :name
                    order by used desc fetch first :most rows only)
                  """)
              .bind("old", AccountRows.utc(now.minus(Accounts.DEVICE)))
              .bind("name", name)
              .bind("most", Accounts.DEVICES - 1)
              .execute();
          return handle
              .createUpdate("insert into device (hash, account, used) values (:hash, :name, :now)")
              .bind("hash", Secrets.hash(secret))
              .bind("name", name)
              .bind("now", AccountRows.utc(now))
              .execute();
        });
    return secret;
  }

  /// The account that signed in from the device with this secret.
  Optional<String> find(String secret, Instant now) {
    return database.ask(
        handle ->
            handle
                .createQuery("select account from device where hash = :hash and used >= :old")
                .bind("hash", Secrets.hash(secret))
                .bind("old", AccountRows.utc(now.minus(Accounts.DEVICE)))
                .mapTo(String.class)
                .findOne());
  }

  /// Forgets the devices that nobody used for [Accounts#DEVICE].
  static void dropUnused(Handle handle, Instant now) {
    handle
        .createUpdate("delete from device where used < :old")
        .bind("old", AccountRows.utc(now.minus(Accounts.DEVICE)))
        .execute();
  }

  /// Forgets a device.
  void remove(String secret) {
    database.atomically(
        handle ->
            handle
                .createUpdate("delete from device where hash = :hash")
                .bind("hash", Secrets.hash(secret))
                .execute());
  }

  /// Forgets every device of somebody.
  static void removeAll(Handle handle, String name) {
    handle.createUpdate("delete from device where account = :name").bind("name", name).execute();
  }
}
