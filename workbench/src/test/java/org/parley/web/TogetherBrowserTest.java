package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;

/// Two mediators read the same page in a real browser, and one looks as a party does.
@NullMarked
class TogetherBrowserTest {

  @TempDir Path folder;
  private Team team;

  @BeforeEach
  void serve() throws Exception {
    Chromium.get();
    team =
        new Team(
            folder,
            ((LoadResult.Loaded) CaseFolder.of(Chromium.example("ukraine-2025")).load()).contents(),
            false);
    team.account("ann", "mediator", null);
    team.account("amy", "mediator", null);
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private BrowserContext seat(String name) {
    BrowserContext seat =
        Chromium.get()
            .window(
                new Browser.NewContextOptions()
                    .setViewportSize(1280, 900)
                    .setLocale("en-GB")
                    .setColorScheme(ColorScheme.LIGHT));
    seat.addCookies(
        List.of(
            new Cookie("parley", team.people.begin(name, Team.NOON))
                .setUrl(team.server.address().toString())));
    return seat;
  }

  @Test
  void colleaguesAreNamedAndOneSeesAsAParty() {
    try (BrowserContext ann = seat("ann");
        BrowserContext amy = seat("amy")) {
      String address = team.server.address() + "claims";
      Page hers = ann.newPage();
      hers.navigate(address);
      Page other = amy.newPage();
      other.navigate(address);
      Locator named = other.locator("#present:has-text('ann reads this page too.')");
      named.waitFor();

      hers.locator("nav details.as summary").click();
      hers.locator("nav details.as select").selectOption("UA");
      hers.locator("nav details.as button").click();
      Locator line = hers.locator(".borrowed");
      line.waitFor();
      assertEquals(address, hers.url(), "she stays on her page");
      assertEquals(
          "You see the case as Ukraine sees it. Nothing can be changed meanwhile.",
          line.locator("p").innerText());
      assertEquals(0, hers.locator("#present").count());
      hers.locator("nav a", new Page.LocatorOptions().setHasText("Sources")).click();
      hers.locator(".borrowed button").click();
      hers.locator("nav details.as").waitFor();
      assertFalse(hers.locator(".borrowed").isVisible());
    }
  }
}
