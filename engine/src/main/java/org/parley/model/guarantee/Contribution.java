package org.parley.model.guarantee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.step.StepId;

/// A pledge of one party towards guarantees.
///
/// @param id its id
/// @param contributor the pledging party
/// @param what the pledge, in words
/// @param guarantees the guarantees it supports; default: all
/// @param domain the domain
/// @param amount the amount; null if none is on record
/// @param unit the unit of the amount: `troops`, `billion-usd`
/// @param place the place; null if not stated
/// @param conditions its conditions
/// @param approvals the steps of domestic approval that it still needs
/// @param caveats restrictions on its use
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

  /// The domain of a contribution.
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

  /// A condition of a contribution.
  public sealed interface Condition {

    /// A condition in words.
    record Plain(String words) implements Condition {}

    /// A contribution by another party: a backstop.
    record Contributes(PartyId party) implements Condition {}

    /// A completed step.
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
