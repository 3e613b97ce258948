package org.parley.web.access;

import io.javalin.http.Context;
import java.util.Optional;
import org.parley.web.service.Visitor;

/// Everybody is the public: no account, no cookie, no form. For pages that are published as files.
final class PublicationAuthenticator implements Authenticator {

  private final boolean secure;
  private final String basePath;

  /// @param secure whether the published pages are read over TLS
  /// @param basePath the path that all of them are under
  PublicationAuthenticator(boolean secure, String basePath) {
    this.secure = secure;
    this.basePath = basePath;
  }

  @Override
  public String basePath() {
    return basePath;
  }

  @Override
  public Optional<Guest> admit(Context ctx) {
    return Optional.of(new Guest(Visitor.anyone(), ANYONE, false));
  }

  @Override
  public boolean isHost(Context ctx) {
    return true;
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public boolean isSecure(Context ctx) {
    return secure;
  }
}
