package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.passkey.RelyingParty;

/// Chromium with its virtual authenticator: a passkey is added, signs in alone and after the
/// password, is copied, and is removed.
@NullMarked
class PasskeyBrowserStoryTest {

  @TempDir Path folder;

  private static JsonObject authenticator() {
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject parameters = new JsonObject();
    parameters.add("options", options);
    return parameters;
  }

  private static JsonObject of(String authenticator) {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("authenticatorId", authenticator);
    return parameters;
  }

  private static String device(CDPSession devices) {
    return devices
        .send("WebAuthn.addVirtualAuthenticator", authenticator())
        .get("authenticatorId")
        .getAsString();
  }

  /// A device with a copy of a passkey.
  private static String copied(CDPSession devices, JsonObject credential, int count) {
    String device = device(devices);
    JsonObject copy = of(device);
    credential.addProperty("signCount", count);
    copy.add("credential", credential);
    devices.send("WebAuthn.addCredential", copy);
    return device;
  }

  private static void signOut(Page page) {
    page.locator("footer form.signout button").click();
    page.waitForURL("**/sign-in");
  }

  private static void password(Page page) {
    page.fill("#name", "ob");
    page.fill("#password", Team.PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL("**/sign-in/code");
  }

  @Test
  void aPasskeyIsAddedUsedCopiedAndRemoved() throws Exception {
    try (Team team = new Team(folder, Team.caseOf("case: {title: The river}\n"), false);
        BrowserContext window =
            Chromium.get().window(new Browser.NewContextOptions().setViewportSize(390, 844))) {
      team.account("ob", "observer", null);
      String home = "http://localhost:" + team.server.port();
      team.door.acceptPasskeys(RelyingParty.of(URI.create(home)));
      Page page = window.newPage();
      CDPSession devices = window.newCDPSession(page);
      devices.send("WebAuthn.enable");
      String phone = device(devices);

      page.navigate(home + "/sign-in");
      page.fill("#name", "ob");
      page.fill("#password", Team.PASSWORD);
      page.press("#password", "Enter");
      page.waitForURL(home + "/");
      page.navigate(home + "/account/passkeys");
      assertTrue(page.locator("[data-without-passkeys]").isHidden());
      page.fill("#passkey-name", "phone");
      page.fill("#passkey-password", "not the password");
      page.press("#passkey-password", "Enter");
      page.locator("form[data-passkey] [role=alert]").waitFor();
      assertTrue(page.locator("form[data-passkey] [role=alert]").innerText().contains("Maybe"));
      page.fill("#passkey-password", Team.PASSWORD);
      page.press("#passkey-password", "Enter");
      page.locator("#codes-h").waitFor();
      assertEquals("phone", page.locator("table th[scope=row]").innerText());

      page.fill("#passkey-password", Team.PASSWORD);
      page.press("#passkey-password", "Enter");
      page.locator("form[data-passkey] [role=alert]").waitFor();
      String twice = page.locator("form[data-passkey] [role=alert]").innerText();
      assertTrue(twice.contains("has a passkey for your account already"), twice);

      signOut(page);
      page.locator("form[data-passkey] button").press("Enter");
      page.waitForURL(home + "/account/changes");
      signOut(page);
      password(page);
      page.locator("form[data-passkey] button").press("Enter");
      page.waitForURL(home + "/account/changes");

      signOut(page);
      JsonObject credential =
          devices
              .send("WebAuthn.getCredentials", of(phone))
              .getAsJsonArray("credentials")
              .get(0)
              .getAsJsonObject();
      int count = credential.get("signCount").getAsInt();
      assertTrue(count > 1, credential::toString);
      JsonObject unverified = of(phone);
      unverified.addProperty("isUserVerified", false);
      devices.send("WebAuthn.setUserVerified", unverified);
      page.locator("form[data-passkey] button").click();
      page.locator("form[data-passkey] [role=alert]").waitFor();
      devices.send("WebAuthn.removeVirtualAuthenticator", of(phone));

      String copy = copied(devices, credential, 0);
      page.locator("form[data-passkey] button").click();
      page.waitForURL(home + "/sign-in/passkey");
      String refused = page.locator("#main > [role=alert]").innerText();
      assertTrue(refused.contains("there may be a copy of it"), refused);
      devices.send("WebAuthn.removeVirtualAuthenticator", of(copy));
      copied(devices, credential, count);
      page.locator("form[data-passkey] button").click();
      page.waitForURL(home + "/account/changes");
      assertTrue(page.locator("#main").innerText().contains("a passkey of yours was refused"));

      page.navigate(home + "/account/passkeys");
      page.fill("#password", Team.PASSWORD);
      page.locator("button[name=passkey]").click();
      page.locator("[role=status]").waitFor();
      assertEquals(0, team.people.passkeys().list("ob").size());
    }
  }
}
