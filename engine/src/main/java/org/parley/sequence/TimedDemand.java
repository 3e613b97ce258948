package org.parley.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.step.DemandId;

/// A demand of a party on the order or dates of steps, with its claims and points.
///
/// @param id its id
/// @param text the demand in words
/// @param by the party
/// @param said when it was made; null if unknown
/// @param claims the claims it rests on
/// @param anyOf the ways to meet it, one of which suffices: several for "A after B or C"; none if
///   the timing is undecided
/// @param open the pending decision, if the timing is to be determined or was escalated
/// @param inferred whether it follows from the nature of the steps and was not stated
public record TimedDemand(
    DemandId id,
    String text,
    List<PartyId> by,
    @Nullable Edtf said,
    List<ClaimId> claims,
    List<Way> anyOf,
    @Nullable Open open,
    boolean inferred) {

  /// A way to meet a demand: all of these clauses.
  ///
  /// @param allOf the clauses
  public record Way(List<Clause> allOf) {
    public Way {
      allOf = List.copyOf(allOf);
    }

    public static Way of(Clause... clauses) {
      return new Way(List.of(clauses));
    }
  }

  /// A pending decision on timing.
  ///
  /// @param what the undecided moment
  /// @param decidedBy the deciding body: a working group, the leaders
  /// @param escalated whether it was escalated rather than postponed
  public record Open(Moment.At what, String decidedBy, boolean escalated) {}

  public TimedDemand {
    by = List.copyOf(by);
    claims = List.copyOf(claims);
    anyOf = List.copyOf(anyOf);
    if (anyOf.isEmpty() && open == null) {
      throw new IllegalArgumentException(
          "reading demand "
              + id
              + ": it demands nothing. Maybe give a clause, or say who is to decide.");
    }
  }

  /// A demand with a single way.
  public static TimedDemand of(DemandId id, String text, PartyId by, Clause... clauses) {
    return new TimedDemand(
        id, text, List.of(by), null, List.of(), List.of(Way.of(clauses)), null, false);
  }
}
