package org.parley.bargain.solve;

/// What ways to settle points take from the parties, packed so that all parties are compared at
/// once: four in a word, fifteen bits each and one that shows a borrow.
///
/// Each party has room for so much loss and no more. Where that takes more than fifteen bits it is
/// rounded in favour of the way; a way that passes then has to be looked at in full.
final class Losses {

  private static final int BITS = 15;
  private static final int FIELD = 16;
  private static final int PER_WORD = 4;
  private static final long GUARDS = 0x8000_8000_8000_8000L;

  /// Words of each way.
  final int words;

  private final long[] room;
  private final int[] shift;
  private final long[] packedRoom;

  /// @param room by party, 0 or more: the most it may lose
  Losses(long[] room) {
    this.room = room;
    words = (room.length + PER_WORD - 1) / PER_WORD;
    shift = new int[room.length];
    packedRoom = new long[words];
    for (int party = 0; party < room.length; party++) {
      shift[party] = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(room[party]) - BITS);
    }
    pack(room, packedRoom, 0);
    for (int word = 0; word < words; word++) {
      packedRoom[word] |= GUARDS;
    }
  }

  /// Packs one loss a party.
  ///
  /// @return false where one has no room at all; nothing to rely on was written then
  boolean pack(long[] loss, long[] into, int way) {
    for (int word = 0; word < words; word++) {
      into[way * words + word] = 0;
    }
    for (int party = 0; party < loss.length; party++) {
      if (loss[party] > room[party]) {
        return false;
      }
      long field = (loss[party] >> shift[party]) << (party % PER_WORD * FIELD);
      into[way * words + party / PER_WORD] |= field;
    }
    return true;
  }

  /// Adds two ways that each have room; says whether they have it together.
  boolean add(long[] one, int first, long[] other, int second, long[] into, int at) {
    long left = GUARDS;
    for (int word = 0; word < words; word++) {
      long sum = one[first * words + word] + other[second * words + word];
      left &= packedRoom[word] - sum;
      into[at * words + word] = sum;
    }
    return (left & GUARDS) == GUARDS;
  }

  /// The room that a way leaves.
  void subtract(long[] ways, int way, long[] left) {
    for (int word = 0; word < words; word++) {
      left[word] = packedRoom[word] - ways[way * words + word];
    }
  }

  /// The next way that fits into what is left, from one on; `end` where there is none before it.
  int next(long[] ways, long[] left, int from, int end) {
    return switch (words) {
      case 1 -> nextOfOne(ways, left[0], from, end);
      case 2 -> nextOfTwo(ways, left[0], left[1], from, end);
      default -> nextOfMany(ways, left, from, end);
    };
  }

  private static int nextOfOne(long[] ways, long left, int from, int end) {
    int at = from;
    while (at < end && ((left - ways[at]) & GUARDS) != GUARDS) {
      at++;
    }
    return at;
  }

  private static int nextOfTwo(long[] ways, long left, long more, int from, int end) {
    int at = from;
    while (at < end && ((left - ways[2 * at]) & (more - ways[2 * at + 1]) & GUARDS) != GUARDS) {
      at++;
    }
    return at;
  }

  private int nextOfMany(long[] ways, long[] left, int from, int end) {
    int at = from;
    while (at < end && !fits(ways, at, left)) {
      at++;
    }
    return at;
  }

  private boolean fits(long[] ways, int way, long[] left) {
    for (int word = 0; word < words; word++) {
      if (((left[word] - ways[way * words + word]) & GUARDS) != GUARDS) {
        return false;
      }
    }
    return true;
  }
}
