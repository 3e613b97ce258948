package org.parley.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What Prometheus reads of a server, and who else may.
@NullMarked
class MetersTest {

  private static RequestEnd end(String method, String route, boolean isSealed, int status) {
    return new RequestEnd("r-1", method, route, isSealed, false, status, 20_000_000, 5, "ann");
  }

  @Test
  void requestsAreCountedByRouteMethodAndClassOfStatus() {
    try (Meters meters = new Meters("1.2.3")) {
      meters.accept(end("GET", "/claims/{id}", false, 200));
      meters.accept(end("GET", "/claims/{id}", false, 204));
      meters.accept(end("BREW", "none", false, 405));
      String text = meters.text();
      String labels = "{method=\"GET\",route=\"/claims/{id}\",status=\"2xx\"} ";
      assertTrue(text.contains("parley_http_requests_seconds_count" + labels + "2"), text);
      assertTrue(text.contains("parley_http_requests_seconds_sum" + labels + "0.04"), text);
      assertTrue(
          text.contains(
              "parley_http_requests_seconds_bucket{method=\"GET\",route=\"/claims/{id}\","
                  + "status=\"2xx\",le=\"0.05\"} 2"),
          text);
      assertTrue(text.contains("method=\"other\",route=\"none\",status=\"4xx\""), text);
      assertTrue(text.contains("parley_build_info{version=\"1.2.3\"} 1"), text);
      assertTrue(text.contains("jvm_memory_used_bytes{"), text);
      assertTrue(text.contains("jvm_threads_live_threads "), text);
      assertTrue(text.contains("process_start_time_seconds "), text);
    }
  }

  /// Neither the method nor the status tells a sealed answer from a page that was read.
  @Test
  void sealedRequestsAreAllAlike() {
    try (Meters meters = new Meters("1")) {
      meters.accept(end("GET", "/rounds/{id}", true, 200));
      meters.accept(end("POST", "/rounds/{id}/answer", true, 303));
      meters.accept(end("POST", "/rounds/{id}/answer", true, 409));
      String text = meters.text();
      assertTrue(
          text.contains(
              "parley_http_requests_seconds_count{method=\"any\",route=\"sealed\",status=\"any\"}"
                  + " 3"),
          text);
      assertFalse(text.contains("rounds"), text);
    }
  }

  /// What clients send adds no meter.
  @Test
  void thereAreNoMoreMetersThanRoutes() {
    try (Meters meters = new Meters("1")) {
      meters.accept(end("M", "none", false, 404));
      int before = meters.count();
      for (int i = 0; i < 1_000; i++) {
        meters.accept(end("M" + i, "none", false, 400 + i % 100));
      }
      assertEquals(before, meters.count());
    }
  }

  private static HttpResponse<String> ask(int port, String path, String token) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Test
  void thisMachineNeedsNoToken() throws Exception {
    try (MetricsServer server = MetricsServer.start(anyPort(), () -> "a 1\n", () -> "{}", "")) {
      HttpResponse<String> answer = ask(server.port(), "/metrics", "");
      assertEquals(200, answer.statusCode());
      assertEquals("a 1\n", answer.body());
      assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
      assertEquals(404, ask(server.port(), "/", "").statusCode());
      assertEquals(404, ask(server.port(), "/metrics/more", "").statusCode());
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (MetricsServer server = MetricsServer.start(anyPort(), () -> "", () -> "{}", "")) {
      InetSocketAddress same =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
      BindException taken =
          assertThrows(
              BindException.class, () -> MetricsServer.start(same, () -> "", () -> "{}", ""));
      String said = String.valueOf(taken.getMessage());
      assertTrue(said.contains(":" + server.port()) && said.contains("Maybe"), said);
    }
  }

  /// A page that a browser on this machine shows may have made its own name lead here.
  @Test
  void anotherNameIsRefused() throws Exception {
    try (MetricsServer server = MetricsServer.start(anyPort(), () -> "a 1\n", () -> "{}", "");
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
      assertFalse(answer.contains("a 1"), answer);
    }
  }

  @Test
  void aTokenIsNeededWhereThereIsOne() throws Exception {
    String token = "0123456789abcdef";
    try (MetricsServer server = MetricsServer.start(anyPort(), () -> "a 1\n", () -> "{}", token)) {
      assertEquals(200, ask(server.port(), "/metrics", token).statusCode());
      for (String wrong : new String[] {"", "0123456789abcdeg", token + "0"}) {
        HttpResponse<String> answer = ask(server.port(), "/metrics", wrong);
        assertEquals(401, answer.statusCode());
        assertEquals("", answer.body());
      }
    }
  }
}
