package org.parley.web.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.newsfeed.FeedTrouble;
import org.parley.newsfeed.NewsWatch;
import org.parley.newsfeed.WatchedFeed;
import org.parley.web.view.Say;

/// A feed that is watched, as shown.
///
/// @param looked when it was last asked for; null before
/// @param brought how many of its entries were brought so far
/// @param trouble why it could not be had the last time; empty if it could
/// @param isGone whether it is not asked for again
public record FeedView(
    String address,
    String name,
    int minutes,
    @Nullable Instant looked,
    int brought,
    String trouble,
    boolean isGone) {

  /// The feeds of a watch; none without one.
  public static List<FeedView> of(@Nullable NewsWatch watch) {
    return watch == null ? List.of() : watch.feeds().stream().map(FeedView::of).toList();
  }

  private static FeedView of(WatchedFeed feed) {
    FeedTrouble trouble = feed.trouble();
    return new FeedView(
        feed.address().toString(),
        feed.name(),
        feed.minutes(),
        feed.looked(),
        feed.brought(),
        trouble == null ? "" : Say.complaint(FeedRefusal.of(trouble)),
        feed.next() == null);
  }
}
