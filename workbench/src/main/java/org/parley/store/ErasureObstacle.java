package org.parley.store;

/// Why something cannot be erased from a journal as it stands.
public sealed interface ErasureObstacle {

  /// No entry has anything of it.
  record NothingFound() implements ErasureObstacle {}

  /// The chain of the entries does not hold.
  ///
  /// @param number the first entry that is broken
  /// @param what the fault, in words
  record Broken(long number, String what) implements ErasureObstacle {}

  /// The records make no case already.
  record NoCase() implements ErasureObstacle {}

  /// A record has the words today.
  record PresentWords(String kind, String id) implements ErasureObstacle {}

  /// The present records make no case without those that go.
  ///
  /// @param sentence the first violation
  record Needed(String sentence) implements ErasureObstacle {}

  /// A hidden record would no longer fit the others without those that go.
  record SetAside(String id) implements ErasureObstacle {}

  /// The first text of the header has the words, and no entry can come before it.
  record FirstHeader() implements ErasureObstacle {}

  /// A round of delegations rests on a record: sealed answers and accords are bound to its texts.
  ///
  /// @param number the entry
  record RoundRests(long number, String id) implements ErasureObstacle {}
}
