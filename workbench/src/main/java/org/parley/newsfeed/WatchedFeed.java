package org.parley.newsfeed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A feed that is watched, and how far.
///
/// @param title its own title; empty before it was read
/// @param minutes the interval at which it is asked for
/// @param tag the entity tag of its last version
/// @param modified the day of its last version, in its server's words
/// @param looked when it was last asked for; null before the first time
/// @param next when it is asked for again; null if it is gone
/// @param failures how often in a row it could not be had
/// @param trouble why it could not be had the last time; null if it could
/// @param brought how many of its entries were brought
/// @param seen the keys of its latest entries
public record WatchedFeed(
    URI address,
    String title,
    int minutes,
    @Nullable String tag,
    @Nullable String modified,
    @Nullable Instant looked,
    @Nullable Instant next,
    int failures,
    @Nullable FeedTrouble trouble,
    int brought,
    List<String> seen) {

  /// The least and the most minutes between two looks, and how many are usual.
  public static final int LEAST_MINUTES = 5;

  public static final int MOST_MINUTES = 1_440;
  public static final int USUAL_MINUTES = 30;

  private static final int MOST_SEEN = 1_000;
  private static final int MOST_DOUBLINGS = 12;

  public WatchedFeed {
    seen = List.copyOf(seen);
  }

  /// A feed that nobody looked at yet.
  static WatchedFeed of(URI address, int minutes, Instant now) {
    return new WatchedFeed(address, "", minutes, null, null, null, now, 0, null, 0, List.of());
  }

  /// The name of the feed: its title, else its host.
  public String name() {
    return title.isEmpty() ? String.valueOf(address.getHost()) : title;
  }

  boolean isDue(Instant now) {
    return next != null && !next.isAfter(now);
  }

  /// The same feed at another interval.
  WatchedFeed every(int other) {
    return new WatchedFeed(
        address, title, other, tag, modified, looked, next, failures, trouble, brought, seen);
  }

  /// The same feed by its own title.
  WatchedFeed titled(String own) {
    return new WatchedFeed(
        address, own, minutes, tag, modified, looked, next, failures, trouble, brought, seen);
  }

  /// The feed after its entries were brought.
  ///
  /// @param keys the entries that were brought, or are too old
  /// @param more how many were brought
  /// @param isAll whether none is left; else the same version is asked for again
  WatchedFeed read(
      FeedClient.Answer.Fresh fresh, List<String> keys, int more, boolean isAll, Instant now) {
    List<String> all = Stream.concat(seen.stream(), keys.stream()).distinct().toList();
    return new WatchedFeed(
        address,
        title,
        minutes,
        isAll ? fresh.tag() : null,
        isAll ? fresh.modified() : null,
        now,
        now.plus(Duration.ofMinutes(minutes)),
        0,
        null,
        brought + more,
        all.subList(Math.max(0, all.size() - MOST_SEEN), all.size()));
  }

  /// The feed after an answer that it is what it was.
  WatchedFeed unchanged(Instant now) {
    return asked(now, now.plus(Duration.ofMinutes(minutes)), 0, null);
  }

  /// The feed after a failure: asked for again after twice as long each time, a day at the most.
  WatchedFeed failed(FeedClient.Answer.Failed failed, Instant now) {
    long doubled = (long) minutes << Math.min(failures, MOST_DOUBLINGS);
    long seconds = Math.max(Math.min(doubled, MOST_MINUTES) * 60, failed.after());
    boolean isGone = failed.trouble().kind() == FeedTrouble.Kind.GONE;
    return asked(now, isGone ? null : now.plusSeconds(seconds), failures + 1, failed.trouble());
  }

  private WatchedFeed asked(
      Instant now, @Nullable Instant again, int failed, @Nullable FeedTrouble why) {
    return new WatchedFeed(
        address, title, minutes, tag, modified, now, again, failed, why, brought, seen);
  }
}
