package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.oidc.TestProvider;
import org.parley.web.Chromium;

/// A browser keeps the cookie of a session to itself after a redirect from another site. It comes
/// back from the provider signed in all the same, and signs out at both.
@NullMarked
class OidcBrowserTest {

  @TempDir private Path folder;

  @Test
  void aBrowserComesBackSignedIn() throws Exception {
    Chromium chromium = Chromium.get();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    TestProvider provider = TestProvider.start();
    provider.signsIn("7d1c", "olena", "river-upper");
    TeamServer running =
        OidcWorld.serve(folder, provider.plan(List.of("delegation:A=river-upper"), false), port);
    try (BrowserContext window =
        chromium.window(
            new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("fr-FR"))) {
      Page page = window.newPage();
      page.navigate(running.address().toString());
      assertEquals("Connexion", page.locator("h1").innerText());
      page.locator("a.button").click();
      page.waitForURL(running.address().toString());
      assertEquals("olena", page.locator("footer form.signout a").innerText());
      List<String> asked = provider.takeAsked();
      assertTrue(asked.contains("/realms/ministry/authorize"), asked::toString);
      page.locator("footer form.signout button").click();
      page.waitForURL(running.address() + "sign-in?out=1");
      String there = page.locator("[role=status] a").getAttribute("href");
      assertTrue(there.startsWith(provider.issuer() + "/logout?"), there);
    } finally {
      running.close();
      provider.close();
    }
  }
}
