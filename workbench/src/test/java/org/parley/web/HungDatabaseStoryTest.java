package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.PostgresServer;
import org.parley.store.TcpProxy;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.attack.Attacks;
import org.parley.web.view.Asset;

/// The database of a team hangs, or the network to it: connections stay, and nothing is answered.
/// The server stays.
@Timeout(180)
class HungDatabaseStoryTest {

  private static final String PARTY =
      "{\"record\": {\"id\": \"%s\", \"name\": \"Late\", \"kind\": \"state\"}}";
  private static final List<String> PAGES =
      List.of("/", "/claims", "/parties", "/sequence", "/search?q=a", "/timeline", "/brief");

  @TempDir Path folder;

  /// Makes the database hang until it is closed.
  @FunctionalInterface
  private interface Trouble {
    AutoCloseable begin() throws Exception;
  }

  @Test
  void pagesShowWhatWasReadLast() throws Exception {
    try (PostgresServer database = PostgresServer.startIn(folder.resolve("data"))) {
      pagesShowWhatWasReadLast(database.database(), database::hanging);
    }
  }

  /// The network between them passes nothing more, and tells neither side.
  @Test
  void pagesShowWhatWasReadLastBehindAPartition() throws Exception {
    try (PostgresServer database = PostgresServer.shared();
        TcpProxy network = new TcpProxy(database.port())) {
      String address =
          database.database().replace(":" + database.port() + "/", ":" + network.port() + "/");
      pagesShowWhatWasReadLast(
          address,
          () -> {
            network.hold();
            return network::release;
          });
    }
  }

  private static void pagesShowWhatWasReadLast(String address, Trouble trouble) throws Exception {
    AccountAuthenticator.Setting setting =
        new AccountAuthenticator.Setting(Set.of(), false, false, false);
    try (Team team = new Team(address + "&socketTimeout=2", SmallWorld.build(), setting)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      Team.Client bot =
          team.withToken(
              team.people.makeToken(
                  AccountEditor.OPERATOR,
                  "bot",
                  "observer",
                  null,
                  Team.NOON,
                  AccessToken.expiry(Team.NOON, 90)));
      assertEquals(200, ann.get("/").statusCode());
      assertEquals(200, bot.get("/api/claims").statusCode());
      assertEquals(
          201, ann.json("POST", "/api/records/parties", PARTY.formatted("L1")).statusCode());
      assertEquals(200, ann.get("/parties/L1").statusCode());

      try (AutoCloseable _ = trouble.begin()) {
        Team.Client nobody = team.nobody();
        assertEquals(200, nobody.get(Asset.url("parley.css")).statusCode());
        assertEquals(200, nobody.get("/sign-in").statusCode());
        assertEquals(200, ann.get("/sign-in").statusCode());
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
          List<Future<HttpResponse<String>>> asked = new ArrayList<>();
          for (int i = 0; i < 60; i++) {
            String page = PAGES.get(i % PAGES.size());
            asked.add(many.submit(() -> ann.get(page)));
          }
          for (Future<HttpResponse<String>> each : asked) {
            assertEquals(200, each.get().statusCode(), each.get().uri() + each.get().body());
          }
          Attacks.assertCounted("reads on a hung database", asked.size());
        }
        assertTrue(ann.get("/").body().contains("The database does not answer"));
        assertEquals(200, ann.get("/parties/L1").statusCode());
        assertEquals(200, bot.get("/api/claims").statusCode());
        HttpResponse<String> later =
            ann.json("POST", "/api/records/parties", PARTY.formatted("L2"));
        assertEquals(503, later.statusCode(), later.body());
        assertTrue(later.headers().firstValue("Retry-After").isPresent());
        assertEquals(503, ann.get("/history").statusCode());
        assertEquals(503, nobody.signIn("ann", Team.PASSWORD).statusCode());
        // what needs no database does not wait for it
        assertEquals(200, nobody.get(Asset.url("parley.css")).statusCode());
      }

      Eventually.holds(
          "room for L3",
          () ->
              ann.json("POST", "/api/records/parties", PARTY.formatted("L3")).statusCode() == 201);
      assertEquals(200, ann.get("/parties/L1").statusCode());
      assertEquals(404, ann.get("/parties/L2").statusCode());
      assertTrue(!ann.get("/").body().contains("The database does not answer"));
      Eventually.holds(
          "sign-in", () -> team.nobody().signIn("ann", Team.PASSWORD).statusCode() == 303);
      assertTrue(ann.get("/audit").body().contains("/timeline"), "what was seen is noted");
    }
  }
}
