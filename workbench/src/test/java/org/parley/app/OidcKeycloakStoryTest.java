package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.oidc.OidcPlan;
import org.parley.oidc.RoleTable;
import org.parley.oidc.TestProvider;
import org.parley.store.people.Account;
import org.parley.web.WebClient;

/// Keycloak, a certified provider, with the settings that the guide names: people sign in at its
/// page, with its groups.
@NullMarked
@Tag("long")
class OidcKeycloakStoryTest {

  @TempDir private Path folder;

  @Test
  void peopleSignInAtKeycloak() throws Exception {
    try (Keycloak keycloak = Keycloak.start(folder)) {
      OidcPlan plan =
          new OidcPlan(
              keycloak.issuer(),
              TestProvider.CLIENT,
              TestProvider.SECRET,
              List.of("profile"),
              OidcPlan.GROUPS,
              OidcPlan.NAME,
              RoleTable.of(List.of("delegation:A=river-upper"), false),
              true,
              false,
              Set.of(),
              "The Ministry");
      TeamServer running = OidcWorld.serve(folder, plan, 0);
      try {
        WebClient olena = new WebClient(running.server());
        URI there = OidcWorld.begin(olena);
        assertEquals(
            Optional.empty(), Keycloak.signIn(there, "olena", "a wrong word"), "it stays there");
        URI back = Keycloak.signIn(there, "olena", "a long word of olena").orElseThrow();
        HttpResponse<String> answer = OidcWorld.end(olena, back);
        assertEquals(200, answer.statusCode(), answer::body);
        assertTrue(olena.get("/").body().contains(">olena</a>"));
        Account account = running.people().find("olena").orElseThrow();
        assertEquals("A", account.party());

        WebClient again = new WebClient(running.server());
        again.attempt = olena.attempt;
        assertEquals(403, OidcWorld.end(again, back).statusCode(), "once");
        WebClient gerd = new WebClient(running.server());
        URI other =
            Keycloak.signIn(OidcWorld.begin(gerd), "gerd", "a long word of gerd").orElseThrow();
        assertEquals(403, OidcWorld.end(gerd, other).statusCode(), "no group gives a role");
        assertTrue(
            olena
                .get("/sign-in?out=1")
                .body()
                .contains(keycloak.issuer() + "/protocol/openid-connect/logout"));
      } finally {
        running.close();
      }
    }
  }
}
