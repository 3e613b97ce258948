package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.PostgresServer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.CaseService;

/// Programs that watch a server are told whether it is well, and which part is not.
@NullMarked
@Timeout(180)
class HealthStoryTest {

  private static final List<String> ALL = List.of("/healthz", "/healthz/ready", "/healthz/live");
  private static final String WELL =
      "{\"status\":\"pass\",\"checks\":{\"server\":[{\"status\":\"pass\"}],"
          + "\"journal\":[{\"status\":\"pass\"}],\"case\":[{\"status\":\"pass\"}],"
          + "\"disk\":[{\"status\":\"pass\"}]}}";

  @TempDir Path folder;

  @Test
  void everyProgramIsToldWithoutAnAccountAndNothingElse() throws Exception {
    try (Team team = new Team(folder, SmallWorld.build(), false)) {
      assertEquals(WELL, team.nobody().get("/healthz").body());
      assertEquals(WELL, team.nobody().get("/healthz/ready").body());
      assertEquals("{\"status\":\"pass\"}", team.nobody().get("/healthz/live").body());
      for (String path : ALL) {
        HttpResponse<String> answer = team.nobody().get(path);
        assertEquals(200, answer.statusCode(), path);
        Map<String, List<String>> headers = answer.headers().map();
        assertEquals(List.of("no-store"), headers.get("cache-control"), path);
        assertEquals(List.of("application/health+json"), headers.get("content-type"), path);
        assertTrue(!headers.containsKey("set-cookie"), headers.toString());
      }
      assertEquals(405, team.nobody().form("/healthz", Map.of()).statusCode());
    }
  }

  /// Those who watch know a machine by its number, and ask as often as they like.
  @Test
  void neitherNameNorRateMatters() throws Exception {
    try (Team team = new Team(folder, SmallWorld.build(), false)) {
      assertTrue(askedByNumber(team.server.port()).startsWith("HTTP/1.1 200"));
      Team.Client nobody = team.nobody();
      IntStream.range(0, 400)
          .forEach(_ -> assertEquals(200, nobody.get("/healthz/live").statusCode()));
    }
  }

  private static String askedByNumber(int port) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        InputStream in = socket.getInputStream()) {
      socket
          .getOutputStream()
          .write(
              "GET /healthz HTTP/1.1\r\nHost: 10.1.2.3:80\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aBasePathIsAnsweredAsForEveryPage() throws Exception {
    AccountAuthenticator.Setting setting =
        new AccountAuthenticator.Setting(Set.of(), false, false, Set.of(), false, "/river");
    try (Team team = new Team(folder, SmallWorld.build(), setting)) {
      assertEquals(WELL, team.nobody().get("/river/healthz").body());
    }
  }

  @Test
  void aCaseThatIsNotReadIsNotReady() throws Exception {
    AtomicBoolean isLoaded = new AtomicBoolean();
    AccountAuthenticator.Setting setting =
        new AccountAuthenticator.Setting(Set.of(), false, false, false);
    String journal = folder.resolve("journal").toString();
    try (Team team =
        new Team(journal, journal, SmallWorld.build(), setting, each -> loading(each, isLoaded))) {
      HttpResponse<String> answer = team.nobody().get("/healthz");
      assertEquals(503, answer.statusCode());
      assertEquals(
          WELL.replaceFirst("pass", "fail")
              .replace("\"case\":[{\"status\":\"pass\"", "\"case\":[{\"status\":\"fail\""),
          answer.body());
      assertEquals(200, team.nobody().get("/healthz/live").statusCode());
      isLoaded.set(true);
      Eventually.holds("ready", () -> team.nobody().get("/healthz").statusCode() == 200);
    }
  }

  private static CaseService loading(CaseService service, AtomicBoolean isLoaded) {
    return (CaseService)
        Proxy.newProxyInstance(
            CaseService.class.getClassLoader(),
            new Class<?>[] {CaseService.class},
            (_, method, arguments) ->
                method.getName().equals("isLoaded")
                    ? isLoaded.get()
                    : method.invoke(service, arguments));
  }

  /// The database keeps its connections and answers nothing: that is said at once, to everybody.
  @Test
  void aHungDatabaseIsNamedAndNobodyWaitsForIt() throws Exception {
    AccountAuthenticator.Setting setting =
        new AccountAuthenticator.Setting(Set.of(), false, false, false);
    try (PostgresServer database = PostgresServer.startIn(folder.resolve("data"));
        Team team = new Team(database.database(), SmallWorld.build(), setting)) {
      assertEquals(200, team.nobody().get("/healthz").statusCode());
      try (AutoCloseable _ = database.hanging();
          ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
        Eventually.holds("not ready", () -> team.nobody().get("/healthz").statusCode() == 503);
        List<Future<HttpResponse<String>>> asked =
            Stream.generate(() -> many.submit(() -> team.nobody().get("/healthz")))
                .limit(50)
                .toList();
        for (Future<HttpResponse<String>> each : asked) {
          assertEquals(503, each.get().statusCode());
          assertTrue(each.get().body().contains("\"journal\":[{\"status\":\"fail\"}]"));
          assertTrue(each.get().body().contains("\"case\":[{\"status\":\"pass\"}]"));
        }
        assertEquals(200, team.nobody().get("/healthz/live").statusCode());
      }
      Eventually.holds("ready", () -> team.nobody().get("/healthz").statusCode() == 200);
    }
  }
}
