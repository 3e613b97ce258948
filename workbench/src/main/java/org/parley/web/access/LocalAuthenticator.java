package org.parley.web.access;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.web.service.Visitor;

/// Authentication for a server on the loopback interface: no account, no cookie, one mediator.
final class LocalAuthenticator implements Authenticator {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Guest mediator;

  LocalAuthenticator(String name) {
    this.mediator = new Guest(Visitor.mediator(name), "local", true);
  }

  @Override
  public Optional<Guest> admit(Context ctx) {
    return Optional.of(mediator);
  }

  /// Whether the `Host` header names this machine with its port. Foreign names that resolve to this
  /// machine are refused (DNS rebinding).
  @Override
  public boolean isHost(Context ctx) {
    String host = ctx.header("Host");
    if (host == null) {
      return false;
    }
    String lower = host.toLowerCase(Locale.ROOT);
    int colon = lower.lastIndexOf(':');
    boolean hasPort = colon > lower.lastIndexOf(']');
    String name = hasPort ? lower.substring(0, colon) : lower;
    String port = hasPort ? lower.substring(colon + 1) : "80";
    return LOOPBACK.contains(name) && port.equals(Integer.toString(ctx.req().getLocalPort()));
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public boolean isSecure(Context ctx) {
    return false;
  }
}
