package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.start.BuiltInTemplate;
import org.parley.casefile.start.NewCase;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;
import org.parley.wording.Language;

/// The table of positions by keyboard: moves, a pasted block, undo, and a draft that survives.
class PositionGridBrowserTest {

  static final String PASTE =
      """
      (cell, text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }
      """;

  @TempDir Path folder;

  private static String cell(String field) {
    return "[name='" + field + "']";
  }

  @Test
  void aTableIsFilledByKeyboard() throws Exception {
    CaseFolder.of(folder)
        .begin(
            new NewCase("Truce", BuiltInTemplate.CEASEFIRE, Language.ENGLISH, List.of("Aa", "Bb"))
                .files());
    Chromium chromium = Chromium.get();
    try (FolderJournal journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
        WebServer server = WebServer.start(new FolderCaseService(folder, journal), 0);
        BrowserContext context = chromium.window()) {
      Page page = context.newPage();
      page.navigate(server.address().resolve("/grid").toString());
      page.focus(cell("rank/aa/p1"));
      page.keyboard().type("1");
      page.keyboard().press("ArrowRight");
      page.keyboard().type("2");
      page.keyboard().press("Enter");
      assertEquals(
          "option/bb/p1/p1-a",
          page.evaluate("() => document.activeElement.name"),
          "Enter goes down");
      page.keyboard().press("ArrowLeft");
      page.evalOnSelector(cell("option/aa/p1/p1-a"), PASTE, "p\tr\nt\ta\n");
      assertEquals("p", page.inputValue(cell("option/aa/p1/p1-a")));
      assertEquals("a", page.inputValue(cell("option/bb/p1/p1-b")));
      page.keyboard().press("Control+z");
      assertEquals("", page.inputValue(cell("option/bb/p1/p1-b")), "a block is undone as a whole");
      assertEquals("1", page.inputValue(cell("rank/aa/p1")));
      page.evalOnSelector(cell("option/aa/p1/p1-a"), PASTE, "p\tr\nt\ta\n");

      page.reload();
      assertTrue(page.textContent("main").contains("kept as a draft"));
      assertEquals("r", page.inputValue(cell("option/bb/p1/p1-a")));
      page.click("#grid button[type=submit]");
      page.waitForURL("**/grid?saved=2");
      assertEquals("preferred", page.inputValue(cell("option/aa/p1/p1-a")));
      assertTrue(page.textContent(".lead").startsWith("2 of 18"));
      page.reload();
      assertTrue(
          !page.textContent("main").contains("kept as a draft"), "what is saved is no draft");
    }
  }

  @Test
  void pointsArePastedWithTheirOptions() throws Exception {
    CaseFolder.of(folder)
        .begin(
            new NewCase("Truce", BuiltInTemplate.BLANK, Language.ENGLISH, List.of("Aa", "Bb"))
                .files());
    Chromium chromium = Chromium.get();
    try (FolderJournal journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
        WebServer server = WebServer.start(new FolderCaseService(folder, journal), 0);
        BrowserContext context = chromium.window()) {
      Page page = context.newPage();
      page.navigate(server.address().resolve("/grid/points").toString());
      StringBuilder block = new StringBuilder();
      for (int i = 1; i <= 20; i++) {
        block.append(i).append("\tPoint ").append(i).append("\tYes\n\t\tNo\n");
      }
      page.evalOnSelector(cell("number/n/0"), PASTE, block.toString());
      assertEquals("No", page.inputValue(cell("option/n/39")), "rows are made as needed");
      page.focus(cell("option/n/39"));
      page.keyboard().press("Control+z");
      assertEquals("", page.inputValue(cell("title/n/0")), "a block is undone as a whole");
      page.evalOnSelector(cell("number/n/0"), PASTE, block.toString());
      page.reload();
      assertEquals("Point 20", page.inputValue(cell("title/n/38")), "a draft has its rows");
      page.click("#grid button[type=submit]:not(.plain)");
      page.waitForURL("**/grid/points?saved=20");
      page.focus(cell("option/n/p1/0"));
      page.keyboard().type("Perhaps");
      page.keyboard().press("Enter");
      assertEquals("option/n/p1/1", page.evaluate("() => document.activeElement.name"));
      page.evalOnSelector(cell("option/n/p1/1"), PASTE, "Later\nNever\n");
      assertEquals("Point 2", page.inputValue(cell("title/p/p2")), "no row on record is taken");
      page.click("#grid button[type=submit]:not(.plain)");
      page.waitForURL("**/grid/points?saved=1");
      assertTrue(page.textContent(".lead").startsWith("20 points, with 43 options"));
    }
  }
}
