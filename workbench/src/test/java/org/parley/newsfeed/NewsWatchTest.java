package org.parley.newsfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Feeds that change, fail, move and come back, asked for by a clock that the test moves.
@NullMarked
class NewsWatchTest {

  private static final Instant START = Instant.parse("2026-03-05T12:00:00Z");

  @TempDir Path folder;
  private SmallPress press;
  private Instant now = START;
  private int room = 100;
  private final List<String> brought = new ArrayList<>();
  private final List<NewsWatch.EntryText> texts = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    press = new SmallPress();
  }

  @AfterEach
  void close() {
    press.close();
  }

  private NewsWatch watch() throws IOException {
    NewsWatch watch = NewsWatch.of(FeedShelf.at(folder.resolve("feeds.json")), () -> now);
    watch.into(
        (feed, entry, text) -> {
          if (room-- <= 0) {
            return false;
          }
          brought.add(entry.key());
          texts.add(text);
          return true;
        });
    return watch;
  }

  private static String rss(String... items) {
    return "<rss><channel><title>Courier</title>" + String.join("", items) + "</channel></rss>";
  }

  private static String item(String id, Instant published, String link) {
    return "<item><guid>"
        + id
        + "</guid><title>"
        + id
        + "</title><link>"
        + link
        + "</link><pubDate>"
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC))
        + "</pubDate></item>";
  }

  private static String item(String id) {
    return item(id, START.minus(Duration.ofHours(1)), "/" + id);
  }

  private void feed(String tag, String... items) {
    press.put("/feed", 200, "application/rss+xml", rss(items), Map.of("ETag", tag));
  }

  private void passes(NewsWatch watch, int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    watch.look();
  }

  @Test
  void newEntriesAreBroughtOnceTheOldestFirst() throws IOException {
    feed("\"1\"", item("b"), item("a"));
    try (NewsWatch watch = watch()) {
      assertInstanceOf(NewsWatch.Named.Watched.class, watch.watch(press.address("/feed"), 30));
      assertEquals(List.of("a", "b"), brought);
      passes(watch, 29);
      assertEquals(List.of("/feed"), press.asked());
      passes(watch, 1);
      assertEquals(List.of("/feed", "/feed unchanged"), press.asked());
      feed("\"2\"", item("c"), item("b"), item("a"));
      passes(watch, 30);
      assertEquals(List.of("a", "b", "c"), brought);
      WatchedFeed state = watch.feeds().getFirst();
      assertEquals(3, state.brought());
      assertEquals("Courier", state.name());
    }
  }

  @Test
  void ofANewFeedOnlyTheLastDaysAreBrought() throws IOException {
    feed(
        "\"1\"",
        item("today"),
        item("yesterday", START.minus(Duration.ofDays(1)), "/y"),
        item("old", START.minus(Duration.ofDays(3)), "/o"));
    try (NewsWatch watch = watch()) {
      watch.watch(press.address("/feed"), 30);
      assertEquals(List.of("yesterday", "today"), brought);
      feed(
          "\"2\"",
          item("late", START.minus(Duration.ofDays(9)), "/l"),
          item("old", START.minus(Duration.ofDays(3)), "/o"));
      passes(watch, 30);
      assertEquals(List.of("yesterday", "today", "late"), brought);
    }
  }

  @Test
  void afterARestartNothingIsBroughtAgain() throws IOException {
    feed("\"1\"", item("a"));
    try (NewsWatch watch = watch()) {
      watch.watch(press.address("/feed"), 45);
    }
    feed("\"2\"", item("b"), item("a"));
    try (NewsWatch watch = watch()) {
      assertEquals(45, watch.feeds().getFirst().minutes());
      passes(watch, 45);
      assertEquals(List.of("a", "b"), brought);
      assertTrue(watch.forget(press.address("/feed")));
    }
    try (NewsWatch watch = watch()) {
      assertEquals(List.of(), watch.feeds());
      assertTrue(!watch.forget(press.address("/feed")));
    }
  }

  @Test
  void anEntryWithoutRoomComesLater() throws IOException {
    feed("\"1\"", item("c"), item("b"), item("a"));
    room = 2;
    try (NewsWatch watch = watch()) {
      watch.watch(press.address("/feed"), 30);
      assertEquals(List.of("a", "b"), brought);
      room = 5;
      passes(watch, 30);
      assertEquals(List.of("a", "b", "c"), brought);
      passes(watch, 30);
      assertEquals("/feed unchanged", press.asked().getLast());
    }
  }

  @Test
  void aFailingFeedIsAskedForMoreAndMoreSeldom() throws IOException {
    feed("\"1\"", item("a"));
    try (NewsWatch watch = watch()) {
      watch.watch(press.address("/feed"), 30);
      press.put("/feed", 500, "text/plain", "no", Map.of());
      passes(watch, 30);
      assertEquals(
          new FeedTrouble(FeedTrouble.Kind.OTHER_STATUS, 500), watch.feeds().getFirst().trouble());
      passes(watch, 30);
      passes(watch, 59);
      assertEquals(3, press.asked().size());
      passes(watch, 1);
      assertEquals(4, press.asked().size());
      feed("\"2\"", item("b"));
      passes(watch, 24 * 60);
      assertEquals(List.of("a", "b"), brought);
      assertEquals(null, watch.feeds().getFirst().trouble());
      press.put("/feed", 503, "text/plain", "", Map.of("Retry-After", "7200"));
      passes(watch, 30);
      int asked = press.asked().size();
      passes(watch, 119);
      assertEquals(asked, press.asked().size());
      passes(watch, 1);
      assertEquals(asked + 1, press.asked().size());
      press.put("/feed", 410, "text/plain", "", Map.of());
      passes(watch, 24 * 60);
      assertEquals(FeedTrouble.Kind.GONE, kind(watch));
      asked = press.asked().size();
      passes(watch, 30 * 24 * 60);
      assertEquals(asked, press.asked().size());
    }
  }

  private static FeedTrouble.Kind kind(NewsWatch watch) {
    FeedTrouble trouble = watch.feeds().getFirst().trouble();
    return trouble == null ? FeedTrouble.Kind.NOT_A_FEED : trouble.kind();
  }

  @Test
  void whatIsNoFeedIsNotWatched() throws IOException {
    press.page("/page", "Words.");
    press.put("/long", 200, "application/xml", "<rss>" + " ".repeat(9 << 20), Map.of());
    press.put("/round", 302, "text/plain", "", Map.of("Location", "/round"));
    try (NewsWatch watch = watch()) {
      assertEquals(failed(FeedTrouble.Kind.NOT_A_FEED), watch.watch(press.address("/page"), 30));
      assertEquals(failed(FeedTrouble.Kind.TOO_LONG), watch.watch(press.address("/long"), 30));
      assertEquals(failed(FeedTrouble.Kind.UNREACHABLE), watch.watch(press.address("/round"), 30));
      assertEquals(
          new NewsWatch.Named.Failed(new FeedTrouble(FeedTrouble.Kind.OTHER_STATUS, 404)),
          watch.watch(press.address("/none"), 30));
      for (String each :
          List.of(
              "",
              "feed",
              "file:///etc/passwd",
              "ftp://x.example/",
              "https://a b/",
              "http://u:p@x/")) {
        assertEquals(new NewsWatch.Named.NoAddress(), watch.watch(each, 30), each);
      }
      assertEquals(List.of(), watch.feeds());
    }
  }

  private static NewsWatch.Named failed(FeedTrouble.Kind kind) {
    return new NewsWatch.Named.Failed(new FeedTrouble(kind, 0));
  }

  @Test
  void noMoreThanTwentyAreWatched() throws IOException {
    try (NewsWatch watch = watch()) {
      for (int i = 0; i < 20; i++) {
        press.put("/feed" + i, 200, "application/xml", rss(), Map.of());
        assertInstanceOf(
            NewsWatch.Named.Watched.class, watch.watch(press.address("/feed" + i), 30));
      }
      feed("\"1\"");
      assertEquals(new NewsWatch.Named.TooMany(20), watch.watch(press.address("/feed"), 30));
      assertInstanceOf(NewsWatch.Named.Watched.class, watch.watch(press.address("/feed3"), 10_000));
      assertEquals(1_440, watch.feeds().get(3).minutes());
    }
  }

  @Test
  void aFeedLeadsNowhereIntoTheOwnNetwork() throws IOException {
    try (SmallPress inside = new SmallPress();
        NewsWatch watch = watch()) {
      inside.page("/secret", "Secret of the house.");
      press.put("/away", 302, "text/plain", "", Map.of("Location", inside.address("/secret")));
      press.put("/moved", 302, "text/plain", "", Map.of("Location", inside.address("/secret")));
      feed(
          "\"1\"",
          item("direct", START, inside.address("/secret")),
          item("redirected", START, "/away"));
      assertEquals(failed(FeedTrouble.Kind.INWARD), watch.watch(press.address("/moved"), 30));
      watch.watch(press.address("/feed"), 30);
      assertEquals(2, texts.size());
      for (NewsWatch.EntryText each : texts) {
        IOException refused = assertThrows(IOException.class, each::get);
        assertTrue(String.valueOf(refused.getMessage()).contains("own network"));
      }
      assertEquals(List.of(), inside.asked());
    }
  }

  @Test
  void addressesOfThisMachineAndItsNetworkAreNotPublic() throws IOException {
    URI feed = URI.create("https://news.example/feed");
    for (String each :
        List.of(
            "127.0.0.1",
            "10.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
            "[::1]",
            "[fe80::1]",
            "[fd00::1]",
            "[::]",
            "[::ffff:127.0.0.1]")) {
      assertTrue(!PublicAddress.mayFollow(feed, URI.create("http://" + each + "/")), each);
    }
    assertTrue(PublicAddress.mayFollow(feed, URI.create("http://93.184.216.34/")));
    assertTrue(PublicAddress.mayFollow(feed, URI.create("https://news.example/other")));
    assertTrue(
        !PublicAddress.mayFollow(
            URI.create("http://127.0.0.1:1/"), URI.create("http://127.0.0.1:2/")));
  }

  @Test
  void aPageIsReadAndElseTheWordsOfTheEntry() throws IOException {
    press.page("/a", "Fishing rights were settled, the minister said.");
    String words = "<description>" + "The border is open. ".repeat(30) + "</description></item>";
    feed("\"1\"", item("b", START, "/none").replace("</item>", words), item("a"));
    try (NewsWatch watch = watch()) {
      watch.watch(press.address("/feed"), 30);
      assertTrue(texts.get(0).get().text().contains("Fishing rights"));
      assertTrue(texts.get(1).get().text().contains("The border is open."));
    }
  }

  @Test
  void aSpoiltFileIsNamedAndLeftAlone() throws IOException {
    Path file = folder.resolve("feeds.json");
    for (String spoilt :
        List.of("{", "{\"feeds\": [{\"address\": \"::\"}]}", "{\"feeds\":[{\"next\":\"soon\"}]}")) {
      Files.writeString(file, spoilt);
      IOException refused = assertThrows(IOException.class, this::watch);
      assertTrue(String.valueOf(refused.getMessage()).contains(file.toString()));
      assertEquals(spoilt, Files.readString(file));
    }
  }
}
