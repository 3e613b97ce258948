package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.web.view.Address;
import org.parley.web.view.Link;

/// The mapping of an import in a browser, and its text.
///
/// Keys are digests, so that nothing of a file is kept. Beyond its limits the oldest entries leave.
///
/// @param name the name of the cookie
/// @param page the page that it is sent to
/// @param most the most entries
record MappingCookie(String name, Address page, int most) {

  private static final int LONGEST = 3_500;
  private static final int DIGEST_BYTES = 6;
  private static final Duration KEPT = Duration.ofDays(365);

  /// Its text; empty for none.
  String read(Context ctx) {
    return Objects.requireNonNullElse(ctx.cookie(name), "");
  }

  /// The entries of a text by key, the oldest first; none if it is not readable.
  Map<String, String> entries(String encoded) {
    Map<String, String> all = new LinkedHashMap<>();
    try {
      String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        int colon = line.indexOf(':');
        if (colon > 0 && all.size() < most) {
          all.put(line.substring(0, colon), line.substring(colon + 1));
        }
      }
    } catch (IllegalArgumentException _) {
      all.clear();
    }
    return all;
  }

  /// The text of the newest entries within the limits.
  String text(Map<String, String> all) {
    List<String> lines = new ArrayList<>();
    all.forEach((key, value) -> lines.add(key + ":" + value));
    while (lines.size() > most || encoded(lines).length() > LONGEST) {
      lines.subList(0, 1 + lines.size() / 16).clear();
    }
    return encoded(lines);
  }

  void write(Context ctx, String text) {
    Cookie cookie = new Cookie(name, text);
    cookie.setPath(Link.toPresent(page));
    cookie.setHttpOnly(true);
    cookie.setSecure(ctx.scheme().equals("https"));
    cookie.setSameSite(SameSite.STRICT);
    cookie.setMaxAge((int) KEPT.toSeconds());
    ctx.cookie(cookie);
  }

  private static String encoded(List<String> lines) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  /// The key of some words.
  static String key(String... words) {
    byte[] text = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
