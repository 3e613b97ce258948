package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;

/// A curve of worth, dragged and typed: both do the same.
class ConfideBrowserTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [A]}
      parties:
        - {id: A, name: Arda, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A]}
      points:
        - {id: p2, instrument: treaty, number: "2", title: Flow, quantity: {unit: m3, least: 0, most: 10, step: 0.5}}
      """;

  @TempDir Path folder;

  private static void drag(Page page, String handle, double share) {
    BoundingBox from = Objects.requireNonNull(page.locator(handle).boundingBox());
    BoundingBox curve = Objects.requireNonNull(page.locator(".worth-curve").boundingBox());
    page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
    page.mouse().down();
    double unit = curve.width / 360;
    page.mouse().move(curve.x + unit * (14 + share * 332), from.y + 5);
    page.mouse().up();
  }

  private static String chosen(Page page) {
    return page.inputValue("[name='shape/A/p2']:checked");
  }

  private static String line(Page page) {
    return page.getAttribute(".worth-curve .worth", "points");
  }

  @Test
  void aCurveIsDraggedOrTyped() throws Exception {
    Files.writeString(folder.resolve("case.yaml"), CASE);
    try (FolderJournal journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
        WebServer server = WebServer.start(new FolderCaseService(folder, journal), 0);
        BrowserContext context = Chromium.get().window()) {
      Page page = context.newPage();
      page.navigate(server.address().resolve("/confide?party=A").toString());
      drag(page, ".handle.peak", 0.65);
      assertEquals("peaks", chosen(page));
      assertEquals("6.5", page.inputValue("[name='peak/A/p2']"));
      drag(page, ".handle.left", 0.2);
      assertEquals("2.0", page.inputValue("[name='least/A/p2']"));
      String dragged = line(page);
      drag(page, ".handle.peak", 1.2);
      assertEquals("rises", chosen(page), "a best value at the end rises");
      drag(page, ".handle.peak", -0.2);
      assertEquals("falls", chosen(page));
      page.fill("[name='peak/A/p2']", "6.5");
      assertEquals("peaks", chosen(page), "a typed best value is one");
      assertEquals(dragged, line(page), "what is typed draws the same line");
      page.focus("[name='peak/A/p2']");
      page.keyboard().press("ArrowUp");
      assertEquals("7", page.inputValue("[name='peak/A/p2']"));
      page.click("#confide button[type=submit]");
      page.waitForURL("**/confide?party=A&saved=1");
      assertEquals("7", page.inputValue("[name='peak/A/p2']"));
      assertEquals("2", page.inputValue("[name='least/A/p2']"));
    }
  }
}
