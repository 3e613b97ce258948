package org.parley.web.queue;

import org.parley.model.Refusal;
import org.parley.newsfeed.FeedTrouble;

/// Why a feed is not watched.
public sealed interface FeedRefusal extends Refusal {

  /// Reasons that need no more than the value that is wrong.
  enum Plain implements FeedRefusal {
    FEEDS_ELSEWHERE,
    NOT_AN_INTERVAL,
    NOT_WATCHED,
    FEED_UNREACHABLE,
    FEED_GONE,
    NOT_A_FEED,
    FEED_TOO_LONG,
    FEED_LEADS_INWARD
  }

  /// The server of the feed answered otherwise.
  record FeedAnswered(int status) implements FeedRefusal {}

  /// No more are watched.
  record TooManyFeeds(int most) implements FeedRefusal {}

  /// The trouble with a feed.
  static FeedRefusal of(FeedTrouble trouble) {
    return switch (trouble.kind()) {
      case UNREACHABLE -> Plain.FEED_UNREACHABLE;
      case OTHER_STATUS -> new FeedAnswered(trouble.status());
      case GONE -> Plain.FEED_GONE;
      case NOT_A_FEED -> Plain.NOT_A_FEED;
      case TOO_LONG -> Plain.FEED_TOO_LONG;
      case INWARD -> Plain.FEED_LEADS_INWARD;
    };
  }
}
