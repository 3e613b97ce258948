package org.parley.bargain.solve;

import java.util.Arrays;

/// Losses of partial packages, packed so that all parties are compared at once: four in a word,
/// fifteen bits each plus a borrow bit.
///
/// Room beyond fifteen bits is rounded in favour of the partial package, which then needs an exact
/// check. Lists are stored as `[word][way]`, so loops over them vectorise.
final class PackedLosses {

  private static final int BITS = 15;
  private static final int FIELD = 16;
  private static final int PER_WORD = 4;
  private static final long GUARDS = 0x8000_8000_8000_8000L;

  /// The words of each partial package, and those that hold the parties.
  final int words;

  final int partyWords;

  private final long[] room;
  private final int[] shift;
  private final long[] packedRoom;

  /// @param room by party, the largest loss, 0 or more; from [#aside] on, that of other sums
  PackedLosses(long[] room, int parties) {
    this.room = room;
    partyWords = aside(parties) / PER_WORD;
    words = (room.length + PER_WORD - 1) / PER_WORD;
    shift = new int[room.length];
    packedRoom = new long[words];
    for (int party = 0; party < room.length; party++) {
      shift[party] = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(room[party]) - BITS);
    }
    pack(room, packedRoom);
    for (int word = 0; word < words; word++) {
      packedRoom[word] |= GUARDS;
    }
  }

  /// The index of the sums beside the parties.
  static int aside(int parties) {
    return (parties + PER_WORD - 1) / PER_WORD * PER_WORD;
  }

  /// Packs one loss per party.
  ///
  /// @return false if one has no room at all; the output is then undefined
  boolean pack(long[] loss, long[] into) {
    Arrays.fill(into, 0);
    for (int party = 0; party < loss.length; party++) {
      if (loss[party] > room[party]) {
        return false;
      }
      into[party / PER_WORD] |= (loss[party] >> shift[party]) << (party % PER_WORD * FIELD);
    }
    return true;
  }

  /// Marks the partial packages with enough room for more.
  ///
  /// @param fits by partial package; read by [#fits]
  void add(long[][] ways, int size, long[] adds, long[] fits) {
    Arrays.fill(fits, 0, size, GUARDS);
    for (int word = 0; word < words; word++) {
      long[] each = ways[word];
      long left = packedRoom[word] - adds[word];
      for (int way = 0; way < size; way++) {
        fits[way] &= left - each[way];
      }
    }
  }

  static boolean fits(long fits) {
    return fits == GUARDS;
  }

  /// The room that a partial package leaves the parties.
  void subtract(long[][] ways, int way, long[] left) {
    for (int word = 0; word < partyWords; word++) {
      left[word] = packedRoom[word] - ways[word][way];
    }
  }

  /// The first partial package that fits the room left; `end` if there is none before it.
  int first(long[][] ways, long[] left, int end) {
    boolean none =
        switch (partyWords) {
          case 1 -> noneOfOne(ways[0], left[0], end);
          case 2 -> noneOfTwo(ways[0], ways[1], left[0], left[1], end);
          default -> false;
        };
    return none ? end : next(ways, left, 0, end);
  }

  /// The next partial package that fits the room left; `end` if there is none before it.
  int next(long[][] ways, long[] left, int from, int end) {
    int at = from;
    while (at < end && !fits(ways, at, left)) {
      at++;
    }
    return at;
  }

  private boolean fits(long[][] ways, int way, long[] left) {
    for (int word = 0; word < partyWords; word++) {
      if (((left[word] - ways[word][way]) & GUARDS) != GUARDS) {
        return false;
      }
    }
    return true;
  }

  // Nearly always none fits. A loop without an exit vectorises: a lane without its guard bit gives
  // -1, and the sign stays.

  private static boolean noneOfOne(long[] ways, long left, int end) {
    long found = 0;
    for (int at = 0; at < end; at++) {
      long lacks = ~(left - ways[at]) & GUARDS;
      found |= (lacks >>> 1) - 1;
    }
    return found >= 0;
  }

  private static boolean noneOfTwo(long[] ways, long[] more, long left, long leftMore, int end) {
    long found = 0;
    for (int at = 0; at < end; at++) {
      long lacks = ~((left - ways[at]) & (leftMore - more[at])) & GUARDS;
      found |= (lacks >>> 1) - 1;
    }
    return found >= 0;
  }
}
