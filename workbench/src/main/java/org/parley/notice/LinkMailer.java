package org.parley.notice;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.wording.Language;

/// Sends links to a password by mail, at once. A mail says nothing but that there is one, and for
/// how long.
public final class LinkMailer {

  /// Sends nothing.
  public static final LinkMailer NONE = new LinkMailer(null, URI.create("/"));

  private final @Nullable SmtpSender sender;
  private final URI server;

  private LinkMailer(@Nullable SmtpSender sender, URI server) {
    this.sender = sender;
    this.server = server;
  }

  /// By a mail server.
  ///
  /// @param mail the mail server; null for none
  /// @param server the address that readers know the server by, with a slash at the end
  public static LinkMailer of(@Nullable MailServer mail, URI server) {
    return mail == null ? NONE : new LinkMailer(new SmtpSender(mail), server);
  }

  /// Whether a mail server is named.
  public boolean sends() {
    return sender != null;
  }

  /// Sends a link.
  ///
  /// @param path the link within the server, without a slash in front
  public Delivery send(MailAddress to, String path, Instant until, Instant now) {
    if (sender == null) {
      return new Delivery.Later("no mail server is named", false);
    }
    return sender.send(
        to,
        UUID.randomUUID().toString(),
        now,
        NoticeText.ofLink(Language.current(), server.resolve(path).toString(), until));
  }
}
