package org.parley.web.people;

import org.parley.model.Refusal;

/// The reason why a secret address is not made.
public enum FeedAddressFault implements Refusal {
  /// The text is no name of an address.
  NOT_A_FEED_NAME,
  /// The account has an address of that name.
  FEED_NAME_TAKEN,
  /// The account has as many as it may have.
  TOO_MANY_FEED_ADDRESSES
}
