package org.parley.notice;

import org.jspecify.annotations.Nullable;

/// The SMTP server that takes notices, as the administrator named it.
///
/// @param user the name to sign in with; null for none
/// @param password its password; empty without a name
/// @param from the sender of notices
public record MailServer(
    String host,
    int port,
    Security security,
    @Nullable String user,
    String password,
    MailAddress from) {

  /// How the connection is protected.
  public enum Security {
    /// TLS after a greeting in plain text (RFC 3207), which the server must offer.
    STARTTLS(587),
    /// TLS from the first byte (RFC 8314).
    TLS(465),
    /// None: for a server on the same machine.
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    /// The usual port.
    public int port() {
      return port;
    }
  }

  /// Without the password.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
