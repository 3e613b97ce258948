package org.parley.store;

import java.time.Instant;

/// A hash chain of entries: the SHA-256 of the fields of an entry and of the previous hash. Each
/// field is preceded by its length, so that no two entries have equal input.
final class Chain {

  /// The hash before the first entry.
  static final String START = FieldHash.START;

  private Chain() {}

  /// The entry that follows the one with the hash `previous`.
  static Entry next(
      String previous, long number, Instant at, String who, String why, Change change) {
    return new Entry(
        number, at, who, why, change, previous, hash(previous, number, at, who, why, change));
  }

  /// Whether an entry is as it was when it was recorded.
  static boolean isIntact(Entry entry) {
    return entry
        .hash()
        .equals(
            hash(
                entry.previous(),
                entry.number(),
                entry.at(),
                entry.who(),
                entry.why(),
                entry.change()));
  }

  private static String hash(
      String previous, long number, Instant at, String who, String why, Change change) {
    return new FieldHash()
        .with(number)
        .with(at)
        .with(who)
        .with(why)
        .with(change.kind())
        .with(change.id())
        .with(change.before())
        .with(change.after())
        .with(previous)
        .hex();
  }
}
