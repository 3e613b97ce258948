package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table that is downloaded has what its reader may see, and is refused where the page is.
@NullMarked
class TableSecrecyStoryTest {

  private static final String CASE =
      """
      case: {title: A small treaty, columns: [arda, brenn]}
      parties:
        - {id: arda, name: Arda, kind: state, roles: signatory}
        - {id: brenn, name: Brenn, kind: state, roles: signatory}
      instruments:
        - {id: treaty, title: The treaty, kind: treaty}
      sources:
        - {id: s1, publisher: The Gazette, title: Talks, date: 2026-02-01, kind: report, reliability: B,
           language: en}
        - {id: s2, publisher: A secret cable, title: Told, date: 2026-02-02, kind: report, reliability: B,
           language: en, visibility: mediator}
        - {id: s3, publisher: A note for Arda, title: Told, date: 2026-02-03, kind: report,
           reliability: B, language: en, visibility: {party: arda}}
      """;

  @TempDir Path folder;

  @Test
  void eachReaderGetsTheirOwnRows() throws Exception {
    try (Team team = new Team(folder, Team.caseOf(CASE), true)) {
      team.account("ann", "mediator", null);
      team.account("ada", "delegation", "arda");
      team.account("bo", "delegation", "brenn");
      List<String> secrets = List.of("A secret cable", "A note for Arda");
      assertEquals(secrets, seen(team.signedIn("ann"), secrets));
      assertEquals(secrets.subList(1, 2), seen(team.signedIn("ada"), secrets));
      assertEquals(List.of(), seen(team.signedIn("bo"), secrets));
      assertEquals(List.of(), seen(team.nobody(), secrets));
    }
  }

  private static List<String> seen(Team.Client client, List<String> secrets) {
    String rows = client.get("/sources?table=sources&format=jsonl").body();
    assertTrue(rows.contains("The Gazette"), rows);
    return secrets.stream().filter(rows::contains).toList();
  }

  @Test
  void whoMayNotSeeThePageGetsNoTable() throws Exception {
    try (Team team = new Team(folder, Team.caseOf(CASE), false)) {
      team.account("ann", "mediator", null);
      team.account("bo", "delegation", "brenn");
      assertEquals(303, team.nobody().get("/sources?table=sources&format=csv").statusCode());
      Team.Client bo = team.signedIn("bo");
      assertEquals(403, bo.get("/then/1/sources?table=sources&format=csv").statusCode());
      assertEquals(403, bo.get("/audit?table=audit&format=csv").statusCode());
      Team.Client ann = team.signedIn("ann");
      assertEquals(200, ann.get("/then/1/sources?table=sources&format=csv").statusCode());
      String page = ann.get("/then/1/sources").body();
      assertTrue(page.contains("href=\"/then/1/sources?table=sources&amp;format=csv\""), page);
      assertFalse(bo.get("/sources?table=sources").body().contains("secret"));
    }
  }
}
