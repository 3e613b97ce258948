package org.parley.web.access;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The id of a request: it is answered in a header, and written into every line of the log about
/// the request. A proxy or a program may choose it; without a usable one, it is drawn.
public final class RequestId {

  /// Carries the id, in requests and answers.
  public static final String HEADER = "X-Request-Id";

  /// The attribute of a request that has its id.
  public static final String ATTRIBUTE = "parley.request";

  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /// The trace of W3C Trace Context, 2021.
  private static final Pattern TRACE =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private RequestId() {}

  /// Gives a request its id.
  public static void give(Context ctx) {
    String id = choose(ctx.header(HEADER), ctx.header("traceparent"));
    ctx.req().setAttribute(ATTRIBUTE, id);
    ctx.header(HEADER, id);
  }

  /// The id of a request.
  public static String of(Context ctx) {
    return String.valueOf(ctx.req().getAttribute(ATTRIBUTE));
  }

  /// @param given as a proxy chose it
  /// @param trace as a program that traces says it
  static String choose(@Nullable String given, @Nullable String trace) {
    if (given != null && USABLE.matcher(given).matches()) {
      return given;
    }
    Matcher traced = TRACE.matcher(trace == null ? "" : trace);
    return traced.matches() ? traced.group(1) : drawn();
  }

  private static String drawn() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
