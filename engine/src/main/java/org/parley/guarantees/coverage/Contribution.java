package org.parley.guarantees.coverage;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.party.PartyId;

/// A pledge of one party towards guarantees.
///
/// @param id its name
/// @param contributor who pledges
/// @param guarantees the guarantees it stands behind; empty where it stands behind all
/// @param domain in which domain
/// @param amount how much, in the unit; absent where no figure is on record
/// @param unit the unit: `troops`, `million-usd`
/// @param place where; absent where not said
/// @param conditions what it depends on
/// @param approvals the milestones of approval at home that it still needs
/// @param caveats what it may not be used for
public record Contribution(
    String id,
    PartyId contributor,
    Set<GuaranteeId> guarantees,
    Domain domain,
    @Nullable Long amount,
    String unit,
    @Nullable String place,
    List<Condition> conditions,
    List<String> approvals,
    List<String> caveats) {

  /// Where a contribution helps.
  public enum Domain {
    LAND,
    AIR,
    SEA,
    CYBER,
    FINANCE,
    TRAINING,
    LOGISTICS,
    MONITORING,
    INTELLIGENCE
  }

  /// What a contribution depends on.
  public sealed interface Condition {

    /// That another party contributes too: a backstop.
    record PartyContributes(PartyId party) implements Condition {}

    /// That a milestone is reached.
    record Reached(String milestone) implements Condition {}

    /// Something else, in words; it holds only once it is said to hold.
    record Other(String words) implements Condition {}
  }

  public Contribution {
    guarantees = Set.copyOf(guarantees);
    conditions = List.copyOf(conditions);
    approvals = List.copyOf(approvals);
    caveats = List.copyOf(caveats);
    if (amount != null && amount < 0) {
      throw new IllegalArgumentException(
          "contribution \"" + id + "\" of " + amount + ". Maybe leave out an unknown amount");
    }
  }

  /// Whether nothing stands in its way.
  ///
  /// @param reached milestones reached and other conditions, in words, that hold
  /// @param contributing the parties that contribute
  public boolean isAvailable(Set<String> reached, Set<PartyId> contributing) {
    return reached.containsAll(approvals)
        && conditions.stream()
            .allMatch(
                condition ->
                    switch (condition) {
                      case Condition.PartyContributes(PartyId party) ->
                          contributing.contains(party);
                      case Condition.Reached(String milestone) -> reached.contains(milestone);
                      case Condition.Other(String words) -> reached.contains(words);
                    });
  }
}
