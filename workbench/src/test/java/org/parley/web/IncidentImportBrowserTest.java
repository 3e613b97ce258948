package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.exchange.incidents.SmallCeasefire;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;

/// A file of incidents as somebody chooses it in a browser.
class IncidentImportBrowserTest {

  @TempDir Path folder;

  private static byte[] rows(int count) {
    StringBuilder rows = new StringBuilder("id,kind,occurred,actor,target\n");
    for (int i = 0; i < count; i++) {
      rows.append(
          String.format(
              Locale.ROOT, "e%d,shelling,2026-03-%02d,Army of Borland,Aland\n", i, 1 + i % 28));
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsChosenWatchedAndAdded() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), SmallCeasefire.CASE);
    List<String> complaints = new ArrayList<>();
    try (FolderJournal journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
        WebServer server = WebServer.start(new FolderCaseService(folder, journal), 0);
        BrowserContext context = Chromium.get().window()) {
      Page page = context.newPage();
      page.onPageError(complaints::add);
      page.navigate(server.address().resolve("/import/incidents").toString());
      assertTrue(page.isHidden(".sending"), "nothing is being sent");
      page.setInputFiles("#incident-file", new FilePayload("many.csv", "text/csv", rows(20_000)));
      // a file that is still being read says so, and the page follows it until it was read
      page.waitForSelector("#incident-form");
      assertTrue(page.url().contains("/import/incidents/"), page.url());
      assertTrue(page.textContent(".lead").contains("20,000 new incidents"));
      page.navigate(server.address().resolve("/import/incidents").toString());
      page.setInputFiles("#incident-file", new FilePayload("few.csv", "text/csv", rows(20)));
      page.waitForSelector("#incident-form button[value=suggest]");
      page.click("button[value=suggest]");
      page.waitForFunction(
          "() => document.querySelector('select[name=\"party/Army of Borland\"]').value === 'BB'");
      page.click("#incident-form button[value=save]");
      page.waitForSelector(".notice");
      assertTrue(page.textContent(".notice").contains("20 incidents saved"));
    }
    assertEquals(List.of(), complaints);
    assertTrue(Files.readString(folder.resolve("a.yaml")).contains("id: log-e19"));
  }
}
