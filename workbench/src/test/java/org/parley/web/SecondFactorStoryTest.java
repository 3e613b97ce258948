package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.TestAccounts;

/// A code of an app is asked for after the password: of those who set it up, and of every mediator
/// where the server says so.
@NullMarked
class SecondFactorStoryTest {

  private static final String OWN = "/account/factor";
  private static final String CODE = "/sign-in/code";
  private static final String CHANGES = "/account/changes";
  private static final String ENROL = "/sign-in/enrol";

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

  private static HttpResponse<String> did(
      Team.Client client, String action, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("_do", action);
    return client.form(OWN, all);
  }

  private static Map<String, String> password() {
    return Map.of("password", Team.PASSWORD);
  }

  private static String code(String secret, int steps) {
    return TestAccounts.code(secret, Team.NOON, steps);
  }

  private static String secret(Document page) {
    return page.select("section[aria-labelledby=offer-h] code.secret").text();
  }

  private static List<String> recoveryCodes(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select("section[aria-labelledby=codes-h] code").eachText();
  }

  private static String to(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void somebodySetsOneUpAndSignsInWithIt() {
    Team.Client ob = team.signedIn("ob");
    Team.Client elsewhere = team.signedIn("ob");
    assertTrue(ob.get("/account").body().contains(OWN));
    assertTrue(ob.get(OWN).body().contains("You have none."));
    HttpResponse<String> wrong = did(ob, "begin", Map.of("password", "not the password"));
    assertEquals(422, wrong.statusCode());
    assertTrue(wrong.body().contains("Maybe check it"), wrong.body());

    Document offered = Jsoup.parse(did(ob, "begin", password()).body());
    String secret = secret(offered);
    assertEquals(39, secret.length(), "32 characters in groups of four");
    assertEquals(1, offered.select("svg.qr[role=img][aria-label]").size());
    String offer = offered.select("input[name=offer]").val();
    HttpResponse<String> mistyped = did(ob, "confirm", Map.of("offer", offer, "code", "000"));
    assertEquals(422, mistyped.statusCode());
    assertEquals(secret, secret(Jsoup.parse(mistyped.body())), "the same secret is shown again");
    HttpResponse<String> confirmed =
        did(ob, "confirm", Map.of("offer", offer, "code", code(secret, -1)));
    List<String> codes = recoveryCodes(confirmed);
    assertEquals(10, codes.size(), confirmed.body());
    assertEquals(200, ob.get("/").statusCode(), "this session stays");
    assertEquals(303, elsewhere.get("/").statusCode(), "the others end");
    String later = ob.get(OWN).body();
    assertTrue(later.contains("10 recovery codes are left"), later);
    assertFalse(later.contains(secret) || later.contains(codes.getFirst()), "shown once");

    Team.Client again = team.nobody();
    assertEquals(CODE, to(again.signIn("ob", Team.PASSWORD)));
    assertEquals(303, again.get("/").statusCode(), "the password alone opens nothing");
    assertEquals(200, again.get(CODE).statusCode());
    assertEquals(401, again.form(CODE, Map.of("code", "123")).statusCode());
    HttpResponse<String> replayed = again.form(CODE, Map.of("code", code(secret, -1)));
    assertEquals(401, replayed.statusCode());
    assertTrue(replayed.body().contains("was used already"), replayed.body());
    assertEquals(CHANGES, to(again.form(CODE, Map.of("code", " " + code(secret, 0)))));
    Document told = Jsoup.parse(again.get(CHANGES).body());
    assertTrue(told.text().contains("you set up a second factor"), told.text());
    assertTrue(told.text().contains("sent a second time, and refused"), told.text());
    String last = told.select("input[name=last]").val();
    assertEquals("/", to(again.form(CHANGES, Map.of("last", last))));
    assertTrue(again.get(CHANGES).body().contains("Nothing you were not told of"));
    assertEquals(200, again.get("/").statusCode());
    assertEquals("/sign-in", to(again.get(CODE)), "nobody waits for a code any more");

    Team.Client lost = team.nobody();
    lost.signIn("ob", Team.PASSWORD);
    assertEquals(CHANGES, to(lost.form(CODE, Map.of("code", codes.get(3)))));
    assertTrue(lost.get(CHANGES).body().contains("a recovery code was used"));
    assertTrue(lost.get(OWN).body().contains("9 recovery codes are left"));
    Team.Client thief = team.nobody();
    thief.signIn("ob", Team.PASSWORD);
    assertEquals(401, thief.form(CODE, Map.of("code", codes.get(3))).statusCode(), "once");

    assertEquals(200, did(lost, "remove", password()).statusCode());
    assertTrue(lost.get(OWN).body().contains("You have none."));
    assertEquals(CHANGES, to(team.nobody().signIn("ob", Team.PASSWORD)));

    String audit = team.signedIn("ann").get("/audit").body();
    for (String words :
        List.of(
            "set up a second factor",
            "used a recovery code in place of the second factor",
            "sent a code of the second factor a second time",
            "removed their second factor",
            CODE)) {
      assertTrue(audit.contains(words), words + "\n" + audit);
    }
    assertFalse(audit.contains(secret) || audit.contains(codes.get(3)));
  }

  @Test
  void codesAreNotGuessed() {
    TestAccounts.enrol(team.people, "ob", Team.NOON);
    Team.Client guesser = team.nobody();
    guesser.signIn("ob", Team.PASSWORD);
    int answered = 0;
    for (int i = 0; i < 10; i++) {
      int status = guesser.form(CODE, Map.of("code", "00000" + i)).statusCode();
      answered += status == 401 ? 1 : 0;
    }
    assertEquals(3, answered, "then it waits, also in another browser");
    Team.Client other = team.nobody();
    other.signIn("ob", Team.PASSWORD);
    HttpResponse<String> told = other.form(CODE, Map.of("code", "999999"));
    assertEquals(429, told.statusCode());
    assertTrue(told.headers().firstValue("Retry-After").isPresent());
    // a step that was made up opens nothing
    Team.Client forged = team.nobody();
    forged.step = "parley-step=madeup";
    forged.get("/sign-in");
    assertEquals("/sign-in", to(forged.form(CODE, Map.of("code", "123456"))));
    assertEquals("/sign-in", to(forged.form(ENROL, Map.of("code", "123456", "offer", "x"))));
  }

  @Test
  void aMediatorMustHaveOneWhereTheServerSaysSo() {
    Team.Client before = team.signedIn("ann");
    assertEquals(200, before.get("/").statusCode());
    team.people.requireFactor(account -> account.role().equals("mediator"));
    assertEquals(303, before.get("/").statusCode(), "a session without a factor counts no more");
    String token =
        team.people.makeToken(
            AccountEditor.OPERATOR,
            "program",
            "mediator",
            null,
            Team.NOON,
            Team.NOON.plusSeconds(86_400));
    assertEquals(200, team.withToken(token).get("/api/accounts").statusCode(), "no code asked");

    Team.Client ann = team.nobody();
    assertEquals(ENROL, to(ann.signIn("ann", Team.PASSWORD)));
    for (String page : List.of("/", "/people", OWN, "/account")) {
      assertEquals(303, ann.get(page).statusCode(), page);
    }
    assertEquals("/sign-in", to(ann.get(CODE)));
    Document offered = Jsoup.parse(ann.get(ENROL).body());
    String offer = offered.select("input[name=offer]").val();
    assertEquals(422, ann.form(ENROL, Map.of("offer", offer, "code", "000000")).statusCode());
    HttpResponse<String> done =
        ann.form(ENROL, Map.of("offer", offer, "code", code(secret(offered), -1)));
    assertEquals(10, recoveryCodes(done).size(), done.body());
    assertEquals(200, ann.get("/people").statusCode());
    HttpResponse<String> kept = did(ann, "remove", password());
    assertEquals(422, kept.statusCode());
    assertTrue(kept.body().contains("Maybe replace it instead"), kept.body());
    // the offer of one account is none of another
    Team.Client ob = team.signedIn("ob");
    HttpResponse<String> foreign =
        did(ob, "confirm", Map.of("offer", offer, "code", code(secret(offered), 0)));
    assertTrue(foreign.body().contains("Maybe begin again"), foreign.body());
  }

  @Test
  void aMediatorRemovesThatOfSomebodyElse() {
    TestAccounts.enrol(team.people, "ob", Team.NOON);
    Team.Client ann = team.signedIn("ann");
    assertTrue(ann.get("/people").body().contains("second factor"));
    assertTrue(ann.get("/api/accounts/ob").body().contains("\"secondFactor\":true"));
    assertEquals(
        422,
        ann.form("/people/ob", Map.of("_do", "factor", "own", "not the password")).statusCode());
    assertEquals(
        422,
        ann.json("POST", "/api/accounts/ob/remove-factor", "{\"own\": \"wrong\"}").statusCode());
    HttpResponse<String> removed =
        ann.form("/people/ob", Map.of("_do", "factor", "own", Team.PASSWORD));
    assertTrue(removed.body().contains("ob has no second factor any more"), removed.body());
    assertTrue(ann.get("/audit").body().contains("removed the second factor of ob"));
    Team.Client ob = team.nobody();
    assertEquals(CHANGES, to(ob.signIn("ob", Team.PASSWORD)));
    assertTrue(ob.get(CHANGES).body().contains("ann removed your second factor"));
  }

  @Test
  void itSpeaksFrench() {
    Team.Client ob = team.signedIn("ob");
    String page = ob.send(ob.request(OWN).header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("Second facteur") && page.contains("Vous n’en avez pas."), page);
  }
}
