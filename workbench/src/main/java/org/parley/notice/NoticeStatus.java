package org.parley.notice;

/// The state of sending, for pages.
public interface NoticeStatus {

  /// Nothing is sent.
  NoticeStatus NONE =
      new NoticeStatus() {
        @Override
        public String mail() {
          return "";
        }

        @Override
        public String webhook() {
          return "";
        }

        @Override
        public String trouble() {
          return "";
        }
      };

  /// The mail server; empty for none.
  String mail();

  /// The webhook, without its path; empty for none.
  String webhook();

  /// Sends links to a password.
  default LinkMailer links() {
    return LinkMailer.NONE;
  }

  /// The reason why no notices are made now; empty for none.
  String trouble();
}
