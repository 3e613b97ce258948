package org.parley.notice;

import org.jspecify.annotations.Nullable;

/// Where notices are sent, as the administrator named it.
///
/// @param mail the mail server; null for none
/// @param webhook the webhook; null for none
public record NoticePlan(@Nullable MailServer mail, @Nullable Webhook webhook) {

  /// Nothing is sent.
  public static final NoticePlan NONE = new NoticePlan(null, null);

  /// Whether nothing is sent.
  public boolean isEmpty() {
    return mail == null && webhook == null;
  }
}
