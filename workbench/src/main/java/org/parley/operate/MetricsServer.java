package org.parley.operate;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers `GET /metrics` and `GET /status` at an address of its own, so that no proxy in front of
/// the pages passes them on. With a token, only to those who send it. Without one, it answers under
/// names of this machine alone, so that no page in a browser reads it under another.
public final class MetricsServer implements AutoCloseable {

  /// The path of the status.
  public static final String STATUS = "/status";

  private static final String METRICS = "/metrics";
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json";
  private static final String BEARER = "Bearer ";
  private static final int WAITING = 16;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Supplier<String>> texts;
  private final String token;

  private MetricsServer(HttpServer http, Map<String, Supplier<String>> texts, String token) {
    this.http = http;
    this.texts = texts;
    this.token = token;
  }

  /// Starts it.
  ///
  /// @param status how the server is, as JSON
  /// @param token what a program has to send; empty for nothing
  /// @throws IOException if it cannot listen there
  public static MetricsServer start(
      InetSocketAddress at, Supplier<String> metrics, Supplier<String> status, String token)
      throws IOException {
    HttpServer http = listening(at);
    MetricsServer server = new MetricsServer(http, Map.of(METRICS, metrics, STATUS, status), token);
    http.setExecutor(server.threads);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  private static HttpServer listening(InetSocketAddress at) throws IOException {
    try {
      return HttpServer.create(at, WAITING);
    } catch (BindException e) {
      BindException taken =
          new BindException(
              "Metrics cannot be served at "
                  + at.getHostString()
                  + ":"
                  + at.getPort()
                  + ", which another program uses, or this machine does not have. Maybe another port.");
      taken.initCause(e);
      throw taken;
    }
  }

  /// The port it listens on.
  public int port() {
    return http.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = status(exchange);
      String path = exchange.getRequestURI().getPath();
      Supplier<String> asked = status == 200 ? texts.get(path) : null;
      byte[] text = (asked == null ? "" : asked.get()).getBytes(StandardCharsets.UTF_8);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", path.equals(STATUS) ? JSON : TYPE);
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      if (status == 401) {
        headers.set("WWW-Authenticate", "Bearer realm=\"parley\"");
      }
      boolean isShown = exchange.getRequestMethod().equals("GET") && text.length > 0;
      exchange.sendResponseHeaders(status, isShown ? text.length : -1);
      if (isShown) {
        try (OutputStream body = exchange.getResponseBody()) {
          body.write(text);
        }
      }
    }
  }

  private int status(HttpExchange exchange) {
    if (token.isEmpty() && !isNamedAsThisMachine(exchange)) {
      return 421;
    }
    if (!isAllowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return 401;
    }
    if (!texts.containsKey(exchange.getRequestURI().getPath())) {
      return 404;
    }
    return Set.of("GET", "HEAD").contains(exchange.getRequestMethod()) ? 200 : 405;
  }

  private static boolean isNamedAsThisMachine(HttpExchange exchange) {
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    return LOOPBACK.contains(host.replaceFirst(":\\d+$", ""));
  }

  private boolean isAllowed(@Nullable String sent) {
    return token.isEmpty()
        || MessageDigest.isEqual(
            String.valueOf(sent).getBytes(StandardCharsets.UTF_8),
            (BEARER + token).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    http.stop(0);
    threads.close();
  }
}
