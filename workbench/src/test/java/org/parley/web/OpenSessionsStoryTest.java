package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People see where they are signed in, and end a session that is not theirs; mediators see and end
/// those of everybody.
@NullMarked
class OpenSessionsStoryTest {

  private static final String OWN = "/account/sessions";
  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

  @TempDir Path folder;
  private Team team;

  @BeforeEach
  void start() throws Exception {
    team =
        new Team(
            folder,
            Team.caseOf(
                """
                case: {title: The river}
                parties:
                  - {id: A, name: Arda, kind: state}
                """),
            false);
    team.account("ann", "mediator", null);
    team.account("ob", "observer", null);
  }

  @AfterEach
  void stop() {
    team.close();
  }

  /// Somebody who signs in with a browser.
  private Team.Client with(String userAgent, String name) {
    Team.Client client = team.nobody();
    client.get("/sign-in");
    HttpRequest.Builder request =
        client
            .request("/sign-in")
            .header("User-Agent", userAgent)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    WebClient.encoded(
                        Map.of(
                            "name",
                            name,
                            "password",
                            Team.PASSWORD,
                            "token",
                            String.valueOf(client.token)))));
    assertEquals(303, client.send(request).statusCode());
    client.get("/account");
    return client;
  }

  private static String idOf(Document page, String device) {
    return page.select("tr:contains(" + device + ") button[name=session]").val();
  }

  @Test
  void oneIsEndedWithTheOwnPassword() {
    Team.Client here =
        with("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "ob");
    Team.Client phone = with(PHONE, "ob");
    Document page = Jsoup.parse(here.get(OWN).body());
    assertEquals(2, page.select("tbody tr").size(), page.text());
    assertTrue(page.select("tr:contains(Firefox, Linux)").text().contains("this one"), page.text());
    String id = idOf(page, "Safari, iPhone");
    assertEquals(16, id.length());
    assertFalse(String.valueOf(phone.cookie).contains(id), "it opens nothing");
    HttpResponse<String> wrong = here.form(OWN, Map.of("session", id, "password", "not mine"));
    assertEquals(422, wrong.statusCode());
    assertEquals(200, phone.get("/").statusCode());
    HttpResponse<String> ended = here.form(OWN, Map.of("session", id, "password", Team.PASSWORD));
    assertTrue(ended.body().contains("The session is ended"), ended.body());
    assertEquals(303, phone.get("/").statusCode());
    assertEquals(200, here.get("/").statusCode());
    assertEquals(
        422, here.form(OWN, Map.of("session", id, "password", Team.PASSWORD)).statusCode());
    assertEquals(422, here.form(OWN, Map.of()).statusCode());
    Team.Client ann = team.signedIn("ann");
    assertTrue(ann.get("/audit").body().contains("ended a session of their own"));
  }

  @Test
  void aMediatorEndsThoseOfOthersOneByOne() {
    Team.Client phone = with(PHONE, "ob");
    Team.Client other = with("curl/8", "ob");
    Team.Client ann = team.signedIn("ann");
    Document people = Jsoup.parse(ann.get("/people").body());
    String id = people.select("#p-ob li:contains(Safari, iPhone) button").val();
    assertTrue(people.select("#p-ob").text().contains("unknown device"), people.text());
    assertTrue(ann.get("/api/accounts/ob").body().contains(id));
    HttpResponse<String> ended =
        ann.form("/people/ob", Map.of("_do", "end-session", "session", id));
    assertTrue(ended.body().contains("A session of ob is ended"), ended.body());
    assertEquals(303, phone.get("/").statusCode());
    assertEquals(200, other.get("/").statusCode());
    assertEquals(
        422, ann.json("DELETE", "/api/accounts/ob/sessions/0123456789abcdef", "").statusCode());
    assertTrue(ann.get("/audit").body().contains("ended a session of ob"));
    assertEquals(403, other.form("/people/ann", Map.of("_do", "end-session")).statusCode());
  }

  @Test
  void signingOutClearsWhatTheBrowserKeeps() {
    for (Map<String, String> out : List.of(Map.of("_do", "sign-out"), Map.of("_do", ""))) {
      Team.Client ob = team.signedIn("ob");
      String path = out.containsValue("") ? "/sign-out" : "/account";
      HttpResponse<String> answer = ob.form(path, out);
      assertEquals(
          "\"cache\", \"storage\"", answer.headers().firstValue("Clear-Site-Data").orElse(""));
    }
  }

  @Test
  void itSpeaksFrench() {
    Team.Client ob = team.signedIn("ob");
    for (String path : new String[] {OWN, "/account/changes"}) {
      Document page =
          Jsoup.parse(ob.send(ob.request(path).header("Accept-Language", "fr").GET()).body());
      assertEquals("fr", page.select("html").attr("lang"));
    }
  }
}
