package org.parley.newsfeed;

import java.io.IOException;

/// A feed, or the page of an entry, cannot be had.
final class FeedException extends IOException {

  private static final long serialVersionUID = 1;

  private final transient FeedTrouble trouble;

  FeedException(FeedTrouble trouble, String address) {
    super("reading " + address + ": " + words(trouble));
    this.trouble = trouble;
  }

  FeedTrouble trouble() {
    return trouble;
  }

  private static String words(FeedTrouble trouble) {
    return switch (trouble.kind()) {
      case UNREACHABLE -> "nobody answers. Maybe the address is misspelt, or there is no network";
      case OTHER_STATUS -> "the answer was " + trouble.status() + ". Maybe save the page instead";
      case GONE -> "it is gone. Maybe look for another address";
      case NOT_A_FEED -> "it is neither RSS nor Atom. Maybe look for the address of its feed";
      case TOO_LONG -> "it is too long. Maybe cut out the article first";
      case INWARD -> "it leads into this machine's own network. Maybe open it in a browser";
    };
  }
}
