package org.parley.model.guarantee;

import java.util.List;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;

/// What is needed in one domain, against which contributions are held.
///
/// @param id its id
/// @param title what is needed, in words
/// @param domain in which domain
/// @param amount how much
/// @param unit the unit of the amount, as in contributions
/// @param claims the claims it rests on
public record Need(
    NeedId id,
    String title,
    Contribution.Domain domain,
    long amount,
    String unit,
    List<ClaimId> claims,
    Visibility visibility)
    implements CaseRecord {

  public Need {
    claims = List.copyOf(claims);
  }
}
