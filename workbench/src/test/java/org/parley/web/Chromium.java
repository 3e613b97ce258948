package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// The browser of the machine the tests run on. It cannot reach the network.
///
/// One for all tests of a JVM, whose threads take turns: each test opens windows of its own. It
/// ends with the JVM.
@NullMarked
public final class Chromium {

  private static final List<String> FLAGS =
      List.of(
          // no name of elsewhere is ever resolved, as where there is no network
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
          "--no-sandbox",
          "--disable-gpu",
          // fewer processes for pages that a test opens for a moment
          "--in-process-gpu",
          "--renderer-process-limit=1",
          "--disable-site-isolation-trials",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /// Rules of axe whose findings colours decide.
  private static final String OF_COLOURS = "['color-contrast', 'link-in-text-block']";

  /// Rules of axe whose findings sizes decide.
  private static final String OF_SIZES = "['scrollable-region-focusable']";

  private static final String EVERYTHING = "{exclude: ['[data-repeated]']}";
  private static final String CHANGED =
      "{include: ['[data-changed]'], exclude: ['[data-repeated]']}";

  /// Widths of a desk and of a telephone.
  private static final int WIDE = 1280;

  private static final int NARROW = 390;

  /// For how long something may not come before a test fails, in milliseconds.
  private static final double PATIENCE = 120_000;

  private static @Nullable Chromium shared;

  private final Browser browser;
  private final String axe;

  private Chromium(Browser browser, String axe) {
    this.browser = browser;
    this.axe = axe;
  }

  /// The browser, started where it is not. Where there is none, what is asked for is passed over;
  /// where the tests of a release run, it fails.
  public static synchronized Chromium get() {
    Chromium running = shared;
    if (running == null) {
      running = start();
      shared = running;
    }
    return running;
  }

  private static Chromium start() {
    Optional<Path> chromium = find();
    if (chromium.isEmpty()) {
      assertFalse(
          "true".equals(System.getenv("CI")),
          "no browser, and CI needs one. Maybe: apt-get install chromium");
      assumeTrue(false, "NO BROWSER: these tests are skipped. Maybe: apt-get install chromium");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.orElseThrow())
                    .setArgs(FLAGS));
    try (InputStream in = Chromium.class.getResourceAsStream("axe.min.js")) {
      String axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new Chromium(browser, axe);
    } catch (IOException e) {
      throw new IllegalStateException("reading axe.min.js", e);
    }
  }

  private static Optional<Path> find() {
    String named = System.getenv("PARLEY_BROWSER");
    return Stream.of(
            named == null || named.isBlank() ? "/usr/bin/chromium" : named,
            "/usr/bin/chromium",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// A window of its own, which knows nothing of others. It is patient: a busy machine is no fault.
  public BrowserContext window(Browser.NewContextOptions options) {
    BrowserContext window = browser.newContext(options);
    window.setDefaultTimeout(PATIENCE);
    return window;
  }

  public BrowserContext window() {
    return window(new Browser.NewContextOptions());
  }

  /// Marks what repeats: of siblings that are built alike, those after the third. Alike are the
  /// same elements with the same attributes, styles and roles, each with a text or without one.
  private static final String MARK_REPEATED =
      """
      () => {
        const telling = ["class", "style", "role", "type", "lang"];
        const shape = each => each.tagName
          + [...each.attributes].map(a => a.name + (telling.includes(a.name) ? a.value : a.value === "")).sort()
          + [...each.childNodes].some(c => c.nodeType === Node.TEXT_NODE && c.data.trim())
          + "(" + [...each.children].map(shape).join() + ")";
        const within = parent => {
          const seen = new Map();
          for (const each of parent.children) {
            const key = shape(each);
            const times = (seen.get(key) ?? 0) + 1;
            seen.set(key, times);
            if (times > 3 && each.children.length > 0) each.setAttribute("data-repeated", "");
            else within(each);
          }
        };
        within(document.body);
      }
      """;

  /// Notes how every element looks.
  private static final String NOTE_LOOKS =
      """
      () => {
        window.look = each => {
          if (!each.checkVisibility({visibilityProperty: true})) return "";
          const style = getComputedStyle(each), size = parseFloat(style.fontSize);
          // contrast asks less of large letters, as WCAG defines them
          const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
          return [style.color, style.backgroundColor, style.backgroundImage, large, style.opacity,
            style.textDecorationLine].join();
        };
        document.querySelectorAll("[data-changed]").forEach(each => each.removeAttribute("data-changed"));
        window.looks = new Map([...document.querySelectorAll("body *")].map(each => [each, look(each)]));
      }
      """;

  /// Marks what looks unlike the noted, and where something came or went, the control it is part
  /// of; says whether there is any.
  private static final String MARK_CHANGED =
      """
      () => {
        const control = "a, button, label, summary, select, svg, [role=img], [role=button], [role=link]";
        for (const each of document.querySelectorAll("body *")) {
          const before = looks.get(each) ?? "", now = look(each);
          if (before === now) continue;
          each.setAttribute("data-changed", "");
          if (!before || !now) each.parentElement.closest(control)?.setAttribute("data-changed", "");
        }
        return document.querySelector("[data-changed]") !== null;
      }
      """;

  private static final String IS_WIDER =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

  /// Faults of a page that are serious or critical, in light and dark, at a wide and a narrow
  /// width.
  ///
  /// The wide page is looked at whole. The narrow one is looked at where it differs: what looks the
  /// same has the same name, role and contrast. Only colours differ in the dark.
  public List<String> faultsInEveryLight(Page page) {
    List<String> faults = new ArrayList<>();
    page.evaluate(axe + "; undefined");
    page.evaluate(MARK_REPEATED);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      boolean isLight = scheme == ColorScheme.LIGHT;
      String rules = isLight ? "" : OF_COLOURS;
      show(page, WIDE, scheme, faults);
      add(page, EVERYTHING, rules, faults);
      page.evaluate(NOTE_LOOKS);
      show(page, NARROW, scheme, faults);
      if (isLight) {
        add(page, EVERYTHING, OF_SIZES, faults);
      }
      if ((boolean) page.evaluate(MARK_CHANGED)) {
        add(page, CHANGED, rules, faults);
      }
    }
    return faults;
  }

  private static void show(Page page, int width, ColorScheme scheme, List<String> faults) {
    page.setViewportSize(width, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(scheme));
    if ((boolean) page.evaluate(IS_WIDER)) {
      faults.add("wider than " + width);
    }
  }

  /// Adds what axe finds that is serious or critical.
  ///
  /// @param rules the rules to run; blank for all
  @SuppressWarnings("unchecked") // axe answers with plain lists, maps and strings
  private static void add(Page page, String within, String rules, List<String> faults) {
    List<Map<String, Object>> violations =
        (List<Map<String, Object>>)
            page.evaluate(
                "async () => (await axe.run("
                    + within
                    + ", {"
                    + (rules.isEmpty() ? "" : "runOnly: " + rules + ", ")
                    + "resultTypes: ['violations']})).violations"
                    + ".map(v => ({id: v.id, impact: v.impact, help: v.help,"
                    + " where: v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | ')}))");
    violations.stream()
        .filter(each -> List.of("serious", "critical").contains(each.get("impact")))
        .map(Object::toString)
        .forEach(faults::add);
  }

  /// The folder of an example of this repository.
  public static Path example(String name) {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("examples").resolve(name))) {
      at = Objects.requireNonNull(at.getParent(), "examples/" + name + " above the working folder");
    }
    return at.resolve("examples").resolve(name);
  }
}
