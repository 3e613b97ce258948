package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The workbench proposes to leave a disputed point open; the team adds that as an option.
class ProposedOptionStoryTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - id: p1
          instrument: treaty
          number: "1"
          title: Water
          options: [{id: half, title: Half}, {id: third, title: A third}]
      positions:
        - {id: a-1, party: A, point: p1, rank: 1, grades: {half: preferred, third: red-line}, illustrative: true}
        - {id: b-1, party: B, point: p1, rank: 1, grades: {half: red-line, third: preferred}, illustrative: true}
      """;

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder, Team.caseOf(CASE), false);
    team.account("ann", "mediator", null);
    ann = team.signedIn("ann");
    al =
        team.withToken(
            team.people.makeToken(
                AccountEditor.OPERATOR,
                "al",
                "delegation",
                "A",
                Team.NOON,
                AccessToken.expiry(Team.NOON, 90)));
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void oneClickAddsAProposalForTheTeamAlone() {
    String page = ann.get("/packages?wait=true").body();
    assertTrue(page.contains("name=\"proposal\" value=\"defer:p1\""), page);
    HttpResponse<String> added = ann.form("/packages/proposals", Map.of("proposal", "defer:p1"));
    assertEquals(303, added.statusCode(), added.body());
    assertEquals("/points/p1", added.headers().firstValue("Location").orElseThrow());
    JsonNode options = json(ann.get("/api/records/points/p1")).at("/record/options");
    assertEquals(3, options.size(), options.toString());
    assertEquals("Left open, to be settled later", options.at("/2/title").asString());
    assertEquals("mediator", options.at("/2/visibility").asString());
    assertEquals("workbench-proposals", options.at("/2/source/0").asString());
    assertTrue(ann.get("/points/p1").body().contains("Proposed by the workbench"));
    assertEquals(2, json(al.get("/api/records/points/p1")).at("/record/options").size());
    assertFalse(al.get("/api/records/sources").body().contains("workbench-proposals"));
    // A second click has nothing to add: the open point is on record, and nothing clashes any more.
    assertEquals(400, ann.form("/packages/proposals", Map.of("proposal", "defer:p1")).statusCode());
  }

  @Test
  void programsAddProposalsAndDelegationsDoNot() {
    JsonNode offer = json(ann.get("/api/packages/bridges")).at("/proposals/0");
    assertEquals("defer:p1", offer.path("proposal").asString());
    assertEquals("1", offer.path("opensAtLeast").asString());
    assertEquals(2, offer.path("costs").size());
    String body = "{\"proposal\": \"defer:p1\"}";
    assertEquals(403, al.json("POST", "/api/packages/proposals", body).statusCode());
    assertEquals(
        400,
        ann.json("POST", "/api/packages/proposals", "{\"proposal\": \"defer:p9\"}").statusCode());
    HttpResponse<String> added = ann.json("POST", "/api/packages/proposals", body);
    assertEquals(200, added.statusCode(), added.body());
    assertEquals(3, json(ann.get("/api/records/points/p1")).at("/record/options").size());
  }
}
