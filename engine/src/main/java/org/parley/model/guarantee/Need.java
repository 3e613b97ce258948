package org.parley.model.guarantee;

import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;

/// The need in one domain, against which contributions are counted.
///
/// @param id its id
/// @param title the need, in words
/// @param domain the domain
/// @param amount the amount
/// @param unit the unit of the amount, as in contributions
/// @param claims the claims it rests on
public record Need(
    NeedId id,
    LocalizedText title,
    Contribution.Domain domain,
    long amount,
    String unit,
    List<ClaimId> claims,
    Visibility visibility)
    implements CaseRecord {

  public Need {
    claims = List.copyOf(claims);
  }

  @Override
  public Need withNames(UnaryOperator<LocalizedText> names) {
    return new Need(id, names.apply(title), domain, amount, unit, claims, visibility);
  }
}
