package org.parley.model.position;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;

/// What no deal is worth to a party: below it, the party does not sign.
///
/// @param id its id
/// @param party whose it is
/// @param worth the worth of no deal, in the party's own points
/// @param because what the party could do without a deal, in words
/// @param claims the claims it rests on
/// @param illustrative whether it is an illustration, not drawn from claims
public record Baseline(
    BaselineId id,
    PartyId party,
    Worth worth,
    @Nullable String because,
    List<ClaimId> claims,
    boolean illustrative,
    Visibility visibility)
    implements CaseRecord {

  public Baseline {
    claims = List.copyOf(claims);
  }
}
