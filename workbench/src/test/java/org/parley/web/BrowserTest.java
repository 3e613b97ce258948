package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.web.service.CaseService;
import org.parley.web.service.FolderCaseService;
import org.parley.web.view.FaultView;
import org.parley.web.view.OpenCase;

/// The pages as a browser shows them: light and dark, wide and narrow, for eyes, keyboard and
/// screen reader.
class BrowserTest {

  private static @Nullable Chromium chromium;
  private static WebServer small;
  private static WebServer example;
  private static WebServer broken;

  /// Windows in which one page is opened after another, by server: opening one takes longer than
  /// most pages.
  private static final Map<WebServer, Window> WINDOWS = new HashMap<>();

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.get();
    OpenCase open = SmallWorld.open();
    small = WebServer.start(_ -> new CaseService.CaseAccess.Opened(open), 0);
    example = WebServer.start(new FolderCaseService(Chromium.example("ukraine-2025"), null), 0);
    List<FaultView> faults =
        List.of(
            new FaultView("claims.yaml:3:5", "unknown point: \"p99\". Maybe you meant p9.", ""),
            new FaultView("points.yaml:1:1", "a second title", "Maybe remove one."));
    broken = WebServer.start(_ -> new CaseService.CaseAccess.Faulty("river", faults), 0);
  }

  @AfterAll
  static void stop() {
    WINDOWS.values().forEach(Window::close);
    Stream.of(small, example, broken).filter(Objects::nonNull).forEach(WebServer::close);
  }

  /// A page open in a window of its own, which records what should not happen.
  private static final class Window implements AutoCloseable {
    final BrowserContext context;
    final Page page;
    final List<String> complaints = new ArrayList<>();
    private final WebServer server;

    Window(WebServer server, int width, ColorScheme scheme, boolean scripts) {
      this.server = server;
      context =
          Objects.requireNonNull(chromium)
              .window(
                  new com.microsoft.playwright.Browser.NewContextOptions()
                      .setViewportSize(width, 900)
                      .setColorScheme(scheme)
                      // what fades in is not looked at halfway
                      .setReducedMotion(ReducedMotion.REDUCE)
                      .setJavaScriptEnabled(scripts)
                      .setLocale("en-GB"));
      page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") && !message.text().contains("status of")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      page.onRequest(
          request -> {
            if (!request.url().startsWith(server.address().toString())
                && !request.url().startsWith("data:")) {
              complaints.add("request to " + request.url());
            }
          });
    }

    Window go(String path) {
      page.navigate(server.address().resolve(path).toString());
      return this;
    }

    /// What is wider than a sheet of A4 with the margins that printers leave.
    String beyondPaper() {
      page.setViewportSize(A4_WIDTH, 1000);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      return overflows()
          ? (String)
              page.evaluate(
                  "() => [...document.querySelectorAll('body *')].filter(each =>"
                      + " each.getBoundingClientRect().right > document.documentElement.clientWidth)"
                      + ".map(each => each.tagName + '.' + each.className.toString())"
                      + ".slice(0, 12).join(' ')")
          : "";
    }

    boolean overflows() {
      return (boolean)
          page.evaluate(
              "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    @Override
    public void close() {
      context.close();
    }
  }

  /// 190 mm at 96 dots an inch.
  private static final int A4_WIDTH = 718;

  static Stream<Arguments> pages() {
    Map<String, String> pages =
        Map.ofEntries(
            Map.entry("board", "/"),
            Map.entry("board-2025-12-28", "/?asOf=2025-12-28&since=2025-12-24"),
            Map.entry("point-12", "/points/p12"),
            Map.entry("claims", "/claims"),
            Map.entry("claims-filtered", "/claims?party=RU&basis=own"),
            Map.entry("timeline", "/timeline?asOf=2025-12-28"),
            Map.entry("sequence", "/sequence"),
            Map.entry("guarantees", "/guarantees"),
            Map.entry("watch", "/watch"),
            Map.entry("instruments", "/instruments"),
            Map.entry("parties", "/parties"),
            Map.entry("party", "/parties/UA"),
            Map.entry("among", "/among?parties=UA,US"),
            Map.entry("packages", "/packages?wait=true"),
            Map.entry(
                "packages-moved", "/packages?wait=true&lift=RU:p14-stand&baseline.UA=300&within=5"),
            Map.entry(
                "packages-built",
                "/packages?wait=true&keep=p2-space,p3-guarantees,p4-cap,p5-15,p7-period,p9-us-led,p12-halves,"
                    + "p14-stand,p16-28,p18-100,p19-council,p20-after&table.p14=p14-zone"),
            Map.entry("brief", "/brief"),
            Map.entry("record-guarantee", "/record/g-us-ua"),
            Map.entry("record-position", "/record/pos-UA-p3"),
            Map.entry("sources", "/sources"));
    Map<String, String> small =
        Map.ofEntries(
            Map.entry("small-board", "/"),
            Map.entry("small-point", "/points/p2"),
            Map.entry("small-claim", "/claims/c8"),
            Map.entry("small-source", "/sources/gazette"),
            Map.entry("small-sequence", "/sequence?without=dam-first"),
            Map.entry("small-guarantees", "/guarantees"),
            Map.entry("small-watch", "/watch"),
            Map.entry("small-watch-log", "/watch?list=log"),
            Map.entry("small-incident", "/incidents/a1"),
            Map.entry("small-acts", "/acts"),
            Map.entry("small-questions", "/questions"),
            Map.entry("small-warnings", "/warnings"),
            Map.entry("small-timeline", "/timeline"),
            Map.entry("small-404", "/points/p99"),
            Map.entry("small-400", "/?asOf=tomorrow"));
    List<Arguments> all = new ArrayList<>();
    pages.forEach((name, path) -> all.add(Arguments.of(name, path)));
    small.forEach((name, path) -> all.add(Arguments.of(name, path)));
    all.add(Arguments.of("broken", "/"));
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void everyPageIsSoundInEveryLight(String name, String path) {
    WebServer server = name.startsWith("small") ? small : name.equals("broken") ? broken : example;
    Window window =
        WINDOWS.computeIfAbsent(server, it -> new Window(it, 1280, ColorScheme.LIGHT, true));
    window.complaints.clear();
    window.go(path);
    assertEquals(List.of(), faults(window));
    assertEquals(List.of(), window.complaints);
    assertEquals("", window.beyondPaper(), name + " is wider than the paper it is printed on");
  }

  /// A fault in one of many rows: a link without a text, a picture without one, faint letters.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='/x'></a>",
        "<a href='/x'><img src='data:,'></a>",
        "<a href='/x' style='color: #ddd'>Row</a>",
        "<a href='/x' aria-hidden='nonsense'>Row</a>"
      })
  void aFaultInOneOfManyRowsIsFound(String faulty) {
    String row = "<li><a href='/x'>Row</a></li>";
    try (Window window = new Window(small, 1280, ColorScheme.LIGHT, true)) {
      for (String last : List.of("<a href='/x'>Row</a>", faulty)) {
        window.page.setContent(
            "<!doctype html><html lang='en'><title>Rows</title><main><h1>Rows</h1><ul>"
                + row.repeat(40)
                + "<li>"
                + last
                + "</li></ul></main></html>");
        assertEquals(last.equals(faulty), !faults(window).isEmpty(), last);
      }
    }
  }

  private static List<String> faults(Window window) {
    return Objects.requireNonNull(chromium).faultsInEveryLight(window.page);
  }

  /// A fault at one width or in one light alone.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(max-width: 40rem) | b { display: none }",
        "(max-width: 40rem) | a { color: #ddd }",
        "(max-width: 40rem) | p { display: block !important; color: #ddd }",
        "(max-width: 40rem) | h1 { inline-size: 60rem }",
        "(max-width: 40rem) | div { inline-size: 9rem; overflow-x: scroll }",
        "(min-width: 60rem) | b { display: none }",
        "(min-width: 60rem) | h1 { color: #ddd }",
        "(prefers-color-scheme: dark) | h1 { color: #ddd }",
        "(prefers-color-scheme: dark) and (max-width: 40rem) | h1 { font-size: 1rem; color: #ddd }"
      })
  void aFaultInOneLightAloneIsFound(String where, String style) {
    try (Window window = new Window(small, 1280, ColorScheme.LIGHT, true)) {
      for (boolean faulty : List.of(false, true)) {
        window.page.setContent(
            "<!doctype html><html lang='en'><title>Rows</title><style>p { display: none }"
                + (faulty ? "@media " + where + " {" + style + "}" : "")
                + "</style><main><h1>Rows</h1><ul><li><a href='/x'><b>Row</b></a></li></ul>"
                + "<p>Narrow</p><div><span style='white-space: nowrap'>"
                + "Words ".repeat(6)
                + "</span></div></main></html>");
        assertEquals(faulty, !faults(window).isEmpty(), style);
      }
    }
  }

  @Test
  void theExampleOpensWithItsAnswer() {
    try (Window window =
        new Window(example, 1280, ColorScheme.LIGHT, true).go("/?asOf=2025-12-28")) {
      String answer = window.page.locator("#answer").innerText();
      assertTrue(answer.contains("18 of 20 points agreed"), answer);
      assertTrue(answer.contains("With Russia: 0 of 20"), answer);
      assertTrue(answer.contains("12 ") && answer.contains("14 "), answer);
    }
  }

  /// Waits until the element says it: an address may change before the page does.
  private static void waitFor(Page page, String selector, String words) {
    page.locator(selector).filter(new Locator.FilterOptions().setHasText(words)).waitFor();
  }

  @Test
  void aHoleLeadsToItsReasonByKeyboard() {
    try (Window window = new Window(example, 1280, ColorScheme.LIGHT, true).go("/guarantees")) {
      Page page = window.page;
      assertTrue(
          page.locator("h1").innerText().contains("No: three holes"),
          page.locator("h1").innerText());
      page.locator("a.strip.is-hole").nth(1).focus();
      page.keyboard().press("Enter");
      Locator reason = page.locator("li:target");
      reason.waitFor();
      assertTrue(reason.innerText().contains("Owed only if it goes on"), reason.innerText());
    }
  }

  @Test
  void anIncidentInTimeAndOnTheMapLeadsToItsReportsByKeyboard() {
    for (String drawing : List.of(".happened a.when.is-incident", ".map a.when.is-incident")) {
      try (Window window = new Window(small, 1280, ColorScheme.LIGHT, true).go("/watch")) {
        Page page = window.page;
        page.locator(drawing).first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/incidents/*");
        waitFor(page, "h1", "A strike");
        waitFor(page, "#main", "Who owes what for it");
      }
    }
  }

  @Test
  void theSliderIsMovedByKeyboard() {
    try (Window window = new Window(small, 1280, ColorScheme.LIGHT, true).go("/")) {
      Page page = window.page;
      page.locator("#slider").focus();
      page.keyboard().press("Home");
      page.waitForURL("**/?asOf=2025-02-28");
      waitFor(page, "#answer .label", "28 February 2025");
      assertEquals("28 February 2025", page.locator("#slider").getAttribute("aria-valuetext"));
      assertEquals("slider", page.evaluate("() => document.activeElement.id"));
      page.keyboard().press("ArrowRight");
      page.waitForURL("**/?asOf=2025-03-01");
      page.goBack();
      page.waitForURL("**/?asOf=2025-02-28");
      waitFor(page, "#answer .label", "28 February 2025");
      assertEquals(List.of(), window.complaints);
    }
  }

  @Test
  void twoDaysAreCompared() {
    try (Window window = new Window(small, 1280, ColorScheme.LIGHT, true).go("/")) {
      window.page.locator("input[name=since]").fill("2025-03-01");
      window.page.locator("#moved-h").waitFor();
      assertTrue(window.page.url().contains("since=2025-03-01"), window.page.url());
      assertTrue(window.page.locator(".moved").innerText().contains("Bo Vane"));
    }
  }

  @Test
  void filtersAnswerWhileTyping() {
    try (Window window = new Window(small, 1280, ColorScheme.LIGHT, true).go("/claims")) {
      Page page = window.page;
      page.locator(".filters input[name=q]").pressSequentially("settled");
      page.waitForURL("**/claims?q=settled");
      assertEquals(1, page.locator(".claim").count());
      page.locator("select[name=party]").selectOption("B");
      page.waitForURL("**/claims?q=settled&party=B");
      assertEquals(0, page.locator(".claim").count());
      assertEquals(List.of(), window.complaints);
    }
  }

  @Test
  void everythingWorksWithoutScripts() {
    try (Window window = new Window(small, 1280, ColorScheme.LIGHT, false).go("/")) {
      window.page.locator("#asOf").fill("2025-03-02");
      window.page.locator("#moment button").click();
      assertTrue(window.page.url().contains("asOf=2025-03-02"), window.page.url());
      assertTrue(window.page.locator("#answer").innerText().contains("2 "));
      window.go("/claims");
      window.page.locator("select[name=asserts]").selectOption("rejected");
      window.page.locator(".filters button").click();
      assertEquals(1, window.page.locator(".claim").count());
    }
  }

  @Test
  void aStepSaysByKeyboardWhyItIsNotEarlier() {
    try (Window window =
        new Window(small, 1280, ColorScheme.LIGHT, false).go("/sequence?without=dam-first")) {
      Page page = window.page;
      assertFalse(page.locator("#step-toll .g-why").isVisible());
      page.locator("#step-toll summary").focus();
      page.keyboard().press("Enter");
      page.locator("#step-toll .g-why").waitFor();
      String why = page.locator("#step-toll .g-why").innerText();
      assertTrue(why.contains("at least 30 days after"), why);
      assertTrue(page.locator("#step-toll .g-why a[href='/claims/c1']").count() > 0);
    }
  }

  @Test
  void theKeyboardReachesTheContentFirst() {
    try (Window window = new Window(small, 1280, ColorScheme.LIGHT, true).go("/")) {
      window.page.keyboard().press("Tab");
      assertEquals("To the content", window.page.locator(":focus").innerText());
      window.page.keyboard().press("Enter");
      assertEquals("main", window.page.evaluate("() => document.activeElement.id"));
    }
  }

  /// Also where a part of a date, or the button that opens its calendar, has the focus.
  @Test
  void whatHasTheFocusShowsIt() {
    try (Window window = new Window(example, 1280, ColorScheme.LIGHT, true).go("/")) {
      int dates = 0;
      for (int tab = 0; tab < 60; tab++) {
        window.page.keyboard().press("Tab");
        String focus =
            (String)
                window.page.evaluate(
                    "() => { const it = document.activeElement;"
                        + " return it.type + ' ' + getComputedStyle(it).outlineStyle; }");
        assertFalse(focus.startsWith("date ") && !focus.endsWith(" solid"), focus + " at " + tab);
        dates += focus.startsWith("date ") ? 1 : 0;
      }
      assertTrue(dates > 8, "dates passed " + dates);
    }
  }

  @Test
  void theAnswerFollowsASlider() {
    try (Window window = new Window(example, 1280, ColorScheme.LIGHT, true).go("/packages")) {
      Page page = window.page;
      assertTrue(page.locator("h1").innerText().startsWith("No package is acceptable to"));
      page.locator("#whatif summary")
          .filter(new Locator.FilterOptions().setHasText("Russia"))
          .first()
          .click();
      page.locator("input[value='RU:p14-stand']").check();
      waitFor(page, "#answer", "16 of 55,296 distinct packages");
      waitFor(page, "#count", "16");
      page.waitForURL("**/packages?lift=RU:p14-stand");
      waitFor(page, "#stands", "What keeps other packages out");
      page.locator("input[name='baseline.RU']").focus();
      page.keyboard().press("End");
      waitFor(page, "#answer h1", "No package is acceptable to");
      assertEquals("baseline.RU", page.evaluate("() => document.activeElement.name"));
      assertTrue(page.url().contains("baseline.RU=1000"), page.url());
      page.reload();
      waitFor(page, "#answer h1", "No package is acceptable to");
      assertEquals("1000", page.locator("input[name='baseline.RU']").inputValue());
      assertEquals(List.of(), window.complaints);
    }
  }

  @Test
  void aPackageIsPutTogetherByKeyboard() {
    try (Window window =
        new Window(example, 1280, ColorScheme.LIGHT, true).go("/packages?wait=true")) {
      Page page = window.page;
      page.locator("input[name='table.p14'][value='']").focus();
      page.keyboard().press("ArrowDown");
      waitFor(page, "#draft .sum", "1 of 12 points is settled");
      page.waitForURL("**/packages?table.p14=p14-stand");
      waitFor(page, "#draft .objection", "never accepts “Stand where we stand”");
      page.locator("#draft a")
          .filter(new Locator.FilterOptions().setHasText("Complete it"))
          .first()
          .click();
      waitFor(page, "#draft .sum", "would accept it, Russia would not");
      waitFor(page, "#compare thead", "Yours");
      assertTrue(page.locator("#draft").innerText().contains("It is efficient"));
      page.locator("input[value='p18-asap']").check();
      waitFor(page, "#draft .trades", "nobody loses");
      page.locator("#draft .trades a").first().click();
      page.locator("#draft .sum").waitFor();
      assertFalse(page.url().contains("p18-asap"), page.url());
      page.locator("#draft a")
          .filter(new Locator.FilterOptions().setHasText("Keep it"))
          .first()
          .click();
      page.waitForURL("**keep=**");
      assertEquals(List.of(), window.complaints);
    }
  }

  @Test
  void theFrontierIsBrushed() {
    try (Window window =
        new Window(example, 1280, ColorScheme.LIGHT, true).go("/packages?wait=true")) {
      Page page = window.page;
      int all = page.locator(".as-lines polyline").count();
      assertTrue(all > 100, "lines: " + all);
      page.locator(".brushes input").first().fill("600");
      int left = page.locator(".as-lines polyline:not(.off)").count();
      assertTrue(left > 0 && left < all, left + " of " + all);
      assertEquals(left + " of " + all, page.locator("#brushed").innerText());
      assertTrue(page.locator("#picked").innerText().contains("14 Territories"));
      page.locator("#unbrush").click();
      assertEquals(all, page.locator(".as-lines polyline:not(.off)").count());
      page.locator(".as-lines").scrollIntoViewIfNeeded();
      var grip = page.locator(".axis .grip").first().boundingBox();
      page.mouse().move(grip.x + grip.width / 2, grip.y + 20);
      page.mouse().down();
      page.mouse().move(grip.x + grip.width / 2, grip.y + 60);
      page.mouse().up();
      assertTrue(page.locator(".as-lines polyline.off").count() > 0);
      assertEquals(List.of(), window.complaints);
    }
  }

  @Test
  void figuresAreMovedWithoutScripts() {
    try (Window window = new Window(example, 1280, ColorScheme.LIGHT, false).go("/packages")) {
      window
          .page
          .locator("#whatif summary")
          .filter(new Locator.FilterOptions().setHasText("Russia"))
          .first()
          .click();
      window.page.locator("input[value='RU:p14-stand']").check();
      window.page.locator("#whatif button").click();
      assertTrue(
          window.page.locator("#answer").innerText().contains("16 of 55,296"), window.page.url());
    }
  }
}
