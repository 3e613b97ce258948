package org.parley.newsfeed;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;

/// A web server on this machine with pages, feeds and redirects, which honours conditional
/// requests.
@NullMarked
public final class SmallPress implements AutoCloseable {

  /// What it answers at a path.
  public record Answer(int status, String type, String body, Map<String, String> headers) {}

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  public SmallPress() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          Answer answer =
              answers.getOrDefault(path, new Answer(404, "text/plain", "none", Map.of()));
          boolean isKnown = isKnown(exchange.getRequestHeaders(), answer);
          asked.add(path + (isKnown ? " unchanged" : ""));
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", answer.type());
          answer.headers().forEach(exchange.getResponseHeaders()::set);
          int status = isKnown ? 304 : answer.status();
          exchange.sendResponseHeaders(status, isKnown || body.length == 0 ? -1 : body.length);
          if (!isKnown && body.length > 0) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  private static boolean isKnown(Headers request, Answer answer) {
    String tag = answer.headers().get("ETag");
    String modified = answer.headers().get("Last-Modified");
    return (tag != null && tag.equals(request.getFirst("If-None-Match")))
        || (tag == null
            && modified != null
            && modified.equals(request.getFirst("If-Modified-Since")));
  }

  /// What it answers at a path from now on.
  public void put(String path, int status, String type, String body, Map<String, String> headers) {
    answers.put(path, new Answer(status, type, body, headers));
  }

  /// A page at a path.
  public void page(String path, String words) {
    put(path, 200, "text/html", "<html><body><p>" + words + "</p></body></html>", Map.of());
  }

  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// The paths that were asked for, in order.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
