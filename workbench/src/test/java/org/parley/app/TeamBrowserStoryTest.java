package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.OpenCommand;
import org.parley.store.DatabaseAddress;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;
import org.parley.web.Chromium;

/// Two delegations and a mediator work on the first example at once, each in a browser of their
/// own, on the server that `parley serve` starts.
class TeamBrowserStoryTest {

  private static final String PASSWORD = "correct horse battery";
  private static final String SECRET = "Not one metre west of the line of contact";

  @TempDir Path folder;
  private OpenCommand.Running server;
  private Chromium chromium;

  @BeforeEach
  void serve() throws Exception {
    chromium = Chromium.get();
    Path database = folder.resolve("team");
    try (Accounts people = Accounts.inFile(database)) {
      for (String[] each :
          new String[][] {
            {"ann", "mediator", null}, {"olena", "delegation", "UA"}, {"ivan", "delegation", "RU"}
          }) {
        TestAccounts.put(people, each[0], each[1], each[2], PASSWORD, Instant.EPOCH);
      }
    }
    server =
        TeamServer.serve(
            TestPlan.of(
                DatabaseAddress.ofFile(folder.resolve("team")), Chromium.example("ukraine-2025")),
            new PrintWriter(Writer.nullWriter()),
            Map.of());
  }

  @AfterEach
  void stop() {
    // without a browser none was started
    if (server != null) {
      server.close();
    }
  }

  /// Somebody at their own browser.
  private final class Seat implements AutoCloseable {
    final BrowserContext context;
    final Page page;
    final List<String> elsewhere = new ArrayList<>();

    Seat(String name) {
      context =
          chromium.window(
              new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB"));
      page = context.newPage();
      context.onRequest(
          request -> {
            if (!request.url().startsWith(server.address().toString())) {
              elsewhere.add(request.url());
            }
          });
      go("/");
      page.locator("#name").fill(name);
      page.locator("#password").fill(PASSWORD);
      page.locator("button.show").click();
      assertEquals("text", page.locator("#password").getAttribute("type"));
      assertEquals("true", page.locator("button.show").getAttribute("aria-pressed"));
      page.locator("#password").press("Enter");
      page.locator(".signout").waitFor();
    }

    void go(String path) {
      page.navigate(at(path).toString());
    }

    URI at(String path) {
      return server.address().resolve(path);
    }

    APIResponse get(String path) {
      return context.request().get(at(path).toString());
    }

    String text(String path) {
      return get(path).text();
    }

    void type(String field, String words) {
      page.locator("[name='" + field + "']").first().fill(words);
    }

    void save() {
      page.locator(".finish button[value='save']").click();
    }

    /// Waits until the open page says that it has changed, and shows what it now is.
    void hears() {
      page.locator("#changed button").click();
    }

    boolean heardNothing() {
      return page.locator("#changed").count() == 0;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Test
  void twoDelegationsAndAMediatorWorkAtOnce() throws Exception {
    try (Seat ann = new Seat("ann");
        Seat olena = new Seat("olena");
        Seat ivan = new Seat("ivan")) {
      aClaimComesIn(ann, olena, ivan);
      aRedLineStaysSecret(ann, olena, ivan);
      aPositionIsEditedTwice(ann, olena);
      theBriefingIsPrinted(ann, olena, ivan);
      assertEquals(List.of(), ann.elsewhere);
      assertEquals(List.of(), olena.elsewhere);
      assertEquals(List.of(), ivan.elsewhere);
    }
  }

  private static void aClaimComesIn(Seat ann, Seat olena, Seat ivan) {
    olena.go("/points/p14");
    ivan.go("/claims?q=harbour");
    ann.go("/edit/sources");
    ann.type("publisher", "The Harbour Post");
    ann.type("title", "Talks go on by the sea");
    ann.type("date", "5 February 2026");
    ann.type("language", "en");
    ann.page.locator("[name='reliability']").selectOption("B");
    ann.page.locator("[name='kind']").selectOption("report");
    ann.save();
    ann.page.waitForURL("**/record/**");
    // a source that the page does not name is no news there, two looks later
    olena.page.waitForTimeout(2_500);
    assertTrue(olena.heardNothing(), "an open page heard of what it does not show");
    String source = ann.page.url().replaceAll(".*/record/([^?]+).*", "$1");
    ann.go("/edit/claims?source=" + source + "&about=p14&party=RU");
    ann.type("speaker", "A Spokesman");
    ann.type("said", "5 February 2026");
    ann.type("quote", "We heard the harbour bells and moved nothing.");
    ann.page.locator("[name='asserts']").selectOption(new SelectOption().setValue("open"));
    ann.save();
    ann.page.waitForURL("**/record/**");
    olena.hears();
    assertTrue(olena.page.locator("main").innerText().contains("harbour bells"));
    ivan.hears();
    assertTrue(ivan.page.locator("main").innerText().contains("harbour bells"));
  }

  private static void aRedLineStaysSecret(Seat ann, Seat olena, Seat ivan) throws IOException {
    List<String> pages =
        List.of("/points/p14", "/", "/history", "/packages?wait=true", "/brief", "/search?q=metre");
    ivan.go("/points/p14");
    List<String> before = pages.stream().map(ivan::text).map(TeamBrowserStoryTest::plain).toList();
    ann.go("/points/p14");
    olena.go("/edit/positions?party=UA&point=p14");
    olena.type("concludes", SECRET);
    olena.page.locator("[name='illustrative']").check();
    olena.page.locator("[name='grades/0/k']").fill("p14-withdrawal");
    olena.page.locator("[name='grades/0/v']").selectOption("red-line");
    Locator button = olena.page.locator(".finish button[value='save']");
    String own = "Save \u2013 seen by Ukraine and the mediator";
    assertEquals(own, button.innerText());
    olena.page.locator("[name='visibility'][value='public']").check();
    assertEquals("Save \u2013 seen by everyone", button.innerText());
    olena.page.locator("[name='visibility'][value='delegations']").check();
    assertEquals("Save \u2013 seen by all delegations and the mediator", button.innerText());
    olena.page.locator("[name='visibility'][value='party']").check();
    assertEquals(own, button.innerText());
    olena.save();
    olena.page.waitForURL("**/record/**");
    assertTrue(olena.page.locator("main").innerText().contains("seen by Ukraine and the mediator"));
    ann.hears();
    assertTrue(ann.page.locator("main").innerText().contains(SECRET));
    // what the mediator heard at once, the other delegation has not heard two looks later
    ivan.page.waitForTimeout(2_500);
    assertTrue(ivan.heardNothing(), "an open page heard of a secret");
    for (int i = 0; i < pages.size(); i++) {
      assertEquals(before.get(i), plain(ivan.text(pages.get(i))), pages.get(i));
    }
    String id = olena.page.url().replaceAll(".*/record/([^?]+).*", "$1");
    // showing it to more asks first, and nothing is shown before the answer
    olena.go("/edit/positions/" + id);
    olena.page.locator("[name='visibility'][value='delegations']").check();
    olena.save();
    olena.page.locator(".asks:has-text('cannot be unread')").waitFor();
    assertTrue(olena.page.locator(".asks").innerText().contains("Russia"));
    olena.go("/record/" + id);
    for (String path : List.of("/record/" + id, "/edit/positions/" + id)) {
      assertEquals(404, ivan.get(path).status(), path);
      assertFalse(ivan.text(path).contains(SECRET), path);
    }
    assertFalse(pdf(ivan.get("/brief.pdf").body()).contains("metre"));
  }

  private static String plain(String html) {
    return html.replaceAll("[0-9a-f]{32}", "").replaceAll("\\s+", " ");
  }

  private static void aPositionIsEditedTwice(Seat ann, Seat olena) {
    String id = olena.page.url().replaceAll(".*/record/([^?]+).*", "$1");
    ann.go("/edit/positions/" + id);
    olena.go("/edit/positions/" + id);
    ann.page.locator(".presence .notice:has-text('olena has this open too')").waitFor();
    olena.type("concludes", "Not one metre, and no town");
    olena.type("_why", "Asked in the capital.");
    olena.save();
    olena.page.waitForURL("**/record/**");
    ann.type("concludes", "Not one metre without a vote");
    ann.type("interest", "What was lost twice is not given once.");
    ann.save();
    Page page = ann.page;
    page.locator("h1:has-text('Somebody else changed this meanwhile')").waitFor();
    String merge = page.locator("main").innerText();
    assertTrue(merge.contains("and no town") && merge.contains("without a vote"), merge);
    page.locator("input[type='radio'][value='theirs']").check();
    ann.save();
    page.waitForURL("**/record/**");
    String joined = page.locator("main").innerText();
    assertTrue(joined.contains("Not one metre, and no town"), joined);
    assertTrue(joined.contains("What was lost twice"), joined);
    assertFalse(joined.contains("without a vote"), joined);
    ann.go("/history");
  }

  private static void theBriefingIsPrinted(Seat ann, Seat olena, Seat ivan) throws IOException {
    ann.go("/brief?since=2026-01-15");
    byte[] printed = ann.get("/brief.pdf?since=2026-01-15").body();
    assertTrue(new String(printed, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-"));
    String words = pdf(printed);
    assertTrue(words.contains("Ukraine"), words);
    for (Seat other : List.of(olena, ivan)) {
      assertFalse(pdf(other.get("/brief.pdf").body()).isBlank());
    }
    ann.go("/audit");
    String audit = ann.page.locator("main").innerText();
    assertTrue(audit.contains("olena") && audit.contains("ivan"), audit);
  }

  private static String pdf(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
