package org.parley.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;

/// A claim, prepared for reading. Two words are equal when they are the same object.
final class Word {

  /// Its place among the claims, which are in order of time.
  final int index;

  final Claim claim;

  /// What it means for each column.
  final Reach reach;

  /// The number of its speaker: the same for words of one speaker.
  final int speaker;

  /// The stance it expresses; null where it expresses none.
  final @Nullable Stance stance;

  /// The first second it may have been said, and the first it can no longer.
  final long beginning;

  final long end;

  /// The list of it alone.
  final List<Word> alone;

  Word(int index, Claim claim, Reach reach, int speaker) {
    this.index = index;
    this.claim = claim;
    this.reach = reach;
    this.speaker = speaker;
    this.stance = Stance.of(claim.asserts()).orElse(null);
    this.beginning = claim.said().earliest().getEpochSecond();
    this.end = claim.said().end().getEpochSecond();
    this.alone = List.of(this);
  }

  boolean isBefore(Word other) {
    return end <= other.beginning;
  }

  /// Whether said of a whole it also bears on its parts.
  boolean bearsOnParts() {
    return isReceipt() || (stance != null && stance.bearsOnParts());
  }

  boolean isReceipt() {
    return is(Assertion.Received.class) || is(Assertion.NotReceived.class);
  }

  boolean is(Class<? extends Assertion> kind) {
    return kind.isInstance(claim.asserts());
  }
}
