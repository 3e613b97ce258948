package org.parley.store.notices;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of recipients: an account, or the webhook.
final class Recipients {

  /// The name of the webhook, which no account has.
  static final String WEBHOOK = "webhook";

  private static final String OF_ACCOUNT = "mail:";

  private Recipients() {}

  static String name(@Nullable String account) {
    return account == null ? WEBHOOK : OF_ACCOUNT + account;
  }

  static boolean isAccount(Handle handle, NoticeSetting setting) {
    return handle
        .createQuery("select name from account where name = :account for update")
        .bind("account", setting.account())
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  /// Adds a recipient, unless it is there.
  static void add(Handle handle, String name, @Nullable String account) {
    handle
        .createUpdate(
            """
            insert into notice_recipient (name, account, address, cadence)
            values (:name, :account, '', :cadence)
            on conflict do nothing
            """)
        .bind("name", name)
        .bind("account", account)
        .bind("cadence", (account == null ? Cadence.AT_ONCE : Cadence.NEVER).word())
        .execute();
  }
}
