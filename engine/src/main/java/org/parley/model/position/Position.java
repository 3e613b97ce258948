package org.parley.model.position;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// What the analyst concludes for a party on a point: from named claims, or as a stated
/// illustration.
///
/// @param id its id
/// @param party whose position
/// @param point on what
/// @param concludes the conclusion in words
/// @param interest why the party wants it
/// @param rank how important the point is to the party, 1 the most; default: not ranked
/// @param weight what the point is worth to the party: from its least liked option to its best;
///   where absent, it follows from the rank
/// @param grades how the party would take each option
/// @param worths what single options are worth to the party, where that is known in numbers; they
///   count instead of the number a grade stands for
/// @param claims the claims it rests on
/// @param illustrative whether it is an illustration, not drawn from claims
public record Position(
    PositionId id,
    PartyId party,
    PointId point,
    @Nullable String concludes,
    @Nullable String interest,
    @Nullable Integer rank,
    @Nullable Worth weight,
    Map<OptionId, Grade> grades,
    Map<OptionId, Worth> worths,
    List<ClaimId> claims,
    boolean illustrative,
    Visibility visibility)
    implements CaseRecord {

  public Position {
    grades = Collections.unmodifiableSortedMap(new TreeMap<>(grades));
    worths = Collections.unmodifiableSortedMap(new TreeMap<>(worths));
    claims = List.copyOf(claims);
  }
}
