package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
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
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.web.access.AccountAuthenticator;

/// Two delegations and a mediator see what waits for each, and it goes as they act.
@NullMarked
class WaitingStoryTest {

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bo;
  private Team.Client ob;

  @BeforeEach
  void start() throws Exception {
    team =
        new Team(
            folder,
            Team.caseOf(RoundsStoryTest.CASE),
            new AccountAuthenticator.Setting(Set.of(), false, false, true));
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    team.account("bo", "delegation", "BB");
    team.account("ob", "observer", "BB");
    ann = team.inSession("ann");
    al = team.inSession("al");
    bo = team.inSession("bo");
    ob = team.inSession("ob");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static Document page(Team.Client client, String path) {
    HttpResponse<String> answer = client.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  /// What the navigation says to those who hear it; empty for nothing.
  private static String spoken(Team.Client client, String path) {
    return page(client, path).select("nav a.waits .vh").text();
  }

  private static List<String> things(Team.Client client) {
    return page(client, "/waiting").select("ul.waiting li p").eachText();
  }

  @Test
  void theNavigationSaysHowManyAndLeadsThere() {
    assertEquals("4 things wait for you", spoken(al, "/claims"));
    Element link = Objects.requireNonNull(page(al, "/claims").selectFirst("nav a.waits"));
    assertEquals("/waiting", link.attr("href"));
    assertEquals("4 wait", link.select("[aria-hidden]").text());
    assertEquals("4 things wait for you.", page(al, "/").select("p.waits").text());
  }

  @Test
  void theListHasTheHourAndALink() {
    List<String> things = things(al);
    assertEquals(4, things.size(), things.toString());
    assertEquals(
        "Your delegation has not answered “Two keys” (First round)."
            + " Until 3 January 2026, 18:00 (UTC+02:00)",
        things.getFirst());
    Element link =
        Objects.requireNonNull(page(al, "/waiting").selectFirst("ul.waiting a[href*=k1]"));
    assertEquals("/rounds/r1#k1", link.attr("href"));
  }

  @Test
  void whatIsDoneGoesAndOthersSeeNoDifference() {
    String before = page(bo, "/waiting").html();
    RoundsStoryTest.accept(al, "r1", "k1");
    assertEquals("3 things wait for you", spoken(al, "/claims"));
    assertEquals(before, page(bo, "/waiting").html());
    assertEquals("", spoken(ob, "/"), "an observer answers nothing");
    assertEquals("", spoken(team.nobody(), "/"));
  }

  @Test
  void theMediatorIsToldOnceTheRuleApplied() {
    assertEquals(List.of("Not all accept “Late” (Over)."), things(ann));
    RoundsStoryTest.accept(al, "r1", "k1");
    assertEquals(1, things(ann).size());
    RoundsStoryTest.accept(bo, "r1", "k1");
    assertTrue(
        things(ann)
            .contains("All accept “Two keys” (First round). The accord is not on record yet."),
        things(ann).toString());
    assertEquals(303, ann.form("/rounds/r1/accept", Map.of("package", "k1")).statusCode());
    assertEquals(1, things(ann).size());
    assertTrue(
        things(al).contains("The accord “Two keys” is on record, accepted by your party."),
        things(al).toString());
  }

  private static String thing(Team.Client client, String words) {
    for (Element each : page(client, "/waiting").select("ul.waiting li")) {
      if (each.text().contains(words)) {
        return Objects.requireNonNull(each.selectFirst("input[name=thing]")).attr("value");
      }
    }
    throw new AssertionError(words);
  }

  @Test
  void whatNeedsNothingCanBeDismissed() {
    String late = thing(al, "“Late”");
    assertEquals(303, al.form("/waiting", Map.of("thing", late)).statusCode());
    assertEquals(3, things(al).size());
    assertEquals(4, things(bo).size(), "each has their own list");
    assertEquals(422, al.form("/waiting", Map.of("thing", late)).statusCode());
    assertEquals(422, al.form("/waiting", Map.of()).statusCode());
    String audit = ann.get("/audit").body();
    assertFalse(audit.contains("<td>/waiting"), audit);
  }

  @Test
  void whatHasToBeDoneCannot() {
    String json = al.get("/api/waiting").body();
    String answer =
        json.replaceAll("(?s).*?\"thing\":\"([0-9a-f]{64})\",\"kind\":\"answer\".*", "$1");
    assertEquals(422, al.form("/waiting", Map.of("thing", answer)).statusCode());
    assertEquals(4, things(al).size());
    assertEquals(403, ob.form("/waiting", Map.of("thing", answer)).statusCode());
  }

  @Test
  void programsReadTheSame() {
    String json = al.get("/api/waiting").body();
    assertTrue(json.startsWith("{\"headline\":\"4 things wait for you.\""), json);
    String late = thing(al, "“Late”");
    HttpResponse<String> after =
        al.json("POST", "/api/waiting/dismiss", "{\"thing\":\"" + late + "\"}");
    assertTrue(after.body().startsWith("{\"headline\":\"3 things"), after.body());
    Instant expires = AccessToken.expiry(Team.NOON, 30);
    Team.Client program =
        team.withToken(
            team.people.makeToken(
                AccountEditor.OPERATOR, "bot", "delegation", "BB", Team.NOON, expires));
    assertTrue(program.get("/api/waiting").body().contains("\"4 things wait for you.\""));
    HttpResponse<String> refused =
        program.json("POST", "/api/waiting/dismiss", "{\"thing\":\"" + late + "\"}");
    assertEquals(422, refused.statusCode(), refused.body());
  }

  @Test
  void aRemovedAccountTakesItsDismissalsAlong() {
    al.form("/waiting", Map.of("thing", thing(al, "“Late”")));
    team.people.removeAccount(AccountEditor.OPERATOR, "al", Team.NOON);
    team.account("al", "delegation", "AA");
    assertEquals(4, things(team.inSession("al")).size());
  }

  @Test
  void anotherRoleBeginsAnew() {
    al.form("/waiting", Map.of("thing", thing(al, "“Late”")));
    team.people.changeRole(AccountEditor.OPERATOR, "al", "delegation", "BB", Team.NOON);
    assertEquals(4, things(team.inSession("al")).size());
  }

  @Test
  void frenchReadersReadFrench() {
    String page = al.send(al.request("/waiting").header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("4 choses vous attendent."), page);
    assertTrue(page.contains("Jusqu’au 3 janvier 2026"), page);
  }
}
