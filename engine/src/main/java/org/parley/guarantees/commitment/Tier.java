package org.parley.guarantees.commitment;

/// One rung of a response ladder: an act, owed within a time counted from an anchor.
///
/// @param name its name in the ladder
/// @param act the act owed, a word of the case: `notice`, `consultation`, `deployment`
/// @param when whether it is owed at once or only if it goes on
/// @param anchor what starts its clock
/// @param within how long the obligor has
public record Tier(String name, String act, When when, Anchor anchor, Window within) {

  /// What a tier waits for beyond the trigger.
  public sealed interface When {

    /// Nothing.
    record AtOnce() implements When {}

    /// Another incident, found by the same rule, after the one that triggered and within a window
    /// from it.
    record IfContinued(IncidentPattern pattern, Window within) implements When {}
  }

  /// What starts the clock of a tier.
  public enum Anchor {
    /// The incident.
    OCCURRENCE,
    /// The first report of it.
    FIRST_REPORT,
    /// The finding that the trigger is met.
    DETERMINATION,
    /// The beneficiary's act [#NOTICE].
    NOTICE,
    /// The moment at which what the tier waits for was found.
    CONDITION
  }

  /// The act of a beneficiary that starts clocks anchored in notice.
  public static final String NOTICE = "notice";
}
