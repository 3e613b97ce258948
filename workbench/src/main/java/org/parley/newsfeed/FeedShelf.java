package org.parley.newsfeed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.UserFolder;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The feeds that a person watches for a case, kept in a file outside the case.
public final class FeedShelf {

  private final @Nullable Path file;

  private FeedShelf(@Nullable Path file) {
    this.file = file;
  }

  /// A shelf that forgets when Parley stops.
  public static FeedShelf none() {
    return new FeedShelf(null);
  }

  /// The shelf in a file, which need not exist yet.
  public static FeedShelf at(Path file) {
    return new FeedShelf(file);
  }

  /// The shelf of a case: `PARLEY_FEEDS`, or a file in `feeds` of the [UserFolder]. Without either,
  /// feeds are forgotten when Parley stops.
  public static FeedShelf of(Map<String, String> environment, Path folder) {
    String named = environment.getOrDefault("PARLEY_FEEDS", "");
    return named.isEmpty()
        ? UserFolder.data(environment)
            .map(each -> at(each.resolve("feeds").resolve(name(folder) + ".json")))
            .orElseGet(FeedShelf::none)
        : at(Path.of(named));
  }

  /// A name for a case that no other folder has.
  private static String name(Path folder) {
    try {
      byte[] path = folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(path);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The feeds.
  ///
  /// @throws IOException with the file, if it cannot be read
  List<WatchedFeed> read() throws IOException {
    if (file == null || !Files.exists(file)) {
      return List.of();
    }
    try {
      List<WatchedFeed> feeds = new ArrayList<>();
      for (JsonNode each : JsonMapper.shared().readTree(Files.readString(file)).path("feeds")) {
        feeds.add(feed(each));
      }
      return feeds;
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(
          "reading the feeds in "
              + file
              + ": it is not what Parley wrote. Maybe move the file away, and watch them again",
          e);
    }
  }

  private static WatchedFeed feed(JsonNode node) {
    JsonNode trouble = node.path("trouble");
    List<String> seen = new ArrayList<>();
    node.path("seen").forEach(each -> seen.add(each.stringValue("")));
    return new WatchedFeed(
        URI.create(node.path("address").stringValue("")),
        node.path("title").stringValue(""),
        Math.clamp(
            node.path("minutes").asInt(WatchedFeed.USUAL_MINUTES),
            WatchedFeed.LEAST_MINUTES,
            WatchedFeed.MOST_MINUTES),
        node.path("tag").stringValue(null),
        node.path("modified").stringValue(null),
        instant(node.path("looked")),
        instant(node.path("next")),
        node.path("failures").asInt(0),
        trouble.isObject()
            ? new FeedTrouble(
                FeedTrouble.Kind.valueOf(trouble.path("kind").stringValue("")),
                trouble.path("status").asInt(0))
            : null,
        node.path("brought").asInt(0),
        seen);
  }

  private static @Nullable Instant instant(JsonNode node) {
    return node.isString() ? Instant.parse(node.stringValue()) : null;
  }

  /// Keeps the feeds: whole, or as they were.
  void write(List<WatchedFeed> feeds) throws IOException {
    if (file == null) {
      return;
    }
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode list = json.putArray("feeds");
    feeds.forEach(each -> write(list.addObject(), each));
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, "feeds", ".new");
    try {
      Files.writeString(written, json.toPrettyString());
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static void write(ObjectNode node, WatchedFeed feed) {
    node.put("address", feed.address().toString());
    node.put("title", feed.title());
    node.put("minutes", feed.minutes());
    node.put("tag", feed.tag());
    node.put("modified", feed.modified());
    node.put("looked", words(feed.looked()));
    node.put("next", words(feed.next()));
    node.put("failures", feed.failures());
    FeedTrouble trouble = feed.trouble();
    if (trouble != null) {
      node.putObject("trouble").put("kind", trouble.kind().name()).put("status", trouble.status());
    }
    node.put("brought", feed.brought());
    ArrayNode seen = node.putArray("seen");
    feed.seen().forEach(seen::add);
  }

  private static @Nullable String words(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /// Keeps the feeds as far as the disk lets it: a full disk stops no reading.
  void tryToWrite(List<WatchedFeed> feeds) {
    try {
      write(feeds);
    } catch (IOException | UncheckedIOException e) {
      ServerLog.warn(LogFields.of("feeds-not-kept").with(e));
    }
  }
}
