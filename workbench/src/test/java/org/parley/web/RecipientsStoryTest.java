package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.access.AccountAuthenticator;

/// A delegation tables a package to one other alone. The third learns nothing of it, from any page.
@NullMarked
class RecipientsStoryTest {

  private static final String CASE =
      RoundsStoryTest.CASE
          + "  - {id: k9, round: r4, title: For all three, version: 1, tabled: 2025-12-28T10:00Z,"
          + " provisions: {point: p1, option: p1-two}, visibility: delegations}\n";

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bo;
  private Team.Client cy;

  @BeforeEach
  void start() throws Exception {
    team =
        new Team(
            folder,
            Team.caseOf(
                CASE.replace(
                    "tabledPackages:",
                    "  - {id: r4, title: Three, parties: [AA, BB, CC], points: p1,"
                        + " opens: 2025-12-28T09:00Z, visibility: delegations}\n"
                        + "tabledPackages:")),
            new AccountAuthenticator.Setting(Set.of(), false, false, true));
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    team.account("bo", "delegation", "BB");
    team.account("cy", "delegation", "CC");
    ann = team.inSession("ann");
    al = team.inSession("al");
    bo = team.inSession("bo");
    cy = team.inSession("cy");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private HttpResponse<String> table(Team.Client client, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", "aa-quiet");
    fields.put("round", "r4");
    fields.put("title", "A quiet offer");
    fields.put("version", "1");
    fields.put("author", "AA");
    fields.put("tabled", "2025-12-28T11:00Z");
    fields.put("provisions/0/point", "p1");
    fields.put("provisions/0/option", "p1-turns");
    fields.put("visibility", "parties");
    fields.put("visibility/parties/0", "AA");
    fields.put("visibility/parties/1", "BB");
    fields.put("_seen", "parties AA BB");
    fields.put("_do", "save");
    fields.putAll(more);
    return client.form("/edit/tabledPackages", fields);
  }

  @Test
  void theFormOffersTheOtherPartiesOfTheRound() {
    Document form = Jsoup.parse(al.get("/edit/tabledPackages?round=r4").body());
    assertEquals(
        List.of("AA", "BB", "CC"),
        form.select("input[name^=visibility/parties/]").eachAttr("value"));
    // one's own party is always among them
    assertEquals("hidden", form.select("input[value=AA][name^=visibility]").attr("type"));
    assertTrue(form.select(".audience legend").text().contains("To whom"), form.text());
  }

  @Test
  void theButtonNamesThoseItIsTabledTo() {
    HttpResponse<String> asked = table(al, Map.of("_seen", "party AA"));
    assertEquals(422, asked.statusCode());
    Document page = Jsoup.parse(asked.body());
    assertTrue(page.text().contains("It would be seen by the delegation of Bland."), page.text());
    assertTrue(
        page.select("button[value=save]").text().contains("seen by Aland, Bland and the mediator"),
        page.select("button").text());
  }

  @Test
  void itReachesItsRecipientsAndNobodyElse() {
    String rounds = cy.get("/rounds").body();
    String round = cy.get("/rounds/r4").body();
    String api = cy.get("/api/rounds").body();
    String history = cy.get("/history").body();
    assertEquals(303, table(al, Map.of()).statusCode());
    for (Team.Client each : List.of(ann, al, bo)) {
      Element section = RoundsStoryTest.section(each, "r4", "aa-quiet");
      assertTrue(section.text().contains("to Aland and Bland alone"), section.text());
    }
    assertTrue(bo.get("/api/rounds").body().contains("\"to\":[\"AA\",\"BB\"]"));
    assertEquals(rounds, cy.get("/rounds").body());
    assertEquals(round, cy.get("/rounds/r4").body());
    assertEquals(api, cy.get("/api/rounds").body());
    assertEquals(history, cy.get("/history").body());
    assertEquals(404, cy.get("/record/aa-quiet").statusCode());
    assertEquals(404, cy.get("/api/records/tabledPackages/aa-quiet").statusCode());
    assertFalse(cy.get("/search?q=quiet").body().contains("A quiet offer"));
    assertEquals(
        404,
        cy.form("/rounds/r4/answer", Map.of("package", "aa-quiet", "whole", "accepts"))
            .statusCode());
  }

  @Test
  void itsRecipientsAloneAreAsked() {
    assertEquals(303, table(al, Map.of()).statusCode());
    String before = RoundsStoryTest.page(ann, "r4");
    RoundsStoryTest.accept(al, "r4", "aa-quiet");
    assertEquals(before, RoundsStoryTest.page(ann, "r4"));
    String others = RoundsStoryTest.page(cy, "r4");
    RoundsStoryTest.accept(bo, "r4", "aa-quiet");
    assertTrue(RoundsStoryTest.section(ann, "r4", "aa-quiet").text().contains("All accept"));
    assertEquals(others, RoundsStoryTest.page(cy, "r4"));
    // the package to all still waits for the third
    RoundsStoryTest.accept(al, "r4", "k9");
    RoundsStoryTest.accept(bo, "r4", "k9");
    assertFalse(RoundsStoryTest.section(ann, "r4", "k9").text().contains("All accept"));
    // and the accord of two is for the two
    assertEquals(303, ann.form("/rounds/r4/accept", Map.of("package", "aa-quiet")).statusCode());
    assertTrue(bo.get("/rounds").body().contains("A quiet offer"));
    assertFalse(cy.get("/rounds").body().contains("A quiet offer"));
    assertFalse(cy.get("/api/accords").body().contains("A quiet offer"));
  }

  @Test
  void aCounterProposalGoesToTheSameUnlessSaidOtherwise() {
    assertEquals(303, table(al, Map.of()).statusCode());
    Element link =
        Objects.requireNonNull(
            RoundsStoryTest.section(bo, "r4", "aa-quiet")
                .selectFirst("a[href*=tabledPackages?round=r4]"));
    Document form = Jsoup.parse(bo.get(link.attr("href")).body());
    assertEquals("aa-quiet", form.select("[name=amends]").val());
    assertEquals("2", form.select("[name=version]").val());
    assertEquals("BB", form.select("[name=author]").val());
    assertEquals("parties", form.select("[name=visibility][checked]").val());
    assertEquals(
        List.of("AA"), form.select("[name^=visibility/parties/][checked]").eachAttr("value"));
    assertTrue(
        form.select("button[value=save]").text().contains("seen by Aland, Bland and the mediator"));
    HttpResponse<String> sent =
        bo.json(
            "POST",
            "/api/records/tabledPackages",
            "{\"record\":{\"id\":\"bb-back\",\"round\":\"r4\",\"title\":\"Back\",\"version\":2,"
                + "\"amends\":\"aa-quiet\",\"author\":\"BB\",\"tabled\":\"2025-12-28T11:30Z\","
                + "\"provisions\":[{\"point\":\"p1\",\"option\":\"p1-two\"}]}}");
    assertEquals(201, sent.statusCode(), sent.body());
    assertTrue(
        al.get("/api/records/tabledPackages/bb-back")
            .body()
            .contains("\"visibility\":{\"parties\":[\"AA\",\"BB\"]}"));
    assertEquals(404, cy.get("/api/records/tabledPackages/bb-back").statusCode());
  }

  @Test
  void aPackageIsNotTabledToOthersAloneNorToOneParty() {
    HttpResponse<String> others =
        table(
            al,
            Map.of(
                "visibility/parties/0", "BB",
                "visibility/parties/1", "CC",
                "_seen", "parties BB CC"));
    assertEquals(422, others.statusCode());
    assertTrue(others.body().contains("is-wrong"), others.body());
    HttpResponse<String> one = table(al, Map.of("visibility/parties/1", "", "_seen", "parties AA"));
    assertTrue(one.body().contains("fewer than two parties"), one.body());
    assertEquals(404, al.get("/record/aa-quiet").statusCode());
  }

  @Test
  void frenchRecipientsReadFrench() {
    assertEquals(303, table(al, Map.of()).statusCode());
    String page = bo.send(bo.request("/rounds/r4").header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("à l’intention exclusive de\u00a0: Aland et Bland"), page);
  }
}
