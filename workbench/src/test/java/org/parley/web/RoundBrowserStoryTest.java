package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.answer.round.AccordFile;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exact.Budget;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.proof.FindingFile;
import org.parley.store.FolderJournal;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.FolderCaseService;

/// Belfast is begun, told in confidence, tabled, refused, improved, accepted and published, by a
/// mediator and two delegations. Each has a browser of its own, and a stranger verifies the end.
///
/// Every byte that a browser received is kept, and searched for the sealed words of the others.
@NullMarked
class RoundBrowserStoryTest {

  private static final String LONDON_WORDS = "London will not wait past the summer";
  private static final String DUBLIN_WORDS = "Dublin can live without the two keys";
  private static final String REFUSED = "The whole: refuse.";
  private static final String ACCEPTED = "The whole: accept.";

  private static final List<String> TWO = List.of("Decommissioning", "Prisoners");

  @TempDir Path folder;
  private final Map<String, String> points = new LinkedHashMap<>();
  private final Map<String, String> options = new LinkedHashMap<>();

  /// Somebody at a browser, with all that it received.
  private static final class Desk implements AutoCloseable {
    final BrowserContext context;
    final Page page;
    final String server;
    final Wiretap line;

    /// @param cookie that of a session; null for a stranger
    Desk(int port, @Nullable String cookie) throws IOException {
      line = new Wiretap(port);
      server = line.address();
      context =
          Chromium.get()
              .window(
                  new Browser.NewContextOptions()
                      .setViewportSize(1280, 900)
                      .setLocale("en-GB")
                      .setExtraHTTPHeaders(Map.of("Accept-Encoding", "identity")));
      if (cookie != null) {
        int at = cookie.indexOf('=');
        context.addCookies(
            List.of(new Cookie(cookie.substring(0, at), cookie.substring(at + 1)).setUrl(server)));
      }
      page = context.newPage();
    }

    void go(String path) {
      page.navigate(server + path);
    }

    String text() {
      return page.locator("main").innerText();
    }

    /// The text of one package of the open round.
    String text(String tabled) {
      return page.locator("#" + tabled).innerText();
    }

    void set(String name, String value) {
      Locator field = page.locator("[name='" + name + "']").first();
      field.evaluate(
          "each => { const more = each.closest('details'); if (more) more.open = true; }");
      if (field.evaluate("each => each.tagName").equals("SELECT")) {
        field.selectOption(value);
      } else {
        field.fill(value);
      }
    }

    void check(String name, String value) {
      page.locator("[name='" + name + "'][value='" + value + "']").first().check();
    }

    String save() {
      page.locator(".finish button[value=save]").click();
      page.waitForURL("**/record/**");
      return page.url().replaceAll(".*/record/([^?]+).*", "$1");
    }

    void press(String button, String within) {
      page.locator(within + " button:text-is('" + button + "')").click();
      page.waitForLoadState();
    }

    boolean has(String words) {
      return line.heard(words);
    }

    @Override
    public void close() throws IOException {
      context.close();
      line.close();
    }
  }

  @Test
  void aRoundIsHeldInThreeBrowsers() throws Exception {
    Chromium.get();
    Case begun = begin();
    try (Team team =
        new Team(
            folder.resolve("team"),
            begun,
            new AccountAuthenticator.Setting(Set.of(), false, false, true))) {
      team.account("mo", "mediator", null);
      team.account("tony", "delegation", "united-kingdom");
      team.account("bertie", "delegation", "ireland");
      try (Desk mo = desk(team, "mo");
          Desk tony = desk(team, "tony");
          Desk bertie = desk(team, "bertie");
          Desk stranger = new Desk(team.server.port(), null)) {
        theyTellInConfidence(tony, bertie);
        String first = theFirstRoundFails(mo, tony, bertie);
        anImprovementIsShown(mo, tony, bertie, first);
        String accord = theSecondRoundSucceeds(mo, tony, bertie);
        aStrangerVerifies(mo, stranger, accord);
        nobodySawSealedWords(mo, tony, bertie, stranger);
      }
    }
  }

  private static Desk desk(Team team, String name) throws IOException {
    return new Desk(team.server.port(), Objects.requireNonNull(team.inSession(name).cookie));
  }

  /// The mediator begins alone, on the own machine: parties, points and options.
  private Case begin() throws Exception {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.createDirectory(folder.resolve("team"));
    try (FolderJournal journal = new FolderJournal(own, "Mo", Clock.systemUTC());
        WebServer web = WebServer.start(new FolderCaseService(own, journal), 0);
        BrowserContext alone = Chromium.get().window()) {
      Page page = alone.newPage();
      page.navigate(web.address().toString());
      page.fill("#title", "Belfast");
      page.fill("#parties", String.join("\n", BeginCaseBrowserTest.PARTIES));
      page.check("[name=template][value=blank]");
      page.click("main form button[type=submit]");
      page.waitForFunction("() => !document.querySelector('#parties')");
      page.navigate(web.address().resolve("/grid/points").toString());
      page.evalOnSelector(
          "[name='number/n/0']", PositionGridBrowserTest.PASTE, BeginCaseBrowserTest.points());
      page.click("#grid .buttons button");
      page.waitForURL("**/grid/points?saved=8");
    }
    Case begun = ((Loaded) CaseFolder.of(own).load()).contents();
    begun
        .viewFor(new Viewer.Mediator())
        .points()
        .forEach(
            point -> {
              points.put(point.title().text(), point.id().value());
              point.options().forEach(each -> options.put(each.title().text(), each.id().value()));
            });
    return begun;
  }

  private static String known(Map<String, String> ids, String title) {
    return Objects.requireNonNull(ids.get(title), title);
  }

  private void tell(Desk desk, String party, String[][] sheet, String words) {
    desk.go("/confide");
    for (String[] each : sheet) {
      String point = known(points, each[0]);
      desk.set("rank/" + party + "/" + point, each[1]);
      desk.check("option/" + party + "/" + point + "/" + known(options, each[2]), each[3]);
      desk.check("option/" + party + "/" + point + "/" + known(options, each[4]), each[5]);
    }
    desk.page.locator("#confide button[type=submit]").click();
    desk.page.waitForURL("**/confide?party=" + party + "&saved=2");
    desk.go("/edit/positions?party=" + party + "&point=" + known(points, "Policing"));
    desk.set("concludes", words);
    desk.page.locator("[name='illustrative']").check();
    desk.save();
  }

  private void theyTellInConfidence(Desk tony, Desk bertie) {
    tell(
        tony,
        "united-kingdom",
        new String[][] {
          {"Decommissioning", "1", "Before office", "preferred", "Within two years", "tolerable"},
          {
            "Prisoners",
            "2",
            "Review of each case",
            "preferred",
            "Release within two years",
            "tolerable"
          },
        },
        LONDON_WORDS);
    tell(
        bertie,
        "ireland",
        new String[][] {
          {
            "Prisoners",
            "1",
            "Release within two years",
            "preferred",
            "Review of each case",
            "tolerable"
          },
          {"Decommissioning", "2", "Within two years", "preferred", "Before office", "tolerable"},
        },
        DUBLIN_WORDS);
  }

  private String open(Desk mo, String title, String rule) {
    mo.go("/edit/rounds");
    mo.set("title", title);
    mo.set("parties/0", "united-kingdom");
    mo.set("parties/1", "ireland");
    mo.set("points/0", known(points, TWO.getFirst()));
    mo.set("points/1", known(points, TWO.getLast()));
    mo.set("opens", "2025-12-28T09:00Z");
    mo.set("improves", rule);
    mo.check("visibility", "delegations");
    return mo.save();
  }

  private String table(Desk mo, String round, String title, String arms, String prisoners) {
    mo.go("/edit/tabledPackages?round=" + round);
    mo.set("title", title);
    mo.set("version", "1");
    mo.set("tabled", "2025-12-28T10:00Z");
    settle(mo, 0, TWO.getFirst(), arms);
    settle(mo, 1, TWO.getLast(), prisoners);
    mo.check("visibility", "delegations");
    return mo.save();
  }

  private void settle(Desk mo, int row, String point, String option) {
    String at = "provisions/" + row + "/";
    mo.page.locator("#a-provisions").click();
    mo.page.locator("[name='" + at + "point']").waitFor();
    mo.set(at + "point", known(points, point));
    mo.set(at + "option", known(options, option));
  }

  private static void answer(Desk desk, String round, String tabled, String word) {
    desk.go("/rounds/" + round);
    desk.page.locator("#" + tabled + " [name=whole][value=" + word + "]").check();
    desk.page.locator("#" + tabled + " form[action$=answer] button:text-matches('^Seal')").click();
    desk.page.waitForURL("**/rounds/" + round + "?sealed=1*");
  }

  private String theFirstRoundFails(Desk mo, Desk tony, Desk bertie) {
    String round = open(mo, "First round", "leximin");
    String tabled = table(mo, round, "Each the lesser", "Within two years", "Review of each case");
    mo.go("/rounds/" + round);
    String before = mo.text();
    assertTrue(before.contains("leximin chooses it"), before);
    answer(tony, round, tabled, "declines");
    assertTrue(tony.text(tabled).contains(REFUSED), tony.text());
    mo.go("/rounds/" + round);
    assertEquals(before, mo.text());
    answer(bertie, round, tabled, "accepts");
    for (Desk each : List.of(mo, tony, bertie)) {
      each.go("/rounds/" + round);
      assertTrue(each.text(tabled).contains("Not all accept"), each.text());
    }
    return round;
  }

  private static void ask(Desk desk, String round) {
    desk.go("/rounds/" + round);
    desk.press("Ask", "form[action$=ask]");
  }

  private static void anImprovementIsShown(Desk mo, Desk tony, Desk bertie, String round)
      throws Exception {
    ask(tony, round);
    mo.go("/rounds/" + round);
    assertFalse(mo.text().contains("All asked"), mo.text());
    ask(bertie, round);
    for (Desk each : List.of(mo, tony, bertie)) {
      each.go("/rounds/" + round);
      String shown = each.text();
      assertTrue(shown.contains("Within two years became Before office"), shown);
      assertTrue(shown.contains("Review of each case became Release within two years"), shown);
    }
    String proof = mo.page.locator("a[href*='improvement.json']").getAttribute("href");
    String file = mo.context.request().get(mo.server + proof).text();
    assertTrue(FindingFile.parse(file).verify(Budget.unlimited()).holds(), file);
  }

  private String theSecondRoundSucceeds(Desk mo, Desk tony, Desk bertie) {
    String round = open(mo, "Second round", "nash");
    String tabled =
        table(mo, round, "Each the greater", "Before office", "Release within two years");
    for (Desk each : List.of(tony, bertie)) {
      answer(each, round, tabled, "accepts");
      assertTrue(each.text(tabled).contains(ACCEPTED), each.text());
    }
    mo.go("/rounds/" + round);
    assertTrue(mo.text(tabled).contains("All accept"), mo.text());
    mo.press("Record the accord", "#" + tabled);
    mo.page.waitForURL("**/accords/**");
    String accord = mo.page.url().replaceAll(".*/accords/", "");
    tony.go("/accords/" + accord);
    assertTrue(tony.text().contains("lead to the same digest"), tony.text());
    return accord;
  }

  private static void aStrangerVerifies(Desk mo, Desk stranger, String accord) throws Exception {
    stranger.go("/accords/" + accord);
    assertFalse(stranger.text().contains("ad referendum"), stranger.text());
    mo.press("Make public", "main");
    mo.page
        .locator("button:text-is('Make public')")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    stranger.go("/accords/" + accord);
    assertTrue(stranger.text().contains("ad referendum"), stranger.text());
    String file =
        stranger
            .context
            .request()
            .get(stranger.server + "/accords/" + accord + "/accord.json")
            .text();
    assertEquals(accord, AccordFile.parse(file).digest());
  }

  /// The sealed words of each, in every byte that the others received.
  private static void nobodySawSealedWords(Desk mo, Desk tony, Desk bertie, Desk stranger) {
    stranger.go("/");
    stranger.go("/rounds");
    tony.go("/packages?wait=true");
    bertie.go("/packages?wait=true");
    mo.go("/points");
    assertTrue(stranger.has("ad referendum"));
    for (String own : List.of(LONDON_WORDS, REFUSED)) {
      assertTrue(tony.has(own), own);
      assertFalse(bertie.has(own) || stranger.has(own), own);
    }
    assertTrue(bertie.has(DUBLIN_WORDS) && bertie.has(ACCEPTED));
    assertFalse(tony.has(DUBLIN_WORDS) || stranger.has(DUBLIN_WORDS));
    for (String answer : List.of(REFUSED, ACCEPTED)) {
      assertFalse(mo.has(answer) || stranger.has(answer), answer);
    }
  }
}
