package org.parley.newsfeed;

/// Why a feed could not be read.
///
/// @param status the status of the answer; 0 if there was none
public record FeedTrouble(Kind kind, int status) {

  /// The kinds of trouble.
  public enum Kind {
    /// Nobody answers, or not in time.
    UNREACHABLE,
    /// The answer is neither the feed nor that it is unchanged.
    OTHER_STATUS,
    /// The feed was given up: it is not asked for again.
    GONE,
    /// It is neither RSS nor Atom.
    NOT_A_FEED,
    /// It is longer than is read.
    TOO_LONG,
    /// It leads to an address of this machine or its network.
    INWARD
  }

  static FeedTrouble of(Kind kind) {
    return new FeedTrouble(kind, 0);
  }
}
