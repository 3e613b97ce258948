package org.parley.model.guarantee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;
import org.parley.model.step.StepId;

/// What one party pledges towards guarantees.
///
/// @param id its id
/// @param contributor who pledges
/// @param what what it pledges, in words
/// @param guarantees the guarantees it stands behind; default: all
/// @param domain in which domain
/// @param amount how much; absent where no figure is on record
/// @param unit the unit of the amount: `troops`, `billion-usd`
/// @param place where; absent where not said
/// @param conditions what it depends on
/// @param approvals the steps of approval at home that it still needs
/// @param caveats what it may not be used for
/// @param claims the claims it rests on
public record Contribution(
    ContributionId id,
    PartyId contributor,
    String what,
    List<GuaranteeId> guarantees,
    Domain domain,
    @Nullable Long amount,
    String unit,
    @Nullable String place,
    List<Condition> conditions,
    List<StepId> approvals,
    List<String> caveats,
    List<ClaimId> claims,
    Visibility visibility)
    implements CaseRecord {

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

    /// Something in words.
    record Plain(String words) implements Condition {}

    /// That another party contributes too: a backstop.
    record Contributes(PartyId party) implements Condition {}

    /// That a step has happened.
    record Reached(StepId step) implements Condition {}
  }

  public Contribution {
    guarantees = List.copyOf(guarantees);
    conditions = List.copyOf(conditions);
    approvals = List.copyOf(approvals);
    caveats = List.copyOf(caveats);
    claims = List.copyOf(claims);
  }
}
