package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.model.Viewer;
import org.parley.model.party.Party;
import org.parley.store.PostgresServer;
import org.parley.web.access.AccountAuthenticator;

/// The database of a team is restarted under the running server.
class DatabaseRestartStoryTest {

  private static final String PARTY =
      "{\"record\": {\"id\": \"%s\", \"name\": \"Late\", \"kind\": \"state\"}}";

  @TempDir Path folder;

  @Test
  void pagesSaySoMeanwhileAndGoOnAfterwards() throws Exception {
    AccountAuthenticator.Setting setting =
        new AccountAuthenticator.Setting(Set.of(), false, false, true);
    try (PostgresServer database = PostgresServer.startIn(folder.resolve("data"));
        Team team = new Team(database.database(), SmallWorld.build(), setting)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      Team.Client anyone = team.nobody();
      assertEquals(200, anyone.get("/").statusCode());
      assertEquals(
          201, ann.json("POST", "/api/records/parties", PARTY.formatted("L1")).statusCode());

      database.stop();
      HttpResponse<String> page = ann.get("/");
      assertEquals(200, page.statusCode(), page.body());
      assertTrue(page.body().contains("The database does not answer"), page.body());
      assertFalse(page.body().contains("jdbc"), page.body());
      HttpResponse<String> data = ann.json("POST", "/api/records/parties", PARTY.formatted("L2"));
      assertEquals(503, data.statusCode(), data.body());
      assertTrue(data.body().contains("\"advice\":\"Maybe"), data.body());
      assertEquals(200, anyone.get("/claims").statusCode(), "what is public needs no account");
      assertEquals(503, anyone.get("/history").statusCode());

      database.startAgain();
      Eventually.holds("session that goes on", () -> ann.get("/").statusCode() == 200);
      Eventually.holds(
          "record that is saved",
          () ->
              ann.json("POST", "/api/records/parties", PARTY.formatted("L3")).statusCode() == 201);
      assertEquals(200, ann.get("/api/records/parties/L1").statusCode());
      assertEquals(404, ann.get("/api/records/parties/L2").statusCode());
      Set<String> late =
          team.journal.contents().read() instanceof org.parley.casefile.LoadResult.Loaded loaded
              ? Set.copyOf(
                  loaded.contents().viewFor(new Viewer.Mediator()).parties().stream()
                      .filter(each -> each.name().text().equals("Late"))
                      .map(Party::id)
                      .map(Object::toString)
                      .toList())
              : Set.of();
      assertEquals(Set.of("L1", "L3"), late);
      assertTrue(ann.get("/audit").body().contains("/api/records/parties"));
    }
  }
}
