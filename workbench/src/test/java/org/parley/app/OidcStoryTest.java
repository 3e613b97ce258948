package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.answer.AnswerJson;
import org.parley.oidc.OidcPlan;
import org.parley.oidc.TestProvider;
import org.parley.passkey.PasskeyAnswer;
import org.parley.passkey.PasskeyKey;
import org.parley.passkey.PasskeyOptions;
import org.parley.passkey.PasskeyVerifier;
import org.parley.passkey.RelyingParty;
import org.parley.passkey.TestAuthenticator;
import org.parley.store.Verification;
import org.parley.store.people.AccessRecord;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Passkeys;
import org.parley.web.WebClient;

/// A ministry keeps accounts and groups; the talks on a river are on a server of their own. Olena
/// of the ministry speaks for the upper riparian, and Ann, who mediates, has a password here.
@NullMarked
class OidcStoryTest {

  private static final List<String> ROLES =
      List.of("mediator=river-mediators", "delegation:A=river-upper", "observer=ministry");

  @TempDir private static Path shared;
  private static OidcWorld ministry;

  @TempDir private Path folder;
  private OidcWorld world;
  private TestProvider provider;

  @BeforeAll
  static void serve() throws Exception {
    TestProvider provider = TestProvider.start();
    ministry = OidcWorld.serve(shared, provider, provider.plan(ROLES, false));
  }

  @AfterAll
  static void stop() {
    ministry.close();
  }

  @BeforeEach
  void ask() {
    world = ministry;
    provider = ministry.provider;
  }

  @AfterEach
  void stopOther() {
    if (world != ministry) {
      world.close();
    }
  }

  /// Another server, by another provider.
  private void serveOther(UnaryOperator<OidcPlan> changed) throws Exception {
    world = OidcWorld.serve(folder, provider, changed.apply(provider.plan(ROLES, false)));
  }

  private void other() {
    provider = TestProvider.start();
    provider.signsIn("7d1c", "olena", "river-upper", "ministry");
  }

  private static OidcPlan with(
      OidcPlan plan, boolean makesAccounts, boolean isOnly, Set<String> passwordsFor) {
    return new OidcPlan(
        plan.issuer(),
        plan.clientId(),
        plan.secret(),
        plan.scopes(),
        plan.groupsClaim(),
        plan.nameClaim(),
        plan.roles(),
        makesAccounts,
        isOnly,
        passwordsFor,
        plan.label());
  }

  private Account account(String name) {
    return world.people().find(name).orElseThrow();
  }

  private static String alert(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body()).select("[role=alert]").text();
  }

  private WebClient signedIn() {
    WebClient browser = world.browser();
    assertEquals(200, world.signIn(browser).statusCode());
    return browser;
  }

  private static Set<String> words(Document page) {
    Set<String> words = new TreeSet<>();
    page.select("main *").forEach(each -> words.add(each.ownText().strip()));
    words.removeIf(each -> each.chars().noneMatch(Character::isLetter));
    return words;
  }

  private List<String> audit() {
    return world.people().listSeen(null, Long.MAX_VALUE, 100).stream()
        .filter(each -> each.method().equals(AccessRecord.DID))
        .map(AccessRecord::address)
        .toList();
  }

  @Test
  void olenaSignsInWithHerAccountAtTheMinistry() {
    provider.signsIn("7d1c", "olena", "river-upper", "ministry");
    WebClient browser = world.browser();
    HttpResponse<String> page = browser.get("/sign-in");
    assertEquals(
        "/sign-in/oidc",
        Jsoup.parse(page.body()).select("a.button").attr("href"),
        "a button beside the form");
    assertTrue(page.body().contains("Sign in with The Ministry"), page::body);
    Document french =
        Jsoup.parse(
            browser.send(browser.request("/sign-in").header("Accept-Language", "fr")).body());
    assertEquals("fr", french.select("html").attr("lang"));
    assertEquals("Se connecter avec The Ministry", french.select("a.button").text());
    Set<String> same = words(french);
    same.retainAll(words(Jsoup.parse(page.body())));
    assertEquals(Set.of(), same);

    HttpResponse<String> answer = world.signIn(browser);
    assertEquals(200, answer.statusCode(), answer::body);
    assertEquals("0; url=/", answer.headers().firstValue("Refresh").orElseThrow());
    assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElseThrow());
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertTrue(
        cookies.stream().anyMatch(each -> each.startsWith("parley=") && each.contains("Strict")),
        cookies::toString);
    HttpResponse<String> board = browser.get("/");
    assertEquals(200, board.statusCode());
    assertTrue(board.body().contains(">olena</a>"), board::body);

    Account olena = account("olena");
    assertEquals("delegation", olena.role());
    assertEquals("A", olena.party());
    assertTrue(
        audit().contains("signed in as 7d1c of " + provider.issuer()), () -> audit().toString());
    assertTrue(audit().contains("an account for olena as delegation of A"));
    assertInstanceOf(Verification.Intact.class, world.people().verify());
  }

  /// What the provider calls somebody changes hands, and so do mail addresses.
  @Test
  void issuerAndSubjectSayWhoSomebodyIs() {
    provider.signsIn("d1", "dana", "river-upper");
    signedIn();
    provider.signsIn("d1", "dana.married", "river-upper");
    assertTrue(signedIn().get("/").body().contains(">dana</a>"));
    provider.signsIn("d2", "dana", "ministry");
    assertTrue(signedIn().get("/").body().contains(">dana.2</a>"), "somebody else of that name");
    provider.signsIn("d3", "ann", "ministry");
    assertTrue(signedIn().get("/").body().contains(">ann.2</a>"), "the name of a local account");
    assertEquals("mediator", account("ann").role());
    provider.signsIn("d4", "Łukasz Żak <b>", "ministry");
    assertTrue(signedIn().get("/").body().contains(">ukasz-Zak-b</a>"));
    provider.signsIn("d5", "!", "ministry");
    assertTrue(signedIn().get("/").body().contains(">person</a>"));
  }

  @Test
  void groupsSayTheRoleAtEachSignIn() {
    provider.signsIn("g1", "gerd", "river-upper");
    WebClient before = signedIn();
    provider.signsIn("g1", "gerd", "ministry", "river-mediators");
    WebClient after = signedIn();
    assertEquals("mediator", account("gerd").role(), "the first row that fits");
    assertEquals(200, after.get("/people").statusCode());
    assertEquals(303, before.get("/").statusCode(), "another role ends the sessions");

    provider.signsIn("g1", "gerd", "another-ministry");
    WebClient third = world.browser();
    HttpResponse<String> refused = world.signIn(third);
    assertEquals(403, refused.statusCode());
    assertTrue(
        alert(refused).startsWith("None of your groups at The Ministry gives you a role here"),
        () -> alert(refused));
    assertEquals(303, third.get("/").statusCode());
    assertEquals(303, after.get("/").statusCode(), "signed out, in every browser");
    assertTrue(
        audit().contains("was refused as g1 of " + provider.issuer() + ": no group gives a role"));
  }

  /// Only accounts that are here, connected by the mediator with the identifier that the page says.
  @Test
  void accountsMayHaveToExist() throws Exception {
    other();
    serveOther(_ -> with(provider.plan(List.of(), false), false, false, Set.of()));
    HttpResponse<String> refused = world.signIn(world.browser());
    assertEquals(403, refused.statusCode());
    assertTrue(alert(refused).endsWith("whoever gives accounts: 7d1c"), () -> alert(refused));

    WebClient ann = world.browser();
    ann.signIn("ann", OidcWorld.PASSWORD);
    ann.get("/people");
    ann.form(
        "/people",
        Map.of(
            "_do",
            "add",
            "name",
            "olena",
            "role",
            "delegation",
            "party",
            "A",
            "password",
            "a long word of olena"));
    Map<String, String> connect = Map.of("_do", "connect", "subject", "7d1c", "own", "wrong");
    HttpResponse<String> wrong = ann.form("/people/olena", connect);
    assertEquals(422, wrong.statusCode(), "her own password is asked for");
    HttpResponse<String> done =
        ann.form(
            "/people/olena",
            Map.of("_do", "connect", "subject", "7d1c", "own", OidcWorld.PASSWORD));
    assertEquals(200, done.statusCode());
    assertTrue(done.body().contains("olena signs in with The Ministry."), done::body);
    assertTrue(done.body().contains("The Ministry: 7d1c"), done::body);
    HttpResponse<String> twice =
        ann.form(
            "/people/ann", Map.of("_do", "connect", "subject", "7d1c", "own", OidcWorld.PASSWORD));
    assertEquals(422, twice.statusCode(), "a person has one account");

    WebClient olena = signedIn();
    assertTrue(olena.get("/").body().contains(">olena</a>"));
    assertEquals(200, ann.form("/people/olena", Map.of("_do", "disconnect")).statusCode());
    assertEquals(303, olena.get("/").statusCode());
    assertEquals(403, world.signIn(world.browser()).statusCode());
    assertInstanceOf(Verification.Intact.class, world.people().verify());
  }

  /// A password must not outlast the groups; one account is for the day the ministry fails.
  @Test
  void passwordsAreAWayInForThoseNamedAlone() throws Exception {
    other();
    serveOther(plan -> with(plan, true, true, Set.of("ann")));
    signedIn();
    HttpResponse<String> page = world.browser().get("/sign-in");
    assertEquals(1, Jsoup.parse(page.body()).select("details form.signin").size(), page::body);
    WebClient ann = world.browser();
    assertEquals(303, ann.signIn("ann", OidcWorld.PASSWORD).statusCode());
    ann.get("/people");
    ann.form(
        "/people",
        Map.of("_do", "add", "name", "bo", "role", "observer", "password", "a long word of bo"));
    HttpResponse<String> bo = world.browser().signIn("bo", "a long word of bo");
    assertEquals(401, bo.statusCode());
    HttpResponse<String> wrong = world.browser().signIn("bo", "not that word of bo");
    assertEquals(alert(wrong), alert(bo), "nothing tells that the password was right");
    assertTrue(
        Jsoup.parse(signedIn().get("/account").body())
            .text()
            .contains("You sign in with The Ministry."));
  }

  @Test
  void aConnectedAccountTakesNoPasswordWhereGroupsGiveRoles() {
    provider.signsIn("c1", "cleo", "ministry");
    signedIn();
    WebClient ann = world.browser();
    ann.signIn("ann", OidcWorld.PASSWORD);
    ann.get("/people");
    HttpResponse<String> set =
        ann.form(
            "/people/cleo",
            Map.of(
                "_do", "password", "password", "a long word of cleo", "own", OidcWorld.PASSWORD));
    assertEquals(200, set.statusCode(), set::body);
    assertEquals(401, world.browser().signIn("cleo", "a long word of cleo").statusCode());
  }

  /// Sofia mediates. The ministry asked her for a second factor; Ann's password needs one here.
  @Test
  void aSecondFactorIsAskedForByTheProviderOrHere() throws Exception {
    other();
    serveOther(plan -> plan);
    world.people().requireFactor(each -> each.role().equals("mediator"));
    provider.signsIn("s1", "sofia", "river-mediators");
    assertEquals(200, signedIn().get("/people").statusCode());
    HttpResponse<String> ann = world.browser().signIn("ann", OidcWorld.PASSWORD);
    assertEquals("/sign-in/enrol", ann.headers().firstValue("Location").orElseThrow());
  }

  /// A link to a password that was made before the account was connected.
  @Test
  void aLinkToAPasswordIsNoWayAroundTheProvider() {
    provider.signsIn("l1", "lea", "ministry");
    signedIn();
    AccountEditor ann = new AccountEditor("ann", "mediator");
    String link = world.people().links().make(ann, "lea", Instant.now()).orElseThrow();
    WebClient browser = world.browser();
    assertEquals(404, browser.get("/password/" + link).statusCode());
    String own = world.people().links().make(ann, "ann", Instant.now()).orElseThrow();
    assertEquals(200, browser.get("/password/" + own).statusCode());
    HttpResponse<String> sent =
        browser.form(
            "/password/" + link,
            Map.of("password", "another long one", "again", "another long one"));
    assertEquals(404, sent.statusCode());
  }

  /// A passkey that was added before the account was connected.
  @Test
  void aPasskeyIsNoWayAroundTheProvider() throws Exception {
    String origin = "http://127.0.0.1:" + world.running.server().port();
    RelyingParty server = new RelyingParty("parley.example.org", origin);
    world.running.authenticator().acceptPasskeys(Optional.of(server));
    provider.signsIn("l1", "lea", "ministry");
    signedIn();
    TestAuthenticator phone = new TestAuthenticator(server.id(), origin);
    Passkeys passkeys = world.people().passkeys();
    String made =
        AnswerJson.line(
            PasskeyOptions.create(server, "bm9uZQ", passkeys.handle("lea"), "lea", List.of()));
    PasskeyKey key =
        PasskeyVerifier.register(server, "bm9uZQ", PasskeyAnswer.read(phone.create(made)));
    AccountEditor lea = new AccountEditor("lea", "observer");
    passkeys.add(lea, "lea", key, server.id(), "phone", "", null, Instant.now());
    WebClient browser = world.browser();
    browser.get("/sign-in");
    String asked = browser.form("/sign-in/passkey/challenge", Map.of("step", "first")).body();
    HttpResponse<String> refused =
        browser.form("/sign-in/passkey", Map.of("step", "first", "answer", phone.get(asked)));
    assertEquals(401, refused.statusCode());
    assertTrue(alert(refused).contains("signs in by a provider"), alert(refused));
  }

  @Test
  void signingOutHereOffersToSignOutThere() {
    provider.signsIn("o1", "otto", "ministry");
    WebClient otto = signedIn();
    otto.get("/");
    HttpResponse<String> out = otto.form("/sign-out", Map.of());
    assertEquals("/sign-in?out=1", out.headers().firstValue("Location").orElseThrow());
    String body = otto.get("/sign-in?out=1").body();
    String there = Jsoup.parse(body).select("[role=status] a").attr("href");
    assertTrue(there.startsWith(provider.issuer() + "/logout?"), there);
    assertTrue(there.contains("client_id=parley"), there);
    assertFalse(there.contains("id_token_hint"), there);
    assertEquals(303, otto.get("/").statusCode());
  }

  @Test
  void aProviderThatIsAwayIsToldOfAndPasswordsStillWork() throws Exception {
    other();
    provider.metadata = said -> Map.of();
    serveOther(plan -> plan);
    WebClient browser = world.browser();
    HttpResponse<String> unfit = browser.get("/sign-in/oidc");
    assertEquals(403, unfit.statusCode());
    assertTrue(
        alert(unfit).startsWith("The Ministry is not set up as this server expects."),
        () -> alert(unfit));
    assertEquals(1, Jsoup.parse(unfit.body()).select("form.signin").size());
    assertEquals(303, world.browser().signIn("ann", OidcWorld.PASSWORD).statusCode());
  }

  /// The keys of a provider change, some weeks apart.
  @Test
  void aNewKeyIsFetched() {
    provider.signsIn("k1", "kim", "ministry");
    signedIn();
    provider.takeAsked();
    var second = TestProvider.key("second");
    provider.published = List.of(provider.signing, second);
    provider.signing = second;
    signedIn();
    assertEquals(1, provider.takeAsked().stream().filter(each -> each.endsWith("/jwks")).count());
  }

  @Test
  void groupsMayStandElsewhereThanInTheToken() throws Exception {
    other();
    provider.more =
        Map.of("sub", "7d1c", "preferred_username", "olena", "groups", List.of("river-upper"));
    provider.claims = Map.of();
    serveOther(plan -> plan);
    signedIn();
    assertEquals("delegation", account("olena").role());
    provider.more = Map.of("sub", "other", "groups", List.of("river-mediators"));
    HttpResponse<String> refused = world.signIn(world.browser());
    assertEquals(403, refused.statusCode(), "claims about somebody else");
    assertNotEquals("mediator", account("olena").role());
  }

  /// Its name is free for somebody else, and the audit has both.
  @Test
  void anAccountThatIsRemovedIsDisconnected() {
    provider.signsIn("r1", "rosa", "ministry");
    signedIn();
    world.people().remove(AccountEditor.OPERATOR, "rosa", OidcWorld.NOW);
    assertInstanceOf(Verification.Intact.class, world.people().verify());
    assertFalse(world.people().identities().has("rosa"));
  }
}
