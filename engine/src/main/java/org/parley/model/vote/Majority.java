package org.parley.model.vote;

/// The base of a majority.
public enum Majority {
  /// Of the votes for and against.
  SIMPLE,
  /// Of all votes cast, abstentions included.
  OF_VOTES_CAST,
  /// Of those who could vote.
  ABSOLUTE
}
