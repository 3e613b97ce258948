package org.parley.model.position;

import java.util.List;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// A tie between points, so that they cannot be settled one by one.
///
/// Options of one point in the same list are alternatives: one of them suffices.
///
/// @param id its id
/// @param text the tie in words
/// @param tie what it amounts to
/// @param claims the claims it rests on
/// @param points the points whose text says so
/// @param illustrative whether it is an illustration, not drawn from claims or texts
public record Linkage(
    LinkageId id,
    String text,
    Tie tie,
    List<ClaimId> claims,
    List<PointId> points,
    boolean illustrative,
    Visibility visibility)
    implements CaseRecord {

  /// What ties points together.
  public sealed interface Tie {

    /// These cannot all be chosen together.
    record Never(List<OptionId> together) implements Tie {
      public Never {
        together = List.copyOf(together);
      }
    }

    /// Where all of the first are chosen, at least one of the second has to be.
    record IfThen(List<OptionId> when, List<OptionId> oneOf) implements Tie {
      public IfThen {
        when = List.copyOf(when);
        oneOf = List.copyOf(oneOf);
      }
    }

    /// Chosen together they are worth more to a party than one by one, or less where negative.
    record JointWorth(PartyId party, List<OptionId> when, Worth worth) implements Tie {
      public JointWorth {
        when = List.copyOf(when);
      }
    }
  }

  public Linkage {
    claims = List.copyOf(claims);
    points = List.copyOf(points);
  }
}
