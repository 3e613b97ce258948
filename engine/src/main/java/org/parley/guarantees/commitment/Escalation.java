package org.parley.guarantees.commitment;

import java.util.Set;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;

/// The consequence of a breach, or of a decision to reverse a relief.
public sealed interface Escalation {

  /// No consequence.
  record None() implements Escalation {}

  /// Automatic, a period after the breach.
  record Automatic(Period afterBreach) implements Escalation {}

  /// By a party that invokes it after the breach.
  record ByPower(Set<PartyId> holders) implements Escalation {

    public ByPower {
      holders = Set.copyOf(holders);
    }
  }

  /// Snapback: automatic after the window that follows the determination, unless a vote inside the
  /// window stops it (UNSCR 2231, paragraphs 11 and 12).
  record Snapback(Window unlessStoppedWithin, Determination.Council stop) implements Escalation {}
}
