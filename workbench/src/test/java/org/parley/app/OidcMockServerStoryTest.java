package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.oidc.OidcPlan;
import org.parley.oidc.RoleTable;
import org.parley.store.people.Account;
import org.parley.web.WebClient;

/// The same by a provider that others wrote, the mock server of the Norwegian labour and welfare
/// administration: discovery, PKCE, keys and tokens are its own.
@NullMarked
class OidcMockServerStoryTest {

  private static final String MINISTRY = "ministry";

  @TempDir private Path folder;

  private static OidcPlan plan(MockOAuth2Server provider) {
    return new OidcPlan(
        provider.issuerUrl(MINISTRY).uri(),
        "parley",
        "not looked at",
        List.of("profile"),
        "realm_access.roles",
        OidcPlan.NAME,
        RoleTable.of(List.of("mediator=lead", "delegation:A=upper"), false),
        true,
        false,
        Set.of(),
        "The Ministry");
  }

  private static HttpResponse<String> signIn(
      MockOAuth2Server provider, WebClient browser, String subject, String group) throws Exception {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            MINISTRY,
            subject,
            "JWT",
            List.of("parley"),
            Map.of(
                "preferred_username", "olena", "realm_access", Map.of("roles", List.of(group)))));
    HttpClient there = HttpClient.newHttpClient();
    HttpResponse<String> sent =
        there.send(
            HttpRequest.newBuilder(OidcWorld.begin(browser)).build(),
            HttpResponse.BodyHandlers.ofString());
    return OidcWorld.end(browser, URI.create(sent.headers().firstValue("Location").orElseThrow()));
  }

  @Test
  void somebodySignsInAndAgainInAnotherRole() throws Exception {
    MockOAuth2Server provider = new MockOAuth2Server();
    provider.start();
    TeamServer running = OidcWorld.serve(folder, plan(provider), 0);
    try {
      WebClient browser = new WebClient(running.server());
      HttpResponse<String> answer = signIn(provider, browser, "7d1c", "upper");
      assertEquals(200, answer.statusCode(), answer::body);
      assertTrue(browser.get("/").body().contains(">olena</a>"));
      Account olena = running.people().find("olena").orElseThrow();
      assertEquals("delegation", olena.role());
      signIn(provider, new WebClient(running.server()), "7d1c", "lead");
      assertEquals("mediator", running.people().find("olena").orElseThrow().role());
      assertEquals(
          403, signIn(provider, new WebClient(running.server()), "9f00", "none").statusCode());
    } finally {
      running.close();
      provider.shutdown();
    }
  }
}
