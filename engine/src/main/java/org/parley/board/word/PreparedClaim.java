package org.parley.board.word;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.acts.RecordedAct;
import org.parley.model.Id;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;

/// A claim, or an act as a statement, prepared for reading. Equality is identity.
public final class PreparedClaim {

  /// Its position among the claims in order of time.
  public final int index;

  public final Claim claim;

  /// The act that it is a statement of; null for a claim.
  public final @Nullable RecordedAct act;

  /// The columns it applies to.
  public final ClaimReach reach;

  /// The number of its speaker.
  public final int speaker;

  /// The stance it expresses; null if none.
  public final @Nullable Stance stance;

  /// The first second it may have been said, and the first after it.
  public final long beginning;

  public final long end;

  /// A singleton list of it.
  public final List<PreparedClaim> alone;

  PreparedClaim(int index, Claim claim, @Nullable RecordedAct act, ClaimReach reach, int speaker) {
    this.index = index;
    this.claim = claim;
    this.act = act;
    this.reach = reach;
    this.speaker = speaker;
    this.stance = Stance.of(claim.asserts()).orElse(null);
    this.beginning = claim.said().earliest().getEpochSecond();
    this.end = claim.said().end().getEpochSecond();
    this.alone = List.of(this);
  }

  /// The same at a place among the claims; itself if it is there.
  PreparedClaim at(int place) {
    return place == index ? this : new PreparedClaim(place, claim, act, reach, speaker);
  }

  public boolean isBefore(PreparedClaim other) {
    return end <= other.beginning;
  }

  /// The record that it stands in: a claim or an act, or the instrument of an earlier case file.
  public Id record() {
    return act == null ? claim.id() : act.record();
  }

  /// Whether it also applies to the parts of its subject.
  public boolean bearsOnParts() {
    return isReceipt() || (stance != null && stance.bearsOnParts());
  }

  public boolean isReceipt() {
    return is(Assertion.Received.class) || is(Assertion.NotReceived.class);
  }

  public boolean is(Class<? extends Assertion> kind) {
    return kind.isInstance(claim.asserts());
  }
}
