package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;

/// An analyst's morning: twenty articles come in as files, and are decided by keyboard alone.
class MorningBrowserTest {

  private static final Chromium CHROMIUM = Chromium.get();

  @TempDir Path folder;
  private FolderJournal journal;
  private WebServer server;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), Border.CASE);
    journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
    server = WebServer.start(new FolderCaseService(folder, journal), 0);
    context = CHROMIUM.window(new Browser.NewContextOptions().setViewportSize(1280, 900));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(server.address().resolve("/queue").toString());
  }

  @AfterEach
  void close() {
    context.close();
    server.close();
    journal.close();
  }

  /// All articles as files, sent with Enter, and read.
  private void bring() {
    List<FilePayload> files = new ArrayList<>();
    for (Morning.Story each : Morning.stories()) {
      byte[] bytes = each.file().getBytes(StandardCharsets.UTF_8);
      files.add(new FilePayload(each.name(), "text/html", bytes));
    }
    assertEquals(20, files.size());
    page.locator("#f-files").setInputFiles(files.toArray(FilePayload[]::new));
    page.locator("#f-publisher").focus();
    page.keyboard().press("Enter");
    page.locator("#queue-h").waitFor();
    page.waitForFunction("() => !document.querySelector('#progress .work')");
    page.navigate(server.address().resolve("/queue").toString());
    page.locator("[data-item]").first().waitFor();
  }

  private String focused() {
    return String.valueOf(
        page.evaluate("() => (document.activeElement.closest('[data-item]') || {}).id || ''"));
  }

  private int items() {
    return page.locator("[data-item]").count();
  }

  /// Presses a key that decides, and waits until the next statement has the focus.
  private void decide(String key) {
    String before = focused();
    int all = items();
    page.keyboard().press(key);
    page.waitForFunction(
        "([id, all]) => !document.getElementById(id)"
            + " && document.querySelectorAll('[data-item]').length < all"
            + " && (document.activeElement.closest('[data-item]')"
            + " || document.querySelectorAll('[data-item]').length === 0)",
        List.of(before, all));
  }

  private Locator current() {
    return page.locator("#" + focused());
  }

  /// Moves down to the statement with these words.
  private void to(String words) {
    for (int i = 0; i < items(); i++) {
      page.keyboard().press("k");
    }
    for (int i = 0; i < items() && !current().innerText().contains(words); i++) {
      page.keyboard().press("j");
    }
    assertTrue(current().innerText().contains(words), words);
  }

  @Test
  void aMorningIsDecidedByKeyboardAlone() {
    bring();
    int statements = page.locator("article.statement[data-opened]").count();
    assertTrue(statements < 14, statements + " statements of twenty articles");

    // what five articles tell is decided once
    page.keyboard().press("j");
    to("Fishing rights – agreed");
    assertEquals(5, current().locator(".told li").count());
    String here = focused();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("k");
    assertEquals(here, focused());
    decide("n");

    // the speaker of another is changed in place, without leaving the keyboard
    to("Course of the border – open");
    page.keyboard().press("p");
    page.waitForFunction("() => document.activeElement.name === 'speaker'");
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type("Ann B. Berg");
    decide("Enter");

    // the rest: as suggested where that is offered, else dismissed
    while (items() > 0) {
      page.waitForFunction("() => document.querySelector('[data-item]') !== null");
      if (focused().isEmpty()) {
        page.keyboard().press("j");
      }
      decide(current().locator("[data-first]").count() > 0 ? "a" : "d");
    }
    page.navigate(server.address().resolve("/claims").toString());
    int claims = page.locator(".claim").count();
    assertTrue(claims >= 4 && claims <= statements, claims + " claims");
    assertTrue(page.locator(".claims").innerText().contains("Ann B. Berg"));
    page.navigate(server.address().resolve("/sources").toString());
    assertTrue(page.locator("main").innerText().contains("Radio North"));
    assertEquals(List.of(), complaints);
  }

  @Test
  void theQueueIsSoundInEveryLight() {
    sound("queue-empty");
    bring();
    page.keyboard().press("j");
    page.keyboard().press("s");
    page.waitForFunction("() => document.activeElement.name === 'stance'");
    sound("queue-queue");
    page.navigate(server.address().resolve("/queue/bulk?from=0").toString());
    sound("queue-bulk");
  }

  private void sound(String name) {
    assertEquals(List.of(), CHROMIUM.faultsInEveryLight(page), name);
    assertEquals(List.of(), complaints);
  }
}
