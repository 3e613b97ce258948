package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.team.SignInPlan;
import org.parley.passkey.RelyingParty;
import org.parley.passkey.TestAuthenticator;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;
import org.parley.web.WebClient;

/// On a server of many cases, whoever mediates one of them must have a second factor. Accounts,
/// factors and links are those of the server.
@NullMarked
class ManyCasesFactorStoryTest {

  @TempDir Path folder;

  private static String to(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> signIn(WebClient ann) {
    return CasesWorld.submit(
        ann, "/sign-in", "/sign-in", Map.of("name", "ann", "password", CasesWorld.PASSWORD));
  }

  @Test
  void whoMediatesACaseMustHaveOne() throws Exception {
    try (CasesWorld world =
        new CasesWorld.Plan()
            .person("ann")
            .person("bo")
            .hosts("river", CasesWorld.river("The river", "upper"))
            .role("river", "ann", "mediator", "")
            .role("river", "bo", "observer", "")
            .asks(new SignInPlan(Set.of("mediator"), null, Accounts.IDLE, null, null))
            .serve(folder)) {
      assertEquals(200, world.as("bo").get("/cases/river/").statusCode());
      assertEquals("/sign-in", to(world.as("ann").get("/")));
      assertEquals(303, world.as("ann").get("/cases/river/").statusCode());

      WebClient ann = world.nobody();
      assertEquals("/sign-in/enrol", to(signIn(ann)));
      Document offered = Jsoup.parse(ann.get("/sign-in/enrol").body());
      String code = TestAccounts.code(offered.select("li code.secret").text(), CasesWorld.NOON, 0);
      HttpResponse<String> done =
          CasesWorld.submit(
              ann,
              "/sign-in/enrol",
              "/sign-in/enrol",
              Map.of("offer", offered.select("input[name=offer]").val(), "code", code));
      assertTrue(done.body().contains("Recovery codes"), done.body());
      assertEquals(200, ann.get("/cases/river/people").statusCode());
      assertFalse(
          ann.get("/cases/river/people").body().contains("second factor"),
          "a case does not tell of the server");
      assertEquals(200, ann.get("/account/factor").statusCode());
      assertEquals(200, ann.get("/account/sessions").statusCode());

      WebClient root = world.as("root");
      assertTrue(root.get("/server/people").body().contains("second factor"));
      HttpResponse<String> removed =
          CasesWorld.submit(
              root,
              "/server/people",
              "/server/people/ann",
              Map.of("_do", "factor", "own", CasesWorld.PASSWORD));
      assertEquals(303, removed.statusCode(), removed.body());
      assertEquals(303, ann.get("/cases/river/").statusCode(), "the sessions have ended");

      invite(world, root);
    }
  }

  /// A passkey of the server opens every case in which its owner has a role.
  @Test
  void aPasskeyIsOneForAllCases() throws Exception {
    try (CasesWorld world =
        new CasesWorld.Plan()
            .person("ann")
            .hosts("river", CasesWorld.river("The river", "upper"))
            .role("river", "ann", "mediator", "")
            .asks(new SignInPlan(Set.of("mediator"), null, Accounts.IDLE, null, null))
            .serve(folder)) {
      String origin = "http://127.0.0.1:" + world.running.server().port();
      world
          .running
          .authenticator()
          .acceptPasskeys(Optional.of(new RelyingParty("parley.example.org", origin)));
      TestAuthenticator phone = new TestAuthenticator("parley.example.org", origin);
      WebClient ann = world.nobody();
      assertEquals("/sign-in/enrol", to(signIn(ann)));
      HttpResponse<String> asked =
          CasesWorld.submit(
              ann, "/sign-in/enrol", "/sign-in/passkey/challenge", Map.of("step", "enrol"));
      HttpResponse<String> done =
          CasesWorld.submit(
              ann,
              "/sign-in/enrol",
              "/sign-in/enrol",
              Map.of("_do", "passkey", "name", "phone", "answer", phone.create(asked.body())));
      assertTrue(done.body().contains("Recovery codes"), done.body());
      assertTrue(ann.get("/account/passkeys").body().contains("phone"));

      WebClient again = world.nobody();
      String options =
          CasesWorld.submit(
                  again, "/sign-in", "/sign-in/passkey/challenge", Map.of("step", "first"))
              .body();
      assertEquals(
          "/account/changes",
          to(
              CasesWorld.submit(
                  again,
                  "/sign-in",
                  "/sign-in/passkey",
                  Map.of("step", "first", "answer", phone.get(options)))));
      assertEquals(200, again.get("/cases/river/people").statusCode());
      assertFalse(again.get("/api/accounts").body().contains("phone"));

      WebClient root = world.as("root");
      Document people = Jsoup.parse(root.get("/server/people").body());
      assertTrue(people.text().contains("second factor, 1 passkey"), people.text());
      HttpResponse<String> removed =
          CasesWorld.submit(
              root,
              "/server/people",
              "/server/people/ann",
              Map.of(
                  "passkey",
                  people.select("button[name=passkey]").val(),
                  "own",
                  CasesWorld.PASSWORD));
      assertEquals(303, removed.statusCode(), removed.body());
      assertEquals(303, again.get("/cases/river/").statusCode(), "the sessions have ended");
    }
  }

  private static void invite(CasesWorld world, WebClient root) {
    HttpResponse<String> made =
        CasesWorld.submit(
            root, "/server/people", "/server/people", Map.of("_do", "invite", "name", "dee"));
    String link =
        URI.create(Jsoup.parse(made.body()).select(".notice code.secret").text()).getPath();
    WebClient dee = world.nobody();
    String chosen = "a password of my own";
    HttpResponse<String> done =
        CasesWorld.submit(dee, link, link, Map.of("password", chosen, "again", chosen));
    assertEquals("/", to(done));
    assertEquals(200, dee.get("/").statusCode());
    HttpResponse<String> refused =
        CasesWorld.submit(
            root, "/server/people", "/server/people/dee", Map.of("_do", "link", "own", "wrong"));
    assertEquals(422, refused.statusCode());
    HttpResponse<String> again =
        CasesWorld.submit(
            root,
            "/server/people",
            "/server/people/dee",
            Map.of("_do", "link", "own", CasesWorld.PASSWORD));
    assertTrue(again.body().contains("/password/"), again.body());
  }
}
