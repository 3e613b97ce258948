package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
          // no name is ever resolved, as where there is no network
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /// Rules of axe whose findings colours decide.
  private static final String OF_COLOURS = "['color-contrast', 'link-in-text-block']";

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

  public Browser browser() {
    return browser;
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

  /// What axe finds on a page that is serious or critical.
  public List<String> seriousFindings(Page page) {
    return seriousFindings(page, "");
  }

  /// The same of colours alone: what else axe looks at is the same in light and dark.
  public List<String> seriousFindingsOfColours(Page page) {
    return seriousFindings(page, "runOnly: " + OF_COLOURS + ", ");
  }

  @SuppressWarnings("unchecked") // axe answers with plain lists, maps and strings
  private List<String> seriousFindings(Page page, String options) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(axe + "; undefined");
      page.evaluate(MARK_REPEATED);
    }
    List<Map<String, Object>> violations =
        (List<Map<String, Object>>)
            page.evaluate(
                "async () => (await axe.run({exclude: ['[data-repeated]']}, {"
                    + options
                    + "resultTypes: ['violations']})).violations"
                    + ".map(v => ({id: v.id, impact: v.impact, help: v.help,"
                    + " where: v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | ')}))");
    return violations.stream()
        .filter(each -> List.of("serious", "critical").contains(each.get("impact")))
        .map(Object::toString)
        .toList();
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
