package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.passkey.RelyingParty;
import org.parley.passkey.TestAuthenticator;
import org.parley.store.people.PasskeyChallenges;
import org.parley.store.people.PasskeyChallenges.Purpose;
import org.parley.web.SmallWorld;
import org.parley.web.WebClient;

/// Answers of authenticators that nobody should be let in with: each alone is wrong, and all else
/// in it is right.
@NullMarked
class PasskeyAttackTest {

  private static final String HOST = "parley.example.org";
  private static final String OWN = "/account/passkeys";
  private static final String CHALLENGE = "/sign-in/passkey/challenge";
  private static final String PASSKEY = "/sign-in/passkey";

  @TempDir Path folder;
  private Target target;
  private TestAuthenticator of;
  private TestAuthenticator foreign;

  @BeforeEach
  void start() throws Exception {
    target = new Target(folder, SmallWorld.build());
    target.acceptPasskeys(Optional.of(new RelyingParty(HOST, origin())));
    of = device();
    foreign = device();
    assertEquals(200, add("al", of).statusCode());
    assertEquals(200, add("mo", foreign).statusCode());
  }

  @AfterEach
  void stop() {
    target.close();
  }

  private String origin() {
    return "https://127.0.0.1:" + target.team.port();
  }

  private TestAuthenticator device() {
    return new TestAuthenticator(HOST, origin());
  }

  private String asked(WebClient client, String path, Map<String, String> fields) {
    HttpResponse<String> options = client.form(path, fields);
    assertEquals(200, options.statusCode(), options.body());
    return options.body();
  }

  private String toAdd(WebClient client) {
    client.get(OWN);
    return asked(client, OWN + "/challenge", Map.of("password", Target.PASSWORD));
  }

  private HttpResponse<String> add(String name, TestAuthenticator device) {
    WebClient client = target.as(name);
    return sendNew(client, device.create(toAdd(client)));
  }

  private static HttpResponse<String> sendNew(WebClient client, String answer) {
    return client.form(OWN, Map.of("_do", "add", "name", "it", "answer", answer));
  }

  private WebClient atTheDoor() {
    WebClient client = target.nobody();
    client.get("/sign-in");
    return client;
  }

  /// Somebody with the password of al.
  private WebClient half() {
    WebClient client = target.nobody();
    client.signIn("al", Target.PASSWORD);
    client.get("/sign-in/code");
    return client;
  }

  private static HttpResponse<String> send(WebClient client, String step, String answer) {
    return client.form(PASSKEY, Map.of("step", step, "answer", answer));
  }

  private static void refused(Attacks attacks, String name, WebClient client, int status) {
    boolean isOut = client.get("/").statusCode() != 200;
    attacks.tried(name, (status == 401 || status == 429) && isOut, status + ", out: " + isOut);
  }

  /// An attack with an answer of one's own device, altered.
  private void altered(Attacks attacks, String name, Consumer<TestAuthenticator> change) {
    TestAuthenticator device = device();
    device.counter = 10;
    assertEquals(200, add("al", device).statusCode());
    change.accept(device);
    WebClient client = atTheDoor();
    String options = asked(client, CHALLENGE, Map.of("step", "first"));
    int status = send(client, "first", device.get(options)).statusCode();
    refused(attacks, name, client, status);
  }

  @Test
  void nobodyComesInWithAForgedPasskey() throws Exception {
    try (Attacks attacks = new Attacks("forged passkeys")) {
      altered(attacks, "another origin", each -> each.origin = "https://evil.example");
      altered(attacks, "another port", each -> each.origin = "https://127.0.0.1:1");
      altered(attacks, "another RP id", each -> each.server = "evil.example");
      altered(attacks, "a frame of another site", each -> each.isFramed = true);
      altered(attacks, "no user verification", each -> each.flags = TestAuthenticator.USER_PRESENT);
      altered(attacks, "no user presence", each -> each.flags = TestAuthenticator.USER_VERIFIED);
      altered(attacks, "an altered signature", each -> each.isForging = true);
      altered(attacks, "a counter that went back", each -> each.counter = 3);
      altered(attacks, "the handle of nobody", each -> each.handle = "bm9ib2R5");
      altered(attacks, "the handle of somebody else", each -> each.handle = foreign.handle);
      altered(attacks, "no handle", each -> each.handle = null);

      WebClient once = atTheDoor();
      String answer = of.get(asked(once, CHALLENGE, Map.of("step", "first")));
      String attempt = String.valueOf(once.passkey);
      assertEquals(303, send(once, "first", answer).statusCode());
      WebClient again = atTheDoor();
      again.passkey = attempt;
      refused(attacks, "replayed", again, send(again, "first", answer).statusCode());

      WebClient other = atTheDoor();
      String theirs = of.get(asked(other, CHALLENGE, Map.of("step", "first")));
      WebClient own = atTheDoor();
      asked(own, CHALLENGE, Map.of("step", "first"));
      refused(attacks, "of another attempt", own, send(own, "first", theirs).statusCode());

      WebClient late = atTheDoor();
      String secret = PasskeyChallenges.attempt();
      late.passkey = "__Host-parley-passkey=" + secret;
      String old =
          target
              .people
              .passkeys()
              .challenges()
              .make(secret, Purpose.FIRST, null, Target.NOON.minusSeconds(301));
      refused(attacks, "late", late, send(late, "first", of.answer(old)).statusCode());

      WebClient thief = half();
      String second = asked(thief, CHALLENGE, Map.of("step", "second"));
      int status = send(thief, "second", foreign.get(second)).statusCode();
      refused(attacks, "of another account, after the password", thief, status);
      WebClient mixed = half();
      asked(mixed, CHALLENGE, Map.of("step", "second"));
      String first = of.get(asked(mixed, CHALLENGE, Map.of("step", "first")));
      status = send(mixed, "second", first).statusCode();
      refused(attacks, "of the first step, as the second", mixed, status);

      enrolled(attacks);
    }
  }

  private void enrolled(Attacks attacks) {
    WebClient al = target.as("al");
    int before = target.people.passkeys().list("al").size();
    String options = toAdd(al);
    TestAuthenticator fresh = device();
    fresh.flags = TestAuthenticator.USER_PRESENT;
    added(attacks, "a new one, not verified", before, sendNew(al, fresh.create(options)));
    toAdd(al);
    fresh.flags |= TestAuthenticator.USER_VERIFIED;
    added(attacks, "a new one, for an older challenge", before, sendNew(al, fresh.create(options)));
    added(attacks, "that of somebody else", before, sendNew(al, foreign.create(toAdd(al))));
  }

  private void added(Attacks attacks, String name, int before, HttpResponse<String> answer) {
    int now = target.people.passkeys().list("al").size();
    attacks.tried(name, answer.statusCode() == 422 && now == before, answer.statusCode() + "");
  }
}
