package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.cases.Case;
import org.parley.store.people.AccessRecord;
import org.parley.store.people.AccountEditor;

/// A calendar program, which cannot sign in, reads at a secret address what its account sees.
@NullMarked
class SecretFeedsStoryTest {

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client ob;
  private Team.Client program;

  @BeforeEach
  void start() throws Exception {
    Case contents = TwinServers.caseOf(2);
    team = new Team(folder, contents, false);
    team.account("ann", "mediator", null);
    team.account("ob", "observer", null);
    ann = team.inSession("ann");
    ob = team.inSession("ob");
    program = team.nobody();
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static HttpResponse<String> change(Team.Client client, String action, String name) {
    return client.form("/feeds", Map.of("_do", action, "name", name));
  }

  /// The paths of calendar and feed that a page shows once.
  private static List<String> shown(HttpResponse<String> page) {
    assertEquals(200, page.statusCode());
    return Jsoup.parse(page.body()).select("code.secret").eachText().stream()
        .map(each -> each.replaceFirst("^http://[^/]+", ""))
        .toList();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aProgramReadsWhatItsAccountSees() {
    ann.get("/feeds");
    ob.get("/feeds");
    for (Team.Client client : List.of(ann, ob)) {
      List<String> secret = shown(change(client, "add", "phone"));
      assertEquals(2, secret.size());
      HttpResponse<String> calendar = program.get(secret.getFirst());
      assertEquals(client.get("/calendar.ics").body(), calendar.body());
      assertEquals(
          "text/calendar;charset=utf-8", header(calendar, "Content-Type").replace(" ", ""));
      HttpResponse<String> feed = program.get(secret.getLast());
      assertEquals(
          client.get("/feed.atom").body().replace("/feed.atom\"", secret.getLast() + "\""),
          feed.body());
      for (HttpResponse<String> each : List.of(calendar, feed)) {
        assertEquals(200, each.statusCode());
        assertEquals("private, no-cache", header(each, "Cache-Control"));
        assertEquals(List.of(), each.headers().allValues("Set-Cookie"));
      }
    }
    assertNotEquals(ann.get("/feed.atom").body(), ob.get("/feed.atom").body());
  }

  @Test
  void anAddressIsShownOnceCountedRenewedAndTakenBack() {
    ob.get("/feeds");
    List<String> first = shown(change(ob, "add", "phone"));
    String page = ob.get("/feeds").body();
    assertFalse(page.contains(first.getFirst()), "it is shown once");
    assertTrue(page.contains("never"), page);
    program.get(first.getFirst());
    program.get(first.getLast());
    assertTrue(ob.get("/feeds").body().contains("2 times"));
    List<String> second = shown(change(ob, "renew", "phone"));
    assertEquals(404, program.get(first.getFirst()).statusCode());
    assertEquals(200, program.get(second.getFirst()).statusCode());
    assertEquals(303, change(ob, "remove", "phone").statusCode());
    assertEquals(404, program.get(second.getFirst()).statusCode());
    assertEquals(404, change(ob, "remove", "phone").statusCode());
    assertEquals(404, change(ob, "renew", "phone").statusCode());
  }

  @Test
  void aBadNameIsRefusedWithItsReason() {
    ob.get("/feeds");
    change(ob, "add", "phone");
    assertEquals(422, change(ob, "add", "phone").statusCode());
    assertEquals(422, change(ob, "add", "<b>").statusCode());
    assertEquals(422, change(ob, "add", "").statusCode());
    assertEquals(422, ob.form("/feeds", Map.of()).statusCode());
    assertTrue(change(ob, "add", "x".repeat(33)).body().contains("no name of a secret address"));
  }

  @Test
  void anAddressOpensNothingElse() {
    ob.get("/feeds");
    String secret = shown(change(ob, "add", "phone")).getFirst().split("/", -1)[2];
    assertEquals(404, program.get("/feeds/" + secret).statusCode());
    assertEquals(401, team.withToken(secret).get("/api/case").statusCode());
    assertEquals(303, program.get("/feeds").statusCode());
  }

  @Test
  void itGoesWithTheAccount() {
    ob.get("/feeds");
    String calendar = shown(change(ob, "add", "phone")).getFirst();
    assertEquals(200, program.get(calendar).statusCode());
    team.people.removeAccount(AccountEditor.OPERATOR, "ob", Team.NOON);
    assertEquals(404, program.get(calendar).statusCode());
  }

  @Test
  void theAuditTellsOfAddressesWithoutTheirSecrets() {
    ob.get("/feeds");
    String calendar = shown(change(ob, "add", "phone")).getFirst();
    program.get(calendar);
    program.get("/feeds/guessed/calendar.ics");
    List<AccessRecord> seen = team.door.listSeen(null, Long.MAX_VALUE, 100);
    assertTrue(
        seen.stream()
            .anyMatch(
                each ->
                    each.who().equals("ob")
                        && each.address().equals("/feeds/{secret}/calendar.ics")),
        seen.toString());
    assertTrue(
        seen.stream().anyMatch(each -> each.address().equals("made the secret address phone")),
        seen.toString());
    assertFalse(seen.toString().contains(calendar.split("/", -1)[2]), "the secret is not told");
    assertFalse(seen.toString().contains("guessed"));
  }

  @Test
  void thePageSpeaksTheLanguageOfItsReader() {
    ob.get("/feeds");
    change(ob, "add", "phone");
    HttpResponse<String> page = ob.send(ob.request("/feeds").header("Accept-Language", "fr").GET());
    assertTrue(page.body().contains("<html lang=\"fr\""), page.body());
    assertTrue(page.body().contains("<h1>Adresses secrètes</h1>"), page.body());
  }

  @Test
  void guessesAreThrottled() {
    ob.get("/feeds");
    String calendar = shown(change(ob, "add", "phone")).getFirst();
    for (int i = 0; i < 2; i++) {
      assertEquals(404, program.get("/feeds/guess" + i + "/calendar.ics").statusCode());
    }
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> third = program.get("/feeds/guess/calendar.ics");
      assertEquals(429, third.statusCode());
      assertFalse(header(third, "Retry-After").isEmpty());
    }
    assertEquals(429, program.get(calendar).statusCode(), "a right guess would not show as one");
    assertEquals(200, ob.get("/calendar.ics").statusCode(), "sessions are not slowed down");
  }

  @Test
  void programsAskForTheirOwnInASession() {
    ob.get("/feeds");
    HttpResponse<String> made = ob.json("POST", "/api/me/feeds", "{\"name\": \"tablet\"}");
    assertEquals(201, made.statusCode(), made.body());
    String calendar = made.body().replaceAll(".*\"calendar\":\"([^\"]+)\".*", "$1");
    assertEquals(200, program.get(calendar).statusCode());
    assertTrue(ob.get("/api/me/feeds").body().contains("\"uses\":1"));
    assertEquals(200, ob.json("POST", "/api/me/feeds/tablet/renew", "{}").statusCode());
    assertEquals(404, program.get(calendar).statusCode());
    assertEquals(404, ann.get("/api/me/feeds/tablet").statusCode(), "another account has its own");
    assertEquals(422, ob.json("POST", "/api/me/feeds", "{\"name\": \"tablet\"}").statusCode());
  }
}
