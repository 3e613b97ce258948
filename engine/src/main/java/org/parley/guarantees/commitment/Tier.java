package org.parley.guarantees.commitment;

import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentPattern;

/// One rung of a response ladder: an act, owed within a time counted from an anchor.
///
/// @param name its name in the ladder
/// @param act the act owed, a word of the case: `notice`, `consultation`, `deployment`
/// @param when whether it is owed at once or only if it goes on
/// @param clockFrom what starts its clock
/// @param within how long the obligor has
public record Tier(
    String name, String act, When when, Guarantee.ClockFrom clockFrom, Window within) {

  /// What a tier waits for beyond the trigger.
  public sealed interface When {

    /// Nothing.
    record AtOnce() implements When {}

    /// Another incident, found by the same rule, after the one that triggered and within a window
    /// from it.
    record IfContinued(IncidentPattern pattern, Window within) implements When {}
  }

  /// The act of a beneficiary that starts clocks anchored in notice.
  public static final String NOTICE = "notice";
}
