package org.parley.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a provider says of itself is checked, and every call to it is bounded.
@NullMarked
class ProviderTest {

  private static final URI ANSWER = URI.create("http://127.0.0.1:7171/sign-in/oidc/answer");
  private static final Duration SHORT = Duration.ofMillis(200);

  private final TestProvider served = TestProvider.start();
  private Instant now = Instant.parse("2026-01-05T12:00:00Z");
  private final InstantSource clock = () -> now;

  @AfterEach
  void stop() {
    served.close();
  }

  private Provider provider(Duration longest) {
    return new Provider(served.plan(List.of(), false), () -> ANSWER, clock, longest);
  }

  private static ProviderException fails(Provider provider) {
    return assertThrows(ProviderException.class, provider::discover);
  }

  @Test
  void aBrowserIsSentWithStateNonceAndChallenge() throws ProviderException {
    try (Provider provider = provider(ProviderCalls.ANSWER)) {
      SignInAttempt attempt = SignInAttempt.begin(now);
      String there = provider.authorization(attempt).toString();
      assertTrue(there.startsWith(served.issuer() + "/authorize?"), there);
      assertTrue(there.contains("state=" + attempt.state()), there);
      assertTrue(there.contains("nonce=" + attempt.nonce()), there);
      assertTrue(there.contains("code_challenge_method=S256"), there);
      assertTrue(there.contains("scope=openid+profile"), there);
      assertFalse(there.contains(attempt.verifier()), there);
      assertFalse(there.contains(TestProvider.SECRET), there);
      provider.authorization(SignInAttempt.begin(now));
      assertEquals(1, served.takeAsked().size(), "it is asked once an hour");
      now = now.plus(Duration.ofMinutes(61));
      provider.authorization(SignInAttempt.begin(now));
      assertEquals(1, served.takeAsked().size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          issuer                 | https://evil.example        | it calls itself https://evil.example
          issuer                 |                             | cannot be read
          token_endpoint         |                             | it names no token_endpoint
          jwks_uri               |                             | cannot be read
          authorization_endpoint |                             | it names no authorization_endpoint
          token_endpoint         | http://evil.example/token   | without TLS
          authorization_endpoint | http://evil.example/go      | without TLS
          jwks_uri               | http://evil.example/keys    | without TLS
          userinfo_endpoint      | http://evil.example/me      | without TLS
          end_session_endpoint   | ftp://localhost/out         | without TLS
          end_session_endpoint   | https://a:b@localhost/out   | without TLS
          """)
  void whatItSaysOfItselfHasToFit(String name, @Nullable String value, String said) {
    served.metadata = changed(name, value);
    try (Provider provider = provider(ProviderCalls.ANSWER)) {
      ProviderException fault = fails(provider);
      assertEquals(ProviderFault.UNFIT, fault.fault());
      assertTrue(fault.detail().contains(said), fault::detail);
    }
  }

  private static UnaryOperator<Map<String, Object>> changed(String name, @Nullable String value) {
    return said -> {
      Map<String, Object> all = new HashMap<>(said);
      if (value == null) {
        all.remove(name);
      } else {
        all.put(name, value);
      }
      return all;
    };
  }

  /// A provider that hangs holds nobody up for longer than said, and then it is left alone.
  @Test
  void aProviderThatHangsIsGivenUpAndAskedAgainLater() {
    served.hangs = true;
    try (Provider provider = provider(SHORT)) {
      assertEquals(ProviderFault.AWAY, fails(provider).fault());
      assertEquals(ProviderFault.AWAY, fails(provider).fault());
      assertEquals(1, served.takeAsked().size());
      now = now.plus(Provider.REST);
      assertEquals(ProviderFault.AWAY, fails(provider).fault());
      assertEquals(1, served.takeAsked().size());
    }
  }

  @Test
  void nobodyThereIsSaidSo() {
    Provider provider = provider(ProviderCalls.ANSWER);
    served.close();
    try (provider) {
      assertEquals(ProviderFault.AWAY, fails(provider).fault());
    }
  }

  @Test
  void aDocumentThatIsTooLongIsNotRead() {
    served.broken = " ".repeat(ProviderCalls.LONGEST + 1) + "{}";
    try (Provider provider = provider(ProviderCalls.ANSWER)) {
      assertEquals(ProviderFault.AWAY, fails(provider).fault());
    }
  }

  @Test
  void aSecretIsInNoText() {
    OidcPlan plan = served.plan(List.of(), false);
    assertFalse(plan.toString().contains(TestProvider.SECRET));
    SignInAttempt attempt = SignInAttempt.begin(now);
    assertFalse(attempt.toString().contains(attempt.secret()));
  }
}
