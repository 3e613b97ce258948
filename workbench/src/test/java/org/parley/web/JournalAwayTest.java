package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.PostgresServer;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.web.access.AccountAuthenticator;

/// While only the journal does not answer, the case is still shown, and whoever wants to save is
/// told to ask again.
@NullMarked
class JournalAwayTest {

  private static final String CASE =
      """
      case: {title: Two parties}
      parties: [{id: A, name: Astra, kind: state}]
      """;

  private static final Map<String, String> FORM = Map.of("name", "Bora", "kind", "state");

  @TempDir Path folder;

  @Test
  void savingIsPutOffAndNotRefused() throws Exception {
    try (PostgresServer server = PostgresServer.startIn(folder.resolve("data"));
        Team team =
            new Team(
                server.database(),
                folder.resolve("accounts").toString(),
                Team.caseOf(CASE),
                new AccountAuthenticator.Setting(Set.of(), false, false, false))) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      Team.Client program =
          team.withToken(
              team.people.makeToken(
                  AccountEditor.OPERATOR,
                  "bot",
                  "mediator",
                  null,
                  Team.NOON,
                  AccessToken.expiry(Team.NOON, 90)));
      ann.get("/edit/parties");
      server.stop();
      assertEquals(200, ann.get("/").statusCode(), "what was read last is shown");
      later(ann.form("/edit/parties", FORM));
      assertTrue(ann.form("/edit/parties", FORM).body().contains("value=\"Bora\""), "it is kept");
      later(ann.form("/remove/parties/A", Map.of("_why", "Gone.")));
      later(
          program.json(
              "POST",
              "/api/records/parties",
              "{\"record\": {\"id\": \"B\", \"name\": \"Bora\", \"kind\": \"state\"}}"));
      later(program.get("/api/entries"));
    }
  }

  private static void later(HttpResponse<String> answer) {
    assertEquals(503, answer.statusCode(), answer.uri() + " " + answer.body());
    assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""), answer.body());
  }
}
