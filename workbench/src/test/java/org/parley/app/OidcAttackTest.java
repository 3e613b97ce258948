package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.oidc.TestProvider;
import org.parley.store.people.Account;
import org.parley.web.WebClient;
import org.parley.web.attack.Attacks;

/// Attacks on the sign-in by a provider. Each is refused with its reason, begins no session and
/// makes no account; between two of them somebody signs in as they should.
@NullMarked
class OidcAttackTest {

  @TempDir private Path folder;

  /// An attack: what the attacker's browser gets.
  private interface Attack {
    HttpResponse<String> run(OidcWorld world, WebClient browser) throws Exception;
  }

  private record Tried(String name, String refusal, Attack attack) {}

  private static final String NOT_BEGUN = "was not begun in this browser";
  private static final String NOT_VALID = "does not hold";

  /// A token that is wrong in one point.
  private static Tried token(String name, UnaryOperator<JWTClaimsSet.Builder> wrong) {
    return new Tried(
        name,
        NOT_VALID,
        (world, browser) -> {
          world.provider.mutation = claims -> wrong.apply(new JWTClaimsSet.Builder(claims)).build();
          return world.signIn(browser);
        });
  }

  /// An answer with other parameters.
  private static Tried answer(String name, String refusal, Map<String, String> others) {
    return new Tried(
        name,
        refusal,
        (world, browser) -> {
          world.provider.answer =
              right -> {
                Map<String, String> all = new LinkedHashMap<>(right);
                all.putAll(others);
                return all;
              };
          return world.signIn(browser);
        });
  }

  @SuppressWarnings("JavaUtilDate") // the library asks for it
  private static Date ago(long seconds) {
    return Date.from(Instant.now().minusSeconds(seconds));
  }

  private static SignedJWT byOurSecret(JWTClaimsSet claims) {
    byte[] secret = Arrays.copyOf(TestProvider.SECRET.getBytes(StandardCharsets.UTF_8), 32);
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      jwt.sign(new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt;
  }

  private static List<Tried> all() {
    return List.of(
        answer("the state is missing", NOT_BEGUN, Map.of("state", "")),
        answer("the state is another", NOT_BEGUN, Map.of("state", "abc")),
        new Tried(
            "the answer to another browser",
            NOT_BEGUN,
            (world, browser) -> {
              URI of = world.provider.authorize(OidcWorld.begin(world.browser()));
              OidcWorld.begin(browser);
              return OidcWorld.end(browser, of);
            }),
        new Tried(
            "an answer that nobody asked for",
            NOT_BEGUN,
            (world, browser) ->
                OidcWorld.end(browser, world.provider.authorize(OidcWorld.begin(world.browser())))),
        new Tried(
            "the state twice",
            NOT_BEGUN,
            (world, browser) -> {
              URI back = world.provider.authorize(OidcWorld.begin(browser));
              return OidcWorld.end(browser, URI.create(back + "&state=abc"));
            }),
        new Tried(
            "the code twice",
            NOT_BEGUN,
            (world, browser) -> {
              URI back = world.provider.authorize(OidcWorld.begin(browser));
              return OidcWorld.end(browser, URI.create(back + "&code=abc"));
            }),
        new Tried(
            "an old attempt",
            NOT_BEGUN,
            (world, browser) -> {
              URI back = world.provider.authorize(OidcWorld.begin(browser));
              String kept = String.valueOf(browser.attempt);
              browser.attempt = kept.replaceAll("\\.\\d+$", ".1700000000");
              return OidcWorld.end(browser, back);
            }),
        new Tried(
            "the same answer again, by a provider that takes codes twice",
            "was concluded before",
            (world, browser) -> {
              world.provider.takesCodesTwice = true;
              URI back = world.provider.authorize(OidcWorld.begin(browser));
              String kept = browser.attempt;
              OidcWorld.end(browser, back);
              WebClient again = world.browser();
              again.attempt = kept;
              browser.cookie = null;
              return OidcWorld.end(again, back);
            }),
        new Tried(
            "a used code in a new attempt",
            "did not accept the code",
            (world, browser) -> {
              URI first = world.provider.authorize(OidcWorld.begin(world.browser()));
              String code = first.getQuery().replaceAll(".*code=([^&]*).*", "$1");
              world.provider.answer = right -> with(right, "code", code);
              return world.signIn(browser);
            }),
        new Tried(
            "a stolen code, by a provider that ignores the verifier",
            NOT_VALID,
            (world, browser) -> {
              world.provider.ignoresVerifiers = true;
              URI first = world.provider.authorize(OidcWorld.begin(world.browser()));
              String code = first.getQuery().replaceAll(".*code=([^&]*).*", "$1");
              world.provider.answer = right -> with(right, "code", code);
              return world.signIn(browser);
            }),
        answer("no code", NOT_BEGUN, Map.of("code", "")),
        answer("the issuer of another", "another provider", Map.of("iss", "https://evil.example")),
        answer("the issuer is missing", "another provider", Map.of("iss", "")),
        answer("refused there", "did not let you in", Map.of("code", "", "error", "access_denied")),
        answer(
            "an error with markup",
            "answered with an error",
            Map.of(
                "code", "", "error", "invalid_scope", "error_description", "<script>1</script>")),
        token("the nonce of another", claims -> claims.claim("nonce", "abc")),
        token("no nonce", claims -> claims.claim("nonce", null)),
        token("another issuer", claims -> claims.issuer("https://evil.example")),
        token("another audience", claims -> claims.audience("other")),
        token("no audience", claims -> claims.audience((String) null)),
        token(
            "for another client beside us",
            claims -> claims.audience(List.of("other", "parley")).claim("azp", "other")),
        token("expired", claims -> claims.issueTime(ago(900)).expirationTime(ago(600))),
        token("without an end", claims -> claims.expirationTime(null)),
        token("of the future", claims -> claims.issueTime(ago(-900)).expirationTime(ago(-1800))),
        token("without a subject", claims -> claims.subject(null)),
        token("with a subject of controls", claims -> claims.subject("7d\n1c")),
        new Tried(
            "not signed",
            NOT_VALID,
            (world, browser) -> {
              world.provider.forgery = PlainJWT::new;
              return world.signIn(browser);
            }),
        new Tried(
            "signed with the secret of the client",
            NOT_VALID,
            (world, browser) -> {
              world.provider.forgery = OidcAttackTest::byOurSecret;
              return world.signIn(browser);
            }),
        new Tried(
            "a signature of another key under the same name",
            NOT_VALID,
            (world, browser) -> {
              world.provider.signing = TestProvider.key("first");
              return world.signIn(browser);
            }),
        new Tried(
            "an unknown key",
            NOT_VALID,
            (world, browser) -> {
              world.provider.signing = TestProvider.key("unknown");
              return world.signIn(browser);
            }),
        new Tried(
            "groups that are no texts",
            "did not tell your groups",
            (world, browser) -> {
              world.provider.claims = Map.of("groups", List.of(Map.of("name", "mediators")));
              return world.signIn(browser);
            }),
        new Tried(
            "groups that did not fit into the token",
            "did not tell your groups",
            (world, browser) -> {
              world.provider.claims = Map.of("_claim_names", Map.of("groups", "src1"));
              return world.signIn(browser);
            }),
        new Tried(
            "groups that give no role",
            "None of your groups",
            (world, browser) -> {
              world.provider.claims = Map.of("groups", List.of("mediatorsx", "Mediators"));
              return world.signIn(browser);
            }),
        new Tried(
            "an answer that is too long",
            "does not answer",
            (world, browser) -> {
              URI back = world.provider.authorize(OidcWorld.begin(browser));
              world.provider.broken = " ".repeat(300_000);
              return OidcWorld.end(browser, back);
            }),
        new Tried(
            "an answer that is no JSON",
            "answered with an error",
            (world, browser) -> {
              URI back = world.provider.authorize(OidcWorld.begin(browser));
              world.provider.broken = "<html>";
              return OidcWorld.end(browser, back);
            }),
        new Tried(
            "a provider that fails",
            "does not answer",
            (world, browser) -> {
              URI back = world.provider.authorize(OidcWorld.begin(browser));
              world.provider.broken = "oh no";
              world.provider.brokenStatus = 500;
              return OidcWorld.end(browser, back);
            }),
        new Tried(
            "a provider that redirects the exchange",
            "does not answer",
            (world, browser) -> {
              URI back = world.provider.authorize(OidcWorld.begin(browser));
              world.provider.broken = "";
              world.provider.brokenStatus = 307;
              return OidcWorld.end(browser, back);
            }));
  }

  private static Map<String, String> with(Map<String, String> all, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(all);
    changed.put(name, value);
    return changed;
  }

  private static void keepToTheStandard(TestProvider provider, RSAKey key) {
    provider.mutation = UnaryOperator.identity();
    provider.answer = UnaryOperator.identity();
    provider.forgery = null;
    provider.broken = null;
    provider.brokenStatus = 200;
    provider.takesCodesTwice = false;
    provider.ignoresVerifiers = false;
    provider.signing = key;
    provider.signsIn("7d1c", "olena", "mediators");
  }

  @Test
  void noneOfTheAttacksLetsAnybodyIn() throws Exception {
    TestProvider provider = TestProvider.start();
    RSAKey key = provider.signing;
    try (OidcWorld world =
        OidcWorld.serve(folder, provider, provider.plan(List.of("mediator=mediators"), false))) {
      keepToTheStandard(provider, key);
      assertEquals(200, world.signIn(world.browser()).statusCode());
      Set<String> accounts = names(world);
      Map<String, String> wrong = new TreeMap<>();
      for (Tried each : all()) {
        keepToTheStandard(provider, key);
        WebClient browser = world.browser();
        HttpResponse<String> answer = each.attack.run(world, browser);
        String said = Jsoup.parse(answer.body()).select("[role=alert]").text();
        if (answer.statusCode() < 400 || !said.contains(each.refusal) || browser.cookie != null) {
          wrong.put(each.name, answer.statusCode() + ": " + said + ", " + browser.cookie);
        }
      }
      assertEquals(Map.of(), wrong);
      Attacks.assertCounted("sign-in by a provider", all().size());
      assertEquals(accounts, names(world));
      keepToTheStandard(provider, key);
      assertEquals(200, world.signIn(world.browser()).statusCode());
      assertEquals(0, refusalsWithNames(world), "the audit names nobody who was not known");
    }
  }

  private static Set<String> names(OidcWorld world) {
    return Set.copyOf(world.people().list().stream().map(Account::name).toList());
  }

  private static long refusalsWithNames(OidcWorld world) {
    return world.people().listSeen(null, Long.MAX_VALUE, 1000).stream()
        .filter(each -> each.status() >= 400 && each.address().endsWith("answer"))
        .filter(each -> !each.who().isEmpty() && !each.who().equals("anyone"))
        .count();
  }

  /// No parameter says where somebody goes after the sign-in, or comes back to.
  @Test
  void nobodyIsRedirectedElsewhere() throws Exception {
    TestProvider provider = TestProvider.start();
    try (OidcWorld world =
        OidcWorld.serve(folder, provider, provider.plan(List.of("mediator=mediators"), false))) {
      provider.signsIn("7d1c", "olena", "mediators");
      String evil = "https://evil.example/";
      for (String name : List.of("next", "return", "redirect_uri", "url", "target", "RelayState")) {
        WebClient browser = world.browser();
        String query = "?" + TestProvider.encoded(Map.of(name, evil));
        String there =
            browser.get("/sign-in/oidc" + query).headers().firstValue("Location").orElseThrow();
        assertTrue(there.startsWith(provider.issuer() + "/authorize?"), there);
        assertFalse(there.contains("evil"), there);
        URI back = provider.authorize(URI.create(there));
        HttpResponse<String> answer =
            OidcWorld.end(browser, URI.create(back + "&" + query.substring(1)));
        assertEquals(200, answer.statusCode());
        assertEquals("0; url=/", answer.headers().firstValue("Refresh").orElseThrow());
        assertFalse(answer.body().contains("evil"), answer::body);
      }
    }
  }

  /// Another site cannot sign somebody in without their doing.
  @Test
  void anotherSiteBeginsNoSignIn() throws Exception {
    TestProvider provider = TestProvider.start();
    try (OidcWorld world =
        OidcWorld.serve(folder, provider, provider.plan(List.of("mediator=mediators"), false))) {
      WebClient browser = world.browser();
      HttpResponse<String> answer =
          browser.send(browser.request("/sign-in/oidc").header("Sec-Fetch-Site", "cross-site"));
      assertEquals("/sign-in", answer.headers().firstValue("Location").orElseThrow());
      assertNull(browser.attempt);
    }
  }
}
