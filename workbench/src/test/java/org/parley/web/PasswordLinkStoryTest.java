package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
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
import org.parley.store.people.PasswordLinks;
import org.parley.store.people.TestAccounts;

/// A mediator invites people, and resets passwords, without learning them.
@NullMarked
class PasswordLinkStoryTest {

  private static final String CHOSEN = "a password of my own";

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;

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
    ann = team.signedIn("ann");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static String linkIn(HttpResponse<String> page) {
    assertEquals(200, page.statusCode(), page.body());
    String link = Jsoup.parse(page.body()).select(".notice code.secret").text();
    return URI.create(link).getPath();
  }

  private String invited(String name) {
    return linkIn(
        ann.form(
            "/people", Map.of("_do", "invite", "name", name, "role", "delegation", "party", "A")));
  }

  private static HttpResponse<String> choose(Team.Client client, String link, String password) {
    client.get(link);
    return client.form(link, Map.of("password", password, "again", password));
  }

  private static String to(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void somebodyIsInvitedAndChoosesTheirPassword() {
    String link = invited("olena");
    assertTrue(link.matches("/password/[A-Za-z0-9_-]{43}"), link);
    assertTrue(ann.get("/people").body().contains("link to a password until"));
    assertFalse(ann.get("/people").body().contains(link), "shown once");
    Team.Client olena = team.nobody();
    assertEquals(401, olena.signIn("olena", "-").statusCode(), "no password opens before");
    assertTrue(olena.get(link).body().contains("For the account olena"));
    assertEquals(200, olena.get(link).statusCode(), "to look uses nothing up");
    assertEquals(422, choose(olena, link, "short").statusCode());
    assertEquals(422, choose(olena, link, "The river 2026").statusCode(), "the title of the case");
    assertEquals(
        422, olena.form(link, Map.of("password", CHOSEN, "again", "something else")).statusCode());
    assertEquals(422, olena.form(link, Map.of()).statusCode());
    assertEquals("/", to(choose(olena, link, CHOSEN)));
    assertEquals(200, olena.get("/").statusCode(), "and is signed in");
    Team.Client second = team.nobody();
    assertEquals(404, second.get(link).statusCode(), "once");
    assertEquals(404, choose(second, link, "another password of theirs").statusCode());
    Team.Client later = team.nobody();
    assertEquals("/account/changes", to(later.signIn("olena", CHOSEN)));
    assertTrue(later.get("/account/changes").body().contains("you chose another password"));
    String audit = ann.get("/audit").body();
    for (String words :
        List.of("made a link to a password of olena", "chose their password with a link")) {
      assertTrue(audit.contains(words), words + "\n" + audit);
    }
    assertFalse(audit.contains(link.substring(10)));
  }

  /// A browser that asks for French is told in French why its password is refused.
  @Test
  void aRefusedPasswordIsExplainedInTheLanguageOfThePage() {
    String link = invited("olena");
    Team.Client olena = team.nobody();
    olena.get(link);
    String english = choose(olena, link, "short").body();
    assertTrue(english.contains("A password has 12 to 128 characters. Maybe"), english);
    String french =
        olena
            .send(
                olena
                    .request(link)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept-Language", "fr")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "password=short&again=short&token=" + olena.token)))
            .body();
    assertTrue(french.contains("Un mot de passe a de 12 à 128 caractères."), french);
  }

  @Test
  void aPasswordIsResetWithoutBeingKnown() {
    team.account("ob", "observer", null);
    String secret = TestAccounts.enrol(team.people, "ob", Team.NOON);
    Team.Client before = team.inSession("ob");
    assertEquals(
        422, ann.form("/people/ob", Map.of("_do", "link", "own", "not mine")).statusCode());
    Map<String, String> make = Map.of("_do", "link", "own", Team.PASSWORD);
    String old = linkIn(ann.form("/people/ob", make));
    String link = linkIn(ann.form("/people/ob", make));
    assertEquals(404, team.nobody().get(old).statusCode(), "the newer replaces it");
    assertEquals(200, before.get("/").statusCode(), "nothing ends before it is used");
    Team.Client ob = team.nobody();
    assertEquals("/sign-in/code", to(choose(ob, link, CHOSEN)), "the second factor stays");
    assertEquals(303, ob.get("/").statusCode());
    assertEquals(303, before.get("/").statusCode(), "the other sessions have ended");
    assertEquals(
        "/account/changes",
        to(ob.form("/sign-in/code", Map.of("code", TestAccounts.code(secret, Team.NOON, 0)))));
    assertEquals(401, team.nobody().signIn("ob", Team.PASSWORD).statusCode());
  }

  @Test
  void whatElseEndsALink() {
    String link = invited("olena");
    assertTrue(
        team.people
            .links()
            .find(link.substring(10), Team.NOON.plus(PasswordLinks.GOOD).minusSeconds(1))
            .isPresent());
    assertTrue(
        team.people.links().find(link.substring(10), Team.NOON.plus(PasswordLinks.GOOD)).isEmpty());
    ann.form("/people/olena", Map.of("_do", "password", "password", CHOSEN, "own", Team.PASSWORD));
    assertEquals(404, team.nobody().get(link).statusCode(), "another password");
    String again = linkIn(ann.form("/people/olena", Map.of("_do", "link", "own", Team.PASSWORD)));
    ann.form("/people/olena", Map.of("_do", "remove"));
    assertEquals(404, team.nobody().get(again).statusCode(), "removed");
    assertEquals(404, team.nobody().get("/password/madeup").statusCode());
    assertEquals(
        422,
        ann.form(
                "/people",
                Map.of("_do", "invite", "name", "x", "role", "observer", "mail", "no address"))
            .statusCode());
    String french =
        ann.send(ann.request("/password/madeup").header("Accept-Language", "fr").GET()).body();
    assertTrue(french.contains("Choisir un mot de passe"), french);
  }

  @Test
  void programsInviteButDoNotReset() {
    String body = "{\"name\": \"bo\", \"role\": \"observer\"}";
    HttpResponse<String> made = ann.json("POST", "/api/invitations", body);
    assertEquals(201, made.statusCode(), made.body());
    assertTrue(made.body().contains("\"link\":\"/password/"), made.body());
    HttpResponse<String> reset =
        ann.json("POST", "/api/accounts/bo/link", "{\"own\": \"" + Team.PASSWORD + "\"}");
    assertEquals(200, reset.statusCode(), reset.body());
    assertEquals(
        422, ann.json("POST", "/api/accounts/bo/link", "{\"own\": \"wrong\"}").statusCode());
  }
}
