package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.app.CasesWorld;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;

/// The pictures of README and documentation, taken from the pages.
///
/// With `-Dgolden.update=true` they are written. Else each is compared with the page of today, so
/// roughly that letters of another machine's fonts make no difference.
@NullMarked
class DocumentedPicturesBrowserTest {

  private static final Path FOLDER =
      Objects.requireNonNull(
              Chromium.example("ukraine-2025").getParent(), "the folder of the examples")
          .resolveSibling("docs")
          .resolve("pictures");

  private static final int WIDTH = 1040;
  private static final int MOST_HEIGHT = 680;
  private static final int MOST_BYTES = 200_000;

  /// Pictures are compared in squares of so many pixels.
  private static final int SQUARE = 20;

  /// The greatest mean difference of a square, of 255.
  private static final double TOLERANCE = 14;

  /// A folder without a case.
  private static final String EMPTY = "talks";

  @TempDir private static Path folder;
  private static final Map<String, Served> SERVED = new HashMap<>();

  /// A case whose mediator sees it as others do.
  private static final String TEAM = "team";

  /// A server of many cases.
  private static final String MANY = "many";

  /// A case that is served for its pictures, or a server of many.
  ///
  /// @param cookie the session of the one who looks; empty for none
  private record Served(WebServer server, List<AutoCloseable> parts, String cookie) {}

  @AfterAll
  static void stop() throws Exception {
    for (Served each : SERVED.values()) {
      for (AutoCloseable part : each.parts) {
        part.close();
      }
    }
    SERVED.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "board, ukraine-2025, /, section[aria-labelledby=matrix-h]",
    "packages, ukraine-2025, /packages?wait=true, #hero",
    "guarantees, ukraine-2025, /guarantees, section.coverage",
    "sequence, ukraine-2025, /sequence, section[aria-labelledby=plan]",
    "timeline, ukraine-2025, /timeline, #stock",
    "point, ukraine-2025, /points/p14, main",
    "watch, ukraine-2025, /watch, main",
    "outlook, ukraine-2025, /outlook, main",
    "new, talks, /, main",
    "positions, simulator-2025, /grid, main",
    "confidence, simulator-2025, /confide?party=UA, main",
    "round, simulator-2025, /rounds/single-text, main",
    "see-as, team, /points/p14, body",
    "status, many, /server/status, main"
  })
  void theyShowThePagesOfToday(String name, String example, String path, String part)
      throws Exception {
    byte[] taken = taken(example, path, part);
    assertTrue(taken.length < MOST_BYTES, name + " has " + taken.length + " bytes");
    Path file = FOLDER.resolve(name + ".png");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.write(file, taken);
    }
    BufferedImage now = read(taken);
    BufferedImage kept = read(Files.readAllBytes(file));
    assertEquals(WIDTH, kept.getWidth(), name);
    assertTrue(
        Math.abs(now.getHeight() - kept.getHeight()) <= 2 * SQUARE,
        name + ": another height, " + now.getHeight() + " instead of " + kept.getHeight());
    double difference = difference(now, kept);
    assertTrue(
        difference < TOLERANCE,
        name + " differs by " + difference + ". Maybe take it again: -Dgolden.update=true");
  }

  private static Served serve(String example) throws Exception {
    return switch (example) {
      case TEAM -> serveTeam();
      case MANY -> serveMany();
      default -> serveFolder(example);
    };
  }

  private static Served serveTeam() throws Exception {
    LoadResult loaded = CaseFolder.of(Chromium.example("ukraine-2025")).load();
    Team team = new Team(folder, ((LoadResult.Loaded) loaded).contents(), false);
    team.account("ann", "mediator", null);
    String cookie = String.valueOf(team.inSession("ann").cookie);
    return new Served(team.server, List.of(team), cookie);
  }

  private static Served serveMany() throws Exception {
    CasesWorld world =
        new CasesWorld.Plan()
            .administrator("root")
            .hosts("river", CasesWorld.river("The river", "upper"))
            .serve(folder.resolve(MANY));
    return new Served(world.server(), List.of(world), String.valueOf(world.as("root").cookie));
  }

  private static Served serveFolder(String example) throws IOException {
    Path contents = Files.createDirectory(folder.resolve(example));
    if (!example.equals(EMPTY)) {
      try (Stream<Path> files = Files.list(Chromium.example(example))) {
        for (Path each : files.filter(Files::isRegularFile).toList()) {
          Files.copy(each, contents.resolve(each.getFileName().toString()));
        }
      }
    }
    FolderJournal journal = new FolderJournal(contents, "Ann", Clock.systemUTC());
    WebServer server = WebServer.start(new FolderCaseService(contents, journal), 0);
    return new Served(server, List.of(server, journal), "");
  }

  /// Has the mediator see a page as a party does.
  private static void seeAs(Page page, String party) {
    page.locator("nav details.as summary").click();
    page.locator("nav details.as select").selectOption(party);
    page.locator("nav details.as button").click();
    page.locator(".borrowed").waitFor();
  }

  private static byte[] taken(String example, String path, String part) throws Exception {
    Served served = SERVED.get(example);
    if (served == null) {
      served = serve(example);
      SERVED.put(example, served);
    }
    try (BrowserContext context =
        Chromium.get()
            .window(
                new Browser.NewContextOptions()
                    .setViewportSize(WIDTH, 900)
                    .setColorScheme(ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE))) {
      String address = "http://127.0.0.1:" + served.server.port();
      if (!served.cookie.isEmpty()) {
        String[] session = served.cookie.split("[=;]", 3);
        context.addCookies(List.of(new Cookie(session[0], session[1]).setUrl(address)));
      }
      Page page = context.newPage();
      page.navigate(address + path);
      if (example.equals(TEAM)) {
        seeAs(page, "UA");
      }
      // what waits depends on the day the picture is taken
      page.evaluate("() => document.querySelectorAll('.waits').forEach(each => each.remove())");
      BoundingBox box = page.locator(part).first().boundingBox();
      return page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setClip(0, box.y, WIDTH, Math.min(MOST_HEIGHT, box.height)));
    }
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "a picture");
  }

  /// The mean difference of both, blurred.
  private static double difference(BufferedImage one, BufferedImage other) {
    int wide = WIDTH / SQUARE;
    int high = Math.max(1, Math.min(one.getHeight(), other.getHeight()) / SQUARE);
    BufferedImage first = blurred(one, wide, high);
    BufferedImage second = blurred(other, wide, high);
    long sum = 0;
    for (int x = 0; x < wide; x++) {
      for (int y = 0; y < high; y++) {
        sum += Math.abs((first.getRGB(x, y) & 0xff) - (second.getRGB(x, y) & 0xff));
      }
    }
    return (double) sum / wide / high;
  }

  private static BufferedImage blurred(BufferedImage image, int wide, int high) {
    BufferedImage grey = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D drawing = grey.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    drawing.drawImage(
        image.getScaledInstance(wide, high, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
    drawing.dispose();
    return grey;
  }
}
