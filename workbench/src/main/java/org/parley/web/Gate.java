package org.parley.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;

/// What every request must pass and every answer carries.
final class Gate {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private Gate() {}

  /// Puts the protecting headers on an answer.
  static void protect(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Cache-Control", "no-store");
  }

  /// Whether a request names this machine as its host, with the port it came in by. A name that
  /// somebody else controls and points at this machine is refused.
  static boolean isForThisMachine(Context ctx) {
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
}
