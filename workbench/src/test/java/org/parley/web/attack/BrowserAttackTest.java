package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.Eventually;
import org.parley.web.Chromium;
import org.parley.web.WebServer;
import org.parley.web.access.Route;

/// Every page in a real browser that cannot reach the network, with hostile words in every text of
/// the case: nothing is asked of anybody else, and everything works all the same.
class BrowserAttackTest {

  private static Path folder;
  private static HostileWorld world;
  private static Target target;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    folder = Files.createTempDirectory("parley-browser");
    world = HostileWorld.build();
    target = new Target(folder, world.contents(), false);
    chromium = Chromium.get();
  }

  @AfterAll
  static void stop() throws Exception {
    target.close();
    delete();
  }

  /// What the browser had asked for when it was closed may still be under way, and note that it was
  /// asked.
  private static void delete() throws Exception {
    Eventually.holds(
        "empty folder",
        () -> {
          try {
            for (Path each : files()) {
              Files.deleteIfExists(each);
            }
            return true;
          } catch (DirectoryNotEmptyException e) {
            return false;
          }
        });
  }

  /// Whatever is in the folder, what lies deepest first.
  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }

  /// A window that notes what should not happen.
  private static final class Window implements AutoCloseable {
    final BrowserContext context =
        chromium.window(
            new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB"));
    final Page page = context.newPage();
    final List<String> elsewhere = new ArrayList<>();
    final List<String> broken = new ArrayList<>();
    private final WebServer server;
    int requests;

    Window(WebServer server) {
      this.server = server;
      String own = server.address().toString();
      context.onRequest(
          request -> {
            requests++;
            if (!request.url().startsWith(own)) {
              elsewhere.add(request.url());
            }
          });
      page.onPageError(broken::add);
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") && !message.text().contains("status of")) {
              broken.add(page.url() + " " + message.text());
            }
          });
      page.onDialog(
          dialog -> {
            broken.add("a dialog: " + dialog.message());
            dialog.dismiss();
          });
    }

    void go(String path) {
      page.navigate(
          server.address().resolve(path).toString(),
          new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    }

    void signIn() {
      go("/sign-in");
      page.locator("#name").fill("ann");
      page.locator("#password").fill(Target.PASSWORD);
      page.keyboard().press("Enter");
      page.locator(".signout").waitFor();
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Test
  void nothingIsAskedOfAnybodyElse() {
    try (Window local = new Window(target.local);
        Window team = new Window(target.team);
        Attacks attacks = new Attacks("pages without network")) {
      team.signIn();
      for (Window window : List.of(local, team)) {
        for (Route route : window.server.routes()) {
          boolean once = route.path().startsWith("/then/") || window == team;
          if (!route.isSafe()
              || route.kind() != Route.Kind.PAGE
              || route.path().equals("/sign-in")
              || (window == team && route.path().startsWith("/then/"))) {
            continue;
          }
          List<String> paths =
              once
                  ? List.of(Addresses.some(route))
                  : Addresses.of(route, world.contents(), target.journal.last()).stream()
                      .limit(Effort.of(1, 2))
                      .toList();
          for (String path : paths) {
            int before = window.elsewhere.size() + window.broken.size();
            window.go(path);
            attacks.tried(
                path,
                window.elsewhere.size() + window.broken.size() == before
                    && window.page.locator("xss-tag").count() == 0,
                window.elsewhere + " " + window.broken);
          }
        }
      }
      assertTrue(local.requests > 100 && team.requests > 50, "requests were seen");
      assertEquals(List.of(), local.elsewhere);
      assertEquals(List.of(), team.elsewhere);
    }
  }

  /// The pages that are worked in, for screen readers and keyboards: light and dark, wide and
  /// narrow.
  @Test
  void thePagesOfWorkAreSound() throws Exception {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("inbox", "/inbox");
    pages.put("search", "/search?q=river");
    pages.put("search-nothing", "/search?q=nothinglikeit");
    pages.put("add", "/edit");
    pages.put("edit-claim", "/edit/claims/c1");
    pages.put("edit-point", "/edit/points/p2");
    pages.put("edit-guarantee", "/edit/guarantees");
    pages.put("record", "/record/p2");
    pages.put("remove", "/remove/points/p2");
    pages.put("history", "/history");
    pages.put("entry", "/history/1");
    pages.put("versions", "/versions/p2");
    pages.put("texts", "/points/p2/texts");
    pages.put("brief", "/brief");
    pages.put("then", "/then/1/claims");
    pages.put("people", "/people");
    pages.put("account", "/account");
    pages.put("audit", "/audit");
    try (Window window = new Window(target.team)) {
      window.go("/sign-in");
      List<String> findings = new ArrayList<>(sound(window, "sign-in"));
      window.signIn();
      for (Map.Entry<String, String> each : pages.entrySet()) {
        window.go(each.getValue());
        if (each.getKey().equals("people")) {
          window.page.locator("details.person summary").first().click();
        }
        findings.addAll(sound(window, each.getKey()));
      }
      window.go("/edit/points/p3");
      Page other = window.context.newPage();
      other.navigate(window.page.url());
      other.locator("[name='title']").first().fill("Changed meanwhile");
      other.locator(".finish button[value='save']").click();
      other.waitForURL("**/record/**");
      window.page.locator("[name='title']").first().fill("Changed here");
      window.page.locator(".finish button[value='save']").click();
      window.page.locator("h1:has-text('Somebody else changed this meanwhile')").waitFor();
      findings.addAll(sound(window, "merge"));
      assertEquals(List.of(), findings);
      assertEquals(List.of(), window.elsewhere);
      assertEquals(List.of(), window.broken);
      assertFalse(window.page.content().isEmpty());
    }
  }

  private static List<String> sound(Window window, String name) {
    return chromium.faultsInEveryLight(window.page).stream()
        .map(each -> name + ": " + each)
        .toList();
  }
}
