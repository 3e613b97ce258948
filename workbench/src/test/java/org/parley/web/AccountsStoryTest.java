package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.store.people.AccountEditor;

/// A mediator gives accounts, roles and tokens in the browser, and people look after their own,
/// while the server runs on.
class AccountsStoryTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
        - {id: C, name: Corran, kind: state, visibility: mediator}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      """;
  private static final String OTHER = "another battery horse";

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;

  @BeforeEach
  void start() throws Exception {
    LoadResult loaded = CaseReader.read(Map.of("a.yaml", CASE));
    team =
        new Team(
            folder,
            assertInstanceOf(LoadResult.Loaded.class, loaded, loaded.toString()).contents(),
            false);
    team.account("ann", "mediator", null);
    ann = team.signedIn("ann");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private HttpResponse<String> did(String path, String action, Map<String, String> fields) {
    Map<String, String> all = new java.util.HashMap<>(fields);
    all.put("_do", action);
    return ann.form(path, all);
  }

  private HttpResponse<String> add(String name, String role, String party) {
    return did(
        "/people",
        "add",
        Map.of("name", name, "role", role, "party", party, "password", Team.PASSWORD));
  }

  private void assertRefused(HttpResponse<String> answer, String because) {
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(because), answer.body());
    assertTrue(answer.body().contains("Maybe "), answer.body());
  }

  @Test
  void somebodyIsAddedAndChangedAndRemoved() {
    assertEquals(200, add("olena", "delegation", "A").statusCode());
    Team.Client olena = team.signedIn("olena");
    assertEquals(200, olena.get("/").statusCode());
    assertEquals(403, olena.get("/people").statusCode());
    assertEquals(403, olena.form("/people/ann", Map.of("_do", "remove")).statusCode());
    assertFalse(olena.get("/").body().contains("href=\"/people\""));

    did("/people/olena", "role", Map.of("role", "observer", "party", ""));
    assertEquals(303, olena.get("/").statusCode(), "another role ends the sessions");
    olena.signIn("olena", Team.PASSWORD);
    assertTrue(olena.get("/").body().contains("as the public sees it"));

    assertRefused(
        ann.form("/people/olena", Map.of("_do", "password", "password", OTHER)),
        "That is not your password now");
    did("/people/olena", "password", Map.of("password", OTHER, "own", Team.PASSWORD));
    assertEquals(303, olena.get("/").statusCode());
    assertEquals(401, olena.signIn("olena", Team.PASSWORD).statusCode());
    assertEquals(303, olena.signIn("olena", OTHER).statusCode());

    assertTrue(ann.get("/people").body().contains("1 open session"));
    did("/people/olena", "sign-out", Map.of());
    assertEquals(303, olena.get("/").statusCode());
    olena.signIn("olena", OTHER);
    did("/people/olena", "remove", Map.of());
    assertEquals(303, olena.get("/").statusCode());
    assertEquals(401, olena.signIn("olena", OTHER).statusCode());

    String audit = ann.get("/audit").body();
    for (String words :
        new String[] {
          "an account for olena as delegation of A",
          "olena is observer",
          "set the password of olena",
          "signed olena out everywhere",
          "removed olena"
        }) {
      assertTrue(audit.contains(words), words + "\n" + audit);
    }
    assertFalse(audit.contains(OTHER));
  }

  @Test
  void whatCannotBeIsRefusedWithAdvice() {
    assertRefused(add("olena", "delegation", ""), "A delegation is that of a party");
    assertRefused(add("olena", "mediator", "A"), "A mediator has no party");
    assertRefused(add("olena", "public", ""), "is no role of an account");
    assertRefused(add("-", "observer", ""), "is no name for an account");
    assertRefused(add("ann", "observer", ""), "There is an account");
    assertRefused(add("olena", "delegation", "C"), "no public party");
    assertFalse(
        Jsoup.parse(ann.get("/people").body()).select("main").html().contains("Corran"),
        "a hidden party is not offered");
    assertRefused(
        did("/people", "add", Map.of("name", "o", "role", "observer", "password", "short")),
        "12 to 128 characters");
    assertRefused(did("/people/ann", "remove", Map.of()), "Nobody else is a mediator");
    assertRefused(
        did("/people/ann", "role", Map.of("role", "observer")), "Nobody else is a mediator");
    assertRefused(did("/people/ann", "dance", Map.of()), "nothing that can be done here");
    HttpResponse<String> unknown = did("/people/olenna", "remove", Map.of());
    assertEquals(404, unknown.statusCode());
    assertEquals(1, team.people.list().size());
  }

  @Test
  void aTokenIsShownOnce() {
    HttpResponse<String> made =
        did("/people", "token", Map.of("name", "dashboard", "role", "observer", "party", "A"));
    Matcher secret = Pattern.compile("class=\"secret\">([^<]+)<").matcher(made.body());
    assertTrue(secret.find(), made.body());
    Team.Client program = team.withToken(secret.group(1));
    assertEquals(200, program.get("/").statusCode());
    assertEquals(303, program.get("/account").statusCode(), "a program has no account");
    assertFalse(ann.get("/people").body().contains(secret.group(1)));
    assertFalse(ann.get("/audit").body().contains(secret.group(1)));
    assertRefused(add("dashboard", "observer", ""), "could not tell them apart");
    assertRefused(
        did("/people", "token", Map.of("name", "ann", "role", "observer")),
        "could not tell them apart");
    did("/people/dashboard", "remove-token", Map.of());
    assertEquals(303, program.get("/").statusCode());
  }

  @Test
  void aTokenIsRefusedAfterItHasExpired() {
    assertRefused(
        did("/people", "token", Map.of("name", "old", "role", "observer", "days", "400")),
        "1 to 366 days");
    HttpResponse<String> made =
        did("/people", "token", Map.of("name", "short", "role", "observer", "days", "30"));
    assertTrue(made.body().contains("it expires on 27 January 2026"), made.body());
    String secret =
        team.people.makeToken(
            AccountEditor.OPERATOR,
            "past",
            "observer",
            null,
            Team.NOON.minusSeconds(86_400L * 90),
            Team.NOON);
    Team.Client program = team.withToken(secret);
    HttpResponse<String> refused = program.get("/api/claims");
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("The token past expired on 2025-12-28."), refused.body());
    assertTrue(refused.body().contains("Maybe ask the mediator"), refused.body());
    assertEquals(401, program.get("/").statusCode());
    assertTrue(ann.get("/people").body().contains("expired on 28 December 2025"));
    assertTrue(ann.get("/api/tokens").body().contains("\"expires\":\"2025-12-28T12:00:00Z\""));
  }

  @Test
  void aCommonPasswordIsRefused() {
    for (String password : new String[] {"password1234", "olena2025!!!!", "TheRiver2025!"}) {
      assertRefused(
          did("/people", "add", Map.of("name", "olena", "role", "observer", "password", password)),
          "one of the first a guesser tries");
    }
  }

  @Test
  void everybodyLooksAfterTheirOwn() {
    add("ob", "observer", "");
    Team.Client here = team.signedIn("ob");
    Team.Client there = team.signedIn("ob");
    assertTrue(here.get("/account").body().contains("2 sessions are open"));
    assertRefused(
        own(here, Team.PASSWORD, OTHER, OTHER + "x"), "The two new passwords are not the same");
    assertRefused(own(here, Team.PASSWORD, "short", "short"), "12 to 128 characters");
    assertRefused(own(here, "not my password", OTHER, OTHER), "That is not your password now");
    assertEquals(200, there.get("/").statusCode());
    HttpResponse<String> changed = own(here, Team.PASSWORD, OTHER, OTHER);
    assertEquals(303, changed.statusCode());
    assertTrue(here.get("/account?changed=1").body().contains("Your password is changed"));
    assertEquals(303, there.get("/").statusCode(), "the other session has ended");
    assertEquals(303, there.signIn("ob", OTHER).statusCode());
    assertEquals(303, here.form("/account", Map.of("_do", "sign-out")).statusCode());
    assertEquals(303, here.get("/").statusCode());
    assertEquals(303, there.get("/").statusCode());
    Team.Client guesser = team.nobody();
    guesser.signIn("ob", OTHER);
    for (int i = 0; i < 3; i++) {
      own(guesser, "guess number " + i, OTHER, OTHER);
    }
    assertRefused(own(guesser, OTHER, OTHER, OTHER), "Too many wrong passwords");
  }

  private static HttpResponse<String> own(
      Team.Client client, String old, String password, String again) {
    return client.form(
        "/account", Map.of("_do", "password", "old", old, "password", password, "again", again));
  }

  /// Who listens for news and is signed out hears nothing more.
  @Test
  void whoIsSignedOutHearsNothingMore() throws IOException {
    add("ob", "observer", "");
    Team.Client ob = team.signedIn("ob");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), team.server.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              ("GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nCookie: "
                      + ob.cookie
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      StringBuilder heard = new StringBuilder();
      while (heard.indexOf(": open") < 0) {
        heard.append((char) in.read());
      }
      did("/people/ob", "sign-out", Map.of());
      HttpResponse<String> saved =
          ann.form(
              "/edit/parties", Map.of("id", "D", "name", "Dorn", "kind", "state", "_do", "save"));
      assertEquals(303, saved.statusCode(), saved.body());
      for (int read = in.read(); read >= 0; read = in.read()) {
        heard.append((char) read);
      }
      assertFalse(heard.toString().contains("event: changed"), heard.toString());
    }
  }

  @Test
  void thePagesOfAccountsSpeakFrench() {
    add("bea", "observer", "");
    for (String page : List.of("/people", "/account")) {
      String said = ann.send(ann.request(page).header("Accept-Language", "fr").GET()).body();
      assertTrue(said.contains("<html lang=\"fr\""), page);
      String words = Jsoup.parse(said).select("main").text();
      assertFalse(words.matches("(?s).*\\b(?:the|password|their|you|until)\\b.*"), words);
    }
  }
}
