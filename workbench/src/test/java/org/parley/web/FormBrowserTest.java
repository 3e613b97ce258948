package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.form.RecordForm;
import org.parley.model.cases.Case;
import org.parley.model.claim.Probability;
import org.parley.model.claim.Seal;
import org.parley.model.position.Grade;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.text.OptionId;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;

/// The forms as somebody fills them in: every field that repeats takes a second value, and a third.
class FormBrowserTest {

  private static final String WRITTEN_TWICE =
      """
      () => {
        const seen = new Set(), twice = [];
        for (const each of document.querySelectorAll("#edit [name]:not([type=radio]):not([type=checkbox]):not([name=_do])")) {
          if (seen.has(each.name)) twice.push(each.name);
          seen.add(each.name);
        }
        for (const each of document.querySelectorAll("#edit [id]")) {
          if (document.querySelectorAll("#" + CSS.escape(each.id)).length > 1) twice.push("#" + each.id);
        }
        return twice;
      }
      """;

  /// How deep forms are filled: a condition holds conditions without end.
  private static final int DEPTH = 2;

  /// Fills what stands first in the last line of a list or table; says its name.
  private static final String FILL_LAST =
      """
      several => {
        const line = [...several.querySelectorAll(":scope > .one, :scope > .pair")].at(-1);
        const field = line.querySelector("input:not([type=hidden]):not([type=checkbox]), select, textarea");
        if (field.tagName === "SELECT") field.selectedIndex = 1;
        else field.value = "7";
        field.dispatchEvent(new Event("input", { bubbles: true }));
        return field.name;
      }
      """;

  /// The id of the row that a button has added.
  private static final String LAST_ROW =
      """
      name => [...document.querySelector(`[value='${name}']`).closest("fieldset").querySelectorAll(":scope > details.row")].at(-1).id
      """;

  /// Fills what stands first in a row.
  private static final String FILL_FIRST =
      """
      row => {
        const field = document.querySelector(row).querySelector("input:not([type=hidden]):not([type=checkbox]), select, textarea");
        if (field.tagName === "SELECT") field.selectedIndex = 1;
        else field.value = "7";
      }
      """;

  private static final String COUNT_LINES =
      "several => several.querySelectorAll(':scope > .one, :scope > .pair').length";

  @TempDir static Path folder;

  private static Chromium chromium;
  private static FolderJournal journal;
  private static WebServer server;
  private static final List<String> complaints = new ArrayList<>();

  /// The window in which the forms of all kinds are filled: opening one takes longer than most.
  private static @Nullable BrowserContext filling;

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.get();
    Files.writeString(
        folder.resolve("a.yaml"),
        Border.CASE.replace(
            "title: Course of the border,",
            "title: Course of the border, options: [{id: river, title: Along the river},"
                + " {id: ridge, title: Along the ridge}],"));
    journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
    server = WebServer.start(new FolderCaseService(folder, journal), 0);
    filling = window(true);
    // a form that is left asks whether it may be
    filling.pages().getFirst().onDialog(Dialog::accept);
  }

  private static BrowserContext window(boolean scripts) {
    BrowserContext context =
        chromium.window(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
    context.newPage().onPageError(complaints::add);
    return context;
  }

  @AfterAll
  static void close() {
    if (filling != null) {
      filling.close();
    }
    if (server != null) {
      server.close();
      journal.close();
    }
  }

  static Stream<String> kinds() {
    return RecordForm.kinds().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void everyRepeatingFieldIsFilledTwice(String kind) {
    BrowserContext context = Objects.requireNonNull(filling);
    Page page = context.pages().getFirst();
    page.navigate(server.address().resolve("/edit/" + kind).toString());
    Set<String> tried = new HashSet<>();
    boolean isNew = true;
    while (isNew) {
      isNew = fillLists(page, tried) || addRows(page, tried) || choose(page, tried);
    }
    assertEquals(List.of(), complaints);
  }

  /// The seal that the browser makes is the one that the check opens, and the chance is not kept.
  @Test
  void aForecastIsSealedInTheBrowser() {
    try (BrowserContext context = window(true)) {
      Page page = context.pages().getFirst();
      page.onDialog(Dialog::accept);
      page.navigate(server.address().resolve("/edit/forecasts").toString());
      page.fill("#edit input[name=forecaster]", "Ann \u00c9 ");
      page.fill("#edit input[name=chance]", "35 %");
      page.evaluate("() => document.querySelector('.sealing').closest('details').open = true");
      page.click("#edit .sealing");
      page.waitForFunction("() => document.querySelector('#edit input[name=seal]').value !== ''");
      String said = page.textContent("#edit .sealing + output");
      String key = said.substring(said.lastIndexOf(' ') + 1);
      assertEquals(
          Seal.of("Ann \u00c9", new Probability("35 %"), key).digest(),
          page.inputValue("#edit input[name=seal]"));
      assertEquals("", page.inputValue("#edit input[name=chance]"));
      assertEquals(List.of(), complaints);
    }
  }

  /// Fills two lines of every list and table that was not filled before.
  private static boolean fillLists(Page page, Set<String> tried) {
    boolean isNew = false;
    for (ElementHandle several : page.querySelectorAll("#edit .several")) {
      String name = several.getAttribute("data-name");
      if (isShallow(name) && tried.add(name)) {
        isNew = true;
        for (int i = 0; i < 2; i++) {
          int lines = count(several);
          String filled = (String) several.evaluate(FILL_LAST);
          assertTrue(filled.startsWith(name + "/"), filled);
          assertEquals(lines + 1, count(several), () -> "after " + filled);
          assertEquals(List.of(), page.evaluate(WRITTEN_TWICE), () -> "after " + filled);
        }
      }
    }
    return isNew;
  }

  private static int count(ElementHandle several) {
    return ((Number) several.evaluate(COUNT_LINES)).intValue();
  }

  /// Adds two rows wherever a button adds one.
  private static boolean addRows(Page page, Set<String> tried) {
    List<String> buttons =
        page.querySelectorAll("#edit [value^='add:']").stream()
            .map(each -> each.getAttribute("value"))
            .filter(each -> isShallow(each) && tried.add(each))
            .toList();
    for (String button : buttons) {
      String name = button.substring("add:".length());
      for (int i = 0; i < 2; i++) {
        swap(page, "name => document.querySelector(`[value='${name}']`).click()", button);
        String id = (String) page.evaluate(LAST_ROW, button);
        assertEquals("r-" + (name + "/" + i).replace('/', '-'), id, button);
        page.evaluate(FILL_FIRST, "#" + id);
      }
      assertEquals(List.of(), page.evaluate(WRITTEN_TWICE), button);
    }
    return !buttons.isEmpty();
  }

  /// Chooses each alternative in turn, and fills the lists that it brings.
  private static boolean choose(Page page, Set<String> tried) {
    for (ElementHandle select : page.querySelectorAll("#edit .either > .choose > select")) {
      String name = select.getAttribute("name");
      if (!isWithin(name, 1) || !tried.add("choose:" + name)) {
        continue;
      }
      int choices = select.querySelectorAll("option").size();
      // the first choice leaves it open, with which a new row is none
      for (int i = 1; i < choices; i++) {
        swap(
            page,
            "([name, i]) => { const select = document.querySelector(`select[name='${name}']`);"
                + " if (!select) throw new Error('no ' + name + ', ' + i);"
                + " select.selectedIndex = i;"
                + " select.dispatchEvent(new Event('change', {bubbles: true})); }",
            List.of(name, i));
        fillLists(page, tried);
        addRows(page, tried);
      }
      return true;
    }
    return false;
  }

  private static boolean isShallow(String name) {
    return isWithin(name, DEPTH);
  }

  private static boolean isWithin(String name, int depth) {
    return name.chars().filter(c -> c == '/').count() <= depth;
  }

  /// Does what has the form come anew, and goes on at the moment it has come: nobody waits longer.
  private static void swap(Page page, String script, Object argument) {
    page.evaluate(
        """
        (argument) => new Promise((come, late) => {
          const old = document.getElementById("edit");
          setTimeout(() => late(new Error("the form did not come anew: " + argument)), 20000);
          new MutationObserver((all, watch) => {
            const form = document.getElementById("edit");
            if (form && form !== old) {
              watch.disconnect();
              come();
            }
          }).observe(document.body, { childList: true, subtree: true });
          (%s)(argument);
        })
        """
            .formatted(script),
        argument);
  }

  @Test
  void aPositionGradesTwoOptions() throws IOException {
    for (boolean scripts : List.of(true, false)) {
      try (BrowserContext context = window(scripts)) {
        Page page = context.pages().getFirst();
        page.navigate(server.address().resolve("/edit/positions").toString());
        page.locator("[name=party]").fill(scripts ? "NL" : "SL");
        page.locator("[name=point]").fill("border");
        if (!scripts) {
          page.locator("details:not([open]) > summary").all().reversed().forEach(Locator::click);
        }
        page.locator("[name=illustrative]").check();
        grade(page, scripts, 0, "river", "preferred");
        grade(page, scripts, 1, "ridge", "red-line");
        page.locator("#edit .finish button").first().click();
        page.waitForLoadState();
        assertEquals(List.of(), page.locator("#edit .wrong").allTextContents());
        String id = URI.create(page.url()).getPath().replaceAll(".*/", "");
        Position position = position(id);
        assertEquals(
            Map.of(new OptionId("river"), Grade.PREFERRED, new OptionId("ridge"), Grade.RED_LINE),
            position.grades());
      }
    }
  }

  private static void grade(Page page, boolean scripts, int line, String option, String grade) {
    if (!scripts && line > 0) {
      page.locator("fieldset.pairs button", new Page.LocatorOptions().setHasText("Another line"))
          .first()
          .click();
    }
    page.locator("[name='grades/" + line + "/k']").fill(option);
    page.locator("[name='grades/" + line + "/v']").selectOption(grade);
  }

  private static Position position(String id) throws IOException {
    Case contents =
        assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load()).contents();
    return contents.records().stream()
        .filter(
            each -> each instanceof Position position && position.id().equals(new PositionId(id)))
        .map(Position.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
