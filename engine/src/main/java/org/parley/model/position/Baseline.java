package org.parley.model.position;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;

/// The worth of no deal to a party (BATNA): below it, the party does not sign.
///
/// @param id its id
/// @param party the party
/// @param from the day from which it holds; default: without any day, that of its first claim, else
///   always
/// @param known when it became known; default: `from`, else with its first claim
/// @param worth the worth of no deal, in the party's own points
/// @param because the party's alternatives to a deal, in words
/// @param claims the claims it rests on
/// @param illustrative whether it is an illustration, not drawn from claims
public record Baseline(
    BaselineId id,
    PartyId party,
    @Nullable Edtf from,
    @Nullable Edtf known,
    Worth worth,
    @Nullable String because,
    List<ClaimId> claims,
    boolean illustrative,
    Visibility visibility)
    implements CaseRecord {

  public Baseline {
    claims = List.copyOf(claims);
  }

  /// `known`, or `from` by default; null if neither is on record.
  public @Nullable Edtf knownOrHeld() {
    return known != null ? known : from;
  }
}
