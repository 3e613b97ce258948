package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.people.AccountEditor;
import org.parley.web.SmallWorld;
import org.parley.web.WebClient;

/// What is tried at the door: guessing, sessions that somebody else chose or that have ended.
class SignInAttackTest {

  @TempDir Path folder;
  private Target target;

  @BeforeEach
  void start() throws Exception {
    target = new Target(folder, SmallWorld.build());
  }

  @AfterEach
  void stop() {
    target.close();
  }

  private static HttpResponse<String> signIn(
      Target.Client client, String name, String password, String from) {
    HttpRequest.Builder request =
        client
            .request("/sign-in")
            .setHeader("X-Forwarded-For", from)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    WebClient.encoded(
                        Map.of("name", name, "password", password, "token", client.token()))));
    return client.send(request);
  }

  @Test
  void guessingIsSlow() throws Exception {
    try (Attacks attacks = new Attacks("password guessing")) {
      Target.Client guesser = target.nobody();
      // one name from everywhere
      int answered = 0;
      for (int i = 0; i < 20; i++) {
        HttpResponse<String> answer = signIn(guesser, "al", "guess number " + i, "198.51.100." + i);
        answered += answer.statusCode() == 401 ? 1 : 0;
        attacks.tried("al from elsewhere, guess " + i, answered <= 3, answer.statusCode() + "");
      }
      // every name from one place, with an address it says itself in front
      answered = 0;
      for (int i = 0; i < 20; i++) {
        HttpResponse<String> answer =
            signIn(guesser, "name" + i, "correct horse battery", "10.0.0." + i + ", 203.0.113.9");
        answered += answer.statusCode() == 401 ? 1 : 0;
        attacks.tried("name " + i + " from one place", answered <= 3, answer.statusCode() + "");
      }
      // the same in a line of the header of its own, before that of the proxy
      answered = 0;
      for (int i = 0; i < 20; i++) {
        HttpRequest.Builder two =
            guesser
                .request("/sign-in")
                .setHeader("X-Forwarded-For", "10.1.0." + i)
                .header("X-Forwarded-For", "203.0.113.10")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        WebClient.encoded(
                            Map.of(
                                "name",
                                "other" + i,
                                "password",
                                "correct horse battery",
                                "token",
                                guesser.token()))));
        HttpResponse<String> answer = guesser.send(two);
        answered += answer.statusCode() == 401 ? 1 : 0;
        attacks.tried("two lines, name " + i, answered <= 3, answer.statusCode() + "");
      }
      // all at once: none may slip in before the first is found wrong
      List<Future<Integer>> all = new ArrayList<>();
      try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
        String token = guesser.token();
        for (int i = 0; i < 60; i++) {
          String guess = "at once " + i;
          String from = "198.18.0." + i;
          all.add(
              many.submit(
                  () -> {
                    Target.Client each = target.nobody();
                    each.token = token;
                    return signIn(each, "mo", guess, from).statusCode();
                  }));
        }
      }
      int wrong = 0;
      for (Future<Integer> each : all) {
        wrong += each.get() == 401 ? 1 : 0;
        attacks.tried("mo, all at once", wrong <= 3, wrong + " guesses were answered");
      }
    }
  }

  /// Whoever guesses at a name does not keep its owner out.
  @Test
  void guessesDoNotLockTheOwnerOut() {
    try (Attacks attacks = new Attacks("account lockout")) {
      Target.Client owner = target.nobody();
      owner.signIn("al", Target.PASSWORD);
      String device = String.valueOf(owner.device);
      Target.Client guesser = target.nobody();
      for (int i = 0; i < 20; i++) {
        signIn(guesser, "al", "guess number " + i, "198.51.100." + i);
        attacks.tried(
            "a page of the owner after guess " + i, owner.get("/").statusCode() == 200, "out");
        Target.Client again = target.nobody();
        again.device = device;
        HttpResponse<String> in = again.signIn("al", Target.PASSWORD);
        attacks.tried(
            "signing in on a known device after guess " + i,
            in.statusCode() == 303,
            in.statusCode() + "");
      }
      HttpResponse<String> own =
          owner.form(
              "/account",
              Map.of("_do", "password", "old", Target.PASSWORD, "password", "x", "again", "x"));
      attacks.tried(
          "the owner's own password in a session",
          own.body().contains("12 to 128"),
          own.statusCode() + "");
      // the device of one account is no device of another
      Target.Client other = target.nobody();
      other.device = device;
      int answered = 0;
      for (int i = 0; i < 8; i++) {
        other.get("/sign-in");
        HttpResponse<String> answer = signIn(other, "mo", "guess number " + i, "203.0.113.7");
        answered += answer.statusCode() == 401 ? 1 : 0;
        attacks.tried("mo from the device of al " + i, answered <= 3, answer.statusCode() + "");
      }
      // made up ones are no devices, and many in one cookie are not more
      for (String made :
          List.of("x", "a.b.c.d.e.f", "'; drop table device; --", ".".repeat(900), device + "x")) {
        Target.Client forged = target.nobody();
        forged.device = "__Host-parley-device=" + made.replaceAll("[;, ]", "");
        forged.token();
        HttpResponse<String> answer = signIn(forged, "al", "guess", "198.51.100.77");
        attacks.tried("a device made up: " + made, answer.statusCode() == 429, answer.body());
      }
      // a known device may not guess for ever either
      Target.Client stolen = target.nobody();
      stolen.device = device;
      answered = 0;
      for (int i = 0; i < 12; i++) {
        stolen.token();
        HttpResponse<String> answer = signIn(stolen, "al", "stolen guess " + i, "203.0.113.8");
        answered += answer.statusCode() == 401 ? 1 : 0;
        attacks.tried("a stolen device, guess " + i, answered <= 3, answer.statusCode() + "");
      }
    }
  }

  @Test
  void aSessionIsOnlyWhatTheServerMade() {
    try (Attacks attacks = new Attacks("session hijacking")) {
      Target.Client victim = target.nobody();
      victim.cookie = "__Host-parley=chosenbytheattacker";
      victim.signIn("al", Target.PASSWORD);
      attacks.tried(
          "a session chosen before signing in",
          !String.valueOf(victim.cookie).contains("chosen") && victim.get("/").statusCode() == 200,
          String.valueOf(victim.cookie));
      Target.Client fixed = target.nobody();
      fixed.cookie = "__Host-parley=chosenbytheattacker";
      attacks.tried("the chosen session", fixed.get("/").statusCode() == 303, "in");

      Target.Client first = target.nobody();
      first.signIn("al", Target.PASSWORD);
      String old = String.valueOf(first.cookie);
      first.signIn("al", Target.PASSWORD);
      Target.Client thief = target.nobody();
      thief.cookie = old;
      attacks.tried(
          "the session before signing in again", thief.get("/").statusCode() == 303, "in");

      String held = String.valueOf(first.cookie);
      first.form("/sign-out", Map.of("token", first.token()));
      thief.cookie = held;
      attacks.tried("a session that was signed out", thief.get("/").statusCode() == 303, "in");

      Target.Client removed = target.nobody();
      removed.signIn("mo", Target.PASSWORD);
      target.people.put(
          AccountEditor.OPERATOR,
          "mo",
          "observer",
          null,
          "another password".toCharArray(),
          Target.NOON);
      attacks.tried(
          "a session from before another password", removed.get("/").statusCode() == 303, "in");
      Target.Client gone = target.nobody();
      gone.signIn("ob", Target.PASSWORD);
      target.people.remove(AccountEditor.OPERATOR, "ob", Target.NOON);
      attacks.tried("a session of somebody removed", gone.get("/").statusCode() == 303, "in");

      Target.Client in = target.nobody();
      in.get("/sign-in");
      HttpResponse<String> answer =
          in.form(
              "/sign-in", Map.of("name", "ann", "password", Target.PASSWORD, "token", in.token()));
      String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
      for (String part :
          List.of(
              "__Host-parley=", "HttpOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age=")) {
        attacks.tried("the cookie without " + part, cookie.contains(part), cookie);
      }
      String secret = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
      attacks.tried("a short secret", secret.length() >= 43, secret.length() + "");
      attacks.tried(
          "a domain in the cookie",
          !cookie.toLowerCase(java.util.Locale.ROOT).contains("domain"),
          cookie);
      for (String page : List.of("/", "/history", "/audit", "/sign-in", "/nowhere")) {
        HttpResponse<String> shown = in.get(page);
        attacks.tried(
            "the secret on " + page,
            !shown.body().contains(secret)
                && shown.headers().firstValue("Cache-Control").orElse("").equals("no-store"),
            shown.headers().toString());
      }
      String token = in.token();
      in.form("/sign-out", Map.of("token", token));
      in.signIn("ann", Target.PASSWORD);
      HttpResponse<String> reused =
          in.form(
              "/edit/parties",
              Map.of("id", "X", "name", "X", "kind", "state", "_do", "save", "token", token));
      attacks.tried("the token of the last session", reused.statusCode() == 403, reused.body());
    }
    assertEquals(1, target.journal.contents().find("parties", "X") == null ? 1 : 0);
  }

  /// Somebody who is not there is looked for as long as somebody who is.
  @Test
  @Tag("long")
  void howLongItTakesDoesNotTellWhoIsThere() {
    target.people.put(
        AccountEditor.OPERATOR,
        "ann",
        "mediator",
        null,
        Target.PASSWORD.toCharArray(),
        Target.NOON);
    long known = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    for (int i = 0; i < 12; i++) {
      long begun = System.nanoTime();
      target.people.check("ann", "a wrong password".toCharArray());
      long between = System.nanoTime();
      target.people.check("nobody" + i, "a wrong password".toCharArray());
      unknown = Math.min(unknown, System.nanoTime() - between);
      known = Math.min(known, between - begun);
    }
    try (Attacks attacks = new Attacks("account enumeration by timing")) {
      attacks.tried(
          "names by time",
          unknown > known / 2 && known > unknown / 2,
          known + " ns for one who is there, " + unknown + " ns for one who is not");
    }
  }
}
