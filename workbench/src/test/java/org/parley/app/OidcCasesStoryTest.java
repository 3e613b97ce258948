package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.oidc.TestProvider;
import org.parley.store.DatabaseAddress;
import org.parley.store.PostgresServer;
import org.parley.store.Verification;
import org.parley.store.people.Account;
import org.parley.web.WebClient;
import org.parley.web.cases.CaseAsker;

/// A ministry keeps its cases on one server, and its accounts elsewhere. Its groups give roles in
/// the river and the coast; in the third case the mediator gives them, as ever.
class OidcCasesStoryTest {

  @TempDir private Path folder;
  private final TestProvider provider = TestProvider.start();
  private @Nullable CasesWorld world;

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
    provider.close();
  }

  private CasesWorld world() {
    return Objects.requireNonNull(world);
  }

  private void serve() throws Exception {
    serve(DatabaseAddress.ofFile(folder.resolve("srv")));
  }

  private void serve(DatabaseAddress place) throws Exception {
    world =
        new CasesWorld.Plan()
            .person("bo")
            .hosts("river", CasesWorld.river("The river", "upper"))
            .hosts("coast", CasesWorld.river("The coast", "sandy"))
            .hosts("hidden", CasesWorld.river("The hidden talks", "secret"))
            .role("river", "bo", "mediator", "")
            .role("hidden", "bo", "mediator", "")
            .role("hidden", "olena", "delegation", "A")
            .servedWith(
                provider.plan(
                    List.of(
                        "administrator=it",
                        "mediator@river=river-lead",
                        "delegation:A@river=river-upper",
                        "observer@coast=ministry",
                        "observer@none=ministry",
                        "member=guests"),
                    true))
            .serve(place);
  }

  private HttpResponse<String> signIn(WebClient browser) {
    URI there = OidcWorld.begin(browser);
    return OidcWorld.end(browser, provider.authorize(there));
  }

  private WebClient signedIn() {
    WebClient browser = world().nobody();
    HttpResponse<String> answer = signIn(browser);
    assertEquals(200, answer.statusCode(), answer::body);
    return browser;
  }

  private Optional<String> role(String id, String name) {
    return world()
        .running
        .hosted()
        .member(id, name)
        .map(each -> each.role() + (each.party() == null ? "" : " of " + each.party()));
  }

  @Test
  void groupsGiveRolesInEachCaseThatTheTableNames() throws Exception {
    serve();
    provider.signsIn("7d1c", "dana", "river-upper", "ministry");
    WebClient dana = signedIn();
    assertEquals(Optional.of("delegation of A"), role("river", "dana"));
    assertEquals(Optional.of("observer"), role("coast", "dana"));
    assertEquals(200, dana.get("/cases/river/").statusCode());
    assertEquals(200, dana.get("/cases/coast/").statusCode());
    assertEquals(404, dana.get("/cases/hidden/").statusCode());

    provider.signsIn("7d1c", "dana", "river-lead", "it");
    WebClient again = signedIn();
    assertEquals(Optional.of("mediator"), role("river", "dana"));
    assertEquals(Optional.empty(), role("coast", "dana"), "the table alone says who is there");
    assertEquals(200, again.get("/server").statusCode());
    assertEquals(200, again.get("/cases/river/people").statusCode());
    assertEquals(404, again.get("/cases/coast/").statusCode());

    provider.signsIn("7d1c", "dana", "nothing");
    HttpResponse<String> refused = signIn(world().nobody());
    assertEquals(403, refused.statusCode());
    assertEquals(Optional.empty(), role("river", "dana"));
    assertEquals(303, again.get("/").statusCode(), "signed out everywhere");
    assertInstanceOf(Verification.Intact.class, world().running.register().people().verify());
  }

  /// The answer of the provider gives roles, so the server that leads takes it.
  @Test
  void rolesAreGivenByWayOfAServerThatFollows() throws Exception {
    serve(DatabaseAddress.of(PostgresServer.shared().database()));
    Eventually.holds("it leads", () -> world().nobody().get("/healthz/ready").statusCode() == 200);
    try (CasesWorld follower = world().beside()) {
      provider.signsIn("7d1c", "dana", "river-upper", "ministry");
      WebClient dana = follower.nobody();
      assertEquals(200, signIn(dana).statusCode());
      assertEquals(Optional.of("delegation of A"), role("river", "dana"));
      Eventually.holds("the follower knows", () -> dana.get("/cases/river/").statusCode() == 200);
    }
  }

  /// The hidden talks have a role for Olena, whom the server does not know yet. Whoever calls
  /// themselves so at the ministry is not her.
  @Test
  void aNameThatACaseHasGivenARoleIsNotTaken() throws Exception {
    serve();
    provider.signsIn("9f00", "olena", "guests");
    WebClient other = signedIn();
    assertEquals(
        List.of("olena.2"),
        world().running.register().people().list().stream()
            .map(Account::name)
            .filter(each -> each.startsWith("olena"))
            .toList());
    assertEquals(404, other.get("/cases/hidden/").statusCode());
    assertEquals(
        List.of(),
        world().running.hosted().list(CaseAsker.person("olena.2")),
        "a member of nothing");
    provider.signsIn("aaaa", "program", "guests");
    signedIn();
    assertTrue(
        world().running.register().people().find("program.2").isPresent(), "the name of a token");
  }

  /// What a mediator gave stays, in the cases that the table does not name.
  @Test
  void mediatorsGiveRolesInOtherCases() throws Exception {
    serve();
    provider.signsIn("7d1c", "dana", "guests");
    signedIn();
    WebClient bo = world().as("bo");
    CasesWorld.submit(
        bo,
        "/cases/hidden/people",
        "/cases/hidden/people",
        Map.of("_do", "add", "name", "dana", "role", "observer"));
    CasesWorld.submit(
        bo,
        "/cases/river/people",
        "/cases/river/people",
        Map.of("_do", "add", "name", "dana", "role", "observer"));
    WebClient dana = signedIn();
    assertEquals(200, dana.get("/cases/hidden/").statusCode());
    assertEquals(404, dana.get("/cases/river/").statusCode(), "no group gives it");
  }

  /// A case is a server of its own: its page to sign in must not be a way around.
  @Test
  void aCaseTakesNoPasswordThatTheServerDoesNotTake() throws Exception {
    serve();
    provider.signsIn("7d1c", "dana", "river-lead");
    WebClient dana = signedIn();
    WebClient bo = world().as("bo");
    String page = bo.get("/cases/river/sign-in").body();
    assertEquals("/sign-in/oidc", Jsoup.parse(page).select("a.button").attr("href"));
    assertEquals(404, bo.get("/cases/river/sign-in/oidc").statusCode());
    HttpResponse<String> out =
        CasesWorld.submit(dana, "/cases/river/", "/cases/river/sign-out", Map.of());
    assertEquals("/sign-in?out=1", out.headers().firstValue("Location").orElseThrow());
    assertFalse(Jsoup.parse(dana.get("/sign-in?out=1").body()).select("[role=status] a").isEmpty());
    assertEquals(303, dana.get("/").statusCode());
  }
}
