package org.parley.guarantees.commitment;

import org.parley.model.PartyId;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentPattern;

/// A tier of a response ladder: an act, owed within a time counted from an anchor.
///
/// @param name its name in the ladder
/// @param act the act owed, in the vocabulary of the case: `notice`, `consultation`, `deployment`
/// @param when whether it is owed at once or only after a further incident
/// @param clockFrom the anchor of its clock
/// @param within the time allowed
public record Tier(
    String name, String act, When when, Guarantee.ClockFrom clockFrom, Window within) {

  /// The condition of a tier beyond the trigger.
  public sealed interface When {

    /// No condition.
    record AtOnce() implements When {}

    /// Another incident, found by the same rule, after the triggering one and within a window from
    /// it.
    record IfContinued(IncidentPattern pattern, Window within) implements When {}
  }

  /// The tier if this party owes it: going on means by the same party, unless actors are named.
  Tier by(PartyId party) {
    return when instanceof When.IfContinued(IncidentPattern pattern, Window more)
            && pattern.actors().isEmpty()
        ? new Tier(
            name, act, new When.IfContinued(pattern.withActors(party), more), clockFrom, within)
        : this;
  }

  /// A beneficiary's act that starts clocks anchored in notice.
  public static final String NOTICE = "notice";
}
