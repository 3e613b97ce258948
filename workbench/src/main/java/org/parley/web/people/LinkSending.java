package org.parley.web.people;

import java.time.Instant;
import org.parley.notice.Delivery;
import org.parley.notice.LinkMailer;
import org.parley.notice.MailAddress;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.PasswordLinks;
import org.parley.web.people.AccountService.Came;
import org.parley.web.view.Address;
import org.parley.web.view.Say;

/// Makes links to a password, and sends them where an address is given.
record LinkSending(PasswordLinks links, LinkMailer mailer) {

  boolean sends() {
    return mailer.sends();
  }

  /// Whether an address is given, and is none.
  static boolean isWrong(String mail) {
    return !mail.isEmpty() && MailAddress.find(mail).isEmpty();
  }

  /// Makes a link.
  ///
  /// @param done what is said of it
  Came make(AccountEditor by, String account, String done, String mail, Instant now) {
    String secret = links.make(by, account, now).orElse(null);
    if (secret == null) {
      return Came.not(new AccountRefusal.AccountGone(account));
    }
    return new Came(done + sent(mail, secret, now), "", secret);
  }

  private String sent(String mail, String secret, Instant now) {
    MailAddress to = MailAddress.find(mail).orElse(null);
    if (to == null) {
      return "";
    }
    String path = Address.PASSWORD_LINK.path().substring(1).replace("{link}", secret);
    return switch (mailer.send(to, path, now.plus(PasswordLinks.GOOD), now)) {
      case Delivery.Done _ -> " " + Say.text("accounts.sent", "mail", mail);
      case Delivery.Refused(String why) -> notSent(why);
      case Delivery.Unknown(String why) -> notSent(why);
      case Delivery.Later(String why, _) -> notSent(why);
    };
  }

  private static String notSent(String why) {
    return " " + Say.text("accounts.not-sent", "why", why);
  }
}
