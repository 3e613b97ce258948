package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;

/// A text is read in a browser, by keyboard; in light and dark, wide and narrow.
class ReadBrowserTest {

  private static final String ARTICLE =
      """
      Published: 2026-03-05

      Northland's foreign minister Ann Berg told reporters on Tuesday that fishing rights were settled, but the course of the border remained open.

      Southland rejects any change of the border, its chief negotiator Tom Hale said. The border accord would be signed only after a referendum, he added.
      """;

  private static Chromium chromium;

  @TempDir Path folder;
  private FolderJournal journal;
  private WebServer server;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.get();
  }

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), Border.CASE);
    journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
    server = WebServer.start(new FolderCaseService(folder, journal), 0);
    window(true);
  }

  private void window(boolean scripts) {
    if (context != null) {
      context.close();
    }
    context =
        chromium.window(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(scripts));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(server.address().resolve("/read").toString());
  }

  @AfterEach
  void close() {
    context.close();
    server.close();
    journal.close();
  }

  private void paste() {
    page.locator("[name=text]").fill(ARTICLE);
    page.locator("[name=publisher]").fill("The Courier");
    page.locator("#bring button[type=submit]").click();
    page.locator("#p-1").waitFor();
  }

  @Test
  void proposalsAreDecidedWithOneKeyEach() {
    paste();
    page.keyboard().press("j");
    assertEquals("p-1", page.evaluate("() => document.activeElement.id"));
    assertEquals(1L, ((Number) page.evaluate("() => CSS.highlights.get('read').size")).longValue());
    page.keyboard().press("a");
    page.locator("#p-1 .tag.done").waitFor();
    page.waitForFunction("() => document.activeElement.id === 'p-2'");
    page.keyboard().press("d");
    page.locator("#p-2.is-decided").waitFor();
    page.waitForFunction("() => document.activeElement.id === 'p-3'");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("k");
    assertEquals("p-3", page.evaluate("() => document.activeElement.id"));
    // what this window itself has done is no news to it
    page.waitForTimeout(700);
    assertEquals(0, page.locator("#changed").count());
    page.keyboard().press("e");
    page.locator("#edit [name=speaker]").waitFor();
    assertEquals("Tom Hale", page.locator("#edit [name=speaker]").inputValue());
    page.locator("#edit .finish button").click();
    page.locator("#p-3 .tag.done").waitFor();
    page.navigate(server.address().resolve("/claims").toString());
    assertEquals(2, page.locator(".claim").count());
    assertEquals(List.of(), complaints);
  }

  @Test
  void aFileIsTakenIn() {
    page.locator("#f-file")
        .setInputFiles(
            new FilePayload("news.txt", "text/plain", ARTICLE.getBytes(StandardCharsets.UTF_8)));
    page.locator("#bring button[type=submit]").click();
    page.locator("#p-1").waitFor();
    page.goBack();
    page.locator("#f-file")
        .setInputFiles(new FilePayload("table.csv", "application/zip", new byte[] {1, 2, 3}));
    page.locator("#bring button[type=submit]").click();
    page.locator("#f-text-e").waitFor();
    assertTrue(page.locator("#f-text-e").innerText().contains("Maybe paste its text"));
    assertEquals(List.of(), complaints);
  }

  @Test
  void itWorksWithoutScripts() {
    window(false);
    page.locator("[name=text]").fill(ARTICLE);
    page.locator("#bring button[type=submit]").click();
    while (page.locator("#p-1").count() == 0) {
      page.reload();
    }
    page.locator("#p-1 [data-key=a]").click();
    page.locator("#p-1 .tag.done").waitFor();
    page.locator("#p-2 [data-key=d]").click();
    assertTrue(page.locator("#p-2").innerText().contains("dismissed"));
  }

  @Test
  void itIsSoundInEveryLight() {
    sound("read-form");
    page.locator("#bring button[type=submit]").click();
    page.locator("#f-text-e").waitFor();
    sound("read-nothing");
    paste();
    page.keyboard().press("j");
    page.keyboard().press("a");
    page.locator("#p-1 .tag.done").waitFor();
    page.locator("#p-2 .reasoned summary").click();
    sound("read-proposals");
  }

  private void sound(String name) {
    assertEquals(List.of(), chromium.faultsInEveryLight(page), name);
    assertEquals(List.of(), complaints);
  }
}
