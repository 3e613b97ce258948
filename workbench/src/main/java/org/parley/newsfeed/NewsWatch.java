package org.parley.newsfeed;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import org.parley.reading.Article;

/// Watches feeds on a person's own machine, each at its interval, and brings their new entries.
/// Thread-safe.
///
/// Of a feed that is new, the entries of the last two days are brought. An entry that was brought
/// is not brought again, after a restart either.
public final class NewsWatch implements AutoCloseable {

  /// The most feeds that are watched.
  public static final int MOST_FEEDS = 20;

  private static final int MOST_AT_ONCE = 30;
  private static final int UNDATED_AT_FIRST = 10;
  private static final Duration FIRST = Duration.ofDays(2);
  private static final long TICK_SECONDS = 15;

  /// Takes the entries in.
  @FunctionalInterface
  public interface Inbox {

    /// Takes an entry in; false if there is no room now.
    boolean take(WatchedFeed feed, NewsEntry entry, EntryText text);
  }

  /// Gets the article of an entry; may take long.
  @FunctionalInterface
  public interface EntryText {
    Article get() throws IOException;
  }

  private final FeedShelf shelf;
  private final InstantSource clock;
  private final FeedClient client = new FeedClient();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("news feeds").factory());
  private final List<WatchedFeed> feeds;

  /// Held while a feed is asked for: no entry is brought twice.
  private final Object asking = new Object();

  private @Nullable Inbox inbox;

  private NewsWatch(FeedShelf shelf, List<WatchedFeed> feeds, InstantSource clock) {
    this.shelf = shelf;
    this.clock = clock;
    this.feeds = new ArrayList<>(feeds);
  }

  /// The watch over the feeds of a shelf. Nothing is asked for before [#start].
  ///
  /// @throws IOException with the file, if the shelf cannot be read
  public static NewsWatch of(FeedShelf shelf, InstantSource clock) throws IOException {
    return new NewsWatch(shelf, shelf.read(), clock);
  }

  /// Begins to ask for feeds, at their intervals.
  public void start(Inbox into) {
    into(into);
    var _ = timer.scheduleWithFixedDelay(this::tick, 1, TICK_SECONDS, TimeUnit.SECONDS);
  }

  void into(Inbox into) {
    synchronized (feeds) {
      inbox = into;
    }
  }

  /// The feeds, in the order in which they were named.
  public List<WatchedFeed> feeds() {
    synchronized (feeds) {
      return List.copyOf(feeds);
    }
  }

  /// The result of naming a feed.
  public sealed interface Named {

    /// It is watched.
    record Watched(WatchedFeed feed) implements Named {}

    /// It cannot be had.
    record Failed(FeedTrouble trouble) implements Named {}

    /// No more are watched.
    record TooMany(int most) implements Named {}

    /// It is no address of the web.
    record NoAddress() implements Named {}
  }

  /// Watches a feed from now on, if it can be had. Changes the interval of one that is watched.
  ///
  /// @param minutes the interval, clamped to what is allowed
  public Named watch(String address, int minutes) {
    Optional<URI> uri = address(address);
    if (uri.isEmpty()) {
      return new Named.NoAddress();
    }
    int every = Math.clamp(minutes, WatchedFeed.LEAST_MINUTES, WatchedFeed.MOST_MINUTES);
    if (feeds().stream().noneMatch(each -> each.address().equals(uri.get()))
        && feeds().size() >= MOST_FEEDS) {
      return new Named.TooMany(MOST_FEEDS);
    }
    synchronized (asking) {
      WatchedFeed looked = looked(before(uri.get(), every));
      FeedTrouble trouble = looked.trouble();
      if (trouble != null) {
        return new Named.Failed(trouble);
      }
      put(looked, true);
      return new Named.Watched(looked);
    }
  }

  private static Optional<URI> address(String words) {
    try {
      URI uri = new URI(words.strip());
      return PublicAddress.isWeb(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private WatchedFeed before(URI address, int minutes) {
    return feeds().stream()
        .filter(each -> each.address().equals(address))
        .findFirst()
        .map(each -> each.every(minutes))
        .orElseGet(() -> WatchedFeed.of(address, minutes, clock.instant()));
  }

  /// Stops watching a feed; false if it is not watched.
  public boolean forget(String address) {
    synchronized (feeds) {
      boolean isForgotten = feeds.removeIf(each -> each.address().toString().equals(address));
      shelf.tryToWrite(feeds);
      return isForgotten;
    }
  }

  /// Asks for all feeds that are due.
  void look() {
    Instant now = clock.instant();
    lookAt(each -> each.isDue(now));
  }

  /// A failure stops no later look.
  private void tick() {
    try {
      look();
    } catch (RuntimeException e) {
      ServerLog.error(LogFields.of("feeds-failed").with(e));
    }
  }

  /// Asks for all feeds now, in the background.
  public void lookNow() {
    timer.execute(() -> lookAt(_ -> true));
  }

  /// Others may ask between two feeds.
  private void lookAt(Predicate<WatchedFeed> which) {
    for (WatchedFeed known : feeds()) {
      synchronized (asking) {
        feeds().stream()
            .filter(each -> each.address().equals(known.address()) && which.test(each))
            .forEach(each -> put(looked(each), false));
      }
    }
  }

  /// @param isNew whether a feed that is not watched is from now on
  private void put(WatchedFeed feed, boolean isNew) {
    synchronized (feeds) {
      int at = indexOf(feed.address());
      if (at >= 0) {
        feeds.set(at, feed);
      } else if (isNew) {
        feeds.add(feed);
      }
      shelf.tryToWrite(feeds);
    }
  }

  private int indexOf(URI address) {
    for (int at = 0; at < feeds.size(); at++) {
      if (feeds.get(at).address().equals(address)) {
        return at;
      }
    }
    return -1;
  }

  private WatchedFeed looked(WatchedFeed feed) {
    return switch (client.feed(feed.address(), feed.tag(), feed.modified())) {
      case FeedClient.Answer.Fresh fresh -> brought(feed, fresh);
      case FeedClient.Answer.Unchanged _ -> feed.unchanged(clock.instant());
      case FeedClient.Answer.Failed failed -> feed.failed(failed, clock.instant());
    };
  }

  /// Brings the new entries, the oldest first. Those for which there is no room come the next time.
  private WatchedFeed brought(WatchedFeed feed, FeedClient.Answer.Fresh fresh) {
    Instant now = clock.instant();
    Set<String> seen = new HashSet<>(feed.seen());
    List<NewsEntry> unseen =
        fresh.feed().entries().stream().filter(each -> seen.add(each.key())).toList();
    List<NewsEntry> wanted = feed.looked() == null ? recent(unseen, now) : unseen;
    List<String> done =
        new ArrayList<>(
            unseen.stream().filter(each -> !wanted.contains(each)).map(NewsEntry::key).toList());
    WatchedFeed named = feed.titled(fresh.feed().title());
    int count = 0;
    for (NewsEntry each : wanted.reversed()) {
      if (count == MOST_AT_ONCE || !isTaken(named, each)) {
        break;
      }
      done.add(each.key());
      count++;
    }
    return named.read(fresh, done, count, count == wanted.size(), now);
  }

  private static List<NewsEntry> recent(List<NewsEntry> entries, Instant now) {
    List<NewsEntry> recent = new ArrayList<>();
    int undated = 0;
    for (NewsEntry each : entries) {
      Instant published = each.published();
      if (published == null ? undated++ < UNDATED_AT_FIRST : published.isAfter(now.minus(FIRST))) {
        recent.add(each);
      }
    }
    return recent;
  }

  private boolean isTaken(WatchedFeed feed, NewsEntry entry) {
    Inbox into;
    synchronized (feeds) {
      into = inbox;
    }
    return into != null && into.take(feed, entry, () -> client.article(feed.address(), entry));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.close();
  }
}
