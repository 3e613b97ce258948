package org.parley.web.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Visit;

/// Checks on every request (host, origin, CSRF token) and security headers on every answer.
public final class RequestGuard {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SECURE = "parley.secure";
  private static final int KEY_BYTES = 32;

  private final byte[] key;

  /// With a key of its own.
  public RequestGuard() {
    this(new byte[KEY_BYTES]);
    new SecureRandom().nextBytes(key);
  }

  /// With the key of other servers, whose forms are good here too.
  public RequestGuard(byte[] key) {
    this.key = key.clone();
  }

  /// The scheme and host under which a browser sees this server: `https://parley.example.org`.
  public static String origin(Context ctx) {
    return (Boolean.TRUE.equals(ctx.attribute(SECURE)) ? "https" : "http") + "://" + ctx.host();
  }

  /// Puts the protecting headers on an answer.
  public static void protect(Context ctx, boolean secure) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    // with no-referrer, browsers say of a form of our own that it came from nowhere: Origin: null
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Cache-Control", "no-store");
    ctx.attribute(SECURE, secure);
    if (secure) {
      ctx.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  /// The CSRF token of a session: an HMAC of the session under the key of the servers.
  String token(String session) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal(session.getBytes(StandardCharsets.UTF_8)), 0, KEY_BYTES / 2);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /// Whether a state-changing request comes from a page of this server (CSRF). It must carry the
  /// token of its session, and no header may show a cross-site origin.
  boolean isOwn(Context ctx, String session) {
    return isSameSite(ctx) && isToken(given(ctx), session);
  }

  /// Whether no header of the browser says that another site made the request.
  static boolean isSameSite(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin")) {
      return false;
    }
    String origin = ctx.header("Origin");
    if (origin == null) {
      return true;
    }
    String host = String.valueOf(ctx.header("Host")).toLowerCase(Locale.ROOT);
    String from = origin.toLowerCase(Locale.ROOT);
    return from.equals("http://" + host) || from.equals("https://" + host);
  }

  private static @Nullable String given(Context ctx) {
    String header = ctx.header(Visit.TOKEN_HEADER);
    if (header != null) {
      return header;
    }
    return isForm(ctx) ? ctx.formParam(Visit.TOKEN_FIELD) : null;
  }

  /// Whether a request carries the fields of a form, as the pages of this server send them.
  private static boolean isForm(Context ctx) {
    String type = ctx.contentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  /// Whether a request carries files or other parts: no page of this server sends any, and reading
  /// them would take room.
  static boolean hasParts(Context ctx) {
    String type = ctx.contentType();
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private boolean isToken(@Nullable String given, String session) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            token(session).getBytes(StandardCharsets.UTF_8));
  }
}
