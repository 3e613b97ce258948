package org.parley.model.guarantee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.step.StepId;
import org.parley.model.text.PointId;

/// A pledge of one party towards guarantees.
///
/// @param id its id
/// @param contributor the pledging party
/// @param what the pledge, in words
/// @param guarantees the guarantees it supports; default: all, unless it names points
/// @param domain the domain
/// @param amount the amount; null if none is on record
/// @param unit the unit of the amount: `troops`, `billion-usd`
/// @param place the place; null if not stated
/// @param conditions its conditions
/// @param approvals the steps of domestic approval that it still needs
/// @param caveats restrictions on its use
/// @param points the points it pays for
/// @param sums the amounts of money, by year
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
    List<PointId> points,
    List<PledgedSum> sums,
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
    points = List.copyOf(points);
    sums = List.copyOf(sums);
    claims = List.copyOf(claims);
  }

  /// A contribution without money.
  public Contribution(
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
      Visibility visibility) {
    this(
        id,
        contributor,
        what,
        guarantees,
        domain,
        amount,
        unit,
        place,
        conditions,
        approvals,
        caveats,
        List.of(),
        List.of(),
        claims,
        visibility);
  }

  /// Whether it supports a guarantee.
  public boolean supports(GuaranteeId guarantee) {
    return guarantees.contains(guarantee) || (guarantees.isEmpty() && points.isEmpty());
  }

  /// Whether it is of money alone.
  public boolean isMoney() {
    return !sums.isEmpty() && amount == null;
  }
}
