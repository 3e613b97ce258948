package org.parley.notice;

/// The outcome of an attempt to deliver a notice.
public sealed interface Delivery {

  /// The other side took it over.
  record Done() implements Delivery {}

  /// It was surely not taken, and may be later.
  ///
  /// @param why the reason, in one line
  /// @param isAway whether the other side cannot be reached, so that others need not be tried now
  record Later(String why, boolean isAway) implements Delivery {}

  /// It was surely not taken, and will not be.
  record Refused(String why) implements Delivery {}

  /// It may have been taken: the connection ended before the answer.
  record Unknown(String why) implements Delivery {}
}
