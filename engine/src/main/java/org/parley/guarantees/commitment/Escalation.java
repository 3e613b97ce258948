package org.parley.guarantees.commitment;

import java.util.Set;
import org.parley.model.guarantee.Determination;
import org.parley.model.party.PartyId;

/// The consequence of a breach, or of a decision to reverse a relief.
public sealed interface Escalation {

  /// Nothing.
  record None() implements Escalation {}

  /// It follows by itself, so long after the breach.
  record Automatic(Period afterBreach) implements Escalation {}

  /// It follows when one of these invokes it after the breach.
  record ByPower(Set<PartyId> holders) implements Escalation {

    public ByPower {
      holders = Set.copyOf(holders);
    }
  }

  /// It follows by itself once the window after the determination has passed, unless a vote to stop
  /// it is carried inside the window: the default is reversed (UNSCR 2231, paragraphs 11 and 12).
  record Snapback(Window unlessStoppedWithin, Determination.Council stop) implements Escalation {}
}
