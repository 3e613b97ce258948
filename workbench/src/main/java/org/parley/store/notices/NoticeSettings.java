package org.parley.store.notices;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.store.Database;

/// Where and how often each account is told that something waits. Settings go with the account.
public final class NoticeSettings {

  private final Database database;

  private NoticeSettings(Database database) {
    this.database = database;
  }

  /// Those in an open database.
  public static NoticeSettings of(Database database) {
    return new NoticeSettings(database);
  }

  /// The setting of an account; empty if it made none.
  public Optional<NoticeSetting> find(String account) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from notice_recipient where account = :account")
                .bind("account", account)
                .map(
                    (row, _) ->
                        new NoticeSetting(
                            account,
                            row.getString("address"),
                            Cadence.find(row.getString("cadence")).orElse(Cadence.NEVER)))
                .findOne());
  }

  /// The accounts that are told, by name.
  public List<NoticeSetting> list() {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    """
                    select * from notice_recipient
                    where account is not null and cadence <> :never order by name
                    """)
                .bind("never", Cadence.NEVER.word())
                .map(
                    (row, _) ->
                        new NoticeSetting(
                            row.getString("account"),
                            row.getString("address"),
                            Cadence.find(row.getString("cadence")).orElse(Cadence.NEVER)))
                .list());
  }

  /// Stores a setting; returns whether there is such an account. The account is not told again of
  /// the same things.
  public boolean put(NoticeSetting setting) {
    return database.atomicallyLeading(
        handle -> Recipients.isAccount(handle, setting) && put(handle, setting));
  }

  private static boolean put(Handle handle, NoticeSetting setting) {
    String name = Recipients.name(setting.account());
    Recipients.add(handle, name, setting.account());
    handle
        .createUpdate(
            "update notice_recipient set address = :address, cadence = :cadence where name = :name")
        .bind("address", setting.address())
        .bind("cadence", setting.cadence().word())
        .bind("name", name)
        .execute();
    return true;
  }
}
