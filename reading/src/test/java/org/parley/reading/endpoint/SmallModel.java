package org.parley.reading.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on this machine that speaks the chat protocol and answers what a test tells it to.
@NullMarked
final class SmallModel implements AutoCloseable {

  /// What is done with one request.
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  private static final long DRIP_NANOS = 20_000_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable JsonNode asked;
  private volatile @Nullable String key;

  SmallModel(Behaviour behaviour) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          try (exchange) {
            asked = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            key = exchange.getRequestHeaders().getFirst("Authorization");
            behaviour.answer(exchange);
          }
        });
    server.start();
  }

  /// Answers with a message as a model would.
  static Behaviour saying(String message) {
    String body =
        JsonMapper.shared()
            .createObjectNode()
            .set(
                "choices",
                JsonMapper.shared()
                    .createArrayNode()
                    .add(
                        JsonMapper.shared()
                            .createObjectNode()
                            .set(
                                "message",
                                JsonMapper.shared().createObjectNode().put("content", message))))
            .toString();
    return sending(200, body);
  }

  /// Answers with these bytes.
  static Behaviour sending(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return exchange -> {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /// Begins an answer and sends blank after blank until nobody listens.
  static Behaviour dripping() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        while (!Thread.currentThread().isInterrupted()) {
          out.write(' ');
          out.flush();
          LockSupport.parkNanos(DRIP_NANOS);
        }
      }
    };
  }

  /// Sends without end, as fast as it is taken.
  static Behaviour pouring() {
    byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        while (!Thread.currentThread().isInterrupted()) {
          out.write(block);
        }
      }
    };
  }

  /// Takes the request and says nothing.
  static Behaviour silent() {
    return _ -> {
      while (!Thread.currentThread().isInterrupted()) {
        LockSupport.park();
      }
    };
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
  }

  /// The last request.
  JsonNode asked() {
    return java.util.Objects.requireNonNull(asked, "nothing was asked");
  }

  /// What was sent as key with the last request.
  @Nullable String key() {
    return key;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
