package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.PostgresServer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.Visitor;
import org.parley.web.view.Asset;

/// The database of the audit is away: what is seen is noted later, until too much of it waits.
@Timeout(180)
class NotesWaitingStoryTest {

  private static final int MOST = 10_000;
  private static final int IN_HAND = 500;

  @TempDir Path folder;

  @Test
  void nothingIsShownThatCannotBeNoted() throws Exception {
    try (PostgresServer database = PostgresServer.startIn(folder.resolve("data"));
        Team team =
            new Team(
                folder.resolve("journal").toString(),
                database.database(),
                SmallWorld.build(),
                new AccountAuthenticator.Setting(Set.of(), false, false, true))) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      assertEquals(200, ann.get("/").statusCode());
      database.stop();
      int noted = 0;
      while (team.door.canNote()) {
        team.door.noteDone(Visitor.mediator("Ann"), "note " + noted++);
      }
      assertTrue(noted > MOST - IN_HAND && noted <= MOST + IN_HAND, noted + " were noted");
      HttpResponse<String> refused = ann.get("/claims");
      assertEquals(503, refused.statusCode(), refused.body());
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      assertEquals(503, team.nobody().get("/api/claims").statusCode());
      // what everybody may have is not noted
      assertEquals(200, team.nobody().get("/sign-in").statusCode());
      assertEquals(200, team.nobody().get(Asset.url("parley.css")).statusCode());

      database.startAgain();
      Eventually.holds("room for notes", () -> ann.get("/claims").statusCode() == 200);
      String audit = ann.get("/audit").body();
      assertTrue(audit.contains("/claims"), audit);
      int last = noted - 1;
      assertTrue(
          team.people.listSeen(null, Long.MAX_VALUE, MOST + MOST).stream()
              .anyMatch(each -> each.address().equals("note " + last)),
          "the last that waited is noted");
    }
  }
}
