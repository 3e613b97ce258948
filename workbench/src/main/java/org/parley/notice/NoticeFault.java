package org.parley.notice;

import org.parley.model.Refusal;

/// The reason why a setting of notices is not taken.
public enum NoticeFault implements Refusal {
  /// The text is no mail address.
  NOT_A_MAIL_ADDRESS,
  /// Notices are wanted, and there is no address for them.
  NO_MAIL_ADDRESS,
  /// The cadence has an unknown name.
  UNKNOWN_CADENCE,
  /// The one who asks has no account, or a role in which nothing waits.
  NOTICES_NEED_ACCOUNT
}
