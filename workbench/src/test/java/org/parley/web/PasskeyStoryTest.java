package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.passkey.RelyingParty;
import org.parley.passkey.TestAuthenticator;
import org.parley.store.Verification;
import org.parley.store.people.TestAccounts;

/// A passkey signs somebody in: alone, or after the password, where the server says that one must
/// have a second factor.
@NullMarked
class PasskeyStoryTest {

  private static final String OWN = "/account/passkeys";
  private static final String OWN_CHALLENGE = "/account/passkeys/challenge";
  private static final String CHALLENGE = "/sign-in/passkey/challenge";
  private static final String PASSKEY = "/sign-in/passkey";
  private static final String CODE = "/sign-in/code";
  private static final String ENROL = "/sign-in/enrol";
  private static final String CHANGES = "/account/changes";
  private static final String HOST = "parley.example.org";

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
    team.door.acceptPasskeys(Optional.of(new RelyingParty(HOST, origin())));
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private String origin() {
    return "http://127.0.0.1:" + team.server.port();
  }

  private TestAuthenticator device() {
    return new TestAuthenticator(HOST, origin());
  }

  private static String to(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String asked(HttpResponse<String> options) {
    assertEquals(200, options.statusCode(), options.body());
    return options.body();
  }

  private static HttpResponse<String> add(
      Team.Client client, TestAuthenticator device, String name) {
    client.get(OWN);
    String options = asked(client.form(OWN_CHALLENGE, Map.of("password", Team.PASSWORD)));
    return client.form(OWN, Map.of("_do", "add", "name", name, "answer", device.create(options)));
  }

  private static HttpResponse<String> signIn(
      Team.Client client, TestAuthenticator device, String step) {
    String options = asked(client.form(CHALLENGE, Map.of("step", step)));
    return client.form(PASSKEY, Map.of("step", step, "answer", device.get(options)));
  }

  private Team.Client atTheDoor() {
    Team.Client client = team.nobody();
    client.get("/sign-in");
    return client;
  }

  private static List<String> recoveryCodes(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select("section[aria-labelledby=codes-h] code").eachText();
  }

  @Test
  void somebodyAddsOneAndSignsInWithIt() {
    Team.Client ob = team.signedIn("ob");
    Team.Client elsewhere = team.signedIn("ob");
    assertTrue(ob.get("/account").body().contains(OWN));
    assertTrue(ob.get(OWN).body().contains("You have none."));
    HttpResponse<String> wrong = ob.form(OWN_CHALLENGE, Map.of("password", "not the password"));
    assertEquals(422, wrong.statusCode());
    assertTrue(wrong.body().contains("Maybe check it"), wrong.body());

    TestAuthenticator phone = device();
    String options = asked(ob.form(OWN_CHALLENGE, Map.of("password", Team.PASSWORD)));
    for (String part :
        List.of(
            "\"rp\":{\"id\":\"" + HOST + "\"",
            "\"residentKey\":\"required\"",
            "\"userVerification\":\"required\"",
            "\"alg\":-7",
            "\"attestation\":\"none\"",
            "\"excludeCredentials\":[]")) {
      assertTrue(options.contains(part), part + "\n" + options);
    }
    HttpResponse<String> added =
        ob.form(OWN, Map.of("_do", "add", "name", "phone", "answer", phone.create(options)));
    List<String> codes = recoveryCodes(added);
    assertEquals(10, codes.size(), added.body());
    assertEquals(200, ob.get("/").statusCode(), "this session stays");
    assertEquals(303, elsewhere.get("/").statusCode(), "the others end");
    assertFalse(
        new String(
                java.util.Base64.getUrlDecoder().decode(String.valueOf(phone.handle)),
                java.nio.charset.StandardCharsets.ISO_8859_1)
            .contains("ob"),
        "the handle does not tell the name");

    String factors = ob.get("/account/factor").body();
    assertTrue(factors.contains("1 passkey, which is a second factor too"), factors);
    assertTrue(factors.contains("10 recovery codes are left"), factors);

    Team.Client first = atTheDoor();
    assertEquals(CHANGES, to(signIn(first, phone, "first")));
    assertTrue(first.get(CHANGES).body().contains("you added a passkey"));
    assertEquals(200, first.get("/").statusCode());

    Team.Client second = team.nobody();
    assertEquals(CODE, to(second.signIn("ob", Team.PASSWORD)));
    assertEquals(303, second.get("/").statusCode(), "the password alone opens nothing");
    String page = second.get(CODE).body();
    assertTrue(page.contains("data-passkey=\"use\"") && page.contains("recovery codes"), page);
    assertEquals(CHANGES, to(signIn(second, phone, "second")));
    assertEquals(200, second.get("/").statusCode());
    assertEquals("/sign-in", to(second.get(CODE)));

    Team.Client lost = team.nobody();
    lost.signIn("ob", Team.PASSWORD);
    assertEquals(CHANGES, to(lost.form(CODE, Map.of("code", codes.get(3)))), "without the phone");

    HttpResponse<String> more = add(lost, device(), "");
    assertEquals(List.of(), recoveryCodes(more), "the codes stay");
    Document list = Jsoup.parse(lost.get(OWN).body());
    assertEquals(
        Set.of("phone", "1"),
        Set.copyOf(list.select("table th[scope=row]").eachText()),
        "of no device, and made in the same moment");
    String id = list.select("tr:has(th:contains(phone)) button[name=passkey]").val();
    Map<String, String> removal = Map.of("passkey", id, "password", "not the password");
    assertEquals(422, lost.form(OWN, removal).statusCode());
    HttpResponse<String> removed = lost.form(OWN, Map.of("passkey", id, "password", Team.PASSWORD));
    assertTrue(removed.body().contains("“phone” is removed"), removed.body());
    assertEquals(303, second.get("/").statusCode());
    HttpResponse<String> refused = signIn(atTheDoor(), phone, "first");
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("does not know that passkey"), refused.body());

    String audit = team.signedIn("ann").get("/audit").body();
    for (String words :
        List.of(
            "added the passkey “phone”",
            "signed in with the passkey “phone”",
            "used a recovery code in place of the second factor",
            "removed the passkey “phone”",
            PASSKEY)) {
      assertTrue(audit.contains(words), words + "\n" + audit);
    }
    assertInstanceOf(Verification.Intact.class, team.people.verify());
  }

  @Test
  void aMediatorMustHaveOneWhereTheServerSaysSo() {
    team.people.requireFactor(account -> account.role().equals("mediator"));
    Team.Client ann = team.nobody();
    assertEquals(ENROL, to(ann.signIn("ann", Team.PASSWORD)));
    assertTrue(ann.get(ENROL).body().contains("data-passkey=\"add\""));
    TestAuthenticator phone = device();
    String options = asked(ann.form(CHALLENGE, Map.of("step", "enrol")));
    HttpResponse<String> done =
        ann.form(ENROL, Map.of("_do", "passkey", "name", "phone", "answer", phone.create(options)));
    assertEquals(10, recoveryCodes(done).size(), done.body());
    assertEquals(200, ann.get("/people").statusCode());
    Team.Client again = atTheDoor();
    assertEquals(CHANGES, to(signIn(again, phone, "first")), "it counts as both factors");
    assertEquals(200, again.get("/people").statusCode());

    String id = Jsoup.parse(again.get(OWN).body()).select("button[name=passkey]").val();
    Map<String, String> removal = Map.of("passkey", id, "password", Team.PASSWORD);
    HttpResponse<String> last = again.form(OWN, removal);
    assertEquals(422, last.statusCode());
    assertTrue(last.body().contains("Maybe add another first"), last.body());
    TestAccounts.enrol(team.people, "ann", Team.NOON);
    Team.Client coded = atTheDoor();
    signIn(coded, phone, "first");
    coded.get(OWN);
    assertEquals(200, coded.form(OWN, removal).statusCode(), "an app is left");
  }

  @Test
  void aMediatorRemovesThoseOfSomebodyElse() {
    TestAuthenticator phone = device();
    TestAuthenticator key = device();
    Team.Client ob = team.signedIn("ob");
    add(ob, phone, "phone");
    add(ob, key, "key");
    Team.Client ann = team.signedIn("ann");
    String people = ann.get("/people").body();
    assertTrue(people.contains("second factor, 2 passkeys"), people);
    String account = ann.get("/api/accounts/ob").body();
    assertTrue(account.contains("\"name\":\"phone\""), account);
    String id = Jsoup.parse(people).select("button[name=passkey]:contains(phone)").val();
    assertTrue(account.contains("\"id\":\"" + id + "\""), account);
    assertEquals(
        422, ann.form("/people/ob", Map.of("passkey", id, "own", "wrong password")).statusCode());
    HttpResponse<String> one = ann.form("/people/ob", Map.of("passkey", id, "own", Team.PASSWORD));
    assertTrue(one.body().contains("The passkey “phone” of ob is removed"), one.body());
    assertEquals(303, ob.get("/").statusCode(), "their sessions have ended");
    assertEquals(401, signIn(atTheDoor(), phone, "first").statusCode());
    Team.Client keyed = atTheDoor();
    assertEquals(CHANGES, to(signIn(keyed, key, "first")));
    assertTrue(keyed.get(CHANGES).body().contains("ann removed a passkey of yours"));
    String body = "{\"own\": \"" + Team.PASSWORD + "\"}";
    assertEquals(200, ann.json("POST", "/api/accounts/ob/remove-factor", body).statusCode());
    assertEquals(401, signIn(atTheDoor(), key, "first").statusCode());
    assertTrue(team.people.factors().holders().isEmpty());
    assertEquals(0, team.people.factors().countCodes("ob"));
    assertInstanceOf(Verification.Intact.class, team.people.verify());
  }

  @Test
  void aCopyIsNoticed() {
    TestAuthenticator phone = device();
    phone.counter = 7;
    add(team.signedIn("ob"), phone, "phone");
    assertEquals(CHANGES, to(signIn(atTheDoor(), phone, "first")));
    phone.counter = 3;
    HttpResponse<String> refused = signIn(atTheDoor(), phone, "first");
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("there may be a copy of it"), refused.body());
    phone.counter = 8;
    Team.Client owner = atTheDoor();
    assertEquals(CHANGES, to(signIn(owner, phone, "first")));
    assertTrue(owner.get(CHANGES).body().contains("a passkey of yours was refused"));
    assertTrue(
        team.signedIn("ann")
            .get("/audit")
            .body()
            .contains("was refused with the passkey “phone”: counter"));
  }

  @Test
  void atAnotherAddressThereAreNone() {
    Team.Client ob = team.signedIn("ob");
    team.door.acceptPasskeys(RelyingParty.of(java.net.URI.create("https://" + HOST)));
    assertFalse(team.nobody().get("/sign-in").body().contains("data-passkey"));
    assertTrue(ob.get(OWN).body().contains("no passkeys at this address"));
    HttpResponse<String> refused = ob.form(OWN_CHALLENGE, Map.of("password", Team.PASSWORD));
    assertEquals(404, refused.statusCode());
    assertEquals(404, atTheDoor().form(CHALLENGE, Map.of("step", "first")).statusCode());
    assertEquals(404, atTheDoor().form(PASSKEY, Map.of("step", "first")).statusCode());
  }

  @Test
  void itSpeaksFrench() {
    Team.Client ob = team.signedIn("ob");
    String page = ob.send(ob.request(OWN).header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("Clés d’accès") && page.contains("Vous n’en avez pas."), page);
  }
}
